//! Answers that differ from the document: taken, told, or refused.

mod notes;
mod wire;

use jiff::Timestamp;
use notes::*;
use oasmith_runtime::client::{Client, ClientBuilder, Error, RetryPolicy};
use oasmith_runtime::operation::{Answer, DecodeError, Encoder, Info, Operation, Statuses};
use oasmith_runtime::stream::JsonLines;
use std::sync::{Arc, Mutex};
use wire::{Wire, respond, wire};

const ODD: &str = r#"{"title":"x","size":1,"colour":"RED","color":"GREEN","parts":[{"title":"y","size":2,"due":null,"parent":null}]}"#;

async fn answering(status: &'static str, media: &'static str, body: &'static str) -> Wire {
    wire(move |_, _| respond(status, &[media], body)).await
}

fn builder(wire: &Wire) -> ClientBuilder {
    Client::builder(wire.base.clone()).retry(RetryPolicy::none())
}

fn show() -> Show {
    Show { id: "x".to_owned() }
}

/// What the hook is told of.
fn listening(builder: ClientBuilder) -> (Client, Arc<Mutex<Vec<String>>>) {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let log = told.clone();
    let builder = builder.on_drift(move |it| log.lock().unwrap().push(it.to_string()));
    (builder.build().unwrap(), told)
}

#[tokio::test]
async fn drift_is_told_and_the_answer_is_taken() {
    let wire = answering("200 OK", "content-type: application/json", ODD).await;
    let (client, told) = listening(builder(&wire));
    let note = client.call(show()).await.unwrap();
    assert_eq!(note.color, Some(Color::Unknown("GREEN".to_owned())));
    assert_eq!(
        *told.lock().unwrap(),
        [
            "show (200): /colour is not a member of this object",
            "show (200): /color is not a value that the document names",
            "show (200): /parts/0/parent may not be null",
        ]
    );
}

#[tokio::test]
async fn an_answer_as_declared_is_nothing_to_tell() {
    let body = r#"{"title":"x","size":1,"color":"RED","due":null}"#;
    let wire = answering("200 OK", "content-type: application/json", body).await;
    let (client, told) = listening(builder(&wire).strict());
    client.call(show()).await.unwrap();
    assert!(told.lock().unwrap().is_empty());
}

#[tokio::test]
async fn who_is_strict_takes_no_drift() {
    let wire = answering("200 OK", "content-type: application/json", ODD).await;
    let (client, told) = listening(builder(&wire).strict());
    let error = client.call(show()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET /notes/{id}: the answer (200 OK) was not understood: /colour is not a member of this object"
    );
    assert_eq!(error.body().unwrap(), ODD);
    assert_eq!(told.lock().unwrap().len(), 3);
}

#[tokio::test]
async fn a_media_type_that_is_not_declared_is_drift() {
    for (media, is_declared) in [
        ("text/plain", true),
        ("TEXT/Plain ; charset=utf-8", true),
        ("image/png", true),
        ("text/html", false),
        ("", false),
    ] {
        let header = format!("content-type: {media}").leak();
        let wire = answering("200 OK", header, "x").await;
        let (client, told) = listening(builder(&wire));
        client.call(Typed {}).await.unwrap();
        let expected: &[&str] = match is_declared {
            true => &[],
            false => &["typed (200): the media type is not declared"],
        };
        assert_eq!(*told.lock().unwrap(), expected, "{media}");
        let strict = builder(&wire).strict().build().unwrap();
        assert_eq!(strict.call(Typed {}).await.is_ok(), is_declared);
    }
}

#[tokio::test]
async fn a_status_that_is_not_declared_is_told_and_an_error_anyway() {
    let wire = answering("503 Service Unavailable", "x-a: b", "").await;
    let (client, told) = listening(builder(&wire));
    let error = client.call(show()).await.unwrap_err();
    assert!(matches!(error, Error::Undeclared { .. }));
    assert_eq!(
        *told.lock().unwrap(),
        ["show (503): the status is not declared"]
    );
}

#[tokio::test]
async fn declared_errors_may_drift_too() {
    let body = r#"{"by":"anna","since":1}"#;
    let wire = answering("409 Conflict", "content-type: application/json", body).await;
    let create = || Create {
        top: None,
        body: Note::new("x", 1),
    };
    let (client, told) = listening(builder(&wire));
    let error = client.call(create()).await.unwrap_err();
    assert!(matches!(error, Error::Declared { error, .. } if error.by == "anna"));
    let expected = ["create (409): /since is not a member of this object"];
    assert_eq!(*told.lock().unwrap(), expected);
    let strict = builder(&wire).strict().build().unwrap();
    let error = strict.call(create()).await.unwrap_err();
    assert!(matches!(error, Error::Decode { .. }), "{error}");
}

/// Says where the thing is.
struct Locate;

impl Operation for Locate {
    const INFO: &'static Info = &Info {
        id: "locate",
        path: "/notes/where",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        ..Info::PLAIN
    };
    type Output = Option<String>;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}

    fn decode_answer(answer: Answer) -> Result<Self::Output, DecodeError> {
        answer.expect_headers(&["Content-Type", "Location"]);
        Ok(answer.header_param("Location"))
    }
}

#[tokio::test]
async fn a_required_header_that_is_missing_is_drift() {
    let wire = answering("200 OK", "content-type: application/json", "{}").await;
    let (client, told) = listening(builder(&wire));
    assert_eq!(client.call(Locate).await.unwrap().into_inner(), None);
    let expected = ["locate (200): the header `Location` is missing"];
    assert_eq!(*told.lock().unwrap(), expected);
    let strict = builder(&wire).strict().build().unwrap();
    let error = strict.call(Locate).await.unwrap_err();
    assert!(matches!(error, Error::Decode { .. }), "{error}");
}

#[tokio::test]
async fn an_undeclared_success_is_read_as_the_declared_one_and_told() {
    let wire = answering("204 No Content", "x-a: b", "").await;
    let (client, told) = listening(builder(&wire));
    let answer = client.call(Head).await.unwrap();
    assert_eq!(answer.status, 204);
    assert_eq!(
        *told.lock().unwrap(),
        ["head (204): the status is not declared"]
    );
    let strict = builder(&wire).strict().build().unwrap();
    assert_eq!(
        strict.call(Head).await.unwrap_err().to_string(),
        "GET /notes/head: answered 204 No Content (not declared)"
    );
    let error = client.call(show()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET /notes/{id}: answered 204 No Content (not declared)"
    );
    assert_eq!(told.lock().unwrap().len(), 2);
}

/// Says when the thing was made, and how large it is.
struct Head;

impl Operation for Head {
    const INFO: &'static Info = &Info {
        id: "head",
        path: "/notes/head",
        success: &[Statuses::Status(200)],
        ..Info::PLAIN
    };
    type Output = (Option<Timestamp>, Option<Timestamp>, Option<i64>);
    type Error = ();

    fn encode(self, _: &mut Encoder) {}

    fn decode_answer(answer: Answer) -> Result<Self::Output, DecodeError> {
        let (modified, made) = ("Last-Modified", "X-Made");
        let size = answer.header_param("X-Size");
        Ok((
            answer.header_param(modified),
            answer.header_param(made),
            size,
        ))
    }
}

#[tokio::test]
async fn a_header_that_is_not_as_declared_is_drift() {
    let headers = "last-modified: Wed, 21 Oct 2015 07:28:00 GMT\r\n\
                   x-made: Wed, 21 Oct 2015 07:28:00 GMT\r\nx-size: large";
    let wire = answering("200 OK", headers, "").await;
    let (client, told) = listening(builder(&wire));
    let at = "2015-10-21T07:28:00Z".parse().ok();
    let read = client.call(Head).await.unwrap().into_inner();
    assert_eq!(read, (at, at, None));
    let expected = [
        "head (200): the header `X-Size` is not an integer",
        "head (200): the header `X-Made` is not a date and time with an offset, up to 9999-12-30T22:00:00Z",
    ];
    assert_eq!(*told.lock().unwrap(), expected);
    let strict = builder(&wire).strict().build().unwrap();
    assert!(strict.call(Head).await.is_err());
}

/// Answers notes, one after the other.
struct Follow;

impl Operation for Follow {
    const INFO: &'static Info = &Info {
        id: "follow",
        path: "/notes/all",
        produces: &["application/x-ndjson"],
        success: &[Statuses::Status(200)],
        streams: true,
        ..Info::PLAIN
    };
    type Output = JsonLines<Note>;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}

    fn decode_answer(answer: Answer) -> Result<Self::Output, DecodeError> {
        Ok(answer.read_lines())
    }
}

#[tokio::test]
async fn the_values_of_a_stream_are_looked_at_one_by_one() {
    const LINES: &str = "{\"title\":\"a\",\"size\":1,\"due\":null}\n{\"title\":\"b\",\"size\":1,\"due\":null,\"new\":1}\n{\"title\":1}\n";
    let wire = answering("200 OK", "content-type: application/x-ndjson", LINES).await;
    for (is_strict, expected) in [(false, [true, true, false]), (true, [true, false, false])] {
        let builder = match is_strict {
            true => builder(&wire).strict(),
            false => builder(&wire),
        };
        let (client, told) = listening(builder);
        let mut notes = client.call(Follow).await.unwrap().into_inner();
        for (at, is_read) in expected.into_iter().enumerate() {
            assert_eq!(notes.next().await.unwrap().is_ok(), is_read, "{at}");
        }
        assert!(notes.next().await.is_none());
        let expected = ["follow (200): /new is not a member of this object"];
        assert_eq!(*told.lock().unwrap(), expected);
    }
}

#[tokio::test]
async fn what_is_wrong_anyway_is_no_drift() {
    let body = r#"{"title":"x","size":[],"colour":1}"#;
    let wire = answering("200 OK", "content-type: application/json", body).await;
    let (client, told) = listening(builder(&wire));
    let error = client.call(show()).await.unwrap_err();
    assert!(
        error.to_string().contains("/size expected an integer"),
        "{error}"
    );
    assert!(told.lock().unwrap().is_empty());
}
