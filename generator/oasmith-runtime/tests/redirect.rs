//! What a client follows, and what it tells whom.

mod notes;
mod wire;

use notes::*;
use oasmith_runtime::body::{Body, BoxError};
use oasmith_runtime::client::{Client, ClientBuilder};
use oasmith_runtime::security::Credential;
use oasmith_runtime::transport::{BoxFuture, Transport};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use wire::{Wire, note, respond, wire};

fn builder(wire: &Wire) -> ClientBuilder {
    Client::builder(wire.base.clone())
        .credential(&BEARER, Credential::bearer("t0k"))
        .credential(&KEY, Credential::key("k1"))
        .credential(&QUERY_KEY, Credential::key("k2"))
        .credential(&COOKIE_KEY, Credential::key("c3"))
        .default_header("x-tenant", "s3cret")
        .user_agent("ua/1")
}

/// Redirects what does not begin with `GET /there` to `to`.
async fn redirecting(status: &'static str, to: String) -> Wire {
    let location = format!("location: {to}");
    wire(move |_, asked| match asked.contains(" /there") {
        true => note(),
        false => respond(status, &[&location], ""),
    })
    .await
}

fn show() -> Show {
    Show { id: "x".to_owned() }
}

fn create() -> Create {
    Create {
        top: None,
        body: Note::new("x", 1),
    }
}

fn line(asked: &str) -> &str {
    asked.lines().next().unwrap()
}

#[tokio::test]
async fn within_an_origin_everything_goes_along() {
    for status in ["301", "302", "307", "308"] {
        let wire = redirecting(status, "/there?a=b#c".to_owned()).await;
        let client = builder(&wire).build().unwrap();
        client.call(show()).header("x-own", "1").await.unwrap();
        let asked = wire.asked().pop().unwrap();
        assert_eq!(line(&asked), "GET /there?a=b HTTP/1.1");
        for sent in ["authorization: Bearer t0k", "x-tenant: s3cret", "x-own: 1"] {
            assert!(asked.contains(sent), "{asked}");
        }
        assert!(!asked.contains("referer"));
    }
}

#[tokio::test]
async fn another_origin_gets_no_credentials() {
    let there = wire(|_, _| note()).await;
    // A port is enough to be elsewhere. The second operation has keys in a header and in the query.
    let wire = redirecting("307", format!("{}/there", there.base)).await;
    let client = builder(&wire).build().unwrap();
    client.call(show()).header("x-own", "own").await.unwrap();
    let _ = client.call(Switch {}).await;
    let find = Find {
        id: "a".to_owned(),
        part: "b".to_owned(),
        ext: "c".to_owned(),
        list: vec!["d".to_owned()],
        ..Find::default()
    };
    let _ = client.call(find).await;
    let asked = there.asked();
    assert!(asked[0].contains("user-agent: ua/1"), "{}", asked[0]);
    for asked in asked {
        for secret in [
            "t0k", "k1", "k2", "c3", "s3cret", "own", "cookie", "referer",
        ] {
            assert!(!asked.contains(secret), "{asked}");
        }
    }
}

#[tokio::test]
async fn a_body_does_not_go_to_another_origin() {
    let there = wire(|_, _| note()).await;
    let wire = redirecting("307", format!("{}/there", there.base)).await;
    let client = builder(&wire).build().unwrap();
    let error = client.call(create()).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 307);
    assert_eq!(there.times(), 0);
}

#[tokio::test]
async fn the_method_changes_as_the_status_says() {
    for (status, expected) in [
        ("301", "GET /there HTTP/1.1"),
        ("302", "GET /there HTTP/1.1"),
        ("303", "GET /there HTTP/1.1"),
        ("307", "POST /there HTTP/1.1"),
        ("308", "POST /there HTTP/1.1"),
    ] {
        let wire = redirecting(status, "/there".to_owned()).await;
        let client = builder(&wire).build().unwrap();
        let _ = client.call(create()).await;
        let asked = wire.asked().pop().unwrap();
        assert_eq!(line(&asked), expected);
        let has_body = asked.contains("\"title\"");
        assert_eq!(has_body, expected.starts_with("POST"), "{status}");
        assert_eq!(asked.contains("content-type"), has_body, "{status}");
    }
}

#[tokio::test]
async fn a_loop_ends() {
    let wire = redirecting("302", "/again".to_owned()).await;
    let client = builder(&wire).build().unwrap();
    let error = client.call(show()).await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "the server redirects without end");
    assert!(!error.is_retryable());
    assert_eq!(wire.times(), 11);
}

#[tokio::test]
async fn what_leads_nowhere_is_the_answer() {
    for to in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user:secret@127.0.0.1/",
        "http://[",
    ] {
        let wire = redirecting("302", to.to_owned()).await;
        let client = builder(&wire).build().unwrap();
        let error = client.call(show()).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 302, "{to}");
        assert_eq!(wire.times(), 1);
    }
}

/// Answers that the note is elsewhere, without any encryption.
struct Elsewhere(Arc<AtomicUsize>);

impl Transport for Elsewhere {
    fn send(
        &self,
        _: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>> {
        self.0.fetch_add(1, Ordering::Relaxed);
        let answer = http::Response::builder()
            .status(302)
            .header("location", "http://in.process/there")
            .header("set-cookie", "session=s3cret")
            .body(Body::empty());
        Box::pin(async move { Ok(answer?) })
    }
}

#[tokio::test]
async fn what_was_encrypted_does_not_go_on_in_the_open() {
    let times = Arc::default();
    let client = Client::builder("https://in.process")
        .transport(Elsewhere(Arc::clone(&times)))
        .build()
        .unwrap();
    let error = client.call(show()).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 302);
    assert_eq!(times.load(Ordering::Relaxed), 1);
    // Nor does what opens a session stand in what is printed.
    assert!(format!("{error:?}").contains("set-cookie"), "{error:?}");
    assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
}
