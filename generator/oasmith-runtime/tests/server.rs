//! The server, request by request, in the same process.

mod notes;

use axum::extract::DefaultBodyLimit;
use http::{HeaderMap, Method};
use notes::app;
use oasmith_runtime::body::Body;
use oasmith_runtime::transport::Transport;

/// Status, headers, body.
type Told = (u16, HeaderMap, String);

async fn ask(
    app: &axum::Router,
    method: &str,
    path: &str,
    headers: &[(&'static str, &str)],
    body: impl Into<Body>,
) -> Told {
    let mut request = http::Request::new(body.into());
    *request.method_mut() = Method::from_bytes(method.as_bytes()).unwrap();
    *request.uri_mut() = path.parse().unwrap();
    for (name, value) in headers {
        request.headers_mut().append(*name, value.parse().unwrap());
    }
    let (parts, body) = app.send(request).await.unwrap().into_parts();
    let body = body.collect(1 << 20).await.unwrap();
    (
        parts.status.as_u16(),
        parts.headers,
        String::from_utf8(body.to_vec()).unwrap(),
    )
}

/// Status and body of a GET.
async fn get(path: &str, headers: &[(&'static str, &str)]) -> (u16, String) {
    let (status, _, body) = ask(&app(), "GET", path, headers, Body::empty()).await;
    (status, body)
}

const TOKEN: (&str, &str) = ("authorization", "Bearer t0k");
const JSON: (&str, &str) = ("content-type", "application/json");

/// A refusal is a problem that says what its status says.
fn problem(told: &Told) -> u16 {
    let (status, headers, body) = told;
    assert_eq!(
        headers["content-type"], "application/problem+json",
        "{body}"
    );
    assert!(
        body.starts_with(r#"{"type":"about:blank","title":""#),
        "{body}"
    );
    assert!(body.contains(&format!(r#""status":{status}"#)), "{body}");
    *status
}

#[tokio::test]
async fn what_is_not_there_is_404() {
    for path in [
        "/",
        "/notes/x",
        "/api",
        "/api/notes/",
        "/api/notes/x/",
        "/api/notes//x",
        "/api/find/a",
        "/api/nope",
    ] {
        assert_eq!(
            problem(&ask(&app(), "GET", path, &[], Body::empty()).await),
            404,
            "{path}"
        );
    }
}

#[tokio::test]
async fn another_method_is_405_and_says_which_there_are() {
    for (method, path, allow) in [
        ("POST", "/api/notes/x", "GET, DELETE, HEAD, OPTIONS"),
        ("DELETE", "/api/notes/switch", "GET, HEAD, OPTIONS"),
        ("GET", "/api/notes", "POST, OPTIONS"),
        ("BREW", "/api/notes/x/file", "PUT, OPTIONS"),
    ] {
        let told = ask(&app(), method, path, &[], Body::empty()).await;
        assert_eq!(
            (problem(&told), told.1["allow"].to_str().unwrap()),
            (405, allow),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn options_are_told() {
    let told = ask(&app(), "OPTIONS", "/api/notes/x", &[], Body::empty()).await;
    assert_eq!((told.0, told.2.as_str()), (204, ""));
    assert_eq!(told.1["allow"], "GET, DELETE, HEAD, OPTIONS");
    let told = ask(&app(), "OPTIONS", "/api/nope", &[], Body::empty()).await;
    assert_eq!(problem(&told), 404);
}

#[tokio::test]
async fn no_credential_is_401_and_says_what_would_do() {
    const NOBODY: &str = "Bearer realm=\"api\"";
    const REFUSED: &str = "Bearer realm=\"api\", error=\"invalid_token\"";
    for (headers, bearer) in [
        (&[][..], NOBODY),
        (&[("authorization", "Bearer bad")], REFUSED),
        (&[("authorization", "Bearer ")], NOBODY),
        (&[("authorization", "t0k")], NOBODY),
        (&[("authorization", "Basic !")], NOBODY),
        (&[("x-key", "k1")], NOBODY),
    ] {
        let told = ask(&app(), "GET", "/api/notes/x", headers, Body::empty()).await;
        assert_eq!(problem(&told), 401, "{headers:?}");
        let challenges: Vec<_> = told.1.get_all("www-authenticate").iter().collect();
        assert_eq!(
            challenges,
            [bearer, "Basic realm=\"api\", charset=\"UTF-8\""]
        );
    }
    let told = ask(&app(), "GET", "/api/find/a/part-b.c/d", &[], Body::empty()).await;
    assert_eq!(
        (problem(&told), told.1["www-authenticate"].to_str().unwrap()),
        (401, "ApiKey")
    );
}

#[tokio::test]
async fn a_credential_that_does_not_do_is_403() {
    assert_eq!(
        problem(
            &ask(
                &app(),
                "GET",
                "/api/notes/x",
                &[("authorization", "Bearer low")],
                Body::empty()
            )
            .await
        ),
        403
    );
}

#[tokio::test]
async fn a_token_without_the_scopes_is_403_and_says_which() {
    let few = [("authorization", "Bearer few")];
    let told = ask(&app(), "GET", "/api/scoped", &few, Body::empty()).await;
    assert_eq!(
        (problem(&told), told.1["www-authenticate"].to_str().unwrap()),
        (
            403,
            "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"read write\""
        )
    );
    // Who is not known to have any is the authenticator's own affair.
    assert_eq!(get("/api/scoped", &[TOKEN]).await.0, 200);
    let all = [("authorization", "Bearer all")];
    assert_eq!(
        ask(&app(), "GET", "/api/scoped", &all, Body::empty())
            .await
            .0,
        200
    );
}

#[tokio::test]
async fn who_is_calling_reaches_the_handler() {
    let who =
        |headers: &'static [(&str, &str)]| async move { get("/api/notes/x", headers).await.1 };
    assert_eq!(
        who(&[TOKEN]).await,
        r#"{"title":"x","size":1,"due":"anna"}"#
    );
    assert_eq!(
        who(&[("authorization", "bearer  t0k")]).await,
        r#"{"title":"x","size":1,"due":"anna"}"#
    );
    assert_eq!(
        who(&[("authorization", "basic Ym9iOnA6dw==")]).await,
        r#"{"title":"x","size":1,"due":"bob"}"#
    );
}

#[tokio::test]
async fn of_several_credentials_all_must_do() {
    assert_eq!(
        get("/api/notes/switch?api%20key=k%262", &[("x-key", "k1")])
            .await
            .0,
        200
    );
    assert_eq!(
        get("/api/notes/switch?api+key=k%263", &[("x-key", "k1")])
            .await
            .0,
        401
    );
    // They are optional there: too few are none.
    assert_eq!(get("/api/notes/switch", &[("x-key", "k1")]).await.0, 200);
    assert_eq!(
        get(
            "/api/find/a/part-b.c/d",
            &[("cookie", "x=y; session=c%3B3")]
        )
        .await
        .0,
        200
    );
}

#[tokio::test]
async fn credentials_come_before_everything_else() {
    assert_eq!(get("/api/find/%zz/part-b.c/d", &[]).await.0, 401);
}

#[tokio::test]
async fn another_media_type_is_415() {
    let post = |headers: &'static [(&str, &str)], body: &'static str| async move {
        ask(&app(), "POST", "/api/notes", headers, body).await
    };
    for headers in [
        &[][..],
        &[("content-type", "text/plain")],
        &[("content-type", "application/jsonx")],
        &[("content-type", "application/problem+json")],
    ] {
        let told = post(headers, "{}").await;
        assert_eq!(problem(&told), 415, "{headers:?}");
        assert!(
            told.2
                .contains(r#""detail":"the body must be application/json""#)
        );
    }
    let note = r#"{"title":"abc","size":1}"#;
    assert_eq!(
        post(&[("content-type", "Application/JSON; charset=utf-8")], note)
            .await
            .0,
        201
    );
}

#[tokio::test]
async fn a_body_too_long_is_413() {
    let note =
        |length: usize| format!(r#"{{"title":"abc","size":1,"x":"{}"}}"#, "x".repeat(length));
    assert_eq!(
        problem(&ask(&app(), "POST", "/api/notes", &[JSON], note(3 << 20)).await),
        413
    );
    assert_eq!(
        ask(&app(), "POST", "/api/notes", &[JSON], note(1 << 20))
            .await
            .0,
        201
    );
    let app = app().layer(DefaultBodyLimit::max(100));
    assert_eq!(
        ask(&app, "POST", "/api/notes", &[JSON], note(10)).await.0,
        201
    );
    assert_eq!(
        ask(&app, "POST", "/api/notes", &[JSON], note(100)).await.0,
        413
    );
}

#[tokio::test]
async fn a_streamed_body_may_be_longer() {
    let file = vec![0; 5 << 20];
    let told = ask(
        &app(),
        "PUT",
        "/api/notes/x/file",
        &[("content-type", "application/octet-stream")],
        file,
    )
    .await;
    assert_eq!((told.0, told.2.as_str()), (200, r#""x 5242880""#));
}

#[tokio::test]
async fn what_is_broken_is_400() {
    for body in ["{", "", "{\"title\":\"a\",}", "\u{feff}{}"] {
        let told = ask(&app(), "POST", "/api/notes", &[JSON], body).await;
        assert_eq!(
            problem(&told),
            if body.is_empty() { 422 } else { 400 },
            "{body}"
        );
    }
    let told = ask(
        &app(),
        "POST",
        "/api/notes?top=%zz",
        &[JSON],
        r#"{"title":"abc","size":1}"#,
    )
    .await;
    assert_eq!(
        (
            problem(&told),
            told.2
                .contains(r#""errors":[{"pointer":"/query/top","detail":"is not well formed"}]"#)
        ),
        (400, true)
    );
}

#[tokio::test]
async fn content_that_is_wrong_is_422_with_all_that_is_wrong() {
    let told = ask(
        &app(),
        "POST",
        "/api/notes?top=x",
        &[JSON],
        r#"{"title":1,"color":"GREEN","parts":[{"title":"ab"}]}"#,
    )
    .await;
    assert_eq!(problem(&told), 422);
    assert_eq!(
        told.2,
        r#"{"type":"about:blank","title":"Unprocessable Entity","status":422,"errors":[{"pointer":"/query/top","detail":"is not an integer"},{"pointer":"/body/title","detail":"expected a string, found a number"},{"pointer":"/body/parts/0/size","detail":"is required"},{"pointer":"/body/size","detail":"is required"},{"pointer":"/body/color","detail":"is not one of RED, BLUE"}]}"#
    );
    let told = ask(
        &app(),
        "POST",
        "/api/notes?top=0",
        &[JSON],
        r#"{"title":"","size":-1,"color":"GREEN","parts":[{"title":"A","size":1}]}"#,
    )
    .await;
    let pointers: Vec<&str> = told
        .2
        .split("\"pointer\":\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(
        pointers,
        [
            "/query/top",
            "/body/title",
            "/body/title",
            "/body/size",
            "/body/color",
            "/body/parts/0/title"
        ]
    );
}

#[tokio::test]
async fn what_a_handler_refuses_is_told() {
    let told = ask(&app(), "GET", "/api/notes/none", &[TOKEN], Body::empty()).await;
    assert_eq!(
        (
            problem(&told),
            told.2.contains(r#""detail":"no such note""#)
        ),
        (404, true)
    );
    assert_eq!(
        problem(&ask(&app(), "GET", "/api/notes/todo", &[TOKEN], Body::empty()).await),
        501
    );
    let told = ask(
        &app(),
        "POST",
        "/api/notes",
        &[JSON],
        r#"{"title":"taken","size":1}"#,
    )
    .await;
    assert_eq!((told.0, told.2.as_str()), (409, r#"{"by":"anna"}"#));
}

#[tokio::test]
async fn a_panic_is_500_and_tells_nothing() {
    let told = ask(&app(), "GET", "/api/notes/panic", &[TOKEN], Body::empty()).await;
    assert_eq!((problem(&told), told.2.contains("internals")), (500, false));
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let told = ask(&app(), "HEAD", "/api/notes/x", &[TOKEN], Body::empty()).await;
    assert_eq!((told.0, told.2.as_str()), (200, ""));
    assert_eq!(
        (&told.1["content-length"], &told.1["content-type"]),
        (&"35".parse().unwrap(), &"application/json".parse().unwrap())
    );
}

#[tokio::test]
async fn what_is_spelled_out_goes_before_a_place() {
    assert_eq!(get("/api/notes/switch", &[]).await, (200, String::new()));
    assert_eq!(
        get("/api/notes/export", &[]).await,
        (200, "a,b\n".to_owned())
    );
    assert_eq!(get("/api/files/a.b.json", &[]).await.1, "json a.b");
    assert_eq!(get("/api/files/a.jso", &[]).await.1, "any a.jso");
    assert_eq!(get("/api/files/.json", &[]).await.1, "any .json");
}

#[tokio::test]
async fn operations_at_one_path_are_told_apart_by_its_query() {
    assert_eq!(get("/api/acts?action=go%20on&x=y", &[]).await.1, "go on");
    assert_eq!(
        get("/api/acts?x=y&action=stop%20it", &[]).await,
        (200, String::new())
    );
    let told = ask(&app(), "GET", "/api/acts?x=y", &[], Body::empty()).await;
    assert_eq!(problem(&told), 404);
    let told = ask(&app(), "PUT", "/api/acts", &[], Body::empty()).await;
    assert_eq!(problem(&told), 405);
}

#[tokio::test]
async fn a_fragment_names_a_header_or_a_parameter() {
    let target = ("x-target", "A.b");
    assert_eq!(get("/api/targets", &[target]).await.1, "by header");
    assert_eq!(get("/api/targets?list", &[]).await.1, "by query");
    assert_eq!(get("/api/targets?page=2&list", &[]).await.1, "by both");
    assert_eq!(get("/api/targets?list=", &[]).await.1, "by query");
}

#[tokio::test]
async fn a_router_can_be_nested() {
    let app = axum::Router::new().nest("/v2", app());
    let told = ask(&app, "GET", "/v2/api/notes/x%2Fy", &[TOKEN], Body::empty()).await;
    assert_eq!(told.2, r#"{"title":"x/y","size":1,"due":"anna"}"#);
}

#[tokio::test]
async fn a_request_with_much_wrong_is_told_of_some_of_it() {
    let query = "%&".repeat(2_000);
    let (status, body) = get(&format!("/api/notes/x?{query}"), &[TOKEN]).await;
    assert_eq!(status, 400, "{body}");
    assert_eq!(body.matches("is not well formed").count(), 100, "{body}");
}
