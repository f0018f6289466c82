//! Bodies that are `application/x-www-form-urlencoded`.
//!
//! Models read and write JSON, and nothing else. A form is made of the JSON that a model writes; and what a form says is
//! put as JSON in which every value is a text, which a [reader](Reader::of_texts) takes for what is expected. So models
//! have no code for forms: a table says of the few members that are no plain text or list of texts how they are written.

use super::codec::{self, Json, Write};
use super::decoder::Decoder;
use super::encoder::Encoder;
use super::media::is_media;
use super::param::{escape, number_text, unescape_query};
use super::reader::Reader;
use super::said::Said;

/// The media type.
const MEDIA: &str = "application/x-www-form-urlencoded";

/// The members of a form that are not written as one text, or each item as one.
pub type Members = [(&'static str, Form)];

/// How a member of a form is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As usual, though its name looks like a part of another member.
    Plain,
    /// A list, or one text or several: `a=x,y`
    Comma,
    /// The same: `a=x%20y`
    Space,
    /// The same: `a=x%7Cy`
    Pipe,
    /// What is inside, piece by piece: `a[b]=x&a[c][]=y&a[d][0][e]=z`
    Deep,
    /// An object or a list as JSON.
    Json,
    /// Each item as JSON.
    JsonItems,
    /// A file of a multipart form, of this media type where it does not say its own.
    File(&'static str),
    /// A part of a multipart form, of this media type.
    Part(&'static str),
    /// The members that are not in the table, each as JSON.
    OthersJson,
    /// The members that are not in the table, each item as JSON.
    OthersJsonItems,
    /// Where the form has nothing, JSON has this: an empty list leaves no trace (RFC 6570, section 2.3).
    Absent(&'static str),
    /// The same, where the form has these members, with one of these texts if there are any, and none of those: it is
    /// one of several forms.
    AbsentOf(
        &'static [(&'static str, &'static [&'static str])],
        &'static [&'static str],
        &'static str,
    ),
}

impl Encoder {
    /// Sets the body: a form.
    pub fn form(&mut self, value: &impl Write, members: &Members) {
        let mut pairs = Pairs::default();
        match pairs.object(&codec::encode(value), members) {
            Ok(()) => self.stream(MEDIA, pairs.out.into()),
            Err(Refusal { name, message }) => self.refuse("body", &name, message),
        }
    }
}

impl Decoder<'_> {
    /// The body: a form. An empty one has no members, and is there only if the request says what it is.
    pub fn form<T: Json>(&mut self, members: &Members) -> Option<T> {
        if !self.has_body() && self.content_type().is_none() {
            self.note("body", "", "is required");
            return None;
        }
        let bytes = self.body_bytes();
        let Some(pairs) = std::str::from_utf8(&bytes).ok().and_then(parse) else {
            self.malformed("body", "");
            return None;
        };
        let mut said = Said::default();
        for (name, value) in pairs {
            if let Err(message) = said.pair(name, value, members) {
                self.note("body", "", message);
                return None;
            }
        }
        let json = said.into_json(members);
        self.read_body(codec::salvage_from(Reader::of_texts(&json)))
    }

    /// The body: JSON, or a form of the same members.
    pub fn json_or_form<T: Json>(&mut self, members: &Members) -> Option<T> {
        match self.content_type().is_some_and(|it| is_media(it, MEDIA)) {
            true => self.form(members),
            false => self.json(),
        }
    }

    /// The body, which may be left out: JSON, or a form of the same members.
    pub fn optional_json_or_form<T: Json>(&mut self, members: &Members) -> Option<Option<T>> {
        match self.has_body() {
            true => self.json_or_form(members).map(Some),
            false => Some(None),
        }
    }

    /// The body, which may be left out: a form.
    pub fn optional_form<T: Json>(&mut self, members: &Members) -> Option<Option<T>> {
        match self.has_body() || self.content_type().is_some() {
            true => self.form(members).map(Some),
            false => Some(None),
        }
    }
}

/// A value that a form cannot hold.
pub(super) struct Refusal {
    pub(super) name: String,
    pub(super) message: &'static str,
}

impl Refusal {
    pub(super) fn new(name: &str, message: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            message,
        }
    }
}

/// How `name` is written, if it is not as usual.
pub(super) fn style(members: &Members, name: &str) -> Option<Form> {
    let is_own = |(known, form): &&(&str, Form)| {
        let is_of_one = !matches!(
            form,
            Form::Absent(_) | Form::AbsentOf(..) | Form::OthersJson | Form::OthersJsonItems
        );
        is_of_one && *known == name
    };
    let own = members.iter().find(is_own).map(|(_, form)| *form);
    own.or_else(|| {
        members.iter().find_map(|(_, form)| match form {
            Form::OthersJson => Some(Form::Json),
            Form::OthersJsonItems => Some(Form::JsonItems),
            _ => None,
        })
    })
}

/// Calls `each` with the names and values of an object.
pub(super) fn each_member(
    json: &[u8],
    each: &mut dyn FnMut(&str, &str) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut refused = Ok(());
    let read = Reader::new(json).map(|mut r| {
        r.object(&mut |r, name| {
            let value = r.raw()?;
            if refused.is_ok() {
                refused = each(name, value);
            }
            Ok(())
        })
    });
    match read {
        Ok(Ok(())) => refused,
        _ => Err(Refusal::new("", "is not an object, or nested too deeply")),
    }
}

/// The items of an array.
pub(super) fn items(json: &str) -> Vec<&str> {
    let mut items = Vec::new();
    if let Ok(mut r) = Reader::new(json.as_bytes()) {
        // The text of a value that was read as such already.
        let _ = r.array(&mut |r| r.raw().map(|item| items.push(item)));
    }
    items
}

/// The items of an array, or a value that is none as the only one.
fn one_or_several(json: &str) -> Vec<&str> {
    match json.starts_with('[') {
        true => items(json),
        false => vec![json],
    }
}

/// What a value is as a text: a string as it is, `null` as nothing, all else as JSON.
pub(super) fn text(json: &str) -> String {
    match json.as_bytes().first() {
        Some(b'"') => codec::decode(json.as_bytes()).unwrap_or_default(),
        Some(b'n') => String::new(),
        _ => number_text(json),
    }
}

/// A form in the making.
#[derive(Default)]
struct Pairs {
    out: String,
}

impl Pairs {
    fn object(&mut self, json: &[u8], members: &Members) -> Result<(), Refusal> {
        each_member(json, &mut |name, value| {
            self.member(name, value, style(members, name))
        })
    }

    fn member(&mut self, name: &str, value: &str, form: Option<Form>) -> Result<(), Refusal> {
        match (form, value.as_bytes().first()) {
            (_, Some(b'n')) => {}
            (Some(Form::Deep), _) => return self.deep(name, value),
            (Some(Form::Comma), _) => self.joined(name, &one_or_several(value), ","),
            (Some(Form::Space), _) => {
                return self.separated(name, &one_or_several(value), ' ', "%20");
            }
            (Some(Form::Pipe), _) => {
                return self.separated(name, &one_or_several(value), '|', "%7C");
            }
            (Some(Form::Json), _) => self.pair(name, &text(value)),
            (_, Some(b'[')) => items(value)
                .into_iter()
                .for_each(|item| self.pair(name, &text(item))),
            _ => self.pair(name, &text(value)),
        }
        Ok(())
    }

    /// A separator that cannot be told from the same character in an item.
    fn separated(
        &mut self,
        name: &str,
        items: &[&str],
        mark: char,
        as_sent: &str,
    ) -> Result<(), Refusal> {
        if items.iter().any(|item| text(item).contains(mark)) {
            return Err(Refusal::new(name, "has an item that holds the separator"));
        }
        self.joined(name, items, as_sent);
        Ok(())
    }

    fn joined(&mut self, name: &str, items: &[&str], separator: &str) {
        for (index, item) in items.iter().enumerate() {
            match index {
                0 => self.name(name),
                _ => self.out.push_str(separator),
            }
            escape(&text(item), &mut self.out);
        }
    }

    fn deep(&mut self, name: &str, value: &str) -> Result<(), Refusal> {
        match value.as_bytes().first() {
            Some(b'{') => each_member(value.as_bytes(), &mut |inner, value| {
                if inner.is_empty() || inner.contains(['[', ']']) {
                    return Err(Refusal::new(
                        name,
                        "has a member whose name cannot be put in brackets",
                    ));
                }
                self.deep(&format!("{name}[{inner}]"), value)
            }),
            Some(b'[') => {
                let items = items(value);
                // As in queries: an index only where it says which item something is a part of.
                let are_texts = items.iter().all(|it| !it.starts_with(['{', '[', 'n']));
                let mut each = items.iter().enumerate();
                each.try_for_each(|(index, item)| match are_texts {
                    true => self.deep(&format!("{name}[]"), item),
                    false => self.deep(&format!("{name}[{index}]"), item),
                })
            }
            Some(b'n') => Ok(()),
            _ => {
                self.pair(name, &text(value));
                Ok(())
            }
        }
    }

    fn pair(&mut self, name: &str, value: &str) {
        self.name(name);
        escape(value, &mut self.out);
    }

    fn name(&mut self, name: &str) {
        if !self.out.is_empty() {
            self.out.push('&');
        }
        escape(name, &mut self.out);
        self.out.push('=');
    }
}

/// The names, and the values still escaped; `None` when an escape is malformed.
fn parse(form: &str) -> Option<Vec<(String, &str)>> {
    let pairs = form.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        unescape_query(value)?;
        Some((unescape_query(name)?.into_owned(), value))
    });
    pairs.collect()
}
