//! Places of a path that hold several segments, from the client to the handler.

use http::{Method, Request};
use oasmith_runtime::body::Body;
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::operation::{self, Answer, DecodeError, Encoder, Info, Operation};
use oasmith_runtime::param::Style;
use oasmith_runtime::served::Served;
use oasmith_runtime::server::{Options, Route, router};
use oasmith_runtime::transport::Transport;
use std::sync::Arc;

/// Operations whose input is one path parameter, and who handles them.
macro_rules! operations {
    ($($name:ident($wire:literal) $method:ident $path:literal $(wide $wide:tt)?;)+) => {
        $(
            #[derive(Clone, Debug, PartialEq)]
            struct $name(String);

            impl Operation for $name {
                const INFO: &'static Info = &Info {
                    id: stringify!($name),
                    method: Method::$method,
                    path: $path,
                    $(wide: &$wide,)?
                    ..Info::PLAIN
                };
                type Output = String;
                type Error = ();
                fn encode(self, to: &mut Encoder) {
                    match Self::INFO.wide {
                        [] => to.path(&self.0, Style::Comma),
                        _ => to.wide().path(&self.0, Style::Comma),
                    }
                }
                fn decode_answer(answer: Answer) -> Result<String, DecodeError> {
                    answer.read_text()
                }
            }

            impl Served for $name {
                fn decode(from: &mut Decoder<'_>) -> Option<Self> {
                    from.path($wire, Style::Comma).map(Self)
                }
                fn encode_answer(text: String) -> Answer {
                    Answer::text(200, "text/plain", text)
                }
            }
        )+

        fn app(base: &str) -> axum::Router {
            let api = &Arc::new(());
            let routes = vec![$(
                Route::new(api, |_: &(), _, it: $name| {
                    Box::pin(async move { Ok(format!("{} {}", stringify!($name), it.0)) })
                }),
            )+];
            router(base, routes, None, Options::default())
        }
    };
}

operations! {
    Get("name") GET "/v1/{name}" wide ["name"];
    Cancel("name") POST "/v1/{name}:cancel" wide ["name"];
    Jobs("parent") GET "/v1/{parent}/jobs" wide ["parent"];
    Replace("id") PUT "/v1/{id}";
    Thing("id") GET "/v1/{id}/thing";
    Fixed("id") GET "/v1/fixed/{id}";
    Any("proxy") GET "/any/{proxy}" wide ["proxy"];
    Meta("path") GET "/files/{path}/meta" wide ["path"];
    Side("kind") GET "/{kind}/list";
}

async fn send(base: &str, mut request: Request<Body>) -> String {
    let target = format!("{base}{}", request.uri());
    *request.uri_mut() = target.parse().unwrap();
    let (parts, body) = app(base).send(request).await.unwrap().into_parts();
    let body = body.collect(1 << 20).await.unwrap();
    match parts.status.as_u16() {
        200 => String::from_utf8(body.to_vec()).unwrap(),
        other => other.to_string(),
    }
}

async fn call(operation: impl Operation) -> String {
    let request = operation::encode(operation).map_err(|it| it.to_string());
    match request {
        Ok(request) => {
            let sent = request.uri().to_string();
            format!("{sent} -> {}", send("/api/base", request).await)
        }
        Err(refused) => refused,
    }
}

async fn ask(method: Method, target: &str) -> String {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    *request.uri_mut() = target.parse().unwrap();
    send("/api/base", request).await
}

#[tokio::test]
async fn segments_stay_apart_on_their_way_to_the_handler() {
    let name = |it: &str| it.to_owned();
    for (told, expected) in [
        (
            call(Get(name("a/b c/d"))).await,
            "/v1/a/b%20c/d -> Get a/b c/d",
        ),
        (call(Get(name("a"))).await, "/v1/a -> Get a"),
        (
            call(Get(name("a//b?#%/"))).await,
            "/v1/a//b%3F%23%25/ -> Get a//b?#%/",
        ),
        (
            call(Get(name("p@x:y/(z);w=1"))).await,
            "/v1/p@x:y/(z);w=1 -> Get p@x:y/(z);w=1",
        ),
        (
            call(Cancel(name("a/b"))).await,
            "/v1/a/b:cancel -> Cancel a/b",
        ),
        (call(Jobs(name("a/b"))).await, "/v1/a/b/jobs -> Jobs a/b"),
        (call(Replace(name("a/b"))).await, "/v1/a%2Fb -> Replace a/b"),
        (call(Thing(name("a"))).await, "/v1/a/thing -> Thing a"),
        (call(Fixed(name("a"))).await, "/v1/fixed/a -> Fixed a"),
        (
            call(Any(name("any/any/a"))).await,
            "/any/any/any/a -> Any any/any/a",
        ),
    ] {
        assert_eq!(told, expected);
    }
    assert_eq!(ask(Method::GET, "/v1/fixed/a/b").await, "Get fixed/a/b");
    assert_eq!(ask(Method::GET, "/v1/a%2Fb").await, "Get a/b");
    assert_eq!(ask(Method::PUT, "/v1/a/b").await, "405");
    assert_eq!(ask(Method::GET, "/v1/").await, "404");
}

#[tokio::test]
async fn what_such_a_template_does_not_fit_is_for_another() {
    assert_eq!(ask(Method::GET, "/files/a/b/meta").await, "Meta a/b");
    assert_eq!(ask(Method::GET, "/files/list").await, "Side files");
    assert_eq!(ask(Method::GET, "/cats/list").await, "Side cats");
    // As long as the template, and no longer.
    assert_eq!(ask(Method::GET, "/files/a/list").await, "404");
}

#[tokio::test]
async fn dots_lead_nowhere_else() {
    for value in ["..", "a/../b", "./a", "a/.", "%2e%2E/a"] {
        let refused = call(Get(value.to_owned())).await;
        match value.contains('%') {
            true => assert!(refused.starts_with("/v1/%252e%252E/a -> Get"), "{refused}"),
            false => assert!(refused.contains("segment `.` or `..`"), "{refused}"),
        }
    }
    for path in [
        "/any/../b",
        "/any/a/%2E./b",
        "/any/a%2F..%2Fb",
        "/v1/a/../jobs",
    ] {
        let told = ask(Method::GET, path).await;
        assert!(
            ["400", "404", "405"].contains(&told.as_str()),
            "{path}: {told}"
        );
    }
}
