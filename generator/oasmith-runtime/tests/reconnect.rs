//! Events that go on after a lost connection, over real sockets.

mod notes;
mod wire;

use http::Method;
use oasmith_runtime::client::{Client, RetryPolicy};
use oasmith_runtime::operation::{Answer, DecodeError, Encoder, Info, Operation, Statuses};
use oasmith_runtime::reconnect::Reconnecting;
use oasmith_runtime::stream::EventStream;
use std::time::{Duration, Instant};
use wire::{Say, Wire, respond, wire};

#[derive(Clone, Debug)]
struct Watch;

impl Operation for Watch {
    const INFO: &'static Info = &Info {
        id: "watch",
        method: Method::GET,
        path: "/events",
        produces: &["text/event-stream"],
        success: &[Statuses::Status(200)],
        streams: true,
        ..Info::PLAIN
    };
    type Output = EventStream<i64>;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}

    fn decode_answer(answer: Answer) -> Result<EventStream<i64>, DecodeError> {
        Ok(answer.read_events())
    }
}

fn events(wire: &Wire) -> Reconnecting<i64> {
    let client = Client::builder(wire.base.clone()).retry(RetryPolicy::none());
    let client = client.build().unwrap();
    client
        .call(Watch)
        .reconnecting()
        .wait(Duration::from_millis(5))
}

async fn all(mut events: Reconnecting<i64>) -> Vec<String> {
    let mut all = Vec::new();
    while let Some(event) = events.next().await {
        all.push(match event {
            Ok(event) => event.data.to_string(),
            Err(error) => error.to_string(),
        });
    }
    all
}

/// An answer that breaks off after these bytes.
fn broken(body: &str) -> Vec<Say> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 999\r\n\r\n";
    vec![Say::Bytes([head, body].concat().into_bytes())]
}

fn asked(wire: &Wire) -> Vec<String> {
    let asked = wire.asked();
    let id = |text: &String| {
        let line = text
            .lines()
            .find_map(|it| it.strip_prefix("last-event-id: "));
        line.unwrap_or("-").to_owned()
    };
    asked.iter().map(id).collect()
}

#[tokio::test]
async fn events_go_on_after_the_last_one_that_came() {
    let wire = wire(|number, _| match number {
        1 => broken("retry: 1\nid: a\ndata: 1\n\ndata: 2\n\ndata: 3"),
        2 => respond("503 Service Unavailable", &[], ""),
        3 => respond(
            "200 OK",
            &["content-type: text/event-stream"],
            "id: b\ndata: x\n\ndata: 4\n\n",
        ),
        _ => respond("204 No Content", &[], ""),
    })
    .await;
    let all = all(events(&wire)).await;
    assert_eq!(all, ["1", "2", "expected a value at byte 0", "4"]);
    assert_eq!(asked(&wire), ["-", "a", "a", "b"]);
}

#[tokio::test]
async fn a_server_cannot_ask_to_be_asked_again_at_once() {
    let wire = wire(|number, _| match number {
        1..=2 => broken("retry: 0\ndata: 1\n\n"),
        _ => respond("204 No Content", &[], ""),
    })
    .await;
    let start = Instant::now();
    assert_eq!(all(events(&wire)).await, ["1", "1"]);
    assert!(
        start.elapsed() >= Duration::from_millis(200),
        "{:?}",
        start.elapsed()
    );
}

#[tokio::test]
async fn attempts_without_an_event_are_bounded() {
    let wire = wire(|number, _| match number {
        1 => broken("id: a\ndata: 1\n\n"),
        _ => respond("503 Service Unavailable", &[], "closed"),
    })
    .await;
    let all = all(events(&wire).attempts(3)).await;
    assert_eq!(all.len(), 2, "{all:?}");
    assert_eq!(
        all[1],
        "GET /events: answered 503 Service Unavailable (not declared): closed"
    );
    assert_eq!(wire.times(), 3);
}

#[tokio::test]
async fn a_refusal_is_the_last_word() {
    let wire = wire(|_, _| respond("403 Forbidden", &[], "")).await;
    let all = all(events(&wire).after("z")).await;
    assert_eq!(all, ["GET /events: answered 403 Forbidden (not declared)"]);
    assert_eq!(asked(&wire), ["z"]);
}
