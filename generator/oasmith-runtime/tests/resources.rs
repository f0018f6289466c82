//! What a mock with a memory keeps.

use http::{Method, Request};
use oasmith_runtime::mock::Mock;
use oasmith_runtime::operation::{Info, Statuses};
use std::sync::Arc;

const ANSWERS: &str = r#"{
    "resources": {
        "POST /pets": {"does": "create", "ids": "count", "key": "id", "number": true, "carried": ["name"], "defaults": {"name": "Rex"}},
        "GET /pets": {"does": "list", "key": "id", "number": true, "carried": ["name"], "optional": ["name"],
            "list": {"items": ["items"], "item": {"id": 0, "name": "x", "born": 1}, "total": ["of", "total"], "count": ["count"],
                "pages": ["pages"], "more": ["more"], "ends": [{"at": ["next"]}, {"at": ["last"], "is": null}],
                "page": "page", "first": 1, "size": "per page", "usual": 2}},
        "GET /pets/{id}": {"does": "read", "behind": 1, "key": "id", "number": true, "carried": ["name"], "optional": ["name"]},
        "PATCH /pets/{id}": {"does": "update", "behind": 1},
        "PUT /pets/{id}": {"does": "replace", "behind": 1},
        "POST /pets/{id}/destroy": {"does": "destroy", "behind": 2},
        "POST /pets/{id}/toys": {"does": "create", "ids": "pool", "pool": ["BALL", "BONE"], "inside": "toy", "key": "kind",
            "body_in": "toy", "body_key": "kind", "whole": true},
        "GET /pets/{id}/toys": {"does": "list", "whole": true, "key": "kind", "list": {"items": [], "item": {}}}
    },
    "POST /pets": [{"declared": "201", "status": 201, "media": "application/json", "body": "{\"id\":0,\"at\":1}", "headers": [["Location", "/x"]]}],
    "GET /pets": [{"declared": "200", "status": 200, "media": "application/json",
        "body": "{\"items\":[],\"of\":{\"total\":9,\"x\":1},\"count\":9,\"pages\":9,\"more\":true,\"next\":\"x\",\"last\":\"x\"}"}],
    "GET /pets/{id}": [
        {"declared": "200", "status": 200, "media": "application/json", "body": "{\"id\":0,\"name\":\"x\",\"born\":1}"},
        {"declared": "404", "status": 404, "media": "application/json", "body": "\"none\""}],
    "PATCH /pets/{id}": [{"declared": "200", "status": 200}],
    "PUT /pets/{id}": [{"declared": "200", "status": 200}],
    "POST /pets/{id}/destroy": [{"declared": "204", "status": 204}],
    "POST /pets/{id}/toys": [{"declared": "200", "status": 200, "media": "application/json", "body": "{\"toy\":{},\"x\":1}"}],
    "GET /pets/{id}/toys": [{"declared": "200", "status": 200, "media": "application/json", "body": "[7]"}]
}"#;

const fn info(method: Method, path: &'static str, errors: &'static [Statuses]) -> Info {
    Info {
        method,
        path,
        success: &[Statuses::Range(2)],
        errors,
        ..Info::PLAIN
    }
}

static OPERATIONS: [Info; 8] = [
    info(Method::POST, "/pets", &[]),
    info(Method::GET, "/pets", &[]),
    info(Method::GET, "/pets/{id}", &[]),
    info(Method::PATCH, "/pets/{id}", &[]),
    info(Method::PUT, "/pets/{id}", &[]),
    info(Method::POST, "/pets/{id}/destroy", &[]),
    info(Method::POST, "/pets/{id}/toys", &[Statuses::Status(409)]),
    info(Method::GET, "/pets/{id}/toys", &[]),
];

/// A mock under `/api`.
struct Pets(Arc<Mock>);

impl Pets {
    fn new() -> Self {
        Self(Mock::stateful(ANSWERS))
    }

    /// Status and body of what `GET /pets/1?x prefer: y` is answered.
    fn says(&self, line: &str, body: &str) -> String {
        let mut words = line.splitn(3, ' ');
        let (method, uri) = (words.next().unwrap(), words.next().unwrap());
        let mut request = Request::builder().method(method).uri(format!("/api{uri}"));
        request = request.header("Host", "pets.example");
        if let Some((name, value)) = words.next().and_then(|it| it.split_once(": ")) {
            request = request.header(name, value);
        }
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let segments = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
        let path = segments(parts.uri.path().strip_prefix("/api").unwrap());
        let fits = |template: &str| {
            let template = segments(template);
            let mut pairs = template.iter().zip(&path);
            template.len() == path.len() && pairs.all(|(a, b)| a == b || a.starts_with('{'))
        };
        let mut operations = OPERATIONS.iter();
        let info = operations
            .find(|it| it.method == parts.method && fits(it.path))
            .unwrap();
        let answer = self.0.answer(info, &parts, body.as_bytes());
        let text = answer.body.as_bytes().cloned().unwrap_or_default();
        let place = answer
            .headers
            .get("location")
            .map(|it| it.to_str().unwrap());
        let place = place.map(|it| format!(" at {it}")).unwrap_or_default();
        format!(
            "{} {}{place}",
            answer.status.as_u16(),
            String::from_utf8_lossy(&text)
        )
    }
}

#[test]
fn what_is_created_is_kept_until_it_is_destroyed() {
    let pets = Pets::new();
    assert_eq!(
        pets.says("POST /pets", r#"{"name": "Ada", "tail": true}"#),
        r#"201 {"at":1,"id":1,"name":"Ada"} at http://pets.example/api/pets/1"#
    );
    assert_eq!(
        pets.says("GET /pets/1", ""),
        r#"200 {"born":1,"id":1,"name":"Ada"}"#
    );
    assert_eq!(pets.says("PATCH /pets/1", r#"{"name": "Bo"}"#), "200 ");
    assert_eq!(
        pets.says("GET /pets/%31", ""),
        r#"200 {"born":1,"id":1,"name":"Bo"}"#
    );
    // Everything that is not sent is gone.
    assert_eq!(pets.says("PUT /pets/1", "{}"), "200 ");
    assert_eq!(pets.says("GET /pets/1", ""), r#"200 {"born":1,"id":1}"#);
    assert_eq!(pets.says("POST /pets/1/destroy", ""), "204 ");
    assert_eq!(pets.says("GET /pets/1", ""), r#"404 "none""#);
    let missing = r#"404 {"type":"about:blank","title":"Not Found","status":404}"#;
    assert_eq!(pets.says("PATCH /pets/1", ""), missing);
    assert_eq!(pets.says("POST /pets/1/destroy", ""), missing);
    // No id is given twice; a declared default is filled in.
    assert!(
        pets.says("POST /pets", "{}")
            .starts_with(r#"201 {"at":1,"id":2,"name":"Rex"}"#)
    );
}

#[test]
fn lists_are_read_a_page_at_a_time() {
    let pets = Pets::new();
    for name in ["a", "b", "c"] {
        pets.says("POST /pets", &format!(r#"{{"name": "{name}"}}"#));
    }
    assert_eq!(
        pets.says("GET /pets", ""),
        r#"200 {"count":2,"items":[{"born":1,"id":1,"name":"a"},{"born":1,"id":2,"name":"b"}],"last":null,"more":true,"of":{"total":3,"x":1},"pages":2}"#
    );
    assert_eq!(
        pets.says("GET /pets?page=2", ""),
        r#"200 {"count":1,"items":[{"born":1,"id":3,"name":"c"}],"last":null,"more":false,"of":{"total":3,"x":1},"pages":2}"#
    );
    let huge = format!("GET /pets?page={0}&per+page={0}", u64::MAX);
    assert!(
        pets.says(&huge, "")
            .starts_with(r#"200 {"count":0,"items":[]"#)
    );
}

#[test]
fn things_inside_of_others_end_with_them() {
    let pets = Pets::new();
    pets.says("POST /pets", "{}");
    let toy = |kind: &str| format!(r#"{{"toy": {{"kind": "{kind}", "size": 1.50}}}}"#);
    assert_eq!(
        pets.says("POST /pets/1/toys", &toy("BONE")),
        r#"200 {"toy":{"kind":"BONE","size":1.50},"x":1}"#
    );
    assert!(
        pets.says("POST /pets/1/toys", &toy("BONE"))
            .starts_with("409 ")
    );
    assert_eq!(
        pets.says("POST /pets/1/toys", "{}"),
        r#"200 {"toy":{"kind":"BALL"},"x":1}"#
    );
    // There are no more kinds.
    assert!(pets.says("POST /pets/1/toys", "{}").starts_with("507 "));
    assert_eq!(
        pets.says("GET /pets/1/toys", ""),
        r#"200 [{"kind":"BONE","size":1.50},{"kind":"BALL"}]"#
    );
    assert_eq!(pets.says("GET /pets/2/toys", ""), "200 []");
    pets.says("POST /pets/1/destroy", "");
    assert_eq!(pets.says("GET /pets/1/toys", ""), "200 []");
}

#[test]
fn a_request_that_prefers_something_is_answered_as_ever() {
    let pets = Pets::new();
    let read = pets.says("GET /pets/7 Prefer: code=200", "");
    assert_eq!(read, r#"200 {"id":0,"name":"x","born":1}"#);
    assert!(
        pets.says("POST /pets Prefer: code=201", "{}")
            .starts_with(r#"201 {"id":0,"at":1}"#)
    );
    assert!(pets.says("GET /pets", "").contains(r#""items":[]"#));
}

#[test]
fn what_is_no_object_says_nothing_of_a_thing() {
    let pets = Pets::new();
    for body in ["", "[]", "7", "{", "null"] {
        assert!(pets.says("POST /pets", body).starts_with("201 "), "{body}");
    }
    assert_eq!(
        pets.says("GET /pets/5", ""),
        r#"200 {"born":1,"id":5,"name":"Rex"}"#
    );
}
