//! What is written is read as the same again, for every operation and both directions.
//!
//! In: random requests and answers that the document allows. The crate reads one, writes it, and reads what it wrote;
//! what it wrote is also compared with what was made up.

use crate::document::{self, Documented};
use crate::examples::{json, same};
use crate::operations::{CASES, case};
use crate::sample::{Sampler, escape};
use bytes::Bytes;
use http::Request;

const SEEDS: std::ops::Range<u64> = 0..64;

/// Every operation with every seed.
fn all() -> impl Iterator<Item = (Documented, Sampler, String)> {
    SEEDS.flat_map(|seed| {
        let all = document::operations().into_iter();
        all.map(move |it| {
            let name = format!("{} with seed {seed}", it.id);
            (it, Sampler::new(seed), name)
        })
    })
}

#[test]
fn requests_are_read_as_they_were_written() {
    for (operation, mut sampler, name) in all() {
        let sent = sampler.request(&operation);
        let received = (case(operation.id).receive)(&sent);
        assert_eq!(received.problem, None, "{name}: {sent:?}");
        let again = received.again.expect("an operation");
        assert_eq!(spelled_out(&again), spelled_out(&sent), "{name}");
        assert_eq!(*again.headers(), operation.asking(sent.headers()), "{name}");
        assert_same_body(again.body(), sent.body(), &name);
    }
}

#[test]
fn answers_are_read_as_they_were_written() {
    for (operation, mut sampler, name) in all() {
        let sent = sampler.answer(&operation);
        let case = case(operation.id);
        let again = (case.reply)(sent.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(
            (again.status, &again.headers),
            (sent.status, &sent.headers),
            "{name}"
        );
        if case.info.streams {
            assert_eq!(again.body, sent.body, "{name}");
        } else {
            assert_same_body(&again.body, &sent.body, &name);
        }
    }
}

fn assert_same_body(again: &Bytes, sent: &Bytes, name: &str) {
    match (json(again), json(sent)) {
        (Some(again), Some(sent)) => assert!(same(&again, &sent), "{name}: {again} is not {sent}"),
        (again, sent) => assert_eq!(again, sent, "{name}"),
    }
}

/// Method and target with every escape taken out: `-` and `%2D` are the same.
fn spelled_out(request: &Request<Bytes>) -> (String, Vec<Vec<u8>>) {
    let target = request.uri().to_string();
    let parts = target.split(['/', '?', '&', '=']).map(unescape);
    (request.method().to_string(), parts.collect())
}

fn unescape(part: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = part.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        let escaped = digits.and_then(|it| u8::from_str_radix(it, 16).ok());
        match escaped.filter(|_| *first == b'%') {
            Some(byte) => {
                out.push(byte);
                rest = &after[2..];
            }
            None => {
                out.push(*first);
                rest = after;
            }
        }
    }
    out
}

#[test]
fn a_path_keeps_any_text_but_the_empty_one() {
    let case = case("showTenant");
    for id in [
        "a/b ?#%2F+ü",
        ".",
        "..",
        "...",
        "%2e",
        "a//b",
        "switch",
        "\u{0}",
        "\"",
        "😀",
        "{id}",
        "a;b=c",
        "~",
    ] {
        let sent = Request::get(format!("/tenants/{}", escape(id)))
            .body(Bytes::new())
            .expect("a request");
        let again = (case.receive)(&sent)
            .again
            .unwrap_or_else(|| panic!("{id:?} is not read"));
        assert_eq!(spelled_out(&again), spelled_out(&sent), "{id:?}");
        let last = again.uri().path().rsplit('/').next();
        assert!(
            !matches!(last, Some("." | ".." | "")),
            "{id:?} is sent as {last:?}"
        );
    }
}

#[test]
fn fluent_methods_send_what_the_operation_says() {
    let client = portsip_pbx::client::Client::builder("https://pbx.example.com/api")
        .bearer("token")
        .build();
    let client = client.expect("a client");
    for (operation, mut sampler, name) in all().take(73 * 3) {
        let mut request = sampler.request(&operation);
        // Queries are set by setters, not by arguments.
        *request.uri_mut() = request.uri().path().parse().expect("a path");
        let [fluent, plain] = (case(operation.id).fluent)(&client, &request);
        assert_eq!(fluent, plain, "{name}");
        assert!(fluent.starts_with("Ok("), "{fluent}");
    }
    assert_eq!(CASES.len(), 73);
}
