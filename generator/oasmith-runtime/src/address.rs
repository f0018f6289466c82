//! Where a callback goes: the URL that a request says.
//!
//! In: the pieces of a callback's key, text and runtime expressions (OAS 3.1, Runtime Expressions), as the generator has
//! taken it apart, and the request. Out: a URL that nobody has looked at yet.
//! Deliberately missing: what a request does not say itself, such as `$url` and `$response`.

use super::codec::{Json, Raw, Write};
use super::param::{Param, escape};
use super::reader::{Fault, Reader};

/// The URL that a request asks for a callback to be sent to, put together as the callback's key says.
#[derive(Debug, Default)]
pub struct Address {
    url: String,
    is_unsaid: bool,
}

impl Address {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Text of the document.
    pub fn text(mut self, text: &str) -> Self {
        self.url.push_str(text);
        self
    }

    /// A parameter.
    pub fn param<T: Param>(self, value: Option<&T>) -> Self {
        let texts = value.map(T::to_texts).unwrap_or_default();
        self.said(<[String; 1]>::try_from(texts).ok().map(|[text]| text))
    }

    /// What a JSON Pointer finds in the body.
    pub fn member<T: Write>(self, body: Option<&T>, pointer: &str) -> Self {
        let found = body.and_then(|body| find(Raw::of(body), pointer));
        self.said(found)
    }

    /// What a request says is the URL where it is the beginning, and behind that only a part of it.
    fn said(mut self, text: Option<String>) -> Self {
        match text {
            Some(text) if self.url.is_empty() => self.url = text,
            Some(text) => escape(&text, &mut self.url),
            None => self.is_unsaid = true,
        }
        self
    }

    /// The URL, if the request says all that it takes.
    pub fn finish(self) -> Option<String> {
        Some(self.url).filter(|_| !self.is_unsaid)
    }
}

/// The text or number at a JSON Pointer (RFC 6901).
fn find(json: Raw, pointer: &str) -> Option<String> {
    let mut value = json;
    for name in pointer.split('/').skip(1) {
        let name = name.replace("~1", "/").replace("~0", "~");
        value = inside(value.as_str(), &name)?;
    }
    match value.as_str().as_bytes().first()? {
        b'"' => value.decode().ok(),
        b'-' | b'0'..=b'9' => Some(value.as_str().to_owned()),
        _ => None,
    }
}

/// A member or item.
fn inside(json: &str, name: &str) -> Option<Raw> {
    let (mut found, mut index) = (None, 0);
    let mut reader = Reader::new(json.as_bytes()).ok()?;
    let mut take = |r: &mut Reader<'_>, known: &str| -> Result<(), Fault> {
        let value = Raw::read(r)?;
        if known == name {
            found = Some(value);
        }
        Ok(())
    };
    let read = match json.starts_with('[') {
        true => reader.array(&mut |r| {
            index += 1;
            take(r, &(index - 1).to_string())
        }),
        false => reader.object(&mut |r, known| take(r, known)),
    };
    read.ok().and(found)
}
