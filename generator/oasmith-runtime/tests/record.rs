//! Answers from a file: what is kept, what is not, and what is said when there is none.

mod notes;

use notes::*;
use oasmith_runtime::body::Body;
use oasmith_runtime::client::{Client, ClientBuilder, Error, Response};
use oasmith_runtime::record::{Recorder, Replayer};
use oasmith_runtime::security::Credential;
use oasmith_runtime::transport::{BoxFuture, Transport};
use std::fmt::Debug;
use std::fs::File;
use std::path::Path;

fn client(transport: impl Transport) -> Client {
    with_secrets(Client::builder("http://in.process/api").transport(transport))
}

fn with_secrets(builder: ClientBuilder) -> Client {
    builder
        .credential(&BEARER, Credential::bearer("t0k"))
        .credential(&KEY, Credential::key("k1"))
        .credential(&QUERY_KEY, Credential::key("k&2"))
        .build()
        .unwrap()
}

fn show(id: &str) -> Show {
    Show { id: id.to_owned() }
}

fn create(title: &str) -> Create {
    Create {
        top: None,
        body: Note::new(title, 1),
    }
}

fn told<T: Debug, E: Debug>(came: Result<Response<T>, Error<E>>) -> String {
    match came {
        Ok(answer) => format!("{} {:?}", answer.status, answer.body),
        Err(error) => format!("{error} {:?}", error.declared()),
    }
}

/// Some calls, and what came of them.
async fn play(client: &Client) -> Vec<String> {
    let mut said = Vec::new();
    for id in ["a", "none", "a"] {
        said.push(told(client.call(show(id)).await));
    }
    said.push(told(client.call(create("taken")).await));
    said.push(told(client.call(create("free")).await));
    said.push(format!("{:?}", client.call(Switch {}).await.is_ok()));
    let mut file = client.call(Export {}).await.unwrap().into_inner();
    while let Some(chunk) = file.chunk().await {
        said.push(format!("{chunk:?}"));
    }
    said
}

#[tokio::test]
async fn what_was_recorded_is_replayed_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.jsonl");
    let said = play(&client(Recorder::new(app(), File::create(&path).unwrap()))).await;
    let client = client(Replayer::new(File::open(&path).unwrap()).unwrap());
    assert_eq!(play(&client).await, said);
    let error = client.call(show("a")).await.unwrap_err();
    let why = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(why, "no answer to GET /api/notes/a is left, of 0 others");
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn a_secret_is_not_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.jsonl");
    play(&client(Recorder::new(app(), File::create(&path).unwrap()))).await;
    let text = std::fs::read_to_string(&path).unwrap();
    for secret in ["t0k", "k1", "k&2", "k%262"] {
        assert!(!text.contains(secret), "{text}");
    }
    assert!(text.contains("api%20key=redacted"), "{text}");
}

/// Answers everything with the same.
struct Says(&'static [(&'static str, &'static str)], &'static [u8]);

impl Transport for Says {
    fn send(
        &self,
        _: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, oasmith_runtime::body::BoxError>> {
        let mut answer = http::Response::new(Body::from(self.1.to_vec()));
        for (name, value) in self.0 {
            answer.headers_mut().append(*name, value.parse().unwrap());
        }
        Box::pin(async move { Ok(answer) })
    }
}

async fn recorded(says: Says, name: &str, path: &Path) -> String {
    let recorder = Recorder::new(says, File::create(path).unwrap()).redact(name);
    let client = Client::builder("http://in.process")
        .transport(recorder)
        .build()
        .unwrap();
    let body = client.call(Export {}).await.unwrap().into_inner();
    body.collect(999).await.unwrap();
    std::fs::read_to_string(path).unwrap()
}

#[tokio::test]
async fn names_tell_what_is_a_secret() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.jsonl");
    let headers = &[
        ("set-cookie", "a=s3cret"),
        ("x-api-key", "s3cret"),
        ("x-page", "2"),
        ("content-length", "9"),
    ];
    let body = br#"{"Access-Token":"s3cret","users":[{"password":["s3cret"],"name":"x","pin":7}],"next_page_token":"n1","shoe":"s3cret"}"#;
    let text = recorded(Says(headers, body), "Shoe", &path).await;
    let line = r#"{"method":"GET","path":"/notes/export","status":200,"headers":{"set-cookie":["redacted"],"x-api-key":["redacted"],"x-page":["2"]},"text":"{\"Access-Token\":\"redacted\",\"users\":[{\"password\":[\"redacted\"],\"name\":\"x\",\"pin\":0}],\"next_page_token\":\"n1\",\"shoe\":\"redacted\"}"}"#;
    assert_eq!(text, format!("{line}\n"));
}

#[tokio::test]
async fn lines_and_urls_are_looked_into_and_broken_json_is_not_kept() {
    const LINES: &[(&str, &str)] = &[("content-type", "application/x-ndjson")];
    const EVENTS: &[(&str, &str)] = &[("content-type", "Text/Event-Stream")];
    const JSON: &[(&str, &str)] = &[("content-type", "application/json")];
    const LINKS: &[(&str, &str)] = &[
        (
            "location",
            "https://a.example/b?page=2&access_token=s3cret#token=s3cret",
        ),
        (
            "link",
            "</b?api_key=s3cret>; rel=\"next\", </c?d=1>; rel=\"last\"",
        ),
    ];
    let cases: [(_, &[u8], _); 5] = [
        (
            LINES,
            b"{\"token\":\"s3cret\"}\n{\"a\":1}\n",
            r#""text":"{\"token\":\"redacted\"}\n{\"a\":1}\n""#,
        ),
        (
            EVENTS,
            b"id: 1\ndata: {\"token\":\"s3cret\"}\n\n",
            r#""text":"id: 1\ndata: {\"token\":\"redacted\"}\n\n""#,
        ),
        (
            EVENTS,
            b"data: {\"token\":\ndata: \"s3cret\"}\n\n",
            r#""text":"redacted""#,
        ),
        (JSON, b"{\"token\":\"s3cret\"", r#""text":"redacted""#),
        (
            LINKS,
            b"",
            r#""link":["</b?api_key=redacted>; rel=\"next\", </c?d=1>; rel=\"last\""],"location":["https://a.example/b?page=2&access_token=redacted#token=redacted"]"#,
        ),
    ];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.jsonl");
    for (headers, body, kept) in cases {
        let text = recorded(Says(headers, body), "none", &path).await;
        assert!(text.contains(kept) && !text.contains("s3cret"), "{text}");
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.jsonl");
    recorded(Says(&[], b"\xff\x00a"), "none", &path).await;
    let replayer = Replayer::new(File::open(&path).unwrap()).unwrap();
    assert_eq!(replayer.left(), 1);
    let client = Client::builder("http://elsewhere:99")
        .transport(replayer)
        .build()
        .unwrap();
    let body = client.call(Export {}).await.unwrap().into_inner();
    assert_eq!(&body.collect(9).await.unwrap()[..], b"\xff\x00a");
}

#[tokio::test]
async fn what_is_missing_says_what_differs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.jsonl");
    client(Recorder::new(app(), File::create(&path).unwrap()))
        .call(create("one"))
        .await
        .unwrap();
    let replaying = client(Replayer::new(File::open(&path).unwrap()).unwrap());
    let source = |error: &dyn std::error::Error| error.source().unwrap().to_string();
    let error = replaying.call(create("two")).await.unwrap_err();
    assert_eq!(
        source(&error),
        "no answer to POST /api/notes is left: its body is another one"
    );
    let with_top = Create {
        top: Some(5),
        ..create("one")
    };
    let error = replaying.call(with_top).await.unwrap_err();
    assert_eq!(
        source(&error),
        "no answer to POST /api/notes?top=5 is left, but one to POST /api/notes"
    );
    let error = replaying.call(show("x")).await.unwrap_err();
    assert_eq!(
        source(&error),
        "no answer to GET /api/notes/x is left, of 1 others"
    );
    std::fs::write(&path, "{}\n{").unwrap();
    let error = Replayer::new(File::open(&path).unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2: expected a member name at byte 1"
    );
}
