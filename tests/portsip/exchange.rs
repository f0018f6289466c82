//! Client against server: what the handler gets is what the caller sent, what the caller gets is what the handler
//! answered. Over a real socket, and in the same process.

use crate::document;
use crate::operations::case;
use crate::sample::{Sampler, Sent};
use crate::server::{Recorder, caller, in_process, serve_api};
use bytes::Bytes;
use http::HeaderMap;
use portsip_pbx::client::Client;

async fn all_operations(client: Client, server: Recorder) {
    for seed in 0..4 {
        for operation in document::operations() {
            let name = format!("{} with seed {seed}", operation.id);
            let mut sampler = Sampler::new(seed);
            let (request, answer) = (sampler.request(&operation), sampler.answer(&operation));
            let case = case(operation.id);
            let expected = (case.receive)(&request)
                .again
                .expect("a request of this operation");
            server.state().next = Some(answer.clone());
            let got = (case.call)(client.clone(), &request).await;
            let got = got.unwrap_or_else(|error| panic!("{name}: {error}"));
            let state = server.state();
            let asked = state.asked.as_ref().expect("a request");
            assert_eq!(parts(asked), parts(&expected), "{name}");
            assert_eq!(state.subject.as_deref(), Some("anna"), "{name}");
            let expected = (case.reply)(answer).expect("an answer of this operation");
            assert_eq!(got, expected, "{name}");
        }
    }
}

fn parts(request: &http::Request<Bytes>) -> (&http::Method, &http::Uri, &HeaderMap, &Bytes) {
    (
        request.method(),
        request.uri(),
        request.headers(),
        request.body(),
    )
}

#[tokio::test]
async fn all_operations_over_a_socket() {
    let server = Recorder::default();
    let address = serve_api(server.clone()).await;
    all_operations(caller(address).build().expect("a client"), server).await;
}

#[tokio::test]
async fn all_operations_in_the_same_process() {
    let server = Recorder::default();
    all_operations(
        in_process(server.clone())
            .strict()
            .build()
            .expect("a client"),
        server,
    )
    .await;
}

#[test]
fn answers_that_are_made_up_differ() {
    // A recorder that always got the same would prove nothing.
    let operation = document::operation("showTenant");
    let answers: Vec<Sent> = (0..4)
        .map(|seed| Sampler::new(seed).answer(&operation))
        .collect();
    assert!(
        answers
            .iter()
            .enumerate()
            .all(|(at, it)| !answers[at + 1..].contains(it))
    );
}
