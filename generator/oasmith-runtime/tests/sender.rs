//! Webhooks and callbacks go where their receivers say, with nothing that is not theirs.

mod notes;
mod wire;

use http::StatusCode;
use notes::*;
use oasmith_runtime::address::Address;
use oasmith_runtime::client::RetryPolicy;
use oasmith_runtime::codec::Raw;
use oasmith_runtime::security::Credential;
use oasmith_runtime::sender::Sender;
use std::time::Duration;
use wire::{note, respond, wire};

fn create() -> Create {
    Create {
        top: None,
        body: Note::new("x", 1),
    }
}

fn to(url: &str) -> String {
    let receiver = Sender::new().unwrap().to(url).unwrap();
    let sent = receiver
        .call(Create {
            top: Some(2),
            ..create()
        })
        .request();
    sent.unwrap().uri().to_string()
}

#[test]
fn a_receiver_has_its_own_path_and_query() {
    let cases = [
        ("https://a.example", "https://a.example/?top=2"),
        (
            "http://a.example:8080/hook/",
            "http://a.example:8080/hook/?top=2",
        ),
        (
            "HTTPS://A.example/x?key=1#part",
            "https://a.example/x?key=1&top=2",
        ),
        (
            "https://a.example\\@b.example/../x y",
            "https://a.example/x%20y?top=2",
        ),
        ("https://[::1]/a", "https://[::1]/a?top=2"),
    ];
    for (url, sent) in cases {
        assert_eq!(to(url), sent, "{url}");
    }
}

#[test]
fn what_is_no_place_on_the_web_is_refused_without_repeating_it() {
    let cases = [
        (
            "ftp://a.example/s3cret",
            "does not begin with `https://` or `http://`",
        ),
        (
            "file:///etc/passwd",
            "does not begin with `https://` or `http://`",
        ),
        (
            "javascript:alert(1)",
            "does not begin with `https://` or `http://`",
        ),
        ("https://anna:s3cret@a.example", "holds credentials"),
        ("https://anna@a.example", "holds credentials"),
        ("/hook", "is not a URL"),
        ("https://", "is not a URL"),
        ("a.example/hook\r\nx: y", "is not a URL"),
    ];
    for (url, why) in cases {
        let refused = Sender::new().unwrap().to(url).unwrap_err().to_string();
        assert_eq!(refused, format!("the URL of the receiver {why}"));
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let wire = wire(|_, _| respond("307 x", &["location: /there"], "")).await;
    let receiver = Sender::new().unwrap().to(&wire.base).unwrap();
    let error = receiver.call(create()).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::TEMPORARY_REDIRECT));
    assert_eq!(wire.times(), 1);
}

#[tokio::test]
async fn credentials_go_to_those_that_require_them_and_may_differ_by_receiver() {
    let wire = wire(|_, _| note()).await;
    let sender = Sender::with(|it| it.credential(&BEARER, Credential::bearer("ours"))).unwrap();
    let receiver = sender.to(format!("{}/hook?a=b", wire.base)).unwrap();
    let show = || Show { id: "x".to_owned() };
    receiver.call(show()).await.unwrap();
    let theirs = receiver.with_credential(&BEARER, Credential::bearer("theirs"));
    theirs.call(show()).await.unwrap();
    let asked = wire.asked();
    for (asked, token) in asked.iter().zip(["ours", "theirs"]) {
        assert!(asked.starts_with("GET /hook?a=b HTTP/1.1"), "{asked}");
        assert!(
            asked.contains(&format!("authorization: Bearer {token}")),
            "{asked}"
        );
    }
}

#[tokio::test]
async fn a_sender_tries_again_as_it_is_set_up() {
    let wire = wire(|times, _| match times {
        1 => respond("503 x", &[], ""),
        _ => respond(
            "201 x",
            &["content-type: application/json"],
            r#"{"title":"x","size":1}"#,
        ),
    })
    .await;
    let brief = Duration::from_millis(1);
    let policy = RetryPolicy::new().backoff(brief, brief);
    let sender = Sender::with(|it| it.retry(policy)).unwrap();
    let receiver = sender.to(&wire.base).unwrap();
    receiver.call(create()).idempotency_key("1").await.unwrap();
    assert_eq!(wire.times(), 2);
}

#[test]
fn the_rest_of_a_receivers_url_is_never_printed() {
    let receiver = Sender::new()
        .unwrap()
        .to("https://a.example/s3cret")
        .unwrap();
    assert_eq!(format!("{receiver:?}"), r#"Receiver(Some("a.example"))"#);
}

#[test]
fn an_address_is_what_the_request_says() {
    let body =
        Raw::parse(r#"{"url":"https://a.example/b?c","to":["x",{"a/b":7}],"no":null}"#).unwrap();
    let member = |pointer| Address::new().member(Some(&body), pointer).finish();
    assert_eq!(member("/url").as_deref(), Some("https://a.example/b?c"));
    assert_eq!(member("/to/1/a~1b").as_deref(), Some("7"));
    for missing in ["", "/no", "/to", "/to/2", "/url/x", "/other"] {
        assert_eq!(member(missing), None, "{missing}");
    }
    assert_eq!(Address::new().param::<String>(None).finish(), None);
}

#[test]
fn behind_its_beginning_an_address_is_data() {
    let body = Raw::parse(r#"{"id":"../a&b=c"}"#).unwrap();
    let address = Address::new()
        .param(Some(&"https://a.example".to_owned()))
        .text("/on/")
        .member(Some(&body), "/id");
    assert_eq!(
        address.finish().as_deref(),
        Some("https://a.example/on/..%2Fa%26b%3Dc")
    );
}
