//! Answers, held to the document in debug builds.
#![cfg(debug_assertions)]

mod notes;

use http::Request;
use notes::Show;
use oasmith_runtime::body::Body;
use oasmith_runtime::codec::decode;
use oasmith_runtime::mock::anybody;
use oasmith_runtime::operation::Answer;
use oasmith_runtime::problem::Problem;
use oasmith_runtime::server::{Options, Route, router};
use oasmith_runtime::transport::Transport;

/// What `GET /notes/{id}` answers, as a document that is stricter than the server.
const STRICT: &str = r##"{"paths": {"/notes/{id}": {"get": {"responses": {
    "2XX": {"$ref": "#/components/responses/note"},
    "404": {"description": "no"}}}}},
"components": {
    "responses": {"note": {"content": {"application/json; charset=utf-8": {"schema": {"$ref": "#/components/schemas/No~1te"}}}}},
    "schemas": {"No/te": {"type": "object", "required": ["title", "secret"], "properties": {
        "title": {"type": "string", "pattern": "^[a-z]+$"}, "size": {"maximum": 0},
        "secret": {"writeOnly": true}, "due": {"type": "integer"}}}}}}"##;

async fn get(options: Options, id: &str) -> (u16, String) {
    let app = notes::app_with(options);
    let request = Request::get(format!("/api/notes/{id}")).header("authorization", "Bearer t0k");
    let response = app.send(request.body(Body::empty()).unwrap()).await;
    let (parts, body) = response.unwrap().into_parts();
    let body = body.collect(1 << 20).await.unwrap();
    (
        parts.status.as_u16(),
        String::from_utf8_lossy(&body).into_owned(),
    )
}

#[tokio::test]
async fn a_wrong_answer_is_500_and_says_where() {
    let (status, body) = get(Options::new().declared(STRICT), "X1").await;
    assert_eq!(status, 500);
    let problem: Problem = decode(body.as_bytes()).unwrap();
    assert_eq!(
        problem.to_string(),
        "Internal Server Error: the answer is not what the document declares: \
         /title: does not match ^[a-z]+$; /size: is greater than 0; /due: is not of type integer"
    );
}

#[tokio::test]
async fn whoever_does_not_want_that_says_so() {
    let options = Options::new().declared(STRICT).check_answers(false);
    assert_eq!(get(options, "X1").await.0, 200);
    // A refusal is no answer of the operation.
    assert_eq!(get(Options::new().declared(STRICT), "none").await.0, 404);
    // What cannot be read says nothing.
    assert_eq!(get(Options::new().declared("{"), "X1").await.0, 200);
    assert_eq!(get(Options::new().declared("{}"), "X1").await.0, 200);
}

/// What is wrong with `value`, as an answer that a schema is declared for.
async fn wrong(schema: &str, value: &'static str) -> String {
    let document = format!(
        r##"{{"paths": {{"/notes/{{id}}": {{"get": {{"responses": {{"default": {{"content": {{"application/json":
        {{"schema": {schema}}}}}}}}}}}}}}}, "components": {{"schemas": {{
            "Tree": {{"type": "object", "properties": {{"next": {{"$ref": "#/components/schemas/Tree"}}}}}},
            "Loop": {{"$ref": "#/components/schemas/Loop"}}}}}}}}"##
    );
    let document: &'static str = Box::leak(document.into_boxed_str());
    let route = Route::checked::<Show>(Vec::new(), |_, _| {
        Answer::stream(200, "application/json", value.into())
    });
    let options = Options::new().declared(document);
    let app = router("/", vec![route], Some(anybody()), options);
    let request = Request::get("/notes/x").header("authorization", "Bearer t0k");
    let response = app.send(request.body(Body::empty()).unwrap()).await;
    let (parts, body) = response.unwrap().into_parts();
    let body = body.collect(1 << 20).await.unwrap();
    match parts.status.as_u16() {
        200 => String::new(),
        _ => {
            let problem: Problem = decode(&body).unwrap();
            let errors = problem.errors.iter().map(|it| it.to_string());
            errors.collect::<Vec<_>>().join("; ")
        }
    }
}

#[tokio::test]
async fn every_keyword_is_held_to() {
    for (schema, right, value, told) in [
        (
            "{\"type\": \"integer\"}",
            "1.0",
            "1.5",
            "is not of type integer",
        ),
        (
            "{\"type\": [\"string\", \"null\"]}",
            "null",
            "1",
            "is not of type string or null",
        ),
        (
            "{\"type\": \"string\", \"nullable\": true}",
            "null",
            "[]",
            "is not of type string",
        ),
        (
            "{\"enum\": [1, {\"a\": []}]}",
            "{\"a\": []}",
            "2",
            "is none of the values that the document names",
        ),
        (
            "{\"const\": \"x\"}",
            "\"x\"",
            "\"y\"",
            "is none of the values that the document names",
        ),
        (
            "{\"minimum\": 1, \"exclusiveMinimum\": true}",
            "2",
            "1",
            "is not greater than 1",
        ),
        ("{\"exclusiveMaximum\": 3}", "2", "3", "is not less than 3"),
        (
            "{\"minimum\": 5, \"exclusiveMinimum\": 0}",
            "5",
            "4",
            "is less than 5",
        ),
        (
            "{\"multipleOf\": 0.1}",
            "0.3",
            "0.35",
            "is not a multiple of 0.1",
        ),
        (
            "{\"minLength\": 2}",
            "\"äö\"",
            "\"ä\"",
            "is shorter than 2 characters",
        ),
        (
            "{\"pattern\": \"^a\"}",
            "\"ab\"",
            "\"b\"",
            "does not match ^a",
        ),
        ("{\"pattern\": \"(?!a)\"}", "\"a\"", "{", "is not JSON"),
        ("{\"maxItems\": 1}", "[1]", "[1, 2]", "has more than 1 item"),
        (
            "{\"uniqueItems\": true}",
            "[1, \"1\"]",
            "[1, 1.0]",
            "has an item twice",
        ),
        (
            "{\"items\": {\"minimum\": 0}}",
            "[1]",
            "[0, -1]",
            "/1: is less than 0",
        ),
        (
            "{\"prefixItems\": [true], \"items\": false}",
            "[1]",
            "[1, 2]",
            "/1: is not allowed",
        ),
        (
            "{\"contains\": {\"const\": 1}}",
            "[2, 1]",
            "[2]",
            "has no item of the kind that it must have",
        ),
        (
            "{\"required\": [\"a\"]}",
            "{\"a\": null}",
            "{}",
            "/a: is required",
        ),
        (
            "{\"minProperties\": 1}",
            "{\"a\": 1}",
            "{}",
            "has too few or too many members",
        ),
        (
            "{\"patternProperties\": {\"^x\": true}, \"additionalProperties\": false}",
            "{\"xy\": 1}",
            "{\"y/\": 1}",
            "/y~1: is not a member of this object",
        ),
        (
            "{\"additionalProperties\": {\"type\": \"null\"}}",
            "{\"a\": null}",
            "{\"a\": 1}",
            "/a: is not of type null",
        ),
        (
            "{\"allOf\": [{\"minimum\": 1}, {\"maximum\": 2}]}",
            "1",
            "3",
            "is greater than 2",
        ),
        (
            "{\"oneOf\": [{\"minimum\": 1}, {\"minimum\": 2}]}",
            "3",
            "0",
            "is none of the alternatives",
        ),
        (
            "{\"not\": {\"const\": 1}}",
            "2",
            "1",
            "is what it must not be",
        ),
        (
            "{\"if\": {\"const\": 1}, \"then\": true, \"else\": {\"minimum\": 5}}",
            "1",
            "2",
            "is less than 5",
        ),
        (
            "{\"$ref\": \"#/components/schemas/Tree\"}",
            "{\"next\": {\"next\": {}}}",
            "{\"next\": {\"next\": 1}}",
            "/next/next: is not of type object",
        ),
    ] {
        assert_eq!(wrong(schema, right).await, "", "{schema} {right}");
        assert_eq!(wrong(schema, value).await, told, "{schema} {value}");
    }
    // What leads nowhere says nothing, nor does a word that is no type.
    assert_eq!(wrong("{\"type\": \"int\"}", "1").await, "");
    assert_eq!(
        wrong("{\"$ref\": \"#/components/schemas/Loop\"}", "1").await,
        ""
    );
    assert_eq!(wrong("{\"$ref\": \"other.yaml\"}", "1").await, "");
}
