//! Bodies that are a value after the other, whatever pieces they come in.

use bytes::Bytes;
use oasmith_runtime::body::{Body, BoxError};
use oasmith_runtime::stream::{Event, EventStream, JsonLines};
use std::pin::Pin;
use std::task::{Context, Poll};

/// A body in pieces.
struct Pieces(std::vec::IntoIter<Bytes>);

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next().map(Ok))
    }
}

fn pieces(text: &[u8], size: usize) -> Body {
    let pieces: Vec<Bytes> = text.chunks(size).map(Bytes::copy_from_slice).collect();
    Body::stream(Pieces(pieces.into_iter()))
}

async fn lines(mut all: JsonLines<i32>) -> Vec<Option<i32>> {
    let mut found = Vec::new();
    while let Some(value) = all.next().await {
        found.push(value.ok());
    }
    found
}

async fn events<T: Send + 'static>(mut all: EventStream<T>) -> Vec<Event<T>> {
    let mut found = Vec::new();
    while let Some(event) = all.next().await {
        found.push(event.unwrap());
    }
    found
}

#[tokio::test]
async fn lines_are_values_in_whatever_pieces_they_come() {
    let text = b"1\n\n 2 \r\nx\n3";
    for size in 1..=text.len() {
        let read = lines(JsonLines::from_body(pieces(text, size))).await;
        assert_eq!(read, [Some(1), Some(2), None, Some(3)], "{size}");
    }
    let text = b"\x1e1\n\x1e\n2\n\x1e3";
    for size in 1..=text.len() {
        let read = lines(JsonLines::from_sequence(pieces(text, size))).await;
        assert_eq!(read, [Some(1), Some(2), Some(3)], "{size}");
    }
}

#[tokio::test]
async fn values_come_back_as_they_were() {
    let body = JsonLines::of(vec![1, 2])
        .into_body()
        .collect(99)
        .await
        .unwrap();
    assert_eq!(body, "1\n2\n");
    let body = JsonLines::of(vec![1, 2]).into_sequence();
    assert_eq!(
        lines(JsonLines::from_sequence(body)).await,
        [Some(1), Some(2)]
    );
    let mut event = Event::new("a\r\nb\n\nc: d".to_owned());
    event.event = Some("kind\ndata: x".to_owned());
    event.id = Some("7".to_owned());
    event.retry = Some(100);
    let body = EventStream::of(vec![event.clone()]).into_text_body();
    event.event = Some("kind data: x".to_owned());
    event.data = "a\nb\n\nc: d".to_owned();
    assert_eq!(
        events(EventStream::from_text_body(body)).await,
        [event.clone()]
    );
    let body = EventStream::of(vec![event.clone()]).into_body();
    assert_eq!(
        events(EventStream::<String>::from_body(body)).await,
        [event]
    );
}

#[tokio::test]
async fn events_are_read_as_the_standard_says() {
    let text = "\u{feff}: comment\ndata: a\r\ndata:b\r\n\r\nid: 1\ndata\n\nevent: none\n\revent: e\rretry: x\rdata:  c\r\rdata: lost".as_bytes();
    for size in 1..=text.len() {
        let read = events(EventStream::from_text_body(pieces(text, size))).await;
        let told: Vec<_> = read
            .iter()
            .map(|it| (it.data.as_str(), it.event.as_deref(), it.id.as_deref()))
            .collect();
        let expected = [
            ("a\nb", None, None),
            ("", None, Some("1")),
            (" c", Some("e"), Some("1")),
        ];
        assert_eq!(told, expected, "{size}");
    }
}

#[tokio::test]
async fn done_is_the_end_of_events() {
    let body = Body::from("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n");
    assert_eq!(
        events(EventStream::<i32>::from_body(body)).await,
        [Event::new(1)]
    );
}

#[tokio::test]
async fn a_value_without_end_is_refused() {
    let long = vec![b'1'; 17 << 20];
    for mut all in [
        JsonLines::<i32>::from_body(pieces(&long, 1 << 20)),
        JsonLines::from_sequence(pieces(&long, 1 << 20)),
    ] {
        let error = all.next().await.unwrap().unwrap_err();
        assert_eq!(error.to_string(), "the body is longer than 16777216 bytes");
        assert!(all.next().await.is_none());
    }
    let long = b"data: xxxxxxxxxxxxxxxx\n".repeat(1 << 20);
    let mut all = EventStream::from_text_body(pieces(&long, 1 << 20));
    assert!(all.next().await.unwrap().is_err());
}
