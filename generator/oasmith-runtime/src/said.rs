//! What a form says, by the names of its members, and the JSON that it is put as.
//!
//! Members that are objects come in pieces (`a[b][c]=x`), which are put together.

use super::codec::{Raw, Write};
use super::decoder::texts;
use super::form::{Form, Members, style};
use super::param::{Shape, Style, unescape_query};
use super::writer::Writer;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How deep `a[b][c]` may go.
const MAX_DEPTH: usize = 32;

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

    /// Takes a name, and its value as it was sent.
    pub(super) fn pair(
        &mut self,
        name: String,
        raw: &str,
        members: &Members,
    ) -> Result<(), &'static str> {
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

    fn says(&self, name: &str, expected: &[&str]) -> bool {
        match self.values.get(name).map(|it| it.0.as_slice()) {
            Some([Value::Text(text)]) if !expected.is_empty() => expected.contains(&text.as_str()),
            Some(_) => expected.is_empty(),
            None => expected.is_empty() && self.trees.contains_key(name),
        }
    }

    /// As JSON, with what stands for members that are absent.
    pub(super) fn into_json(self, members: &Members) -> Vec<u8> {
        let is_absent =
            |name: &str| !self.values.contains_key(name) && !self.trees.contains_key(name);
        let absent = members.iter().filter_map(|(name, form)| match form {
            Form::Absent(json) if is_absent(name) => Some((*name, Constant(json))),
            Form::AbsentOf(has, lacks, json)
                if is_absent(name)
                    && has.iter().all(|(name, texts)| self.says(name, texts))
                    && lacks.iter().all(|name| is_absent(name)) =>
            {
                Some((*name, Constant(json)))
            }
            _ => None,
        });
        let mut absent: Vec<(&str, Constant)> = absent.collect();
        absent.dedup_by_key(|it| it.0);
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
