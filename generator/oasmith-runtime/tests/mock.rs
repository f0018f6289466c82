//! Which of the answers that were made beforehand a request gets.

mod notes;

use http::Request;
use notes::Find;
use oasmith_runtime::mock::Mock;
use oasmith_runtime::operation::Operation;

const ANSWERS: &str = r#"{"GET /find/{id}/part-{part}.{ext}/{list}": [
    {"declared": "200", "status": 200, "name": "short", "media": "application/json", "body": "1"},
    {"declared": "200", "status": 200, "media": "application/json", "body": "2", "headers": [["ETag", "x"], ["bad name", "x"]]},
    {"declared": "200", "status": 200, "random": true, "media": "application/json", "body": "3"},
    {"declared": "200", "status": 200, "random": true, "media": "application/json", "body": "4"},
    {"declared": "404", "status": 404, "media": "application/json", "body": "5"},
    {"declared": "4XX", "status": 400}
]}"#;

/// Status and body of the answers to the same request, one after the other, and what the last one applied.
fn check(prefer: &[&str], expected: &str) {
    let mock = Mock::new(ANSWERS);
    let mut request = Request::builder();
    for line in prefer {
        request = request.header("Prefer", *line);
    }
    let (parts, ()) = request.body(()).unwrap().into_parts();
    let told = (0..2).map(|_| {
        let answer = mock.answer(Find::INFO, &parts, b"");
        let body = answer.body.as_bytes().cloned().unwrap_or_default();
        let applied = answer.headers.get("preference-applied");
        let applied = applied.map_or("", |it| it.to_str().unwrap());
        format!(
            "{} {} [{applied}]",
            answer.status.as_u16(),
            String::from_utf8_lossy(&body)
        )
    });
    assert_eq!(told.collect::<Vec<_>>().join(", "), expected, "{prefer:?}");
}

#[test]
fn what_a_request_prefers_is_what_it_gets() {
    check(&[], "200 1 [], 200 1 []");
    check(&["code=404"], "404 5 [code=404], 404 5 [code=404]");
    check(
        &["example=short"],
        "200 1 [example=short], 200 1 [example=short]",
    );
    check(
        &["dynamic=true"],
        "200 3 [dynamic=true], 200 4 [dynamic=true]",
    );
    check(&["Dynamic"], "200 3 [dynamic=true], 200 4 [dynamic=true]");
    check(
        &["respond-async; x=\"a,b\", code=\"200\"", "dynamic=true; y"],
        "200 3 [code=200, dynamic=true], 200 4 [code=200, dynamic=true]",
    );
}

#[test]
fn a_range_answers_for_each_of_its_statuses() {
    let problem = r#"{"type":"about:blank","title":"Conflict","status":409}"#;
    check(
        &["code=409"],
        &format!("409 {problem} [code=409], 409 {problem} [code=409]"),
    );
}

#[test]
fn what_there_is_no_answer_for_is_not_preferred() {
    check(&["code=500"], "200 1 [], 200 1 []");
    check(&["code=999999"], "200 1 [], 200 1 []");
    check(&["example=long"], "200 1 [], 200 1 []");
    check(
        &["code=404, dynamic=true"],
        "404 5 [code=404], 404 5 [code=404]",
    );
    check(&["dynamic=false, ,=;\"", "code"], "200 1 [], 200 1 []");
    check(
        &["code=404, code=200"],
        "404 5 [code=404], 404 5 [code=404]",
    );
}

#[test]
fn answers_that_cannot_be_read_are_none() {
    for answers in ["", "[]", "{\"GET /find/{id}/part-{part}.{ext}/{list}\": 7}"] {
        let (parts, ()) = Request::new(()).into_parts();
        let answer = Mock::new(answers).answer(Find::INFO, &parts, b"");
        assert_eq!(answer.status.as_u16(), 501);
    }
}
