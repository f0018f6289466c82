//! Writes the request of an operation.
//!
//! What HTTP cannot carry (a line break in a header, an empty path segment) is refused, never sent as something else.

use super::body::Body;
use super::codec::{self, Write};
use super::operation::Info;
use super::param::{Escape, Param, Shape, Style, has_dots, push_escaped};
use super::styles::{self, Fields};
use super::template::{has_places, push_literal, second, sent};
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
    /// Where the last value of the path begins.
    place: usize,
    pub(super) query: String,
    cookies: String,
    pub(super) headers: HeaderMap,
    body: Body,
    /// For the next parameter of the path or query.
    pub(super) escape: Escape,
    fault: Option<EncodeError>,
    server: Option<OwnServer>,
}

/// The URL of a server that an operation has for itself: an extension of its requests.
#[derive(Clone, Copy, Debug)]
pub struct OwnServer(pub &'static str);

impl Encoder {
    /// A request to the path template `path`.
    pub fn new(path: &'static str) -> Self {
        Self {
            rest: sent(path),
            path: String::with_capacity(path.len() + 32),
            place: 0,
            query: String::new(),
            cookies: String::new(),
            headers: HeaderMap::new(),
            body: Body::empty(),
            escape: Escape::Usual,
            fault: None,
            server: None,
        }
    }

    /// The operation has a server of its own.
    pub fn server(&mut self, url: &'static str) {
        self.server = Some(OwnServer(url));
    }

    /// Keeps reserved characters in the value of the next query parameter.
    pub fn reserved(&mut self) -> &mut Self {
        self.escape = Escape::Reserved;
        self
    }

    /// Keeps the segments of the value in the next place of the path apart.
    pub fn wide(&mut self) -> &mut Self {
        self.escape = Escape::Segments;
        self
    }

    /// Fills the next place of the path.
    pub fn path<T: Param>(&mut self, value: &T, style: Style) {
        self.fill(&fields(value), style);
    }

    /// Adds a query parameter, if there is a value.
    pub fn query<T: Param>(&mut self, name: &str, value: &Option<T>, style: Style) {
        if let Some(value) = value {
            self.query_value(name, value, style);
        }
    }

    /// Adds a query parameter.
    pub fn query_value<T: Param>(&mut self, name: &str, value: &T, style: Style) {
        self.put("query", name, Ok(fields(value)), style);
    }

    /// Adds a header, if there is a value.
    pub fn header<T: Param>(&mut self, name: &str, value: &Option<T>, style: Style) {
        if let Some(value) = value {
            self.header_value(name, value, style);
        }
    }

    /// Adds a header.
    pub fn header_value<T: Param>(&mut self, name: &str, value: &T, style: Style) {
        self.put("header", name, Ok(header_fields(name, value)), style);
    }

    /// Adds a cookie, if there is a value.
    pub fn cookie<T: Param>(&mut self, name: &str, value: &Option<T>, style: Style) {
        if let Some(value) = value {
            self.cookie_value(name, value, style);
        }
    }

    /// Adds a cookie.
    pub fn cookie_value<T: Param>(&mut self, name: &str, value: &T, style: Style) {
        self.put("cookie", name, Ok(fields(value)), style);
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

    /// The request. Its URI has a path and a query only.
    pub fn finish(mut self, info: &'static Info) -> Result<http::Request<Body>, EncodeError> {
        if has_places(self.rest) {
            self.refuse("path", "", "has places that were not filled");
        }
        push_literal(self.rest, &mut self.path);
        if !self.cookies.is_empty() {
            // Escapes and separators are always a header value; what is not escaped may be none.
            match HeaderValue::from_str(&self.cookies) {
                Ok(cookies) => drop(self.headers.insert(header::COOKIE, cookies)),
                Err(_) => self.refuse("cookie", "", "holds a character that a cookie cannot carry"),
            }
        }
        let accept = match info.accept {
            "" => info.produces.join(", "),
            accept => accept.to_owned(),
        };
        // What is set by a parameter goes before.
        if !accept.is_empty()
            && !self.headers.contains_key(header::ACCEPT)
            && let Ok(accept) = HeaderValue::from_str(&accept)
        {
            self.headers.insert(header::ACCEPT, accept);
        }
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let target = match (self.query.is_empty(), self.path.contains('?')) {
            (true, _) => self.path,
            (false, true) => self.path + "&" + &self.query,
            (false, false) => self.path + "?" + &self.query,
        };
        let mut request = http::Request::new(self.body);
        *request.method_mut() = match info.extension {
            "" => info.method.clone(),
            own => own
                .parse()
                .map_err(|_| EncodeError::new("", "has no method of HTTP"))?,
        };
        *request.uri_mut() = target
            .parse()
            .map_err(|_| EncodeError::new("/path", "is too long for a URI"))?;
        *request.headers_mut() = self.headers;
        if let Some(server) = self.server {
            request.extensions_mut().insert(server);
        }
        Ok(request)
    }

    pub(super) fn fill(&mut self, value: &Fields, style: Style) {
        let Some((literal, name, rest)) = next_place(self.rest) else {
            return self.refuse("path", "", "has fewer places than values");
        };
        push_literal(literal, &mut self.path);
        self.rest = rest;
        let is_second = literal.is_empty() && !self.path.is_empty();
        let alone = (literal.is_empty() || literal.ends_with('/'))
            && (rest.is_empty() || rest.starts_with(['/', '?', '{']));
        // Beside a literal, marks such as `-` and `.` could be taken for it.
        let is_wide = std::mem::replace(&mut self.escape, Escape::Usual) == Escape::Segments;
        let escape = match (alone, style) {
            _ if is_wide => Escape::Segments,
            (true, Style::Label | Style::LabelExploded) | (false, _) => Escape::Marks,
            (true, _) => Escape::Usual,
        };
        let mut start = self.path.len();
        if let Err(message) = styles::put(name, value, style, escape, &mut self.path) {
            return self.refuse("path", name, message);
        }
        if is_second && !matches!(style, Style::Label | Style::LabelExploded) {
            start = self.tell_apart(start);
        }
        let first = std::mem::replace(&mut self.place, start);
        if is_second {
            let read = second(&self.path[first..], name);
            if read.is_some_and(|at| first + at != start) {
                return self.refuse("path", name, "cannot be told from the value before it");
            }
        }
        match (&self.path[start..], style) {
            // A server drops an empty segment, and would run another operation.
            ("", _) if !self.path.contains('?') => self.refuse("path", name, "is empty"),
            // RFC 3986, section 5.2.4: as segments these mean places, not names.
            (value, _) if is_wide && has_dots(value) => self.refuse(
                "path",
                name,
                "has a segment `.` or `..`, which means another path",
            ),
            ("." | "..", Style::Label | Style::LabelExploded) => {
                self.refuse("path", name, "is empty")
            }
            ("." | "..", _) => {
                let dots = self.path.split_off(start);
                dots.bytes()
                    .for_each(|dot| push_escaped(dot, &mut self.path));
            }
            _ => {}
        }
    }

    /// Of two values side by side the second begins with the last `.`, if it begins with one; otherwise there is none.
    /// Returns where it begins then.
    fn tell_apart(&mut self, start: usize) -> usize {
        let value = self.path.split_off(start);
        let mark = if value.starts_with('.') { "." } else { "" };
        if mark.is_empty() && !value.starts_with(';') {
            let first = self.path.split_off(self.place);
            self.path.push_str(&first.replace('.', "%2E"));
        }
        let start = self.path.len();
        self.path.push_str(mark);
        self.path.push_str(&value[mark.len()..].replace('.', "%2E"));
        start
    }

    /// What is done in every place but the path.
    pub(super) fn put(
        &mut self,
        place: &'static str,
        name: &str,
        value: Result<Fields, &'static str>,
        style: Style,
    ) {
        let escape = std::mem::replace(&mut self.escape, Escape::Usual);
        let put = value.and_then(|value| match place {
            "query" => self.put_query(name, &value, style, escape),
            "cookie" => self.put_cookie(name, &value, style),
            _ => {
                if let Some((name, value)) = header_line(name, &value, style)? {
                    self.headers.append(name, value);
                }
                Ok(())
            }
        });
        if let Err(message) = put {
            self.refuse(place, name, message);
        }
    }

    fn put_query(
        &mut self,
        name: &str,
        value: &Fields,
        style: Style,
        escape: Escape,
    ) -> Result<(), &'static str> {
        let query = &mut self.query;
        let mut pair = |name: &str, value: Option<&str>| push_pair(name, value, escape, query);
        match (style, value) {
            (Style::Exploded, value) => exploded(name, value, &mut pair)?,
            (_, Fields::Text(text)) => pair(name, Some(text)),
            (_, value) if !is_empty(value) => {
                push_name(name, "&", Escape::Usual, query);
                query.push('=');
                styles::put(name, value, style, escape, query)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn put_cookie(&mut self, name: &str, value: &Fields, style: Style) -> Result<(), &'static str> {
        let escape = match style {
            Style::Plain => Escape::Nothing,
            _ => Escape::Usual,
        };
        if escape == Escape::Nothing {
            let members = match value {
                Fields::Object(members) => members.as_slice(),
                _ => &[],
            };
            let mut names = members.iter().map(|(name, _)| name.as_str());
            let is_name = |name: &str| is_cookie(name) && !name.contains('=');
            let fits =
                is_name(name) && names.all(is_name) && texts(value).into_iter().all(is_cookie);
            if !fits {
                return Err("holds a character that a cookie cannot carry");
            }
        }
        let cookies = &mut self.cookies;
        let mut pair = |name: &str, value: Option<&str>| {
            push_name(name, "; ", escape, cookies);
            cookies.push('=');
            escape.put(value.unwrap_or_default(), cookies);
        };
        match (style, value) {
            (Style::Plain, value) => exploded(name, value, &mut pair)?,
            (Style::Exploded, Fields::Object(_)) => exploded(name, value, &mut pair)?,
            (_, value) if !is_empty(value) => {
                push_name(name, "; ", escape, cookies);
                cookies.push('=');
                styles::put(name, value, style, escape, cookies)?;
            }
            _ => {}
        }
        Ok(())
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

/// The literal before the next place, its name, and what is behind it.
fn next_place(template: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let open = template.find('{')?;
    let length = template[open..].find('}')?;
    Some((
        &template[..open],
        &template[open + 1..open + length],
        &template[open + length + 1..],
    ))
}

pub(super) fn fields<T: Param>(value: &T) -> Fields {
    fields_of::<T>(value.to_texts())
}

pub(super) fn header_fields<T: Param>(name: &str, value: &T) -> Fields {
    fields_of::<T>(value.to_header_texts(name))
}

fn fields_of<T: Param>(texts: Vec<String>) -> Fields {
    let mut texts = texts.into_iter().map(Fields::Text);
    match T::SHAPE {
        Shape::One => texts.next().unwrap_or(Fields::Null),
        Shape::Many => Fields::List(texts.collect()),
    }
}

/// A list or object without anything in it, which leaves no trace (RFC 6570, section 2.3).
fn is_empty(value: &Fields) -> bool {
    match value {
        Fields::Null => true,
        Fields::Text(_) => false,
        Fields::List(items) => items.is_empty(),
        Fields::Object(members) => members.iter().all(|(_, value)| is_empty(value)),
    }
}

/// Calls `pair` for each item, or for each member by its own name.
fn exploded(
    name: &str,
    value: &Fields,
    pair: &mut dyn FnMut(&str, Option<&str>),
) -> Result<(), &'static str> {
    match value {
        Fields::Null => {}
        Fields::Text(text) => pair(name, Some(text)),
        Fields::List(items) => {
            for item in items {
                pair(name, Some(styles::scalar(item)?));
            }
        }
        Fields::Object(members) => {
            for (name, value) in members {
                match value {
                    Fields::Null => pair(name, None),
                    Fields::Object(_) => drop(styles::scalar(value)?),
                    _ => exploded(name, value, pair)?,
                }
            }
        }
    }
    Ok(())
}

/// Adds a pair to a query.
pub(super) fn push_pair(name: &str, value: Option<&str>, escape: Escape, query: &mut String) {
    push_name(name, "&", Escape::Usual, query);
    if let Some(value) = value {
        query.push('=');
        escape.put(value, query);
    }
}

fn push_name(name: &str, between: &str, escape: Escape, out: &mut String) {
    if !out.is_empty() {
        out.push_str(between);
    }
    escape.put(name, out);
}

/// A header, if `value` can be carried in one; none for an empty list or object.
pub(super) fn header_line(
    name: &str,
    value: &Fields,
    style: Style,
) -> Result<Option<(HeaderName, HeaderValue)>, &'static str> {
    if is_empty(value) {
        return Ok(None);
    }
    // RFC 9110, section 5.5: space around a value is not part of it.
    if texts(value)
        .iter()
        .any(|text| text.trim_matches([' ', '\t']).len() != text.len())
    {
        return Err("begins or ends with space, which a header does not keep");
    }
    let mut text = String::new();
    styles::put(name, value, style, Escape::Nothing, &mut text)?;
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "is not a header name")?;
    let value = HeaderValue::from_bytes(text.as_bytes());
    Ok(Some((
        name,
        value.map_err(|_| "holds a character that a header cannot carry")?,
    )))
}

/// Whether a text may be in a cookie without escapes: RFC 6265, section 4.1.1, but for what does no harm.
fn is_cookie(text: &str) -> bool {
    let is_plain = |byte: u8| (b' '..=b'~').contains(&byte) && byte != b';';
    text.bytes().all(is_plain) && text.trim_matches(' ').len() == text.len()
}

/// The texts that a value is made of.
fn texts(value: &Fields) -> Vec<&str> {
    match value {
        Fields::Null => Vec::new(),
        Fields::Text(text) => vec![text],
        Fields::List(items) => items.iter().flat_map(texts).collect(),
        Fields::Object(members) => members
            .iter()
            .flat_map(|(name, value)| [vec![name.as_str()], texts(value)].concat())
            .collect(),
    }
}
