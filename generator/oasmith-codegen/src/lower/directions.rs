//! Which schemas that are referred to look different in a request and in a response.
//!
//! One with a `readOnly` or `writeOnly` member, its own or one further inside, is two types in Rust; all others
//! are one.

use super::classify::{SchemaForm, classify_object};
use super::site::Direction;
use oasmith_spec::model::Schema;
use oasmith_spec::{Document, Valid};
use std::collections::{HashMap, HashSet};

/// The JSON Pointers of those schemas.
pub fn directional(document: &Valid<Document>) -> HashSet<String> {
    let mut users: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut waiting = Vec::new();
    for it in document.targets() {
        let mut found = Found {
            has_one_way_member: false,
            targets: Vec::new(),
        };
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

struct Found<'d> {
    has_one_way_member: bool,
    targets: Vec<&'d str>,
}

fn look<'d>(schema: &Schema, document: &'d Valid<Document>, found: &mut Found<'d>) {
    let Schema::Object(it) = schema else { return };
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
/// The keyword may stand at the place or in what is referred to.
pub fn one_way(schema: &Schema, document: &Valid<Document>) -> Option<Direction> {
    // A chain of references has an end; `resolve` has seen to that.
    let mut schema = schema.as_object()?;
    loop {
        match (schema.read_only, schema.write_only, classify_object(schema)) {
            (true, ..) => return Some(Direction::Response),
            (_, true, _) => return Some(Direction::Request),
            (_, _, SchemaForm::Reference(reference)) => {
                schema = document.schema(reference).as_object()?
            }
            _ => return None,
        }
    }
}
