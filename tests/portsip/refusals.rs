//! What a server answers to requests that it refuses before any handler runs, byte by byte.

use crate::server::{Tokens, serve};
use crate::wire::exchange;
use axum::extract::DefaultBodyLimit;
use insta::assert_snapshot;
use portsip_pbx::server::{AdministrationApi, TenantApi, router};

/// Implements nothing.
struct Idle;

impl AdministrationApi for Idle {}

impl TenantApi for Idle {}

/// What a server answers to a request written by hand; `Host` and `Connection: close` are added.
async fn ask(head: &str, body: &str) -> String {
    ask_app(router(Idle, Tokens), head, body).await
}

async fn ask_app(app: axum::Router, head: &str, body: &str) -> String {
    let address = serve(app).await;
    let length = if body.is_empty() {
        String::new()
    } else {
        format!("content-length: {}\r\n", body.len())
    };
    let request = format!("{head}\r\nhost: x\r\nconnection: close\r\n{length}\r\n{body}");
    let answer = exchange(
        address,
        &request.replace('\n', "\r\n").replace("\r\r\n", "\r\n"),
    )
    .await;
    let head = answer
        .lines()
        .filter(|line| !HOP.iter().any(|name| line.starts_with(name)));
    // One violation a line.
    let text = head.collect::<Vec<_>>().join("\n");
    text.replace("\"errors\":[", "\"errors\":[\n")
        .replace("},{", "},\n{")
}

/// Headers that differ from run to run or say what can be seen.
const HOP: &[&str] = &["date:", "connection:", "content-length:"];

const TOKEN: &str = "authorization: Bearer secret";
const JSON: &str = "content-type: application/json";

#[tokio::test]
async fn no_token_is_answered_with_401_and_what_is_wanted() {
    assert_snapshot!(ask("GET /api/key HTTP/1.1", "").await, @r#"
    HTTP/1.1 401 Unauthorized
    content-type: application/problem+json
    www-authenticate: Bearer realm="api"

    {"type":"about:blank","title":"Unauthorized","status":401}
    "#);
    assert_snapshot!(ask("GET /api/key HTTP/1.1\nauthorization: Bearer wrong", "").await, @r#"
    HTTP/1.1 401 Unauthorized
    content-type: application/problem+json
    www-authenticate: Bearer realm="api", error="invalid_token"

    {"type":"about:blank","title":"Unauthorized","status":401}
    "#);
    assert_snapshot!(ask("GET /api/key HTTP/1.1\nauthorization: Basic YTpi", "").await, @r#"
    HTTP/1.1 401 Unauthorized
    content-type: application/problem+json
    www-authenticate: Bearer realm="api"

    {"type":"about:blank","title":"Unauthorized","status":401}
    "#);
}

#[tokio::test]
async fn an_unknown_path_is_404_and_a_wrong_method_405() {
    assert_snapshot!(ask("GET /api/nothing HTTP/1.1", "").await, @r#"
    HTTP/1.1 404 Not Found
    content-type: application/problem+json

    {"type":"about:blank","title":"Not Found","status":404}
    "#);
    assert_snapshot!(ask("DELETE /api/tenants HTTP/1.1", "").await, @r#"
    HTTP/1.1 405 Method Not Allowed
    content-type: application/problem+json
    allow: GET, POST, HEAD, OPTIONS

    {"type":"about:blank","title":"Method Not Allowed","status":405}
    "#);
    assert_snapshot!(ask("GET /key HTTP/1.1", "").await, @r#"
    HTTP/1.1 404 Not Found
    content-type: application/problem+json

    {"type":"about:blank","title":"Not Found","status":404}
    "#);
}

#[tokio::test]
async fn another_media_type_is_415() {
    let head = |more: &str| format!("POST /api/tenants HTTP/1.1\n{TOKEN}\n{more}");
    assert_snapshot!(ask(&head("content-type: text/plain"), "{}").await, @r#"
    HTTP/1.1 415 Unsupported Media Type
    content-type: application/problem+json

    {"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"the body must be application/json"}
    "#);
    assert_snapshot!(ask(&head("x: y"), "{}").await, @r#"
    HTTP/1.1 415 Unsupported Media Type
    content-type: application/problem+json

    {"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"the body must be application/json"}
    "#);
}

#[tokio::test]
async fn a_body_over_the_limit_is_413() {
    let app = router(Idle, Tokens).layer(DefaultBodyLimit::max(100));
    let head = format!("POST /api/tenants HTTP/1.1\n{TOKEN}\n{JSON}");
    let long = format!("\"{}\"", "x".repeat(99));
    assert_snapshot!(ask_app(app, &head, &long).await, @r#"
    HTTP/1.1 413 Payload Too Large
    content-type: application/problem+json

    {"type":"about:blank","title":"Payload Too Large","status":413}
    "#);
}

#[tokio::test]
async fn what_is_not_well_formed_is_400() {
    let head = format!("POST /api/transports HTTP/1.1\n{TOKEN}\n{JSON}");
    assert_snapshot!(ask(&head, "{\"protocol\":").await, @r#"
    HTTP/1.1 400 Bad Request
    content-type: application/problem+json

    {"type":"about:blank","title":"Bad Request","status":400,"errors":[
    {"pointer":"/body/protocol","detail":"expected a value at byte 12"}]}
    "#);
    assert_snapshot!(ask(&format!("GET /api/tenants?filter=%zz HTTP/1.1\n{TOKEN}"), "").await, @r#"
    HTTP/1.1 400 Bad Request
    content-type: application/problem+json

    {"type":"about:blank","title":"Bad Request","status":400,"errors":[
    {"pointer":"/query/filter","detail":"is not well formed"}]}
    "#);
    assert_snapshot!(ask(&format!("GET /api/tenants/%FF HTTP/1.1\n{TOKEN}"), "").await, @r#"
    HTTP/1.1 400 Bad Request
    content-type: application/problem+json

    {"type":"about:blank","title":"Bad Request","status":400,"errors":[
    {"pointer":"/path/id","detail":"is not well formed"}]}
    "#);
}

#[tokio::test]
async fn what_is_not_as_declared_is_422_with_everything_at_once() {
    let types = r#"{"name": 7, "region": 5, "enabled": "yes", "cdr_event": {"username": []}}"#;
    let head = format!("POST /api/tenants HTTP/1.1\n{TOKEN}\n{JSON}");
    assert_snapshot!(ask(&head, types).await, @r#"
    HTTP/1.1 422 Unprocessable Entity
    content-type: application/problem+json

    {"type":"about:blank","title":"Unprocessable Entity","status":422,"errors":[
    {"pointer":"/body/name","detail":"expected a string, found a number"},
    {"pointer":"/body/region","detail":"expected a string, found a number"},
    {"pointer":"/body/enabled","detail":"expected a boolean, found a string"},
    {"pointer":"/body/cdr_event/username","detail":"expected a string, found an array"},
    {"pointer":"/body/domain","detail":"is required"},
    {"pointer":"/body/timezone","detail":"is required"},
    {"pointer":"/body/currency","detail":"is required"}]}
    "#);
    let bounds = r#"{"protocol": "SCTP", "port": 70000, "verification": "NEVER"}"#;
    let head = format!("POST /api/transports HTTP/1.1\n{TOKEN}\n{JSON}");
    assert_snapshot!(ask(&head, bounds).await, @r#"
    HTTP/1.1 422 Unprocessable Entity
    content-type: application/problem+json

    {"type":"about:blank","title":"Unprocessable Entity","status":422,"errors":[
    {"pointer":"/body/protocol","detail":"is not one of UDP, TCP, TLS"},
    {"pointer":"/body/port","detail":"is greater than 65535"},
    {"pointer":"/body/verification","detail":"is not one of DISABLE, OPTIONAL, MANDATORY"}]}
    "#);
    assert_snapshot!(ask(&head, "").await, @r#"
    HTTP/1.1 422 Unprocessable Entity
    content-type: application/problem+json

    {"type":"about:blank","title":"Unprocessable Entity","status":422,"errors":[
    {"pointer":"/body","detail":"is required"}]}
    "#);
    let queries = format!("GET /api/tenants?top=0&skip=-1 HTTP/1.1\n{TOKEN}");
    assert_snapshot!(ask(&queries, "").await, @r#"
    HTTP/1.1 422 Unprocessable Entity
    content-type: application/problem+json

    {"type":"about:blank","title":"Unprocessable Entity","status":422,"errors":[
    {"pointer":"/query/skip","detail":"is less than 0"},
    {"pointer":"/query/top","detail":"is less than 1"}]}
    "#);
    assert_snapshot!(ask(&format!("GET /api/tenants?top=ten&top=1 HTTP/1.1\n{TOKEN}"), "").await, @r#"
    HTTP/1.1 422 Unprocessable Entity
    content-type: application/problem+json

    {"type":"about:blank","title":"Unprocessable Entity","status":422,"errors":[
    {"pointer":"/query/top","detail":"is given more than once"}]}
    "#);
    assert_snapshot!(ask(&format!("GET /api/transports/SCTP/status HTTP/1.1\n{TOKEN}"), "").await, @r#"
    HTTP/1.1 422 Unprocessable Entity
    content-type: application/problem+json

    {"type":"about:blank","title":"Unprocessable Entity","status":422,"errors":[
    {"pointer":"/path/id","detail":"is not one of UDP, TCP, TLS"}]}
    "#);
}

#[tokio::test]
async fn missing_members_wrong_types_and_broken_bounds_are_told_at_once() {
    let mixed = r#"{"port": "5060", "verification": "NEVER"}"#;
    let head = format!("POST /api/transports HTTP/1.1\n{TOKEN}\n{JSON}");
    assert_snapshot!(ask(&head, mixed).await, @r#"
    HTTP/1.1 422 Unprocessable Entity
    content-type: application/problem+json

    {"type":"about:blank","title":"Unprocessable Entity","status":422,"errors":[
    {"pointer":"/body/port","detail":"expected an integer, found a string"},
    {"pointer":"/body/protocol","detail":"is required"},
    {"pointer":"/body/verification","detail":"is not one of DISABLE, OPTIONAL, MANDATORY"}]}
    "#);
}

#[tokio::test]
async fn what_is_not_implemented_is_501() {
    assert_snapshot!(ask(&format!("GET /api/license HTTP/1.1\n{TOKEN}"), "").await, @r#"
    HTTP/1.1 501 Not Implemented
    content-type: application/problem+json

    {"type":"about:blank","title":"Not Implemented","status":501}
    "#);
}
