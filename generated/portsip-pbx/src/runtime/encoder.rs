//! Writes the request of an operation.
//!
//! What HTTP cannot carry (a line break in a header, an empty path segment) is refused, never sent as something else.

use super::body::Body;
use super::codec::{self, Write};
use super::operation::Info;
use super::param::{Param, Shape, Style, escape, push_escaped};
use super::template::{has_places, push_literal};
use http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// A value that its place in a request cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EncodeError {
    /// The place: `/header/x-note`.
    pub pointer: String,
    /// Why not.
    pub message: String,
}

impl EncodeError {
    /// `pointer` cannot hold its value.
    pub fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            message: message.into(),
        }
    }
}

impl std::fmt::Display for EncodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the request cannot be written: {} {}",
            self.pointer, self.message
        )
    }
}

impl std::error::Error for EncodeError {}

/// A request in the making.
#[derive(Debug)]
pub struct Encoder {
    /// What is left of the path template.
    rest: &'static str,
    path: String,
    query: String,
    cookies: String,
    headers: HeaderMap,
    body: Body,
    fault: Option<EncodeError>,
}

impl Encoder {
    /// A request to the path template `path`.
    pub fn new(path: &'static str) -> Self {
        Self {
            rest: path,
            path: String::with_capacity(path.len() + 32),
            query: String::new(),
            cookies: String::new(),
            headers: HeaderMap::new(),
            body: Body::empty(),
            fault: None,
        }
    }

    /// Fills the next place of the path.
    pub fn path(&mut self, value: &impl Param, style: Style) {
        self.fill(&value.to_texts(), style);
    }

    /// Adds a query parameter, if there is a value.
    pub fn query<T: Param>(&mut self, name: &str, value: &Option<T>, style: Style) {
        if let Some(value) = value {
            self.query_value(name, value, style);
        }
    }

    /// Adds a query parameter.
    pub fn query_value<T: Param>(&mut self, name: &str, value: &T, style: Style) {
        self.put_query(name, &value.to_texts(), T::SHAPE, style);
    }

    /// Adds a header, if there is a value.
    pub fn header<T: Param>(&mut self, name: &str, value: &Option<T>, style: Style) {
        if let Some(value) = value {
            self.header_value(name, value, style);
        }
    }

    /// Adds a header.
    pub fn header_value<T: Param>(&mut self, name: &str, value: &T, _: Style) {
        match header_line(name, &value.to_texts(), T::SHAPE) {
            Ok(Some((name, value))) => drop(self.headers.append(name, value)),
            Ok(None) => {}
            Err(message) => self.refuse("header", name, message),
        }
    }

    /// Adds a cookie, if there is a value.
    pub fn cookie<T: Param>(&mut self, name: &str, value: &Option<T>, style: Style) {
        if let Some(value) = value {
            self.cookie_value(name, value, style);
        }
    }

    /// Adds a cookie.
    pub fn cookie_value<T: Param>(&mut self, name: &str, value: &T, _: Style) {
        let texts = value.to_texts();
        if texts.is_empty() {
            return;
        }
        if !self.cookies.is_empty() {
            self.cookies.push_str("; ");
        }
        escape(name, &mut self.cookies);
        self.cookies.push('=');
        join(&texts, ",", &mut self.cookies);
    }

    /// Sets the body.
    pub fn json(&mut self, value: &(impl Write + ?Sized)) {
        self.json_media("application/json", value);
    }

    /// Sets the body, with a media type that is JSON by another name.
    pub fn json_media(&mut self, media: &'static str, value: &(impl Write + ?Sized)) {
        self.stream(media, codec::encode(value).into());
    }

    /// Sets the body.
    pub fn text(&mut self, media: &'static str, text: String) {
        self.stream(media, text.into());
    }

    /// Sets the body.
    pub fn stream(&mut self, media: &'static str, body: Body) {
        match HeaderValue::from_str(media) {
            Ok(media) => drop(self.headers.insert(header::CONTENT_TYPE, media)),
            Err(_) => self.refuse("header", "content-type", "is not a header value"),
        }
        self.body = body;
    }

    /// Says what the body is, in place of what was said with it.
    pub fn content_type(&mut self, media: HeaderValue) {
        self.headers.insert(header::CONTENT_TYPE, media);
    }

    /// The request. Its URI has a path and a query only.
    pub fn finish(mut self, info: &'static Info) -> Result<http::Request<Body>, EncodeError> {
        if has_places(self.rest) {
            self.refuse("path", "", "has places that were not filled");
        }
        push_literal(self.rest, &mut self.path);
        if !self.cookies.is_empty() {
            // Escapes and separators only: always a header value.
            if let Ok(cookies) = HeaderValue::from_str(&self.cookies) {
                self.headers.insert(header::COOKIE, cookies);
            }
        }
        // What is set by a parameter goes before.
        if !info.produces.is_empty()
            && !self.headers.contains_key(header::ACCEPT)
            && let Ok(accept) = HeaderValue::from_str(&info.produces.join(", "))
        {
            self.headers.insert(header::ACCEPT, accept);
        }
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let target = if self.query.is_empty() {
            self.path
        } else {
            self.path + "?" + &self.query
        };
        let mut request = http::Request::new(self.body);
        *request.method_mut() = info.method.clone();
        *request.uri_mut() = target
            .parse()
            .map_err(|_| EncodeError::new("/path", "is too long for a URI"))?;
        *request.headers_mut() = self.headers;
        Ok(request)
    }

    fn fill(&mut self, texts: &[String], style: Style) {
        let places = self.rest.find('{').and_then(|open| {
            let length = self.rest[open..].find('}')?;
            Some((
                &self.rest[..open],
                &self.rest[open + 1..open + length],
                &self.rest[open + length + 1..],
            ))
        });
        let Some((literal, name, rest)) = places else {
            return self.refuse("path", "", "has fewer places than values");
        };
        push_literal(literal, &mut self.path);
        let start = self.path.len();
        join(texts, separator(style), &mut self.path);
        self.rest = rest;
        match &self.path[start..] {
            // A server drops an empty segment, and would run another operation.
            "" => self.refuse("path", name, "is empty"),
            // RFC 3986, section 5.2.4: as segments these mean places, not names.
            "." | ".." => {
                let dots = self.path.split_off(start);
                dots.bytes()
                    .for_each(|dot| push_escaped(dot, &mut self.path));
            }
            _ if literal.ends_with('/') && (rest.is_empty() || rest.starts_with('/')) => {}
            // Beside a literal, marks such as `-` and `.` could be taken for it.
            _ => {
                let value = self.path.split_off(start);
                for byte in value.bytes() {
                    match byte {
                        b'-' | b'.' | b'_' | b'~' => push_escaped(byte, &mut self.path),
                        _ => self.path.push(char::from(byte)),
                    }
                }
            }
        }
    }

    fn put_query(&mut self, name: &str, texts: &[String], shape: Shape, style: Style) {
        let marks = [("|", Style::Pipe), (" ", Style::Space)];
        for (mark, of) in marks {
            // These separators cannot be told from the same character in an item.
            if shape == Shape::Many && style == of && texts.iter().any(|text| text.contains(mark)) {
                return self.refuse("query", name, "has an item that holds the separator");
            }
        }
        if shape == Shape::Many && style != Style::Exploded {
            if !texts.is_empty() {
                self.query_name(name);
                join(texts, separator(style), &mut self.query);
            }
            return;
        }
        for text in texts {
            self.query_name(name);
            escape(text, &mut self.query);
        }
    }

    fn query_name(&mut self, name: &str) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        escape(name, &mut self.query);
        self.query.push('=');
    }

    #[cold]
    pub(super) fn refuse(&mut self, place: &str, name: &str, message: &str) {
        let pointer = if name.is_empty() {
            format!("/{place}")
        } else {
            format!("/{place}/{name}")
        };
        self.fault.get_or_insert(EncodeError::new(pointer, message));
    }
}

fn separator(style: Style) -> &'static str {
    match style {
        Style::Comma | Style::Exploded => ",",
        Style::Space => "%20",
        Style::Pipe => "%7C",
    }
}

fn join(texts: &[String], separator: &str, out: &mut String) {
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        escape(text, out);
    }
}

/// A header, if `texts` can be carried in one; none for an empty list.
pub(super) fn header_line(
    name: &str,
    texts: &[String],
    shape: Shape,
) -> Result<Option<(HeaderName, HeaderValue)>, &'static str> {
    if shape == Shape::Many {
        if texts.is_empty() {
            return Ok(None);
        }
        if texts.iter().any(|text| text.contains(',')) {
            return Err("has an item that holds the separator");
        }
    }
    // RFC 9110, section 5.5: space around a value is not part of it.
    if texts
        .iter()
        .any(|text| text.trim_matches([' ', '\t']).len() != text.len())
    {
        return Err("begins or ends with space, which a header does not keep");
    }
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "is not a header name")?;
    let value = HeaderValue::from_bytes(texts.join(",").as_bytes());
    Ok(Some((
        name,
        value.map_err(|_| "holds a character that a header cannot carry")?,
    )))
}
