//! The client before judges that nobody here wrote; `tests/judges/client/run` brings them.
//!
//! Every request is noted for one that reads them. The others stand between the client and the crate's own server, or in
//! the server's place; where none is given, the same calls go to that server.

use crate::document;
use crate::operations::case;
use crate::sample::{Sampler, Sent};
use crate::server::{Recorder, Tokens};
use bytes::Bytes;
use http::{Request, Response};
use portsip_pbx::client::{Client, Failure, Transport};
use portsip_pbx::runtime::body::{Body, BoxError, BoxFuture};
use portsip_pbx::server::router;
use portsip_pbx::servers::Server;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// Where a judge expects the crate's own server.
const UPSTREAM: &str = "OASMITH_JUDGE_UPSTREAM";
/// The URL of a judge that passes calls on.
const PROXY: &str = "OASMITH_JUDGE_PROXY";
/// The URL of a judge that answers calls itself.
const MOCK: &str = "OASMITH_JUDGE_MOCK";

/// How many inputs of each operation are judged: none of the optional parts, all of them, some with odd characters.
const SEEDS: u64 = 8;

/// Notes what is sent, and answers what it is told.
#[derive(Clone, Default)]
struct Noted {
    lines: Arc<Mutex<Vec<Value>>>,
    next: Arc<Mutex<Option<Sent>>>,
}

impl Transport for Noted {
    fn send(&self, request: Request<Body>) -> BoxFuture<'_, Result<Response<Body>, BoxError>> {
        let text = |bytes: &Bytes| String::from_utf8_lossy(bytes).into_owned();
        let headers = request.headers().iter();
        let headers: Vec<_> = headers
            .map(|(name, value)| json!([name.as_str(), String::from_utf8_lossy(value.as_bytes())]))
            .collect();
        self.lines.lock().unwrap().push(json!({
            "method": request.method().as_str(),
            "url": request.uri().to_string(),
            "headers": headers,
            "body": request.body().as_bytes().map(text),
        }));
        let next = self.next.lock().unwrap().take();
        Box::pin(async move {
            let sent = next.ok_or("nothing to answer")?;
            let mut response = Response::new(Body::from(sent.body));
            (*response.status_mut(), *response.headers_mut()) = (sent.status, sent.headers);
            Ok(response)
        })
    }
}

#[tokio::test]
async fn every_request_is_noted() {
    let noted = Noted::default();
    // What is sampled is as the document has it, so strictness finds nothing.
    let client = Client::builder(Server::default()).transport(noted.clone());
    let client = client.bearer("secret").strict().build().expect("a client");
    for seed in 0..SEEDS {
        for operation in document::operations() {
            let mut sampler = Sampler::new(seed);
            let (request, answer) = (sampler.request(&operation), sampler.answer(&operation));
            *noted.next.lock().unwrap() = Some(answer);
            let got = (case(operation.id).call)(client.clone(), &request).await;
            got.unwrap_or_else(|error| panic!("{} with seed {seed}: {error}", operation.id));
        }
    }
    let lines = noted.lines.lock().unwrap();
    assert_eq!(lines.len() as u64, SEEDS * 73);
    let text: String = lines.iter().map(|it| format!("{it}\n")).collect();
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/requests.jsonl");
    std::fs::write(file, text).expect("a file in the target folder");
}

/// Serves the crate's own server, and says where.
async fn upstream(server: Recorder) -> String {
    let address = std::env::var(UPSTREAM).unwrap_or_else(|_| "127.0.0.1:0".to_owned());
    let listener = tokio::net::TcpListener::bind(address)
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router(server, Tokens)).await });
    format!("http://{address}/api")
}

/// A body that Prism can pass on: it makes text of bytes, and takes no integer that JavaScript would round.
fn passed_on(body: &Bytes) -> Bytes {
    if body.is_empty() {
        return body.clone();
    }
    match serde_json::from_slice::<Value>(body) {
        Ok(mut value) => {
            round(&mut value);
            value.to_string().into()
        }
        Err(_) => Bytes::from_static(b"10.0.0.0/8,DENY\n"),
    }
}

fn round(value: &mut Value) {
    match value {
        Value::Number(it) if it.as_i64().is_some_and(|it| it.unsigned_abs() >= 1 << 53) => {
            *value = json!(1);
        }
        Value::Array(items) => items.iter_mut().for_each(round),
        Value::Object(members) => members.values_mut().for_each(round),
        _ => {}
    }
}

/// What went wrong, and the judge's words for it.
fn told(error: &Failure) -> String {
    let body = error.answer().map(|it| String::from_utf8_lossy(&it.body));
    format!("{error}\n{}", body.unwrap_or_default())
}

#[tokio::test]
async fn a_proxy_finds_nothing_wrong() {
    let server = Recorder::default();
    let upstream = upstream(server.clone()).await;
    let base = std::env::var(PROXY).unwrap_or(upstream);
    let client = Client::builder(base).bearer("secret").build();
    let client = client.expect("a client");
    for seed in 0..SEEDS {
        for operation in document::operations() {
            let mut sampler = Sampler::new(seed);
            let (request, mut answer) = (sampler.request(&operation), sampler.answer(&operation));
            answer.body = passed_on(&answer.body);
            server.state().next = Some(answer.clone());
            let got = (case(operation.id).call)(client.clone(), &request).await;
            let got = got.unwrap_or_else(|error| panic!("seed {seed}: {}", told(&error)));
            let expected = (case(operation.id).reply)(answer).expect("an answer of it");
            assert_eq!(got, expected, "{} with seed {seed}", operation.id);
        }
    }
}

#[tokio::test]
async fn a_mock_takes_every_request_and_its_answers_are_read() {
    let server = Recorder::default();
    let upstream = upstream(server.clone()).await;
    let base = std::env::var(MOCK).unwrap_or(upstream);
    let client = Client::builder(base).bearer("secret").build();
    let client = client.expect("a client");
    let mut faults = Vec::new();
    for seed in 0..SEEDS {
        for operation in document::operations() {
            // Prism's examples do not keep to `pattern`, and then it refuses its own answer.
            if operation.id == "showVoicemailServer" {
                continue;
            }
            let mut sampler = Sampler::new(seed);
            let request = sampler.request(&operation);
            server.state().next = Some(sampler.answer(&operation));
            let got = (case(operation.id).call)(client.clone(), &request).await;
            faults.extend(got.err().map(|it| format!("seed {seed}: {}", told(&it))));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
