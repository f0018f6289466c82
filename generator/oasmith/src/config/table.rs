//! Reads the members of a TOML table one by one, and refuses those that nobody asked for.
//!
//! In: a parsed table with the place of every key. Out: values, and diagnostics that point into the file.

use std::ops::Range;

use oasmith_source::{Diagnostic, Diagnostics, FileId, Span};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::codes;
use oasmith_source::suggest;

/// Where faults are noted.
pub struct Faults {
    pub file: FileId,
    pub found: Diagnostics,
}

impl Faults {
    /// Notes that a value is not what its key takes.
    pub fn value(&mut self, at: Range<usize>, message: String) {
        let span = Span::new(self.file, at.start, at.end);
        self.found
            .push(Diagnostic::error(&codes::CONFIG_VALUE, message).at(span));
    }

    /// Notes a word that is not one of those that stand here.
    pub fn choice(&mut self, at: Range<usize>, what: &str, word: &str, known: &[&str]) {
        let span = Span::new(self.file, at.start, at.end);
        let fault = Diagnostic::error(&codes::CONFIG_VALUE, format!("unknown {what} `{word}`"));
        self.found.push(with_remedy(fault.at(span), word, known));
    }
}

/// What a person wants of several things: `true`, `false`, or a list.
pub enum Selection<'a> {
    All,
    None,
    These(Vec<(&'a str, Range<usize>)>),
}

/// One table, by the name that people see: `[api]`.
pub struct Table<'a, 'i> {
    name: &'static str,
    members: &'a DeTable<'i>,
    asked: Vec<&'static str>,
}

impl<'a, 'i> Table<'a, 'i> {
    pub fn new(name: &'static str, members: &'a DeTable<'i>) -> Self {
        Table {
            name,
            members,
            asked: Vec::new(),
        }
    }

    /// The table under a key; an empty one when it is not there.
    pub fn table(&mut self, key: &'static str, faults: &mut Faults) -> Option<&'a DeTable<'i>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(it) => Some(it),
            other => {
                wrong_type(&format!("`{key}`"), "a table", value.span(), other, faults);
                None
            }
        }
    }

    /// A string that is not empty.
    pub fn string(
        &mut self,
        key: &'static str,
        faults: &mut Faults,
    ) -> Option<(&'a str, Range<usize>)> {
        string(&format!("`{key}`"), self.value(key)?, faults)
    }

    /// A list of strings; empty when it is not there.
    pub fn strings(
        &mut self,
        key: &'static str,
        faults: &mut Faults,
    ) -> Option<Vec<(&'a str, Range<usize>)>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Array(items) => Some(
                items
                    .iter()
                    .filter_map(|item| string(&format!("an item of `{key}`"), item, faults))
                    .collect(),
            ),
            other => {
                wrong_type(
                    &format!("`{key}`"),
                    "a list of strings",
                    value.span(),
                    other,
                    faults,
                );
                None
            }
        }
    }

    /// A list of tables, each with its place; empty when it is not there.
    pub fn tables(
        &mut self,
        key: &'static str,
        faults: &mut Faults,
    ) -> Vec<(&'a DeTable<'i>, Range<usize>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            let what = format!("`{key}`");
            wrong_type(
                &what,
                "a list of tables",
                value.span(),
                value.get_ref(),
                faults,
            );
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(it) => tables.push((it, item.span())),
                other => {
                    let what = format!("an item of `{key}`");
                    wrong_type(&what, "a table", item.span(), other, faults);
                }
            }
        }
        tables
    }

    pub fn flag(&mut self, key: &'static str, faults: &mut Faults) -> Option<bool> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Boolean(it) => Some(*it),
            other => {
                wrong_type(
                    &format!("`{key}`"),
                    "true or false",
                    value.span(),
                    other,
                    faults,
                );
                None
            }
        }
    }

    /// All, none, or those that are listed.
    pub fn selection(&mut self, key: &'static str, faults: &mut Faults) -> Option<Selection<'a>> {
        let value = self.members.get(key);
        match value.is_some_and(|it| matches!(it.get_ref(), DeValue::Array(_))) {
            true => self.strings(key, faults).map(Selection::These),
            false => self.flag(key, faults).map(|it| match it {
                true => Selection::All,
                false => Selection::None,
            }),
        }
    }

    /// A whole number from zero up.
    pub fn count(&mut self, key: &'static str, faults: &mut Faults) -> Option<usize> {
        let value = self.value(key)?;
        let count = match value.get_ref() {
            DeValue::Integer(it) => usize::from_str_radix(it.as_str(), it.radix()).ok(),
            other => {
                wrong_type(&format!("`{key}`"), "a number", value.span(), other, faults);
                return None;
            }
        };
        if count.is_none() {
            faults.value(
                value.span(),
                format!("`{key}` is no whole number from 0 up"),
            );
        }
        count
    }

    /// Refuses the keys that were not asked for.
    pub fn finish(self, faults: &mut Faults) {
        for (key, _) in in_file_order(self.members) {
            let word: &str = key.get_ref();
            if self.asked.contains(&word) {
                continue;
            }
            let span = Span::new(faults.file, key.span().start, key.span().end);
            let message = format!("unknown key `{word}` in {}", self.name);
            let fault = Diagnostic::error(&codes::CONFIG_UNKNOWN_KEY, message).at(span);
            faults.found.push(with_remedy(fault, word, &self.asked));
        }
    }

    fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'i>>> {
        self.asked.push(key);
        self.members.get(key)
    }
}

/// The members in the order of the file: the table itself is sorted by key.
pub fn in_file_order<'a, 'i>(
    table: &'a DeTable<'i>,
) -> Vec<(&'a Spanned<DeString<'i>>, &'a Spanned<DeValue<'i>>)> {
    let mut members: Vec<_> = table.iter().collect();
    members.sort_by_key(|(key, _)| key.span().start);
    members
}

/// A string that is not empty.
pub fn string<'a>(
    what: &str,
    value: &'a Spanned<DeValue<'_>>,
    faults: &mut Faults,
) -> Option<(&'a str, Range<usize>)> {
    match value.get_ref() {
        DeValue::String(it) if it.trim().is_empty() => {
            faults.value(value.span(), format!("{what} is empty"));
            None
        }
        DeValue::String(it) => Some((it, value.span())),
        other => {
            wrong_type(what, "a string", value.span(), other, faults);
            None
        }
    }
}

fn wrong_type(
    what: &str,
    expected: &str,
    at: Range<usize>,
    found: &DeValue<'_>,
    faults: &mut Faults,
) {
    let found = match found {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    faults.value(at, format!("{what} is {found}, not {expected}"));
}

fn with_remedy(fault: Diagnostic, word: &str, known: &[&str]) -> Diagnostic {
    match suggest::nearest(word, known.iter().copied()) {
        Some(meant) => fault.help(format!("did you mean `{meant}`?")),
        None => {
            let known: Vec<String> = known.iter().map(|it| format!("`{it}`")).collect();
            fault.help(format!("known here: {}", known.join(", ")))
        }
    }
}
