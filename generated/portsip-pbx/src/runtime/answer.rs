//! What an operation answers: status, headers, body.

use super::body::Body;
use super::codec::{self, Json, Write};
use super::encoder::{header_fields, header_line};
use super::media::{essence, is_media};
use super::param::{Param, Shape, Style};
use super::problem::{Problem, Violation};
use super::reader::Reader;
use super::styles::Fields;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How much of a media type is repeated in a message.
const MAX_MEDIA: usize = 100;

/// An answer on its way.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Body,
}

/// An answer that is not what was declared. Printed without its content, which may hold secrets.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecodeError {
    /// Where in the body: a JSON Pointer.
    pub pointer: String,
    /// What is wrong there.
    pub message: String,
    /// The body.
    pub bytes: Bytes,
    /// All that is wrong, the first thing included.
    pub all: Vec<Violation>,
}

impl DecodeError {
    /// `message` is wrong at `pointer` of `bytes`.
    pub fn new(pointer: impl Into<String>, message: impl Into<String>, bytes: Bytes) -> Self {
        let (pointer, message) = (pointer.into(), message.into());
        let only = Violation {
            pointer: pointer.clone(),
            detail: message.clone(),
        };
        Self {
            pointer,
            message,
            bytes,
            all: vec![only],
        }
    }
}

impl std::fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DecodeError")
            .field("pointer", &self.pointer)
            .field("message", &self.message)
            .field("bytes", &format_args!("[{} bytes]", self.bytes.len()))
            .finish()
    }
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.pointer.as_str() {
            "" => f.write_str(&self.message),
            pointer => write!(f, "{pointer}: {}", self.message),
        }
    }
}

impl std::error::Error for DecodeError {}

impl Answer {
    /// No body.
    pub fn empty(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self {
            status,
            headers: HeaderMap::new(),
            body: Body::empty(),
        }
    }

    /// `null`, where a document says that there is never more.
    pub fn null(status: u16, media: &'static str) -> Self {
        Self::stream(status, media, b"null".to_vec().into())
    }

    /// JSON.
    pub fn json(status: u16, value: &(impl Write + ?Sized)) -> Self {
        Self::json_media(status, "application/json", value)
    }

    /// JSON by another name.
    pub fn json_media(status: u16, media: &'static str, value: &(impl Write + ?Sized)) -> Self {
        Self::stream(status, media, codec::encode(value).into())
    }

    /// Text.
    pub fn text(status: u16, media: &'static str, text: String) -> Self {
        Self::stream(status, media, text.into())
    }

    /// Anything.
    pub fn stream(status: u16, media: &'static str, body: Body) -> Self {
        let mut it = Self::empty(status);
        if let Ok(media) = HeaderValue::from_maybe_shared(Bytes::from_static(media.as_bytes())) {
            it.headers.insert(header::CONTENT_TYPE, media);
        }
        it.body = body;
        it
    }

    /// Whether the body is of one of these media types or ranges of them, of which the parameters do not matter.
    pub fn is_of(&self, media: &[&str]) -> bool {
        let said = self.headers.get(header::CONTENT_TYPE);
        let said = said.and_then(|it| it.to_str().ok()).unwrap_or_default();
        media.iter().any(|it| *it == "*/*" || is_media(said, it))
    }

    /// A refusal.
    pub fn problem(problem: Problem) -> Self {
        Self::json_media(
            problem.status.as_u16(),
            "application/problem+json",
            &problem,
        )
    }

    /// Adds a header, if there is a value. One that a header cannot carry makes the answer a 500: it is the server's
    /// mistake, and leaving the header out would hide it.
    pub fn header<T: Param>(self, name: &str, value: &Option<T>) -> Self {
        match value {
            Some(value) => self.put_header(name, &header_fields(name, value)),
            None => self,
        }
    }

    /// Adds a header with a line for each item, if there are any.
    pub fn header_lines<T: Param>(self, name: &str, value: &Option<T>) -> Self {
        let texts = value.iter().flat_map(T::to_texts);
        texts.fold(self, |it, text| it.put_header(name, &Fields::Text(text)))
    }

    /// Adds a header that is JSON, if there is a value.
    pub fn header_json<T: Write>(self, name: &str, value: &Option<T>) -> Self {
        match value
            .as_ref()
            .map(|it| String::from_utf8(codec::encode(it)))
        {
            Some(Ok(json)) => self.put_header(name, &Fields::Text(json)),
            Some(Err(_)) => Self::problem(Problem::new(StatusCode::INTERNAL_SERVER_ERROR)),
            None => self,
        }
    }

    fn put_header(self, name: &str, value: &Fields) -> Self {
        self.put_styled(name, value, Style::Comma)
    }

    pub(super) fn put_styled(mut self, name: &str, value: &Fields, style: Style) -> Self {
        match header_line(name, value, style) {
            Ok(Some((name, value))) => drop(self.headers.append(name, value)),
            Ok(None) => {}
            Err(_) => return Self::problem(Problem::new(StatusCode::INTERNAL_SERVER_ERROR)),
        }
        self
    }

    /// Where the answer is watched, it is noted which of these headers are missing.
    pub fn expect_headers(&self, names: &[&str]) {
        for name in names.iter().filter(|it| !self.headers.contains_key(**it)) {
            self.body.note(|| format!("the header `{name}` is missing"));
        }
    }

    /// The value of a header, if there is one that can be read.
    pub fn header_param<T: Param>(&self, name: &str) -> Option<T> {
        let texts = match header_texts(&self.headers, name, T::SHAPE) {
            // RFC 9110, section 5.3: several lines are one, with commas.
            Texts::Found(texts) if T::SHAPE == Shape::One => Texts::Found(vec![texts.join(", ")]),
            texts => texts,
        };
        self.read_header(name, texts)
    }

    /// The lines of a header, if there are any that can be read.
    pub fn lines_param<T: Param>(&self, name: &str) -> Option<T> {
        self.read_header(name, header_texts(&self.headers, name, Shape::One))
    }

    fn read_header<T: Param>(&self, name: &str, texts: Texts) -> Option<T> {
        let texts = self.found(name, texts)?;
        let value = T::from_header_texts(name, &texts);
        value.or_else(|| {
            self.note_header(name, T::EXPECTED);
            T::meant_by(&texts)
        })
    }

    /// The texts of a header, if there is one that has any.
    pub(super) fn found(&self, name: &str, texts: Texts) -> Option<Vec<String>> {
        match texts {
            Texts::Found(texts) => Some(texts),
            Texts::Absent => None,
            Texts::Broken => {
                self.note_header(name, "UTF-8");
                None
            }
        }
    }

    /// Where the answer is watched, it is noted that a header is not `expected`.
    pub(super) fn note_header(&self, name: &str, expected: &str) {
        self.body
            .note(|| format!("the header `{name}` is not {expected}"));
    }

    /// The value of a header that is JSON, if there is one that can be read.
    pub fn json_param<T: Json>(&self, name: &str) -> Option<T> {
        let value = codec::decode(self.headers.get(name)?.as_bytes());
        value
            .map_err(|_| self.note_header(name, "what the document says"))
            .ok()
    }

    /// The body as JSON.
    pub fn read_json<T: Json>(self) -> Result<T, DecodeError> {
        let is_exact = self.body.is_exact();
        let media = self.other_media();
        let bytes = self.into_bytes()?;
        // RFC 8259, section 8.1: whoever reads may step over it.
        let json = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
        if json.is_empty() {
            return Err(DecodeError::new("", "is empty", bytes));
        }
        let read = match is_exact {
            true => codec::decode_exact(json),
            false => codec::decode(json),
        };
        read.map_err(|mut faults| {
            if let (true, Some(media), Some(it)) =
                (faults.syntax, media, faults.violations.first_mut())
            {
                it.detail = format!("came as {media}: {}", it.detail);
            }
            first(faults, bytes)
        })
    }

    /// The body as JSON, or as the text that stands for the value where it came as one.
    pub fn read_json_or_text<T: Json>(self) -> Result<T, DecodeError> {
        if !self.is_of(&["text/*"]) || self.other_media().is_none() {
            return self.read_json();
        }
        let is_exact = self.body.is_exact();
        let bytes = self.into_bytes()?;
        let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
        let Ok(text) = std::str::from_utf8(text) else {
            return Err(DecodeError::new("", "is not UTF-8", bytes));
        };
        let json = codec::encode(&text);
        let reader = Reader::of_texts(&json).map(|it| if is_exact { it.exact() } else { it });
        reader
            .and_then(codec::decode_from)
            .map_err(|faults| first(faults, bytes))
    }

    /// What the body is said to be, where that is no JSON.
    fn other_media(&self) -> Option<String> {
        let said = self.headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
        let said = essence(said);
        let is_json = said.to_ascii_lowercase().ends_with("json");
        (!is_json && (1..=MAX_MEDIA).contains(&said.len())).then(|| said.to_owned())
    }

    /// The body as text.
    pub fn read_text(self) -> Result<String, DecodeError> {
        let bytes = self.into_bytes()?;
        match String::from_utf8(bytes.to_vec()) {
            Ok(text) => Ok(text),
            Err(_) => Err(DecodeError::new("", "is not UTF-8", bytes)),
        }
    }

    /// The body as text, with a mark for what is none.
    pub fn read_lossy(self) -> Result<String, DecodeError> {
        let bytes = self.into_bytes()?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The body as bytes.
    pub fn read_bytes(self) -> Result<Vec<u8>, DecodeError> {
        self.into_bytes().map(Vec::from)
    }

    /// The body as it comes.
    pub fn into_body(self) -> Body {
        self.body
    }

    fn into_bytes(self) -> Result<Bytes, DecodeError> {
        let bytes = self.body.as_bytes().cloned();
        bytes.ok_or_else(|| DecodeError::new("", "is a stream", Bytes::new()))
    }
}

fn first(faults: codec::Faults, bytes: Bytes) -> DecodeError {
    let violation = faults.violations.first().cloned();
    let (pointer, message) = violation
        .map(|it| (it.pointer, it.detail))
        .unwrap_or_default();
    DecodeError {
        pointer,
        message,
        bytes,
        all: faults.violations,
    }
}

/// The texts of a parameter, or why there are none.
pub(super) enum Texts {
    Absent,
    Broken,
    Found(Vec<String>),
}

/// The values of a header, all lines of it together.
pub(super) fn header_texts(headers: &HeaderMap, name: &str, shape: Shape) -> Texts {
    let mut texts = Vec::new();
    for value in headers.get_all(name) {
        let Ok(text) = std::str::from_utf8(value.as_bytes()) else {
            return Texts::Broken;
        };
        match shape {
            Shape::One => texts.push(text.to_owned()),
            Shape::Many => texts.extend(text.split(',').map(|item| trim(item).to_owned())),
        }
    }
    match texts.is_empty() {
        true => Texts::Absent,
        false => Texts::Found(texts),
    }
}

/// Without the space that may stand around a value (RFC 9110, section 5.6.1).
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}
