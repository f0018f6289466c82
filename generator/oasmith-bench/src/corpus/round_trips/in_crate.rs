//! Sends samples through this crate, and writes what came back.

#![allow(warnings, clippy::all)]

use crate::operations as ops;
use crate::runtime::answer::Answer;
use crate::runtime::body::Body;
use crate::runtime::codec::{self, Json, Write};
use crate::runtime::operation::{self, ErrorBody, Meaning, Operation};
use crate::runtime::served::{self, ErrorAnswer, Served};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Names and JSON.
type Outcome = Result<Vec<(String, String)>, String>;
type Input = fn(&Given<'_>) -> Outcome;
type Answers = fn(&Given<'_>) -> Outcome;

/// The members of a sample, by name, as JSON.
struct Given<'a>(Vec<(&'a str, &'a str)>);

impl Given<'_> {
    fn find(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|it| it.0 == name).map(|it| it.1)
    }

    fn need<T: Json>(&self, name: &str) -> Result<T, String> {
        let found = self.maybe(name)?;
        found.ok_or_else(|| format!("{name} was not sampled"))
    }

    fn maybe<T: Json>(&self, name: &str) -> Result<Option<T>, String> {
        let Some(json) = self.find(name) else {
            return Ok(None);
        };
        let value = codec::decode(json.as_bytes());
        value.map(Some).map_err(|it| format!("{name} is not read: {it} in {json}"))
    }
}

/// What an input holds, as JSON.
#[derive(Default)]
struct Shown(Vec<(String, String)>);

impl Shown {
    fn need<T: Write>(&mut self, name: &str, value: &T) {
        self.0.push((name.to_owned(), text(&codec::encode(value))));
    }

    fn maybe<T: Write>(&mut self, name: &str, value: &Option<T>) {
        match value {
            Some(value) => self.need(name, value),
            None => self.0.push((name.to_owned(), "absent".to_owned())),
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn input<O>(given: O, show: fn(&O, &mut Shown)) -> Outcome
where
    O: Served + Clone + PartialEq,
{
    let shown = |it: &O| {
        let mut out = Shown::default();
        show(it, &mut out);
        out.0
    };
    let request = operation::encode(given.clone()).map_err(|it| format!("is not encoded: {it}"))?;
    let (parts, body) = request.into_parts();
    let sent = shown_request(&parts, &body);
    let back: O = served::decode(&parts, body).map_err(|it| {
        format!("is refused: {} in {sent}", text(&codec::encode(&*it)))
    })?;
    // Two values that are one and the same request cannot be told apart by anybody: `[a]` and `a` in a query.
    if back != given && !is_same_request(&sent, &back) {
        return Err(format!("is another one: {:?} became {:?} by {sent}", shown(&given), shown(&back)));
    }
    Ok(shown(&given))
}

fn is_same_request<O: Operation + Clone>(sent: &str, back: &O) -> bool {
    operation::encode(back.clone()).is_ok_and(|request| {
        let (parts, body) = request.into_parts();
        shown_request(&parts, &body) == sent
    })
}

fn shown_request(parts: &http::request::Parts, body: &Body) -> String {
    let body = text(body.as_bytes().unwrap_or(&Default::default()));
    let shown = format!("{} {:?} {body}", parts.uri, parts.headers);
    let media = parts.headers.get("content-type").and_then(|it| it.to_str().ok());
    // Parts are told apart by what is another text each time.
    match media.and_then(|it| it.split_once("boundary=")) {
        Some((_, boundary)) => shown.replace(boundary, "..."),
        None => shown,
    }
}

fn not_compared(_: &Given<'_>) -> Outcome {
    Err("is not compared".to_owned())
}

fn answer<O: Served>(given: &Given<'_>) -> Outcome {
    let status = given.find("status").unwrap_or_default();
    let status: StatusCode = status.parse().map_err(|_| "no status".to_owned())?;
    let mut headers = HeaderMap::new();
    for (name, json) in given.0.iter().filter(|it| it.0.starts_with("header/")) {
        let name = name.trim_start_matches("header/");
        let name: HeaderName = name.parse().map_err(|_| format!("{name} is no header"))?;
        let value: String = codec::decode(json.as_bytes()).map_err(|it| it.to_string())?;
        let value = HeaderValue::from_str(&value).map_err(|_| format!("{value} is no header"))?;
        headers.append(name, value);
    }
    let body = match (given.find("body"), given.find("text")) {
        (Some(json), _) => json.to_owned(),
        (None, Some(json)) => codec::decode(json.as_bytes()).map_err(|it| it.to_string())?,
        (None, None) => String::new(),
    };
    let first = through::<O>(status, headers, body.into_bytes())?;
    let bytes = |it: &Answer| it.body.as_bytes().map(|it| it.to_vec());
    let written = bytes(&first).ok_or_else(|| "is a stream".to_owned())?;
    let (status, headers) = (first.status, first.headers.clone());
    let second = through::<O>(status, headers.clone(), written.clone())?;
    if (second.status, &second.headers, bytes(&second)) != (status, &headers, Some(written.clone())) {
        return Err(format!("is another one when it is read again: {}", text(&written)));
    }
    let mut out = vec![("status".to_owned(), status.as_str().to_owned())];
    for (name, _) in given.0.iter().filter(|it| it.0.starts_with("header/")) {
        let values = headers.get_all(name.trim_start_matches("header/")).iter();
        let values: Vec<String> = values.map(|it| text(it.as_bytes())).collect();
        out.push(((*name).to_owned(), text(&codec::encode(&values.join(", ")))));
    }
    if given.find("body").is_some() {
        out.push(("body".to_owned(), text(&written)));
    }
    if given.find("text").is_some() {
        out.push(("text".to_owned(), text(&codec::encode(&text(&written)))));
    }
    Ok(out)
}

/// Read and written again.
fn through<O: Served>(status: StatusCode, headers: HeaderMap, body: Vec<u8>) -> Result<Answer, String> {
    match O::INFO.meaning(status) {
        Meaning::Success => {
            let given = text(&body);
            let answer = Answer { status, headers, body: Body::from(body) };
            let output = O::decode_answer(answer).map_err(|it| format!("is not read: {it} in {given}"))?;
            Ok(O::encode_answer(output))
        }
        Meaning::Error => {
            let given = text(&body);
            let answer = Answer { status, headers, body: Body::from(body) };
            let error = O::Error::decode(answer).map_err(|it| format!("is not read: {it} in {given}"))?;
            Ok(error.encode())
        }
        Meaning::Undeclared => Err("has a status that is not declared".to_owned()),
    }
}

#[test]
fn round_trips() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples = std::fs::read_to_string(folder.join("samples.tsv")).unwrap();
    let mut seen = String::new();
    for line in samples.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let (input, answer) = OPERATIONS[cells[0].parse::<usize>().unwrap()];
        let run = if cells[1] == "input" { input } else { answer };
        let members = cells[2..].chunks(2).map(|it| (it[0], it[1])).collect();
        let outcome = catch_unwind(AssertUnwindSafe(|| run(&Given(members))));
        let outcome = outcome.unwrap_or_else(|_| Err("panics".to_owned()));
        match outcome {
            Ok(members) => {
                seen += "ok";
                for (name, json) in members {
                    seen += &format!("\t{name}\t{json}");
                }
            }
            Err(why) => seen += &format!("fault\t{}", why.replace(['\t', '\n', '\r'], " ")),
        }
        seen.push('\n');
    }
    std::fs::write(folder.join("seen.tsv"), seen).unwrap();
}
