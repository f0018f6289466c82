//! The page that shows the document.

mod notes;

use bytes::Bytes;
use http::{HeaderMap, Request, header};
use notes::app_with;
use oasmith_runtime::server::Options;
use tower_service::Service;

const DOCUMENT: &str = r#"{"openapi":"3.1.0","info":{"title":"</script><script>x()"}}"#;

async fn get(app: &axum::Router, path: &str) -> (u16, HeaderMap, Bytes) {
    let request = Request::get(path).body(axum::body::Body::empty()).unwrap();
    let (parts, body) = app.clone().call(request).await.unwrap().into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    (parts.status.as_u16(), parts.headers, body)
}

/// What the page asks for.
fn asked(page: &str) -> Vec<&str> {
    let marks = ["href=\"", "src=\""];
    let after = marks.iter().flat_map(|mark| page.split(mark).skip(1));
    after.filter_map(|it| it.split('"').next()).collect()
}

#[tokio::test]
async fn the_page_and_all_it_asks_for_are_served() {
    let app = app_with(Options::new().docs(DOCUMENT));
    let (status, headers, page) = get(&app, "/api/docs/").await;
    let page = std::str::from_utf8(&page).unwrap();
    assert_eq!(
        (status, &headers[header::CONTENT_TYPE]),
        (200, &"text/html; charset=utf-8".parse().unwrap())
    );
    let asked = asked(page);
    assert!(asked.contains(&"./swagger-initializer.js"), "{asked:?}");
    for name in asked {
        let name = name.trim_start_matches("./");
        let (status, headers, bytes) = get(&app, &format!("/api/docs/{name}")).await;
        assert_eq!((status, bytes.is_empty()), (200, false), "{name}");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
    let (_, _, script) = get(&app, "/api/docs/swagger-initializer.js").await;
    let script = std::str::from_utf8(&script).unwrap();
    assert!(script.contains(r#""url": "../openapi.json""#), "{script}");
    assert!(script.contains(r#""validatorUrl": "none""#), "{script}");
    assert_eq!(get(&app, "/api/openapi.json").await.2, DOCUMENT);
}

#[tokio::test]
async fn nothing_of_the_document_is_in_the_page_and_nothing_comes_from_elsewhere() {
    let app = app_with(Options::new().docs(DOCUMENT));
    let (_, headers, page) = get(&app, "/api/docs/").await;
    let page = std::str::from_utf8(&page).unwrap();
    assert!(!page.contains("x()") && !page.contains("//"), "{page}");
    // Scripts are files: none stands in the page.
    assert!(
        page.split("<script")
            .skip(1)
            .all(|it| it.starts_with(" src=\"./"))
    );
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    for rule in [
        "default-src 'none'",
        "script-src 'self';",
        "connect-src 'self'",
    ] {
        assert!(policy.contains(rule), "{policy}");
    }
}

#[tokio::test]
async fn the_page_is_there_if_asked_for_and_works_where_it_is_nested() {
    let (status, ..) = get(&app_with(Options::new().document(DOCUMENT)), "/api/docs/").await;
    assert_eq!(status, 404);
    let inner = app_with(Options::new().docs(DOCUMENT));
    let app = axum::Router::new().nest("/v2", inner);
    let (status, headers, _) = get(&app, "/v2/api/docs").await;
    assert_eq!(
        (status, &headers[header::LOCATION]),
        (308, &"docs/".parse().unwrap())
    );
    assert_eq!(get(&app, "/v2/api/docs/").await.0, 200);
    assert_eq!(get(&app, "/v2/api/docs/../../x").await.0, 404);
}
