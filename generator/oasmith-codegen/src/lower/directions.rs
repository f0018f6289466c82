//! Which schemas that are referred to look different in a request and in a response.
//!
//! One with a `readOnly` or `writeOnly` member, its own or one further inside, is two types in Rust; all others
//! are one.

use super::site::Direction;
use oasmith_spec::model::{Position, Ref, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};
use std::collections::{HashMap, HashSet};

/// The JSON Pointers of those schemas.
pub fn directional(document: &Valid<Document>) -> HashSet<String> {
    let mut users: HashMap<Node<'_>, Vec<Node<'_>>> = HashMap::new();
    let mut waiting = Vec::new();
    for it in document.targets() {
        let Some(schema) = it.schema.as_object() else {
            continue;
        };
        for is_base in [true, false] {
            let node = Node {
                pointer: it.pointer,
                is_base,
            };
            let mut found = Found::default();
            look_at(schema, node, document, &mut found);
            if found.has_one_way_member {
                waiting.push(node);
            }
            for target in found.targets {
                users.entry(target).or_default().push(node);
            }
        }
    }
    let mut known = HashSet::new();
    while let Some(node) = waiting.pop() {
        if known.insert(node) {
            waiting.extend(users.get(&node).into_iter().flatten());
        }
    }
    let whole = known.into_iter().filter(|it| !it.is_base);
    whole.map(|it| it.pointer.to_owned()).collect()
}

/// A schema that is referred to, as a whole or as what one of its own alternatives builds on: a `Cat` is a `Pet` with
/// more, and has nothing of a `Dog`, though a `Pet` is a `Cat` or a `Dog`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Node<'d> {
    pointer: &'d str,
    is_base: bool,
}

impl<'d> Node<'d> {
    fn whole(pointer: &'d str) -> Self {
        let is_base = false;
        Node { pointer, is_base }
    }

    /// What a part of `user` refers to.
    fn part(reference: &Ref, user: &str, document: &'d Valid<Document>) -> Self {
        let target = document.target(reference);
        let all = target.schema.as_object();
        let all = all
            .into_iter()
            .flat_map(|it| it.one_of.iter().chain(&it.any_of));
        let mut named = all.filter_map(|it| it.as_object()?.reference.as_ref());
        Node {
            pointer: target.pointer,
            is_base: named.any(|it| document.target(it).pointer == user),
        }
    }
}

/// Looks at a schema that is referred to, or at a part of it.
fn look_at<'d>(
    it: &SchemaObject,
    node: Node<'_>,
    document: &'d Valid<Document>,
    found: &mut Found<'d>,
) {
    let part = it.reference.as_ref();
    let part = part.map(|it| Node::part(it, node.pointer, document));
    found.targets.extend(part);
    found.has_one_way_member |= has_one_way_member(it, document);
    it.each_child(&mut |position, child| match (position, child) {
        (Position::Alternative, _) if node.is_base => {}
        (Position::AllOf, Schema::Object(part)) => {
            look_at(part, Node::whole(node.pointer), document, found);
        }
        _ => look(child, document, found),
    });
}

/// Whether a schema that stands in place looks different in a request and in a response.
pub fn is_directional(
    it: &SchemaObject,
    document: &Valid<Document>,
    directional: &HashSet<String>,
) -> bool {
    let mut found = Found::default();
    look_into(it, document, &mut found);
    found.has_one_way_member
        || found
            .targets
            .iter()
            .any(|it| directional.contains(it.pointer))
}

#[derive(Default)]
struct Found<'d> {
    has_one_way_member: bool,
    targets: Vec<Node<'d>>,
}

fn look<'d>(schema: &Schema, document: &'d Valid<Document>, found: &mut Found<'d>) {
    if let Schema::Object(it) = schema {
        look_into(it, document, found);
    }
}

fn look_into<'d>(it: &SchemaObject, document: &'d Valid<Document>, found: &mut Found<'d>) {
    if let Some(reference) = &it.reference {
        let target = document.target(reference);
        found.targets.push(Node::whole(target.pointer));
    }
    found.has_one_way_member |= has_one_way_member(it, document);
    it.each_child(&mut |_, child| look(child, document, found));
}

fn has_one_way_member(it: &SchemaObject, document: &Valid<Document>) -> bool {
    let mut members = it.properties.values();
    members.any(|it| one_way(&it.schema, document).is_some())
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
