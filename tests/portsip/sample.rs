//! Random requests and answers that the document allows, as they stand on the wire.
//!
//! In: an operation of the document and a seed. Out: a request, or an answer. Made with nothing of the crate's own
//! codec, so that the two can disagree.

use crate::document::{Content, Documented};
use crate::random::Random;
use crate::schema::Schema;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use serde_json::{Map, Number, Value, json};

/// An answer as it is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// Makes up values.
pub struct Sampler {
    random: Random,
    optional: Optional,
}

/// How many of the parts that may be left out are there.
#[derive(Clone, Copy)]
enum Optional {
    None,
    Some,
    All,
}

/// Where a text is to stand, which decides what it may hold.
#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    Json,
    Path,
    Query,
    Header,
}

/// Texts that something on the way could mistake for its own.
const ODD: &[&str] = &[
    "a",
    "Z9",
    "a/b ?#%2F+ü",
    "\"quoted\"",
    "it's",
    "\\",
    "😀",
    "e\u{301}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "..",
    ".",
    "%",
    "%zz",
    "&x=1",
    ";",
    ",",
    "|",
    "{id}",
    "$ref",
    "null",
    "<b>",
    "://",
    "~1",
    "[redacted]",
];

/// And those that a header cannot carry, or not at its ends.
const BLANK: &[&str] = &[" ", "\t", "\n", "\r\n", "\u{1}", "\u{7f}", "\0"];

impl Sampler {
    /// Seed 0 leaves out everything that may be left out, seed 1 nothing.
    pub fn new(seed: u64) -> Self {
        let optional = match seed {
            0 => Optional::None,
            1 => Optional::All,
            _ => Optional::Some,
        };
        let random = Random::new(seed);
        Sampler { random, optional }
    }

    /// A request. Its URI has a path and a query only.
    pub fn request(&mut self, operation: &Documented) -> Request<Bytes> {
        let (mut path, mut query) = (operation.path.to_owned(), Vec::new());
        for parameter in &operation.parameters {
            let name = parameter["name"].as_str().expect("a name");
            let schema = Schema::of(&parameter["schema"]);
            match parameter["in"].as_str() {
                Some("path") => {
                    path = path.replace(
                        &format!("{{{name}}}"),
                        &self.parameter(&schema, Place::Path),
                    )
                }
                Some("query") if self.present(parameter["required"] == true) => {
                    query.push(format!(
                        "{}={}",
                        escape(name),
                        self.parameter(&schema, Place::Query)
                    ));
                }
                _ => {}
            }
        }
        let target = if query.is_empty() {
            path
        } else {
            format!("{path}?{}", query.join("&"))
        };
        let request = Request::builder()
            .method(operation.method.clone())
            .uri(target);
        match operation.body.filter(|it| self.present(it.required)) {
            Some(content) => {
                let body = self.content(content, Direction::Request);
                request
                    .header(header::CONTENT_TYPE, content.media)
                    .body(body)
            }
            None => request.body(Bytes::new()),
        }
        .expect("a request")
    }

    /// An answer.
    pub fn answer(&mut self, operation: &Documented) -> Sent {
        let mut headers = HeaderMap::new();
        for (name, schema) in &operation.answer_headers {
            if self.present(false) {
                let value = self.text(&Schema::of(schema), Place::Header);
                let name = header::HeaderName::from_bytes(name.as_bytes()).expect("a name");
                headers.insert(
                    name,
                    HeaderValue::from_bytes(value.as_bytes()).expect("a value"),
                );
            }
        }
        let body = operation.answer.map(|content| {
            headers.insert(
                header::CONTENT_TYPE,
                HeaderValue::from_static(content.media),
            );
            self.content(content, Direction::Answer)
        });
        let status = StatusCode::from_u16(operation.status).expect("a status");
        Sent {
            status,
            headers,
            body: body.unwrap_or_default(),
        }
    }

    fn present(&mut self, required: bool) -> bool {
        required
            || match self.optional {
                Optional::None => false,
                Optional::Some => self.random.chance(),
                Optional::All => true,
            }
    }

    fn content(&mut self, content: Content, direction: Direction) -> Bytes {
        let schema = Schema::of(content.schema);
        if content.media == "application/octet-stream" {
            let length = self.random.below(5000);
            return (0..length).map(|_| self.random.next() as u8).collect();
        }
        let value = self.value(&schema, direction);
        serde_json::to_vec(&value)
            .expect("a value has a text")
            .into()
    }

    fn parameter(&mut self, schema: &Schema, place: Place) -> String {
        match schema.text("type") {
            Some("string") => escape(&self.text(schema, place)),
            _ => self.value(schema, Direction::Request).to_string(),
        }
    }

    fn value(&mut self, schema: &Schema, direction: Direction) -> Value {
        match schema.text("type") {
            Some("object") => self.object(schema, direction),
            Some("array") => {
                let (items, count) = (schema.items(), self.random.below(4));
                (0..count).map(|_| self.value(&items, direction)).collect()
            }
            Some("string") => json!(self.text(schema, Place::Json)),
            Some("boolean") => json!(self.random.chance()),
            Some("integer") => json!(self.integer(schema)),
            Some("number") => {
                let number = self.random.between(-1_000_000, 1_000_000) as f64 / 64.0;
                Number::from_f64(number).map_or(Value::Null, Value::Number)
            }
            other => panic!("the document has no schema of type {other:?}"),
        }
    }

    fn object(&mut self, schema: &Schema, direction: Direction) -> Value {
        let mut members = Map::new();
        for (name, member) in schema.properties() {
            if direction == Direction::Request && member.read_only() {
                continue;
            }
            if self.present(schema.requires(name)) {
                members.insert(name.to_owned(), self.value(&member, direction));
            }
        }
        Value::Object(members)
    }

    fn integer(&mut self, schema: &Schema) -> i64 {
        let (least, most) = match schema.text("format") {
            Some("int64") => (i64::MIN, i64::MAX),
            Some("uint32") => (0, u32::MAX.into()),
            _ => (i32::MIN.into(), i32::MAX.into()),
        };
        let (least, most) = (
            schema.integer("minimum").unwrap_or(least),
            schema.integer("maximum").unwrap_or(most),
        );
        self.random.between(least, most)
    }

    fn text(&mut self, schema: &Schema, place: Place) -> String {
        let values = schema.values();
        if !values.is_empty() {
            return self.random.pick(&values).to_owned();
        }
        if schema.text("format") == Some("date_time") {
            let day = self.random.between(1, 28);
            let fraction = self.random.pick(&["", ".5", ".000001"]);
            return format!(
                "20{:02}-11-{day:02}T23:59:{:02}{fraction}Z",
                self.random.below(100),
                self.random.below(60)
            );
        }
        let least = schema
            .integer("minLength")
            .unwrap_or(0)
            .max((place == Place::Path).into());
        let most = schema.integer("maxLength").unwrap_or(40).min(least + 40);
        let start = match schema.text("pattern") {
            Some(pattern) => self.matching(pattern),
            None => String::new(),
        };
        self.odd_text(start, least as usize, most as usize, place)
    }

    /// Something that an expression such as `[a-z0-9]{6,64}` finds a match in.
    fn matching(&mut self, pattern: &str) -> String {
        let (class, least) = match pattern {
            "[a-z0-9]{6,64}" => (&b"abcxyz0189"[..], 6),
            "[0-9]{3,64}" => (&b"0123456789"[..], 3),
            other => panic!("the document has no pattern `{other}`"),
        };
        (0..least)
            .map(|_| char::from(self.random.pick(class)))
            .collect()
    }

    fn odd_text(&mut self, mut text: String, least: usize, most: usize, place: Place) -> String {
        let wanted = self.random.between(least as i64, most as i64) as usize;
        loop {
            let room = wanted.saturating_sub(text.chars().count());
            if room == 0 {
                break;
            }
            let blank = place != Place::Header && self.random.below(5) == 0;
            let piece = self.random.pick(if blank { BLANK } else { ODD });
            text.extend(piece.chars().take(room));
        }
        if place == Place::Header {
            // RFC 9110, section 5.5: blanks at the ends are not part of a value.
            text = text.trim().to_owned();
        }
        text
    }
}

/// Who sends it.
#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Request,
    Answer,
}

/// Every byte but letters and digits as `%XX`.
pub fn escape(text: &str) -> String {
    let escaped = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    escaped.collect()
}

#[test]
fn what_is_made_up_is_what_the_document_allows() {
    for operation in crate::document::operations() {
        for seed in 0..16 {
            let mut sampler = Sampler::new(seed);
            let (request, answer) = (sampler.request(&operation), sampler.answer(&operation));
            for (content, body) in [
                (operation.body, request.body()),
                (operation.answer, &answer.body),
            ] {
                let Some(content) = content.filter(|it| it.media == "application/json") else {
                    continue;
                };
                if body.is_empty() {
                    continue;
                }
                let value = serde_json::from_slice(body).expect("JSON");
                let found = crate::schema::breaches(&Schema::of(content.schema), &value);
                assert!(
                    found.is_empty(),
                    "{} with seed {seed}: {found:?} in {value}",
                    operation.id
                );
            }
        }
    }
}
