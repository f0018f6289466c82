//! The components that the document lists itself, wherever their texts are.
//!
//! `components`, a map in it and an entry may each be a reference to a file.

use std::collections::HashMap;

use super::parts::{At, Parts};
use super::spot::{lone_reference, reference};
use crate::node::{Key, Object, push_step};
use crate::resolve::Kind;
use crate::resolve::kind::Place;

/// One entry of `components`.
#[derive(Debug)]
pub struct Entry<'a> {
    pub kind: Kind,
    pub key: &'a Key,
    /// Where its text is, behind any references to files.
    pub end: At<'a>,
}

/// How many references a map may be away.
const MAX_JUMPS: usize = 64;

/// All entries in order. References that lead nowhere are left to whoever follows them to write.
pub fn entries(parts: &Parts) -> Vec<Entry<'_>> {
    let document = parts.top(super::parts::ROOT);
    let mut entries = Vec::new();
    let components = members(parts, &document)
        .into_iter()
        .find(|(key, _)| &*key.text == "components");
    for (map, at) in components.iter().flat_map(|(_, at)| members(parts, at)) {
        let Some(kind) = kind_of(&map.text) else {
            continue;
        };
        for (key, at) in members(parts, &at) {
            let end = end(parts, at);
            entries.push(Entry { kind, key, end });
        }
    }
    entries
}

/// The kind of the entries of a member of `components`.
pub fn kind_of(map: &str) -> Option<Kind> {
    match Place::Components.inside(map) {
        Place::Many(kind) if kind.components().is_some() => Some(kind),
        _ => None,
    }
}

/// Where the text of an entry is. One that refers to another place of the document is an alias, and stays one.
pub fn end<'a>(parts: &'a Parts, entry: At<'a>) -> At<'a> {
    let Some(text) = lone_reference(entry.node) else {
        return entry;
    };
    let end = parts.locate(entry.part, text).and_then(|it| parts.end(it));
    match end {
        Ok(end) if end.part != super::parts::ROOT => end,
        _ => entry,
    }
}

/// The members of an object, those behind its `$ref` first.
pub fn members<'a>(parts: &'a Parts, at: &At<'a>) -> Vec<(&'a Key, At<'a>)> {
    let mut members = Vec::new();
    collect(parts, at, MAX_JUMPS, &mut members);
    members
}

fn collect<'a>(parts: &'a Parts, at: &At<'a>, jumps: usize, found: &mut Vec<(&'a Key, At<'a>)>) {
    let Some(object) = at.node.as_object() else {
        return;
    };
    let text = reference(object).and_then(|it| it.as_str());
    if let (Some(text), Some(jumps)) = (text, jumps.checked_sub(1))
        && let Ok(behind) = parts.locate(at.part, text)
    {
        collect(parts, &behind, jumps, found);
    }
    // What stands beside a reference goes over what is behind it.
    let mut behind: HashMap<&str, usize> = HashMap::new();
    if text.is_some() {
        let keys = found.iter().enumerate();
        behind.extend(keys.map(|(i, (key, _))| (&*key.text, i)));
    }
    for member in own(object, text.is_some()) {
        let mut fragment = at.fragment.clone();
        push_step(&mut fragment, &member.key.text);
        let inner = At {
            node: &member.value,
            fragment,
            ..at.clone()
        };
        match behind.get(&*member.key.text) {
            Some(i) => found[*i].1 = inner,
            None => found.push((&member.key, inner)),
        }
    }
}

fn own(object: &Object, refers: bool) -> impl Iterator<Item = &crate::node::Member> {
    object
        .iter()
        .filter(move |it| !refers || &*it.key.text != "$ref")
}
