//! Reads the request of an operation, and notes everything that is wrong with it.
//!
//! Places are named by JSON Pointers: `/path/id`, `/query/top`, `/header/x-note`, `/cookie/c`, `/body/name`.

use super::answer::{Texts, header_texts};
use super::body::Body;
use super::capture::capture;
use super::codec::{self, Faults, Json};
use super::operation::{Info, Meaning};
use super::param::{Param, Shape, Style, unescape, unescape_query};
use super::problem::{Problem, Violation, push_step};
use super::styles::{Marks, marks};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use std::borrow::Cow;

/// How many violations are told of one request.
pub(super) const MAX_VIOLATIONS: usize = 100;

/// A request that is being read.
#[derive(Debug)]
pub struct Decoder<'a> {
    pub(super) info: &'static Info,
    pub(super) path: Vec<(&'static str, &'a str)>,
    pub(super) query: Vec<(Cow<'a, str>, Option<&'a str>)>,
    pub(super) headers: &'a HeaderMap,
    pub(super) body: Body,
    /// Of the next query parameter, an empty text stands for no value.
    blank: bool,
    /// Something is not even well formed.
    pub(super) broken: bool,
    pub(super) violations: Vec<Violation>,
}

impl<'a> Decoder<'a> {
    /// A request to `path` (still escaped, with or without the base that the API is served under).
    pub fn new(
        info: &'static Info,
        path: &'a str,
        query: &'a str,
        headers: &'a HeaderMap,
        body: Body,
    ) -> Self {
        let captured = match info.path.contains('{') {
            true => capture(info, path, query),
            false => Some(Vec::new()),
        };
        let is_astray = captured.is_none() && !info.wide.is_empty();
        let mut it = Self {
            info,
            path: captured.unwrap_or_default(),
            query: Vec::new(),
            headers,
            body,
            blank: false,
            broken: false,
            violations: Vec::new(),
        };
        if is_astray {
            // A router has found it, so it has segments that lead elsewhere.
            it.malformed("path", "");
        }
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = match pair.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (pair, None),
            };
            match unescape_query(name) {
                Some(name) => it.query.push((name, value)),
                None => it.malformed("query", ""),
            }
        }
        it
    }

    /// A path parameter.
    pub fn path<T: Param>(&mut self, name: &str, style: Style) -> Option<T> {
        let texts = self.path_texts(name, T::SHAPE, style);
        self.required("path", name, texts)
    }

    /// Takes an empty text for no value, in the next query parameter; a flag is set by it.
    pub fn blank(&mut self) -> &mut Self {
        self.blank = true;
        self
    }

    /// An optional query parameter.
    pub fn query<T: Param>(&mut self, name: &str, style: Style) -> Option<T> {
        let texts = self.query_texts(name, T::SHAPE, style);
        match self.is_blank(&texts) {
            true => T::of_empty_texts(),
            false => self.optional("query", name, texts),
        }
    }

    /// A required query parameter.
    pub fn need_query<T: Param>(&mut self, name: &str, style: Style) -> Option<T> {
        let texts = self.query_texts(name, T::SHAPE, style);
        let value = match self.is_blank(&texts) {
            true => T::of_empty_texts(),
            false => None,
        };
        value.or_else(|| self.required("query", name, texts))
    }

    /// Whether there are empty texts, and may be: asked once.
    fn is_blank(&mut self, texts: &Texts) -> bool {
        let may_be = std::mem::take(&mut self.blank);
        may_be && matches!(texts, Texts::Found(texts) if texts.iter().all(String::is_empty))
    }

    /// An optional header.
    pub fn header<T: Param>(&mut self, name: &str, _: Style) -> Option<T> {
        let texts = header_texts(self.headers, name, T::SHAPE);
        self.optional("header", name, texts)
    }

    /// A required header.
    pub fn need_header<T: Param>(&mut self, name: &str, _: Style) -> Option<T> {
        let texts = header_texts(self.headers, name, T::SHAPE);
        self.required("header", name, texts)
    }

    /// An optional cookie.
    pub fn cookie<T: Param>(&mut self, name: &str, style: Style) -> Option<T> {
        let texts = self.cookie_texts(name, T::SHAPE, style);
        self.optional("cookie", name, texts)
    }

    /// A required cookie.
    pub fn need_cookie<T: Param>(&mut self, name: &str, style: Style) -> Option<T> {
        let texts = self.cookie_texts(name, T::SHAPE, style);
        self.required("cookie", name, texts)
    }

    /// A required parameter that has one value, which stands for itself.
    pub fn constant(&mut self, place: &str, name: &str, value: &str, style: Style) {
        let texts = match place {
            "path" => self.path_texts(name, Shape::One, style),
            "query" => self.query_texts(name, Shape::One, style),
            "header" => header_texts(self.headers, name, Shape::One),
            _ => self.cookie_texts(name, Shape::One, style),
        };
        let text: Option<String> = self.required(place, name, texts);
        if text.is_some_and(|it| it != value) {
            self.note(place, name, &format!("is not {value}"));
        }
    }

    /// The body.
    pub fn json<T: Json>(&mut self) -> Option<T> {
        let bytes = self.need_body()?;
        self.read_body(codec::salvage(&bytes))
    }

    /// What was read of the body. What is wrong is noted, so it goes no further than the checks of the rest.
    pub(super) fn read_body<T>(
        &mut self,
        (value, faults): (Option<T>, Option<Faults>),
    ) -> Option<T> {
        if let Some(faults) = faults {
            self.broken |= faults.syntax;
            let in_body = |mut violation: Violation| {
                violation.pointer.insert_str(0, "/body");
                violation
            };
            self.violations
                .extend(faults.violations.into_iter().map(in_body));
        }
        value
    }

    /// The body, which may be left out.
    pub fn optional_json<T: Json>(&mut self) -> Option<Option<T>> {
        if self.has_body() {
            self.json().map(Some)
        } else {
            Some(None)
        }
    }

    /// The body. An empty one is an empty text.
    pub fn text(&mut self) -> Option<String> {
        let bytes = self.body.as_bytes().cloned().unwrap_or_default();
        match String::from_utf8(bytes.into()) {
            Ok(text) => Some(text),
            Err(_) => {
                self.broken = true;
                self.note("body", "", "is not UTF-8");
                None
            }
        }
    }

    /// The body, which may be left out.
    pub fn optional_text(&mut self) -> Option<Option<String>> {
        if self.has_body() {
            self.text().map(Some)
        } else {
            Some(None)
        }
    }

    /// The body in memory.
    pub fn body_bytes(&self) -> Bytes {
        self.body.as_bytes().cloned().unwrap_or_default()
    }

    /// What the request says of the body's media type.
    pub fn content_type(&self) -> Option<&'a str> {
        self.headers.get(header::CONTENT_TYPE)?.to_str().ok()
    }

    /// The body, as it comes.
    pub fn stream(&mut self) -> Option<Body> {
        Some(std::mem::take(&mut self.body))
    }

    /// Notes what is wrong with what was read, except at places that could not be read.
    pub fn violations(&mut self, found: Vec<Violation>) {
        let told = self.violations.len();
        for violation in found {
            let is_told = |told: &Violation| {
                let rest = violation.pointer.strip_prefix(&told.pointer);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            if !self.violations[..told].iter().any(is_told) {
                self.violations.push(violation);
            }
        }
    }

    /// What is wrong with the request, if anything: 400 when it is not well formed, otherwise 422. Where the document
    /// declares only one of the two, that is it.
    pub fn problem(self) -> Option<Problem> {
        if self.violations.is_empty() {
            return None;
        }
        let (broken, wrong) = (StatusCode::BAD_REQUEST, StatusCode::UNPROCESSABLE_ENTITY);
        let (status, other) = match self.broken {
            true => (broken, wrong),
            false => (wrong, broken),
        };
        let is_declared = |status| self.info.meaning(status) == Meaning::Error;
        let status = match !is_declared(status) && is_declared(other) {
            true => other,
            false => status,
        };
        Some(Problem::new(status).errors(self.violations))
    }

    pub(super) fn has_body(&self) -> bool {
        self.body.as_bytes().is_none_or(|bytes| !bytes.is_empty())
    }

    fn need_body(&mut self) -> Option<Bytes> {
        match self.body.as_bytes() {
            Some(bytes) if !bytes.is_empty() => Some(bytes.clone()),
            _ => {
                self.note("body", "", "is required");
                None
            }
        }
    }

    fn path_texts(&self, name: &str, shape: Shape, style: Style) -> Texts {
        match self.path.iter().find(|(known, _)| *known == name) {
            Some((_, raw)) => found(texts(name, raw, shape, style, &plain)),
            None => Texts::Absent,
        }
    }

    pub(super) fn query_texts(&self, name: &str, shape: Shape, style: Style) -> Texts {
        let values = self.query.iter().filter(|(known, _)| known == name);
        let mut all = Vec::new();
        for (_, raw) in values {
            // A list that is given as several parameters has the items of all of them.
            let shape = if style == Style::Exploded {
                Shape::One
            } else {
                shape
            };
            let raw = raw.unwrap_or_default();
            match self::texts(name, raw, shape, style, &plain_in_query) {
                Some(texts) => all.extend(texts),
                None => return Texts::Broken,
            }
        }
        if all.is_empty() {
            Texts::Absent
        } else {
            Texts::Found(all)
        }
    }

    pub(super) fn cookie_texts(&self, name: &str, shape: Shape, style: Style) -> Texts {
        let mut values = cookies(self.headers)
            .filter(|(known, _)| is_cookie(known, name))
            .map(|(_, raw)| raw);
        let Some(first) = values.next() else {
            return Texts::Absent;
        };
        match (style, shape) {
            (Style::Plain, Shape::Many) => {
                let all = std::iter::once(first).chain(values);
                Texts::Found(all.map(str::to_owned).collect())
            }
            (Style::Plain, Shape::One) => Texts::Found(vec![first.to_owned()]),
            _ => found(self::texts(name, first, shape, style, &plain)),
        }
    }

    fn required<T: Param>(&mut self, place: &str, name: &str, texts: Texts) -> Option<T> {
        if matches!(texts, Texts::Absent) {
            // An empty list leaves no trace in a query or header (RFC 6570, section 2.3).
            let empty = if T::SHAPE == Shape::Many {
                T::from_texts(&[])
            } else {
                None
            };
            if empty.is_none() {
                self.note(place, name, "is required");
            }
            return empty;
        }
        self.optional(place, name, texts)
    }

    fn optional<T: Param>(&mut self, place: &str, name: &str, texts: Texts) -> Option<T> {
        match texts {
            Texts::Absent => None,
            Texts::Broken => {
                self.malformed(place, name);
                None
            }
            Texts::Found(texts) => {
                let value = match place {
                    "header" => T::from_header_texts(name, &texts),
                    _ => T::from_texts(&texts),
                };
                if value.is_none() {
                    self.not_as_expected(place, name, &texts, T::SHAPE, T::EXPECTED);
                }
                value
            }
        }
    }

    #[cold]
    fn not_as_expected(
        &mut self,
        place: &str,
        name: &str,
        texts: &[String],
        shape: Shape,
        expected: &str,
    ) {
        // A whole number that is none of its type has too many digits.
        let is_whole = |text: &String| {
            let digits = text.strip_prefix('-').unwrap_or(text);
            !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
        };
        let wrong = match expected.ends_with("integer") && texts.iter().all(is_whole) {
            true => "out of range".to_owned(),
            false => format!("not {expected}"),
        };
        let detail = match shape {
            Shape::One if texts.len() != 1 => "is given more than once".to_owned(),
            Shape::One => format!("is {wrong}"),
            Shape::Many => format!("has an item that is {wrong}"),
        };
        self.note(place, name, &detail);
    }

    #[cold]
    pub(super) fn malformed(&mut self, place: &str, name: &str) {
        self.broken = true;
        self.note(place, name, "is not well formed");
    }

    pub(super) fn note(&mut self, place: &str, name: &str, detail: &str) {
        if self.violations.len() >= MAX_VIOLATIONS {
            return;
        }
        let mut pointer = format!("/{place}");
        if !name.is_empty() {
            push_step(&mut pointer, name);
        }
        self.violations.push(Violation {
            pointer,
            detail: detail.to_owned(),
        });
    }
}

fn found(texts: Option<Vec<String>>) -> Texts {
    texts.map_or(Texts::Broken, Texts::Found)
}

pub(super) fn plain(text: &str) -> Option<String> {
    unescape(text).map(Cow::into_owned)
}

pub(super) fn plain_in_query(text: &str) -> Option<String> {
    unescape_query(text).map(Cow::into_owned)
}

/// All cookies, still escaped.
pub(super) fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(header::COOKIE).into_iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}

pub(super) fn is_cookie(known: &str, name: &str) -> bool {
    known == name || unescape(known).is_some_and(|known| known == name)
}

/// The texts of a scalar or a list, without escapes; `None` when it is malformed.
pub(super) fn texts(
    name: &str,
    raw: &str,
    shape: Shape,
    style: Style,
    plain: &dyn Fn(&str) -> Option<String>,
) -> Option<Vec<String>> {
    let marks = marks(style);
    let mut rest = raw.strip_prefix(marks.first)?;
    if marks.named && !marks.each {
        rest = unnamed(name, rest, plain)?;
    }
    if marks.each {
        let items = rest.split(';');
        return items.map(|it| plain(unnamed(name, it, plain)?)).collect();
    }
    match shape {
        Shape::One => plain(rest).map(|text| vec![text]),
        Shape::Many => split(rest, &marks).map(|item| plain(&item)).collect(),
    }
}

/// What follows `name=`; the name alone stands for an empty value.
pub(super) fn unnamed<'t>(
    name: &str,
    text: &'t str,
    plain: &dyn Fn(&str) -> Option<String>,
) -> Option<&'t str> {
    let (known, value) = text.split_once('=').unwrap_or((text, ""));
    (plain(known)? == name).then_some(value)
}

/// Of the separators that are always escaped, the characters themselves separate too: an item never holds them.
pub(super) fn split(text: &str, marks: &Marks) -> std::vec::IntoIter<String> {
    let text = match marks.between {
        "%20" => text.replace(['+', ' '], "%20"),
        "%7C" => text.replace("%7c", "%7C").replace('|', "%7C"),
        _ => text.to_owned(),
    };
    let parts: Vec<String> = text.split(marks.between).map(str::to_owned).collect();
    parts.into_iter()
}
