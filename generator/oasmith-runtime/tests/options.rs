//! What a router may be told.

mod notes;

use axum::middleware::map_response;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request};
use notes::{Create, Show, app_with};
use oasmith_runtime::body::Body;
use oasmith_runtime::operation::Answer;
use oasmith_runtime::server::Options;
use oasmith_runtime::transport::Transport;

async fn get(app: &axum::Router, path: &str) -> (u16, HeaderMap, Bytes) {
    let request = Request::get(path).header("authorization", "Bearer t0k");
    let response = app
        .send(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect(1 << 20).await.unwrap();
    (parts.status.as_u16(), parts.headers, body)
}

#[tokio::test]
async fn paths_begin_where_they_are_told_to() {
    let app = app_with(Options::new().base("v2/deep"));
    assert_eq!(get(&app, "/v2/deep/notes/x").await.0, 200);
    assert_eq!(get(&app, "/api/notes/x").await.0, 404);
}

#[tokio::test]
async fn several_routers_stand_beside_one_another() {
    let two = app_with(Options::new().base("/b"));
    let app = app_with(Options::new().base("/a")).merge(two.reset_fallback());
    let app = axum::Router::new()
        .nest("/deeper", app_with(Options::new().base("/")))
        .merge(app);
    for path in ["/a/notes/x", "/b/notes/x", "/deeper/notes/x"] {
        assert_eq!(get(&app, path).await.0, 200, "{path}");
    }
    let (status, headers, _) = get(&app, "/deeper/none").await;
    assert_eq!(
        (status, &headers["content-type"]),
        (404, &HeaderValue::from_static("application/problem+json"))
    );
}

#[tokio::test]
async fn refusals_have_the_shape_that_is_asked_for() {
    let app = app_with(Options::new().problems(|cx, problem| {
        let text = format!("{} {problem}", cx.parts.uri.path());
        Answer::text(problem.status.as_u16(), "text/plain", text)
    }));
    for (path, status, text) in [
        ("/api/nope", 404, "/api/nope Not Found"),
        ("/none", 404, "/none Not Found"),
        ("/api/notes", 405, "/api/notes Method Not Allowed"),
        (
            "/api/notes/none",
            404,
            "/api/notes/none Not Found: no such note",
        ),
        (
            "/api/notes/panic",
            500,
            "/api/notes/panic Internal Server Error",
        ),
        (
            "/api/notes/%zz",
            400,
            "/api/notes/%zz Bad Request: /path/id: is not well formed",
        ),
    ] {
        let (found, headers, body) = get(&app, path).await;
        assert_eq!((found, &body[..]), (status, text.as_bytes()));
        assert_eq!(headers["content-type"], "text/plain");
        // What belongs to a refusal stays with it.
        assert_eq!(headers.contains_key("allow"), status == 405);
    }
    // What a handler made by hand is nobody else's.
    assert_eq!(get(&app, "/api/notes/odd").await.0, 299);
}

#[tokio::test]
async fn layers_stand_around_one_operation() {
    async fn mark(mut response: Response) -> Response {
        let mark = HeaderValue::from_static("seen");
        response.headers_mut().append("x-mark", mark);
        response
    }
    let app = app_with(
        Options::new()
            .layer_for::<Show>(|it| it.layer(map_response(mark)))
            .layer_for::<Show>(|it| it.layer(map_response(mark)))
            .layer_for::<Create>(|it| it.layer(map_response(mark))),
    );
    let marks = |headers: &HeaderMap| headers.get_all("x-mark").iter().count();
    for (path, status, marked) in [
        ("/api/notes/x", 200, 2),
        ("/api/notes/none", 404, 2),
        ("/api/notes/switch", 200, 0),
        ("/api/notes", 405, 0),
    ] {
        let (found, headers, _) = get(&app, path).await;
        assert_eq!((found, marks(&headers)), (status, marked), "{path}");
    }
    let head = Request::head("/api/notes/x").header("authorization", "Bearer t0k");
    let head = app.send(head.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(
        (&head.headers()["content-length"], marks(head.headers())),
        (&HeaderValue::from_static("35"), 2)
    );
}

#[tokio::test]
async fn the_document_is_served_if_asked_for() {
    assert_eq!(
        get(&app_with(Options::new()), "/api/openapi.json").await.0,
        404
    );
    let app = app_with(Options::new().document("{}"));
    let (status, headers, body) = get(&app, "/api/openapi.json").await;
    assert_eq!((status, &body[..]), (200, &b"{}"[..]));
    assert_eq!(headers["content-type"], "application/json");
}

#[tokio::test]
async fn bodies_may_be_as_long_as_they_are_told() {
    let app = app_with(Options::new().max_body(100));
    for (length, status) in [(10, 201), (100, 413)] {
        let note = format!(r#"{{"title":"abc","size":1,"x":"{}"}}"#, "x".repeat(length));
        for body in [
            Body::from(note.clone()),
            Body::stream(Chunks(note.into_bytes())),
        ] {
            let request = Request::post("/api/notes").header("content-type", "application/json");
            let response = app.send(request.body(body).unwrap()).await.unwrap();
            assert_eq!(response.status(), status);
        }
    }
}

/// A body that does not say how long it is: chunks of seven bytes.
struct Chunks(Vec<u8>);

impl futures_core::Stream for Chunks {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        let length = self.0.len().min(7);
        let rest = self.0.split_off(length);
        let chunk = std::mem::replace(&mut self.0, rest);
        std::task::Poll::Ready((!chunk.is_empty()).then(|| Ok(chunk.into())))
    }
}
