//! Values in the names of pairs: `filter[tags][]=a&filter[size][gt]=3`.
//!
//! OAS 3.1 has `deepObject` for one level of scalars; further levels and lists are written as most servers read them.
//! `[]` is an item, `[0]` an item that is a list or an object itself, and a name without `=` is `null`.

use super::styles::Fields;
use std::collections::BTreeMap;

/// How deep names may nest: less than JSON may.
pub(super) const MAX_DEPTH: usize = 100;

/// How the steps into a value are spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// `filter[size][gt]`, and `filter[tags][]` for an item.
    Brackets,
    /// `size.gt`, and `tags` for each item. A name that has a dot itself is in brackets.
    Dots,
}

/// Calls `pair` with each pair that makes up the parameter `name`. Empty lists and objects leave no trace.
pub(super) fn put(
    name: &str,
    value: &Fields,
    steps: Steps,
    pair: &mut dyn FnMut(&str, Option<&str>),
) -> Result<(), &'static str> {
    put_at(&mut name.to_owned(), value, steps, 0, pair)
}

fn put_at(
    name: &mut String,
    value: &Fields,
    steps: Steps,
    depth: usize,
    pair: &mut dyn FnMut(&str, Option<&str>),
) -> Result<(), &'static str> {
    if depth > MAX_DEPTH {
        return Err("is nested too deeply");
    }
    let end = name.len();
    match value {
        Fields::Null => pair(name, None),
        Fields::Text(text) => pair(name, Some(text)),
        Fields::List(items) => {
            let are_texts = items.iter().all(|item| matches!(item, Fields::Text(_)));
            for (index, item) in items.iter().enumerate() {
                match (are_texts, steps) {
                    (true, Steps::Brackets) => name.push_str("[]"),
                    (true, Steps::Dots) => {}
                    (false, _) => name.push_str(&format!("[{index}]")),
                }
                put_at(name, item, steps, depth + 1, pair)?;
                name.truncate(end);
            }
        }
        Fields::Object(members) => {
            for (member, value) in members {
                // These could not be told from steps.
                if member.is_empty() || member.contains(['[', ']']) {
                    return Err("has a member whose name is empty or holds a bracket");
                }
                match steps {
                    Steps::Dots if !member.contains('.') => name.push_str(&format!(".{member}")),
                    _ => name.push_str(&format!("[{member}]")),
                }
                put_at(name, value, steps, depth + 1, pair)?;
                name.truncate(end);
            }
        }
    }
    Ok(())
}

/// What was put together so far.
#[derive(Debug, Default)]
pub(super) struct Deep {
    texts: Vec<Option<String>>,
    /// `[]` was said, so it is a list even where there is one text only.
    is_list: bool,
    members: BTreeMap<Step, Deep>,
}

/// A step between brackets. Indexes go in their order.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Index(u32),
    Name(String),
}

/// Names that contradict each other, or are no names.
#[derive(Debug)]
pub(super) struct Malformed;

impl Deep {
    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.members.is_empty()
    }

    /// Adds a pair. `steps` is what follows the parameter's name: `[a][b]`, or nothing.
    pub(super) fn add(&mut self, steps: &str, value: Option<String>) -> Result<(), Malformed> {
        let (mut it, mut rest, mut depth) = (self, steps, 0);
        while !rest.is_empty() {
            let inside = rest.strip_prefix('[').ok_or(Malformed)?;
            let (step, behind) = inside.split_once(']').ok_or(Malformed)?;
            depth += 1;
            if depth > MAX_DEPTH || step.contains('[') || (step.is_empty() && !behind.is_empty()) {
                return Err(Malformed);
            }
            match step.is_empty() {
                true => it.is_list = true,
                false => it = it.members.entry(Step::of(step)).or_default(),
            }
            rest = behind;
        }
        it.texts.push(value);
        Ok(())
    }

    /// The value that the pairs make.
    pub(super) fn fields(self) -> Result<Fields, Malformed> {
        let text = |it: Option<String>| it.map_or(Fields::Null, Fields::Text);
        let mut texts = self.texts;
        match (texts.len(), self.members.is_empty()) {
            (_, false) => {
                if !texts.is_empty() {
                    return Err(Malformed);
                }
                let members = self.members.into_iter();
                let members = members.map(|(step, it)| Ok((step.text(), it.fields()?)));
                Ok(Fields::Object(members.collect::<Result<_, _>>()?))
            }
            (1, true) if !self.is_list => Ok(text(texts.pop().flatten())),
            (_, true) => Ok(Fields::List(texts.into_iter().map(text).collect())),
        }
    }
}

impl Step {
    fn of(text: &str) -> Self {
        match text.parse::<u32>() {
            Ok(index) if index.to_string() == text => Step::Index(index),
            _ => Step::Name(text.to_owned()),
        }
    }

    fn text(self) -> String {
        match self {
            Step::Index(index) => index.to_string(),
            Step::Name(name) => name,
        }
    }
}
