//! When a request is sent again.

mod notes;
mod wire;

use notes::*;
use oasmith_runtime::body::Body;
use oasmith_runtime::client::{Client, ClientBuilder, Error, RetryPolicy};
use std::time::{Duration, Instant, SystemTime};
use wire::{Say, Wire, note, respond, wire};

fn quick() -> RetryPolicy {
    RetryPolicy::new().backoff(Duration::from_millis(1), Duration::from_millis(2))
}

fn builder(wire: &Wire) -> ClientBuilder {
    Client::builder(wire.base.clone()).retry(quick())
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

/// Is unwell `times` times, then well.
async fn unwell(times: usize, status: &'static str, headers: &'static [&'static str]) -> Wire {
    wire(move |number, asked| match number > times {
        true if asked.starts_with("POST") => {
            respond("201 Created", &[], r#"{"title":"x","size":1}"#)
        }
        true => note(),
        false => respond(status, headers, ""),
    })
    .await
}

#[tokio::test]
async fn what_passes_is_tried_again() {
    for status in ["408", "425", "429", "502", "503", "504"] {
        let wire = unwell(2, status, &[]).await;
        let client = builder(&wire).build().unwrap();
        assert_eq!(client.call(show()).await.unwrap().title, "x", "{status}");
        assert_eq!(wire.times(), 3);
    }
    for status in ["400", "401", "404", "409", "500", "501"] {
        let wire = unwell(1, status, &[]).await;
        let client = builder(&wire).build().unwrap();
        assert!(client.call(show()).await.is_err());
        assert_eq!(wire.times(), 1, "{status}");
    }
}

#[tokio::test]
async fn the_last_answer_stands() {
    let wire = unwell(9, "503 Service Unavailable", &["x-request-id: r-3"]).await;
    let client = builder(&wire).build().unwrap();
    let error = client.call(show()).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), wire.times()), (503, 3));
    assert_eq!(error.request_id(), Some("r-3"));
    let error = client.call(show()).no_retry().await.unwrap_err();
    assert_eq!((error.is_retryable(), wire.times()), (true, 4));
    let five = quick().attempts(5);
    assert!(client.call(show()).retry(five).await.is_err());
    assert_eq!(wire.times(), 9);
}

#[tokio::test]
async fn what_servers_call_a_request_stands_in_one_of_several_headers() {
    const HEADERS: [&[&str]; 4] = [
        &["request-id: r-1"],
        &["x-correlation-id: r-1"],
        &["x-ms-request-id: r-1", "x-trace-id: r-2"],
        &["x-trace-id: r-1"],
    ];
    for headers in HEADERS {
        let wire = unwell(1, "404 Not Found", headers).await;
        let client = builder(&wire).build().unwrap();
        let error = client.call(show()).await.unwrap_err();
        assert_eq!(error.request_id(), Some("r-1"), "{headers:?}");
    }
}

#[tokio::test]
async fn a_connection_that_breaks_is_tried_again() {
    // In the middle of the headers, and in the middle of the body.
    for broken in [
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{\"ti",
    ] {
        let wire = wire(move |number, _| match number {
            1 => vec![Say::Bytes(broken.into())],
            _ => note(),
        })
        .await;
        let client = builder(&wire).build().unwrap();
        assert_eq!(client.call(show()).await.unwrap().title, "x");
        assert_eq!(wire.times(), 2);
    }
}

#[tokio::test]
async fn what_is_not_idempotent_needs_a_key() {
    let wire = unwell(1, "503", &[]).await;
    let client = builder(&wire).build().unwrap();
    assert!(client.call(create()).await.is_err());
    assert_eq!(wire.times(), 1);
    let wire = unwell(1, "503", &[]).await;
    let client = builder(&wire).build().unwrap();
    client.call(create()).idempotency_key("k-1").await.unwrap();
    let asked = wire.asked();
    assert!(
        asked
            .iter()
            .all(|it| it.contains("\r\nidempotency-key: k-1\r\n"))
    );
    assert_eq!((asked.len(), asked[0] == asked[1]), (2, true));
}

#[tokio::test]
async fn a_streamed_body_is_sent_once() {
    let wire = unwell(9, "503", &[]).await;
    let client = builder(&wire).build().unwrap();
    let call = client.call(Upload {
        id: "up".to_owned(),
        body: Body::stream(Body::from("abc")),
    });
    assert!(call.idempotency_key("k").await.is_err());
    assert_eq!(wire.times(), 1);
}

#[tokio::test]
async fn a_server_says_how_long_to_wait() {
    let wire = unwell(1, "429", &["retry-after: 1"]).await;
    let client = builder(&wire).build().unwrap();
    let begun = Instant::now();
    client.call(show()).await.unwrap();
    assert!(begun.elapsed() >= Duration::from_secs(1));
    // A date, which has a resolution of a second.
    let at = SystemTime::now() + Duration::from_secs(2);
    let header = format!("retry-after: {}", httpdate::fmt_http_date(at)).leak();
    let wire = unwell(1, "503", vec![&*header].leak()).await;
    let client = builder(&wire).build().unwrap();
    let begun = Instant::now();
    client.call(show()).await.unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(900));
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_not_waited() {
    // Longer than the policy has it, and longer than the call may take.
    for (asked, policy) in [
        ("retry-after: 3600", quick()),
        ("retry-after: 20", quick()),
        ("retry-after: Fri, 31 Dec 9999 23:59:59 GMT", quick()),
    ] {
        let wire = unwell(1, "503", vec![asked].leak()).await;
        let client = builder(&wire).build().unwrap();
        let begun = Instant::now();
        let call = client.call(show()).retry(policy);
        let error = call.timeout(Duration::from_secs(5)).await.unwrap_err();
        assert_eq!((error.status().unwrap().as_u16(), wire.times()), (503, 1));
        assert!(begun.elapsed() < Duration::from_secs(3));
    }
}

#[tokio::test]
async fn a_sick_server_is_not_stormed() {
    let wire = unwell(1000, "503", &[]).await;
    let client = builder(&wire).retry(quick().budget(5)).build().unwrap();
    for _ in 0..20 {
        assert!(client.call(show()).await.is_err());
    }
    // Every call goes out once; five are repeated.
    assert_eq!(wire.times(), 25);
}

#[tokio::test]
async fn ten_successes_earn_a_retry() {
    let wire = wire(|number, _| match number {
        1 | 2 | 13 => respond("503", &[], ""),
        _ => note(),
    })
    .await;
    let client = builder(&wire).retry(quick().budget(1)).build().unwrap();
    assert!(client.call(show()).await.is_err());
    for _ in 0..10 {
        client.call(show()).await.unwrap();
    }
    client.call(show()).await.unwrap();
    assert_eq!(wire.times(), 14);
}

#[tokio::test]
async fn an_attempt_and_a_call_have_their_times() {
    let stalls = || vec![Say::Wait(Duration::from_secs(60))];
    let slow_once = wire(move |number, _| match number {
        1 => stalls(),
        _ => note(),
    })
    .await;
    let client = builder(&slow_once)
        .attempt_timeout(Duration::from_millis(500))
        .build()
        .unwrap();
    assert_eq!(client.call(show()).await.unwrap().title, "x");
    let slow = wire(move |_, _| stalls()).await;
    let client = builder(&slow).build().unwrap();
    let begun = Instant::now();
    let call = client
        .call(show())
        .attempt_timeout(Duration::from_millis(100));
    let call = call.retry(quick().attempts(100));
    let error = call.timeout(Duration::from_secs(1)).await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }));
    assert_eq!(
        error.to_string(),
        "GET /notes/{id}: no answer came within 1s"
    );
    let took = begun.elapsed();
    assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(60));
    // Each attempt has its time, and on a busy machine takes longer than that: fewer than ten come about.
    assert!((2..=10).contains(&slow.times()), "{}", slow.times());
}
