//! Objects in the parameters of a request and the headers of an answer, and whatever else has the style `deepObject`.
//!
//! What is asked for says what is read: a model knows which of its members are numbers.

use super::answer::{Answer, trim};
use super::codec::{self, Json, Write};
use super::decoder::{Decoder, cookies, is_cookie, plain, plain_in_query};
use super::deep::{self, Deep, Steps};
use super::encoder::{Encoder, push_pair};
use super::fields;
use super::param::{Escape, Style};
use super::problem::{Problem, Violation, push_step};
use super::styles::Fields;
use http::StatusCode;
use std::borrow::Cow;

/// Which parameters are the members of an object that has no name of its own in the request.
#[derive(Clone, Copy, Debug)]
pub enum Members {
    /// Those of these names.
    Named(&'static [&'static str]),
    /// Those that are not of these names: they are parameters of their own.
    Others(&'static [&'static str]),
}

/// What was found of an object.
pub(super) enum Found {
    Absent,
    Broken,
    Fields(Fields),
}

impl Encoder {
    /// Fills the next place of the path with an object.
    pub fn path_object(&mut self, value: &impl Write, style: Style) {
        match object(value, style) {
            Ok(value) => self.fill(&value, style),
            Err(message) => self.refuse("path", "", message),
        }
    }

    /// Adds an object as a query parameter, if there is one.
    pub fn query_object(&mut self, name: &str, value: Option<&impl Write>, style: Style) {
        match value {
            Some(value) if style == Style::Deep => self.put_deep(name, object(value, style)),
            Some(value) => self.put("query", name, object(value, style), style),
            None => {}
        }
    }

    /// Adds an object as a header, if there is one.
    pub fn header_object(&mut self, name: &str, value: Option<&impl Write>, style: Style) {
        if let Some(value) = value {
            self.put("header", name, object(value, style), style);
        }
    }

    /// Adds an object as a cookie, if there is one.
    pub fn cookie_object(&mut self, name: &str, value: Option<&impl Write>, style: Style) {
        if let Some(value) = value {
            self.put("cookie", name, object(value, style), style);
        }
    }

    fn put_deep(&mut self, name: &str, value: Result<Fields, &'static str>) {
        let escape = std::mem::replace(&mut self.escape, Escape::Usual);
        let query = &mut self.query;
        let mut pair = |name: &str, value: Option<&str>| push_pair(name, value, escape, query);
        let put = value.and_then(|value| deep::put(name, &value, Steps::Brackets, &mut pair));
        if let Err(message) = put {
            self.refuse("query", name, message);
        }
    }
}

impl Decoder<'_> {
    /// An object in the path.
    pub fn path_object<T: Json>(&mut self, name: &str, style: Style) -> Option<T> {
        let raw = self.path.iter().find(|(known, _)| *known == name);
        let found = match raw {
            Some((_, raw)) => one(name, raw, style, &plain),
            None => Found::Absent,
        };
        self.required_object("path", name, style, found)
    }

    /// An optional object in the query.
    pub fn query_object<T: Json>(&mut self, name: &str, style: Style) -> Option<T> {
        let found = self.in_query(name, style);
        self.object("query", name, style, found)
    }

    /// An optional `deepObject`, beside parameters whose own names look like members of it.
    pub fn query_deep<T: Json>(&mut self, name: &str, members: Members) -> Option<T> {
        let found = self.deep(name, members);
        self.object("query", name, Style::Deep, found)
    }

    /// A required `deepObject`, beside parameters whose own names look like members of it.
    pub fn need_query_deep<T: Json>(&mut self, name: &str, members: Members) -> Option<T> {
        let found = self.deep(name, members);
        self.required_object("query", name, Style::Deep, found)
    }

    /// A required object in the query.
    pub fn need_query_object<T: Json>(&mut self, name: &str, style: Style) -> Option<T> {
        let found = self.in_query(name, style);
        self.required_object("query", name, style, found)
    }

    /// An optional object, the members of which are parameters of the query.
    pub fn query_members<T: Json>(&mut self, members: Members) -> Option<T> {
        let found = self.members_in_query(members);
        self.object("query", "", Style::Exploded, found)
    }

    /// A required object, the members of which are parameters of the query.
    pub fn need_query_members<T: Json>(&mut self, members: Members) -> Option<T> {
        let found = self.members_in_query(members);
        self.required_object("query", "", Style::Exploded, found)
    }

    /// An optional object in a header.
    pub fn header_object<T: Json>(&mut self, name: &str, style: Style) -> Option<T> {
        let found = header(self.headers, name, style);
        self.object("header", name, style, found)
    }

    /// A required object in a header.
    pub fn need_header_object<T: Json>(&mut self, name: &str, style: Style) -> Option<T> {
        let found = header(self.headers, name, style);
        self.required_object("header", name, style, found)
    }

    /// An optional object in a cookie.
    pub fn cookie_object<T: Json>(&mut self, name: &str, style: Style) -> Option<T> {
        let found = self.in_cookie(name, style);
        self.object("cookie", name, style, found)
    }

    /// A required object in a cookie.
    pub fn need_cookie_object<T: Json>(&mut self, name: &str, style: Style) -> Option<T> {
        let found = self.in_cookie(name, style);
        self.required_object("cookie", name, style, found)
    }

    /// An optional object, the members of which are cookies.
    pub fn cookie_members<T: Json>(&mut self, members: Members, style: Style) -> Option<T> {
        let found = self.members_in_cookies(members, style);
        self.object("cookie", "", style, found)
    }

    /// A required object, the members of which are cookies.
    pub fn need_cookie_members<T: Json>(&mut self, members: Members, style: Style) -> Option<T> {
        let found = self.members_in_cookies(members, style);
        self.required_object("cookie", "", style, found)
    }

    /// What the pairs `name`, `name[a]`, `name[a][b]` make.
    fn deep(&self, name: &str, members: Members) -> Found {
        let mut deep = Deep::default();
        for (known, raw) in self.query.iter().filter(|(known, _)| members.has(known)) {
            let steps = match known.strip_prefix(name) {
                Some(steps) if steps.is_empty() || steps.starts_with('[') => steps,
                _ => continue,
            };
            let value = raw.map(plain_in_query);
            if value == Some(None) || deep.add(steps, value.flatten()).is_err() {
                return Found::Broken;
            }
        }
        match deep.is_empty() {
            true => Found::Absent,
            false => deep.fields().map_or(Found::Broken, Found::Fields),
        }
    }

    fn in_query(&self, name: &str, style: Style) -> Found {
        if style == Style::Deep {
            return self.deep(name, Members::Others(&[]));
        }
        let mut values = self.query.iter().filter(|(known, _)| known == name);
        match (values.next(), values.next()) {
            (None, _) => Found::Absent,
            (Some((_, raw)), None) => one(name, raw.unwrap_or_default(), style, &plain_in_query),
            (Some(_), Some(_)) => Found::Broken,
        }
    }

    fn in_cookie(&self, name: &str, style: Style) -> Found {
        find_cookie(self.headers, name).map_or(Found::Absent, |raw| one(name, raw, style, &plain))
    }

    fn members_in_query(&self, members: Members) -> Found {
        let pairs = self.query.iter().filter(|(name, _)| members.has(name));
        let pairs = pairs.map(|(name, raw)| {
            let value = match raw {
                Some(raw) => Some(plain_in_query(raw)?),
                None => None,
            };
            Some((name.clone().into_owned(), value))
        });
        gather(pairs)
    }

    fn members_in_cookies(&self, members: Members, style: Style) -> Found {
        let text = |raw: &str| match style {
            Style::Plain => Some(raw.to_owned()),
            _ => plain(raw),
        };
        let pairs = cookies(self.headers).map(|(name, raw)| Some((text(name)?, Some(text(raw)?))));
        let is_member = |it: &Option<(String, Option<String>)>| {
            it.as_ref().is_none_or(|(name, _)| members.has(name))
        };
        gather(pairs.filter(is_member))
    }

    pub(super) fn required_object<T: Json>(
        &mut self,
        place: &str,
        name: &str,
        style: Style,
        found: Found,
    ) -> Option<T> {
        let leaves_trace = style == Style::Json || place == "path";
        match found {
            Found::Absent if leaves_trace => {
                self.note(place, name, "is required");
                None
            }
            // An object without members leaves no trace.
            Found::Absent => self.object(
                place,
                name,
                style,
                Found::Fields(Fields::Object(Vec::new())),
            ),
            found => self.object(place, name, style, found),
        }
    }

    pub(super) fn object<T: Json>(
        &mut self,
        place: &str,
        name: &str,
        style: Style,
        found: Found,
    ) -> Option<T> {
        let (value, violations) = match found {
            Found::Absent => return None,
            Found::Broken => {
                self.malformed(place, name);
                return None;
            }
            Found::Fields(Fields::Text(json)) if style == Style::Json => {
                let (value, faults) = codec::salvage(json.as_bytes());
                self.broken |= faults.as_ref().is_some_and(|faults| faults.syntax);
                (value, faults.map(|it| it.violations).unwrap_or_default())
            }
            Found::Fields(fields) => fields.to(),
        };
        let mut inside = format!("/{place}");
        if !name.is_empty() {
            push_step(&mut inside, name);
        }
        let violations = violations.into_iter().map(|violation| Violation {
            pointer: inside.clone() + &violation.pointer,
            detail: violation.detail,
        });
        self.violations.extend(violations);
        value
    }
}

impl Answer {
    /// Adds a header that is an object, if there is one.
    pub fn header_object<T: Write>(self, name: &str, value: &Option<T>, style: Style) -> Self {
        match value.as_ref().map(|it| object(it, style)) {
            Some(Ok(fields)) => self.put_styled(name, &fields, style),
            Some(Err(_)) => Self::problem(Problem::new(StatusCode::INTERNAL_SERVER_ERROR)),
            None => self,
        }
    }

    /// The value of a header that is an object, if there is one that can be read.
    pub fn object_param<T: Json>(&self, name: &str, style: Style) -> Option<T> {
        let value = match header(&self.headers, name, style) {
            Found::Fields(fields) => {
                let (value, faults) = fields.to();
                value.filter(|_| faults.is_empty())
            }
            Found::Absent => return None,
            Found::Broken => None,
        };
        if value.is_none() {
            self.note_header(name, "what the document says");
        }
        value
    }
}

fn object(value: &(impl Write + ?Sized), style: Style) -> Result<Fields, &'static str> {
    if style == Style::Json {
        let json = String::from_utf8(codec::encode(value));
        return json.map(Fields::Text).map_err(|_| "is not UTF-8");
    }
    Fields::of(value).ok_or("is nested too deeply")
}

impl Members {
    fn has(self, name: &str) -> bool {
        match self {
            Members::Named(names) => names.contains(&name),
            // `filter[a]` is a part of the parameter `filter`.
            Members::Others(names) => !names.iter().any(|known| {
                let rest = name.strip_prefix(known);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
            }),
        }
    }
}

fn gather(pairs: impl Iterator<Item = Option<(String, Option<String>)>>) -> Found {
    match pairs.collect::<Option<Vec<_>>>() {
        Some(pairs) if pairs.is_empty() => Found::Absent,
        Some(pairs) => Found::Fields(Fields::gather(pairs)),
        None => Found::Broken,
    }
}

/// The value of a cookie, still escaped.
fn find_cookie<'h>(headers: &'h http::HeaderMap, name: &str) -> Option<&'h str> {
    let mut found = cookies(headers).filter(|(known, _)| is_cookie(known, name));
    found.next().map(|(_, value)| value)
}

/// An object that is one text.
fn one(name: &str, raw: &str, style: Style, plain: &dyn Fn(&str) -> Option<String>) -> Found {
    let fields = match style {
        Style::Json => plain(raw).map(Fields::Text),
        _ => fields::pairs(name, raw, style, plain).map(Fields::gather),
    };
    fields.map_or(Found::Broken, Found::Fields)
}

/// An object that is a header. Several lines are one list.
pub(super) fn header(headers: &http::HeaderMap, name: &str, style: Style) -> Found {
    let lines = headers.get_all(name).into_iter();
    let lines = lines.map(|line| std::str::from_utf8(line.as_bytes()).ok());
    match lines.collect::<Option<Vec<_>>>() {
        Some(lines) if lines.is_empty() => Found::Absent,
        Some(lines) => {
            let text: Cow<'_, str> = match lines.as_slice() {
                [line] => (*line).into(),
                lines => lines.join(",").into(),
            };
            one(name, &text, style, &|text| Some(trim(text).to_owned()))
        }
        None => Found::Broken,
    }
}
