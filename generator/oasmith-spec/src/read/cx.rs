//! Typed access to the members of objects, with a diagnostic for each that is of another type.
//!
//! Every function takes the member, or none, and treats `null` as a member that is not there: exporters write it for
//! what they do not know.

use super::lookup::Lookup;
use super::version::{self, Version};
use crate::codes::{MEMBER_MISSING, WRONG_TYPE, WRONG_VALUE};
use crate::model::Spanned;
use crate::node::{Member, Node, Object, Value};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics, Severity, Span};
use std::collections::HashSet;

/// What an empty array in the place of an object is read as: languages that have one type for both write either.
static NO_MEMBERS: Object = Object {
    members: Vec::new(),
};

/// What is known while a document is read.
pub(crate) struct Cx<'a> {
    pub lookup: Lookup<'a>,
    pub version: Version,
    pub diagnostics: Diagnostics,
    /// The path items that are being read by reference, outermost first.
    pub following: Vec<&'a Node>,
    /// Bytes of path items that were read by reference.
    pub followed: usize,
    /// How many schemas are around the one that is being read.
    pub depth: usize,
    /// The diagnostics, by their index, of what its owner can do without.
    confined: HashSet<usize>,
    /// What was done without since the last owner asked.
    unread: Vec<String>,
}

impl<'a> Cx<'a> {
    pub fn new(root: &'a Node, version: Version) -> Self {
        Cx {
            lookup: Lookup::new(root),
            version,
            diagnostics: Diagnostics::default(),
            following: Vec::new(),
            followed: 0,
            depth: 0,
            confined: HashSet::new(),
            unread: Vec::new(),
        }
    }

    /// For parts of a document whose root is this one.
    pub fn of(root: &'a Node) -> Self {
        Self::new(root, version::of(root).unwrap_or(Version::V31))
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// A member that is there, and not `null`.
    pub fn given(&mut self, member: Option<&'a Member>) -> Option<&'a Member> {
        let member = member?;
        if matches!(member.value.value, Value::Null) {
            let message = format!("`{}` is null, and taken as left out", member.key.text);
            self.push(Diagnostic::warning(&WRONG_TYPE, message).at(member.value.span));
            return None;
        }
        Some(member)
    }

    /// Text. Numbers and booleans are taken as written, since YAML makes them of `version: 1.0`.
    pub fn text(&mut self, member: impl Into<Option<&'a Member>>) -> Option<String> {
        let member = self.given(member.into())?;
        let text = match &member.value.value {
            Value::String(text) => return Some(text.to_string()),
            Value::Number(text) => text.to_string(),
            Value::Bool(value) => value.to_string(),
            _ => {
                self.wrong_type(member, "a string");
                return None;
            }
        };
        let message = must_be(member, "a string");
        let fault = Diagnostic::warning(&WRONG_TYPE, message).at(member.value.span);
        self.push(fault.help("put it in quotes"));
        Some(text)
    }

    /// Text, and its place.
    pub fn spanned_text(
        &mut self,
        member: impl Into<Option<&'a Member>>,
    ) -> Option<Spanned<String>> {
        let member = member.into()?;
        let text = self.text(member)?;
        Some(Spanned::new(text, member.value.span))
    }

    /// A boolean; what is not there is `false`.
    pub fn flag(&mut self, member: impl Into<Option<&'a Member>>) -> bool {
        self.choice(member).unwrap_or(false)
    }

    /// A boolean, when it is there. One in quotes is taken for one.
    pub fn choice(&mut self, member: impl Into<Option<&'a Member>>) -> Option<bool> {
        let member = self.given(member.into())?;
        match &member.value.value {
            Value::Bool(value) => Some(*value),
            other => {
                self.wrong_type(member, "a boolean");
                match other {
                    Value::String(text) => text.parse().ok(),
                    _ => None,
                }
            }
        }
    }

    /// A number as written. A whole one in quotes is taken for one.
    pub fn number(&mut self, member: impl Into<Option<&'a Member>>) -> Option<Spanned<String>> {
        let member = self.given(member.into())?;
        match &member.value.value {
            Value::Number(text) => Some(Spanned::new(text.to_string(), member.value.span)),
            other => {
                self.wrong_type(member, "a number");
                let Value::String(text) = other else {
                    return None;
                };
                let whole: i64 = text.parse().ok()?;
                Some(Spanned::new(whole.to_string(), member.value.span))
            }
        }
    }

    /// A number of things. What is larger than any number of things can be is the largest.
    pub fn count(&mut self, member: impl Into<Option<&'a Member>>) -> Option<u64> {
        let member = member.into()?;
        let number = self.number(member)?;
        let value: f64 = number.value.parse().unwrap_or(f64::NAN);
        if value < 0.0 || value.fract() != 0.0 {
            let message = format!("`{}` must be a whole number, not below 0", member.key.text);
            self.push(Diagnostic::warning(&WRONG_VALUE, message).at(number.span));
            return None;
        }
        // JSON Schema 2020-12, 4.2.3: `1.0` and `1e3` are integers. The conversion saturates.
        Some(number.value.parse().unwrap_or(value as u64))
    }

    /// An array of strings; items of another type are left out. A string by itself is the only one.
    pub fn strings(&mut self, member: impl Into<Option<&'a Member>>) -> Vec<Spanned<String>> {
        let Some(member) = self.given(member.into()) else {
            return Vec::new();
        };
        let Some(items) = member.value.as_array() else {
            self.wrong_type(member, "an array of strings");
            let only = member.value.as_str().map(str::to_owned);
            let only = only.map(|it| Spanned::new(it, member.value.span));
            return only.into_iter().collect();
        };
        items
            .iter()
            .filter_map(|item| self.string_item(member, item))
            .collect()
    }

    fn string_item(&mut self, member: &Member, item: &Node) -> Option<Spanned<String>> {
        if let Value::String(text) | Value::Number(text) = &item.value {
            return Some(Spanned::new(text.to_string(), item.span));
        }
        let (key, kind) = (&member.key.text, item.kind());
        let message = format!("`{key}` must be an array of strings, found {kind} in it");
        self.push(Diagnostic::warning(&WRONG_TYPE, message).at(item.span));
        None
    }

    /// The items of an array. Another type is an error, but for an empty object: what holds structure cannot be guessed.
    pub fn list(&mut self, member: impl Into<Option<&'a Member>>) -> &'a [Node] {
        let Some(member) = self.given(member.into()) else {
            return &[];
        };
        match &member.value.value {
            Value::Array(items) => items,
            Value::Object(object) if object.members.is_empty() => {
                self.wrong_type(member, "an array");
                &[]
            }
            _ => {
                self.unreadable(member, "an array");
                &[]
            }
        }
    }

    /// The members of an object that is a map: its keys are names. An empty array has none either.
    pub fn entries(&mut self, member: impl Into<Option<&'a Member>>) -> &'a [Member] {
        let Some(member) = self.given(member.into()) else {
            return &[];
        };
        match &member.value.value {
            Value::Object(object) => &object.members,
            Value::Array(items) if items.is_empty() => {
                self.wrong_type(member, "an object");
                &[]
            }
            _ => {
                self.unreadable(member, "an object");
                &[]
            }
        }
    }

    /// A map from names to texts.
    pub fn texts(&mut self, member: impl Into<Option<&'a Member>>) -> IndexMap<String, String> {
        let entries = self.entries(member);
        entries
            .iter()
            .filter_map(|it| Some((it.key.text.to_string(), self.text(it)?)))
            .collect()
    }

    /// A map from names to texts, each with its place.
    pub fn spanned_texts(
        &mut self,
        member: impl Into<Option<&'a Member>>,
    ) -> IndexMap<String, Spanned<String>> {
        let entries = self.entries(member);
        entries
            .iter()
            .filter_map(|it| Some((it.key.text.to_string(), self.spanned_text(it)?)))
            .collect()
    }

    /// A map from names to what `read` makes of their values.
    pub fn map<T>(
        &mut self,
        member: impl Into<Option<&'a Member>>,
        read: impl Fn(&mut Self, &'a Node) -> Option<T>,
    ) -> IndexMap<String, T> {
        let mut map = IndexMap::new();
        for entry in self.entries(member) {
            if let Some(value) = read(self, &entry.value) {
                map.insert(entry.key.text.to_string(), value);
            }
        }
        map
    }

    /// A map from names to what `read` makes of their values, without those that have an error in them.
    pub fn sound<T>(
        &mut self,
        member: impl Into<Option<&'a Member>>,
        read: impl Fn(&mut Self, &'a Node) -> Option<T>,
    ) -> IndexMap<String, T> {
        self.map(member, |cx, node| {
            cx.whole(|cx| read(cx, node)).ok().flatten()
        })
    }

    /// What `read` makes, unless it reports an error: then that, in its words.
    pub fn whole<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Result<T, String> {
        let (before, unread) = (self.diagnostics.len(), self.unread.len());
        let value = read(self);
        let fault = self.error_since(before);
        if fault.is_some() {
            self.unread.truncate(unread);
        }
        fault.map_or(Ok(value), Err)
    }

    /// What `read` makes, unless it reports an error: then nothing, and whoever has it does without. `what` is said of
    /// it: `the header is any text`.
    pub fn confined<T>(
        &mut self,
        what: &str,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let outer = (
            std::mem::take(&mut self.diagnostics),
            std::mem::take(&mut self.confined),
            std::mem::take(&mut self.unread),
        );
        let value = read(self);
        let fault = self.error_since(0);
        let is_sound = fault.is_none();
        let inner = std::mem::replace(&mut self.unread, outer.2);
        match fault {
            Some(fault) => self.unread.push(format!("{what}: {fault}")),
            None => self.unread.extend(inner),
        }
        let said = std::mem::replace(&mut self.diagnostics, outer.0);
        let known = std::mem::replace(&mut self.confined, outer.1);
        for (at, it) in said.into_iter().enumerate() {
            let is_error = it.severity == Severity::Error;
            self.confined
                .extend(is_error.then_some(self.diagnostics.len()));
            self.push(match is_error && !known.contains(&at) {
                true => it.help(format!("where a crate is made, {what}")),
                false => it,
            });
        }
        value.filter(|_| is_sound)
    }

    /// Takes the errors after so many diagnostics as what their owner can do without, and returns the first. `what` is
    /// said of it.
    pub fn pardon(&mut self, before: usize, what: &str) -> Option<String> {
        let fault = self.error_since(before)?;
        for (at, it) in self.diagnostics.iter_mut().enumerate().skip(before) {
            if it.severity == Severity::Error && self.confined.insert(at) {
                it.help.push(format!("where a crate is made, {what}"));
            }
        }
        Some(fault)
    }

    /// What `read` makes, without what it says of one place.
    pub fn silent_at<T>(&mut self, place: Option<Span>, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::take(&mut self.diagnostics);
        let known = std::mem::take(&mut self.confined);
        let value = read(self);
        let said = std::mem::replace(&mut self.diagnostics, before);
        let confined = std::mem::replace(&mut self.confined, known);
        for (at, it) in said.into_iter().enumerate() {
            let own = it.primary.as_ref().map(|it| it.span);
            if own.is_some() && own == place {
                continue;
            }
            if confined.contains(&at) {
                self.confined.insert(self.diagnostics.len());
            }
            self.push(it);
        }
        value
    }

    /// What the owner that was read does without, in words.
    pub fn take_unread(&mut self) -> Vec<String> {
        std::mem::take(&mut self.unread)
    }

    /// The first error after so many diagnostics, in its words.
    pub fn error_since(&self, before: usize) -> Option<String> {
        let mut said = self.diagnostics.iter().enumerate().skip(before);
        let is_error = |at: &usize, it: &Diagnostic| {
            it.severity == Severity::Error && !self.confined.contains(at)
        };
        let (_, fault) = said.find(|(at, it)| is_error(at, it))?;
        Some(fault.message.clone())
    }

    /// What was said so far, which is forgotten.
    pub fn take_diagnostics(&mut self) -> Diagnostics {
        self.confined.clear();
        std::mem::take(&mut self.diagnostics)
    }

    /// Something that must be an object: `a parameter`. An empty array is taken for one without members.
    pub fn object(&mut self, node: &'a Node, what: &str) -> Option<&'a Object> {
        if let Value::Object(object) = &node.value {
            return Some(object);
        }
        let message = format!("{what} must be an object, found {}", node.kind());
        let is_empty = node.as_array().is_some_and(<[Node]>::is_empty);
        self.push(match is_empty {
            true => Diagnostic::warning(&WRONG_TYPE, message).at(node.span),
            false => Diagnostic::error(&WRONG_TYPE, message).at(node.span),
        });
        is_empty.then_some(&NO_MEMBERS)
    }

    /// `owner` (`a parameter`) has no member `key`, and cannot be understood without it.
    pub fn lacks(&mut self, owner: &str, key: &str, span: Span) {
        let message = format!("{owner} lacks `{key}`");
        self.push(Diagnostic::error(&MEMBER_MISSING, message).at(span));
    }

    /// `owner` has no member `key`, and can be understood all the same.
    pub fn should_have(&mut self, owner: &str, key: &str, span: Span) {
        let message = format!("{owner} lacks `{key}`");
        self.push(Diagnostic::warning(&MEMBER_MISSING, message).at(span));
    }

    /// A member that has another type, and is left out.
    pub fn wrong_type(&mut self, member: &Member, wanted: &str) {
        let message = must_be(member, wanted);
        let fault = Diagnostic::warning(&WRONG_TYPE, message);
        self.push(fault.at(member.value.span));
    }

    /// A member that has another type, and without which the meaning cannot be told.
    pub fn unreadable(&mut self, member: &Member, wanted: &str) {
        let message = must_be(member, wanted);
        let fault = Diagnostic::error(&WRONG_TYPE, message);
        self.push(fault.at(member.value.span));
    }
}

fn must_be(member: &Member, wanted: &str) -> String {
    let (key, found) = (&member.key.text, member.value.kind());
    format!("`{key}` must be {wanted}, found {found}")
}

/// Whether a key is one of a specification extension.
pub fn is_extension(member: &Member) -> bool {
    member.key.text.starts_with("x-")
}
