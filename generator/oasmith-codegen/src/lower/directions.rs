//! Which schemas that are referred to look different in a request and in a response.
//!
//! One with a `readOnly` or `writeOnly` member, its own or one further inside, is two types in Rust; all others
//! are one.

use super::site::Direction;
use oasmith_spec::model::{Schema, SchemaObject};
use oasmith_spec::{Document, Valid};
use std::collections::{HashMap, HashSet};

/// The JSON Pointers of those schemas.
pub fn directional(document: &Valid<Document>) -> HashSet<String> {
    let mut users: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut waiting = Vec::new();
    for it in document.targets() {
        let mut found = Found::default();
        look(it.schema, document, &mut found);
        if found.has_one_way_member {
            waiting.push(it.pointer);
        }
        for target in found.targets {
            users.entry(target).or_default().push(it.pointer);
        }
    }
    let mut directional = HashSet::new();
    while let Some(pointer) = waiting.pop() {
        if directional.insert(pointer.to_owned()) {
            waiting.extend(users.get(pointer).into_iter().flatten());
        }
    }
    directional
}

/// Whether a schema that stands in place looks different in a request and in a response.
pub fn is_directional(
    it: &SchemaObject,
    document: &Valid<Document>,
    directional: &HashSet<String>,
) -> bool {
    let mut found = Found::default();
    look_into(it, document, &mut found);
    found.has_one_way_member || found.targets.iter().any(|it| directional.contains(*it))
}

#[derive(Default)]
struct Found<'d> {
    has_one_way_member: bool,
    targets: Vec<&'d str>,
}

fn look<'d>(schema: &Schema, document: &'d Valid<Document>, found: &mut Found<'d>) {
    if let Schema::Object(it) = schema {
        look_into(it, document, found);
    }
}

fn look_into<'d>(it: &SchemaObject, document: &'d Valid<Document>, found: &mut Found<'d>) {
    if let Some(reference) = &it.reference {
        found.targets.push(document.target(reference).pointer);
    }
    let mut members = it
        .properties
        .values()
        .map(|it| one_way(&it.schema, document));
    found.has_one_way_member |= members.any(|it| it.is_some());
    it.each_child(&mut |_, child| look(child, document, found));
}

/// The one direction in which a member travels, if there is only one.
///
/// OAS 3.1, Schema Object: `readOnly` members should not be sent in requests, `writeOnly` ones not in responses.
/// The keyword may stand at the place, in what is referred to, or in a part: `allOf: [X, { readOnly: true }]`, since what
/// parts annotate is said of the whole (JSON Schema 2020-12, core, 7.7).
pub fn one_way(schema: &Schema, document: &Valid<Document>) -> Option<Direction> {
    let mut waiting = vec![schema];
    for _ in 0..MOST_PARTS {
        let Some(schema) = waiting.pop() else { break };
        let Schema::Object(it) = schema else { continue };
        match (it.read_only, it.write_only) {
            (true, _) => return Some(Direction::Response),
            (_, true) => return Some(Direction::Request),
            _ => waiting.extend(&it.all_of),
        }
        if let Some(reference) = &it.reference {
            waiting.push(document.schema(reference));
        }
    }
    None
}

/// Parts that are looked into: they may lead back to themselves.
const MOST_PARTS: usize = 100;
