//! The exchanges that the vendor prints, one for each operation of the first page.

use crate::document::{self, Documented};
use crate::operations::{Case, case};
use crate::sample::Sent;
use crate::schema::{Schema, breaches};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use serde_json::Value;

/// What the vendor's own values break: `pattern: [a-z0-9]{6,64}` asks for six characters, and "text" has four.
/// The page is at fault, not the reader: these examples are read and written as all others.
const KNOWN_BREACHES: &[(&str, &[&str])] = &[
    ("showTenant", BROKEN_EVENTS),
    ("createTenant", BROKEN_EVENTS),
    ("updateTenant", BROKEN_EVENTS),
];
const BROKEN_EVENTS: &[&str] = &[
    "/cdr_event/username minLength",
    "/cdr_event/username pattern",
    "/cdr_event/password minLength",
    "/cdr_event/password pattern",
    "/cdr_event/url pattern",
    "/extension_event/username minLength",
    "/extension_event/username pattern",
    "/extension_event/password minLength",
    "/extension_event/password pattern",
    "/extension_event/url pattern",
];

struct Exchange {
    documented: Documented,
    case: &'static Case,
    request: Option<Value>,
    answer: Answer,
}

struct Answer {
    status: StatusCode,
    media: Option<String>,
    body: Bytes,
}

fn exchanges() -> Vec<Exchange> {
    let text = include_str!("../../specs/portsip/examples.json");
    let file: Value = serde_json::from_str(text).expect("examples.json is JSON");
    let examples = file["examples"].as_array().expect("a list");
    examples.iter().map(exchange).collect()
}

fn exchange(example: &Value) -> Exchange {
    let text = |name: &str| example[name].as_str();
    let mut all = document::operations().into_iter();
    let documented = all
        .find(|it| Some(it.method.as_str()) == text("method") && Some(it.path) == text("path"))
        .expect("an operation of the document");
    let status = text("response_status").and_then(|it| it.parse().ok());
    let body = match text("response_kind") {
        Some("json") => example["response_json"].to_string().into(),
        Some("text") => Bytes::from_static(b"text"),
        _ => Bytes::new(),
    };
    Exchange {
        case: case(documented.id),
        documented,
        request: Some(example["request_body"].clone()).filter(|it| !it.is_null()),
        answer: Answer {
            status: status.expect("a status"),
            media: text("response_media").map(str::to_owned),
            body,
        },
    }
}

impl Exchange {
    /// Identifiers are made up: the examples have none.
    fn sent(&self) -> Request<Bytes> {
        let path = self.documented.path;
        let path = match path {
            "/transports/{id}/status" => path.replace("{id}", "UDP"),
            _ => path
                .replace("{id}", "1")
                .replace("{dealer_id}", "2")
                .replace("{tenant_id}", "3"),
        };
        let request = Request::builder()
            .method(self.documented.method.clone())
            .uri(path);
        match &self.request {
            Some(body) => request
                .header(header::CONTENT_TYPE, "application/json")
                .body(body.to_string().into()),
            None => request.body(Bytes::new()),
        }
        .expect("a request")
    }

    fn known_breaches(&self) -> &'static [&'static str] {
        let mut known = KNOWN_BREACHES.iter();
        known
            .find(|(id, _)| *id == self.documented.id)
            .map_or(&[], |(_, broken)| broken)
    }
}

/// Equal, where `1` and `1.0` are one number.
pub fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

/// The JSON of a body; `None` when there is none.
pub fn json(body: &Bytes) -> Option<Value> {
    (!body.is_empty()).then(|| serde_json::from_slice(body).expect("JSON"))
}

#[test]
fn there_is_one_for_each_operation_of_the_page() {
    let mut ids: Vec<_> = exchanges().iter().map(|it| it.documented.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 61);
}

#[test]
fn answers_are_read_and_written_again_as_they_were() {
    for it in exchanges() {
        let id = it.documented.id;
        let mut headers = HeaderMap::new();
        if let Some(media) = &it.answer.media {
            headers.insert(
                header::CONTENT_TYPE,
                HeaderValue::from_str(media).expect("a media type"),
            );
        }
        let sent = Sent {
            status: it.answer.status,
            headers,
            body: it.answer.body,
        };
        let again = (it.case.reply)(sent.clone()).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(
            (again.status, &again.headers),
            (sent.status, &sent.headers),
            "{id}"
        );
        if it.case.info.streams {
            assert_eq!(again.body, sent.body, "{id}");
            continue;
        }
        match (json(&again.body), json(&sent.body)) {
            (Some(again), Some(sent)) => {
                assert!(same(&again, &sent), "{id}: {again} is not {sent}")
            }
            (again, sent) => assert_eq!(again, sent, "{id}"),
        }
    }
}

#[test]
fn requests_are_read_and_written_again_as_they_were() {
    for it in exchanges() {
        let id = it.documented.id;
        let sent = it.sent();
        let again = (it.case.receive)(&sent)
            .again
            .unwrap_or_else(|| panic!("{id} is not read"));
        assert_eq!(
            (again.method(), again.uri()),
            (sent.method(), sent.uri()),
            "{id}"
        );
        assert_eq!(
            *again.headers(),
            it.documented.asking(sent.headers()),
            "{id}"
        );
        match (json(again.body()), it.request) {
            (Some(again), Some(sent)) => {
                assert!(same(&again, &sent), "{id}: {again} is not {sent}")
            }
            (again, sent) => assert_eq!(again, sent, "{id}"),
        }
    }
}

#[test]
fn servers_find_what_the_vendor_s_own_requests_break_and_nothing_else() {
    for it in exchanges() {
        let problem = (it.case.receive)(&it.sent()).problem;
        let errors = problem.map(|problem| problem.errors).unwrap_or_default();
        let found: Vec<_> = errors
            .iter()
            .map(|it| it.pointer.trim_start_matches("/body"))
            .collect();
        let known = it
            .known_breaches()
            .iter()
            .filter_map(|it| Some(it.split_once(' ')?.0));
        let known: Vec<_> = if it.request.is_some() {
            known.collect()
        } else {
            Vec::new()
        };
        assert_eq!(found, known, "{}: {errors:?}", it.documented.id);
    }
}

#[test]
fn the_document_allows_all_other_examples() {
    for it in exchanges() {
        let Documented {
            id, body, answer, ..
        } = it.documented;
        let answered = if it.case.info.streams {
            None
        } else {
            json(&it.answer.body)
        };
        let mut found = Vec::new();
        for (content, value) in [(body, it.request.clone()), (answer, answered)] {
            if let (Some(content), Some(value)) = (content, value) {
                found.extend(breaches(&Schema::of(content.schema), &value));
            }
        }
        let mut known = it.known_breaches().to_vec();
        known.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, known, "{id}");
    }
}
