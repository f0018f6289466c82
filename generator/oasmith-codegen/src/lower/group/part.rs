//! The parts of a group that is too large for one file: a trait is one item, and an item stands in one file.
//!
//! What parts it is what its paths begin with, as a person would look for them: 900 operations without a tag under
//! `/accounts/…` and `/zones/…` are `AccountsApi` and `ZonesApi`. Segments that all of them have tell nothing, and
//! what is too little for a trait of its own stays together. One that no path parts stays whole.

use crate::ir::Method;
use indexmap::IndexMap;

/// How many operations a group has before it is parted. One with documentation takes about 20 lines of a server.
const MOST: usize = 500;

/// With how many operations a part begins to be worth a trait.
const LEAST: usize = 20;

/// How many segments of a path are looked at: names are made of them.
const DEEPEST: usize = 8;

pub struct Part {
    /// The segments that tell it from the others: none for what stays together.
    segments: Vec<String>,
    pub methods: Vec<Method>,
}

impl Part {
    /// Of all that has no tag, the segments alone are a good name.
    pub fn name(&self, tag: &str, is_tagged: bool) -> String {
        let tag = Some(tag).filter(|_| is_tagged || self.segments.is_empty());
        let words: Vec<&str> = tag
            .into_iter()
            .chain(self.segments.iter().map(String::as_str))
            .collect();
        words.join(" ")
    }

    /// What its operations have in common, where `shared` is what those of the whole group have.
    pub fn shared(&self, shared: &str) -> String {
        match self.segments.as_slice() {
            [] => shared.to_owned(),
            segments => format!("{shared}, under `{}`", segments.join("/")),
        }
    }
}

pub fn parts(methods: Vec<Method>) -> Vec<Part> {
    let mut parts = Vec::new();
    part(Vec::new(), 0, methods, &mut parts);
    parts
}

fn part(segments: Vec<String>, depth: usize, methods: Vec<Method>, parts: &mut Vec<Part>) {
    if methods.len() <= MOST || depth == DEEPEST {
        parts.push(Part { segments, methods });
        return;
    }
    let mut by_segment: IndexMap<Option<String>, Vec<Method>> = IndexMap::new();
    for method in methods {
        let segment = segment(&method.path, depth).map(str::to_owned);
        by_segment.entry(segment).or_default().push(method);
    }
    let is_shared = by_segment.len() == 1;
    let mut rest = Vec::new();
    for (segment, methods) in by_segment {
        match segment {
            Some(segment) if methods.len() >= LEAST => {
                let mut segments = segments.clone();
                segments.extend(Some(segment).filter(|_| !is_shared));
                part(segments, depth + 1, methods, parts);
            }
            _ => rest.extend(methods),
        }
    }
    if !rest.is_empty() {
        let methods = rest;
        parts.push(Part { segments, methods });
    }
}

/// One of the segments of a path that are no places for parameters.
fn segment(path: &str, index: usize) -> Option<&str> {
    let fixed = |it: &&str| !it.is_empty() && !it.contains('{');
    path.split('/').filter(fixed).nth(index)
}
