//! Bodies that are `application/x-www-form-urlencoded`.
//!
//! Models read and write JSON, and nothing else. A form is made of the JSON that a model writes; and what a form says is
//! put as JSON in which every value is a text, which a [reader](Reader::of_texts) takes for what is expected. So models
//! have no code for forms: a table says of the few members that are no plain text or list of texts how they are written.

use super::codec::{self, Json, Raw, Write};
use super::decoder::{Decoder, texts};
use super::encoder::Encoder;
use super::param::{Shape, Style, escape, unescape_query};
use super::reader::Reader;
use super::writer::Writer;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The media type.
const MEDIA: &str = "application/x-www-form-urlencoded";
/// How deep `a[b][c]` may go.
const MAX_DEPTH: usize = 32;

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
    /// What is inside, piece by piece: `a[b]=x&a[c][0]=y`
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
        let media = self.content_type().and_then(|it| it.split(';').next());
        match media.is_some_and(|it| it.trim().eq_ignore_ascii_case(MEDIA)) {
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
            Form::Absent(_) | Form::OthersJson | Form::OthersJsonItems
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
        _ => json.to_owned(),
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
            Some(b'[') => items(value)
                .into_iter()
                .enumerate()
                .try_for_each(|(index, item)| self.deep(&format!("{name}[{index}]"), item)),
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

/// What a form says, by the names of its members.
#[derive(Debug, Default)]
pub struct Said {
    pub(super) values: BTreeMap<String, Values>,
    trees: BTreeMap<String, Tree>,
}

/// The values of one name.
#[derive(Debug, Default)]
pub(super) struct Values(pub(super) Vec<Value>);

/// A value of a form.
#[derive(Debug)]
pub enum Value {
    /// A text.
    Text(String),
    /// An object or a list.
    Json(Raw),
    /// The index of a file.
    File(usize),
}

impl Value {
    /// JSON, if it is an object or a list; anything else is a text.
    pub(super) fn json(text: String) -> Self {
        match text.trim_start().starts_with(['{', '[']) {
            true => Raw::parse(&text).map_or(Value::Text(text), Value::Json),
            false => Value::Text(text),
        }
    }
}

impl Said {
    pub(super) fn add(&mut self, name: String, value: Value) {
        self.values.entry(name).or_default().0.push(value);
    }

    fn pair(&mut self, name: String, raw: &str, members: &Members) -> Result<(), &'static str> {
        let own = style(members, &name);
        let is_own = members.iter().any(|(known, _)| *known == name);
        if (!is_own || own == Some(Form::Deep))
            && let Some((base, rest)) = whole(members, &name)
        {
            let path = steps(rest).ok_or("has a name whose brackets do not match")?;
            let tree = self.trees.entry(base.to_owned()).or_default();
            return tree.insert(&path, unescaped(raw));
        }
        let separator = match own {
            Some(Form::Comma) => Style::Comma,
            Some(Form::Space) => Style::Space,
            Some(Form::Pipe) => Style::Pipe,
            Some(Form::Json | Form::JsonItems) => {
                self.add(name, Value::json(unescaped(raw)));
                return Ok(());
            }
            _ => {
                self.add(name, Value::Text(unescaped(raw)));
                return Ok(());
            }
        };
        let plain = |text: &str| unescape_query(text).map(Cow::into_owned);
        for text in texts(name.as_str(), raw, Shape::Many, separator, &plain).unwrap_or_default() {
            self.add(name.clone(), Value::Text(text));
        }
        Ok(())
    }

    /// As JSON, with what stands for members that are absent.
    pub(super) fn into_json(self, members: &Members) -> Vec<u8> {
        let is_absent =
            |name: &str| !self.values.contains_key(name) && !self.trees.contains_key(name);
        let absent = members.iter().filter_map(|(name, form)| match form {
            Form::Absent(json) if is_absent(name) => Some((*name, Constant(json))),
            _ => None,
        });
        let absent: Vec<(&str, Constant)> = absent.collect();
        let mut all: Vec<(&str, &dyn Write)> = Vec::new();
        for (name, values) in &self.values {
            // One object by itself could be taken for the items.
            match style(members, name) {
                Some(Form::JsonItems) => all.push((name, &values.0)),
                _ => all.push((name, values)),
            }
        }
        all.extend(
            self.trees
                .iter()
                .map(|(name, tree)| (name.as_str(), tree as &dyn Write)),
        );
        all.extend(
            absent
                .iter()
                .map(|(name, json)| (*name, json as &dyn Write)),
        );
        let mut w = Writer::new();
        w.object(&all);
        w.into_bytes()
    }
}

/// The member that a pair is a part of, and what follows its name: the longest, where one looks like a part of another.
fn whole<'n>(members: &Members, name: &'n str) -> Option<(&'static str, &'n str)> {
    let deep = members.iter().filter(|(_, form)| *form == Form::Deep);
    let parts = deep.filter_map(|(known, _)| {
        let rest = name.strip_prefix(known)?;
        (rest.is_empty() || rest.starts_with('[')).then_some((*known, rest))
    });
    parts.max_by_key(|(known, _)| known.len())
}

/// JSON that the table holds.
struct Constant(&'static str);

impl Write for Constant {
    fn write(&self, w: &mut Writer) {
        w.raw(self.0);
    }
}

fn unescaped(raw: &str) -> String {
    unescape_query(raw)
        .map(|it| it.into_owned())
        .unwrap_or_default()
}

/// `[b][c]` -> `b`, `c`
fn steps(brackets: &str) -> Option<Vec<&str>> {
    if brackets.is_empty() {
        return Some(Vec::new());
    }
    let inside = brackets.strip_prefix('[')?.strip_suffix(']')?;
    Some(inside.split("][").collect())
}

/// What is inside of a member: texts, or more members.
#[derive(Debug, Default)]
struct Tree {
    texts: Values,
    inside: BTreeMap<Step, Branch>,
}

#[derive(Debug)]
struct Branch {
    name: String,
    tree: Tree,
}

/// Indices go by number, after all names.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Name(String),
    Index(u32),
}

impl Tree {
    fn insert(&mut self, path: &[&str], text: String) -> Result<(), &'static str> {
        if path.len() > MAX_DEPTH {
            return Err("is nested too deeply");
        }
        let Some((step, rest)) = path.split_first() else {
            self.texts.0.push(Value::Text(text));
            return Ok(());
        };
        let key = match step.parse::<u32>() {
            _ if step.is_empty() => Step::Index(self.next()),
            Ok(index) if *step == index.to_string() => Step::Index(index),
            _ => Step::Name((*step).to_owned()),
        };
        let name = match &key {
            Step::Index(index) => index.to_string(),
            Step::Name(name) => name.clone(),
        };
        let tree = Tree::default();
        let branch = self.inside.entry(key).or_insert(Branch { name, tree });
        branch.tree.insert(rest, text)
    }

    /// The index after the last: `a[]` is one more item.
    fn next(&self) -> u32 {
        match self.inside.keys().next_back() {
            Some(Step::Index(last)) => last.saturating_add(1),
            _ => 0,
        }
    }
}

impl Write for Tree {
    fn write(&self, w: &mut Writer) {
        if self.inside.is_empty() {
            return self.texts.write(w);
        }
        // A text beside members has no place; the empty one that some senders add says nothing.
        let members = self.inside.values();
        let members = members.map(|it| (it.name.as_str(), &it.tree as &dyn Write));
        w.object(&members.collect::<Vec<_>>());
    }
}

impl Write for Values {
    fn write(&self, w: &mut Writer) {
        match self.0.as_slice() {
            [one] => one.write(w),
            all => w.array(all),
        }
    }
}

impl Write for Value {
    fn write(&self, w: &mut Writer) {
        match self {
            Value::Text(text) => w.string(text),
            Value::Json(json) => json.write(w),
            Value::File(index) => w.unsigned(*index as u64),
        }
    }
}
