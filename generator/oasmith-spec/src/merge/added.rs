//! What a reference brought into one part as a component, and another part has in place, is that component in both.
//!
//! In: the parts, in which equal names mean the same by now. Out: the parts with a reference in such places, as one
//! document that refers to both would have them. Only what came from a file that is no source is looked into: what an
//! author wrote in a document stays as it is.

use super::names::Kind;
use super::origins::is_added;
use super::pointer;
use super::variants::{Id, definitions};
use crate::node::{Key, Node, Object, Value};
use oasmith_source::Span;
use std::collections::{HashMap, HashSet};

pub(super) fn refer_to(parts: &mut [Node]) {
    let added = added(parts);
    if parts.len() < 2 || added.is_empty() {
        return;
    }
    for part in parts {
        let components = part.as_object_mut().and_then(|it| it.get_mut("components"));
        let Some(kinds) = components.and_then(Node::as_object_mut) else {
            continue;
        };
        for kind in kinds.members.iter_mut() {
            let Some(entries) = kind.value.as_object_mut() else {
                continue;
            };
            for entry in entries.members.iter_mut().filter(|it| is_added(it)) {
                inside(&mut entry.value, Kind::Fixed, &added);
            }
        }
    }
}

/// The schemas that bundling made components of, by their texts; where a name has one text only.
fn added(parts: &[Node]) -> HashMap<Span, Id> {
    let mut texts: HashMap<Id, HashSet<Span>> = HashMap::new();
    let mut written = HashSet::new();
    for (id, member) in parts.iter().flat_map(definitions) {
        if !is_added(member) {
            written.insert(id.clone());
        }
        texts.entry(id).or_default().insert(member.value.span);
    }
    let of_one = texts
        .into_iter()
        .filter(|(id, texts)| id.0 == "schemas" && texts.len() == 1 && !written.contains(id));
    let of_one = of_one.flat_map(|(id, texts)| texts.into_iter().map(move |it| (it, id.clone())));
    of_one.collect()
}

fn inside(node: &mut Node, kind: Kind, added: &HashMap<Span, Id>) {
    match &mut node.value {
        Value::Object(object) => {
            for member in object.members.iter_mut() {
                let is_extension = matches!(kind, Kind::Fixed) && member.key.text.starts_with("x-");
                let inner = kind.of(&member.key.text, &member.value);
                if !is_extension && !matches!(inner, Kind::Data) {
                    place(&mut member.value, inner, added);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| place(it, kind, added)),
        _ => {}
    }
}

fn place(node: &mut Node, kind: Kind, added: &HashMap<Span, Id>) {
    match added.get(&node.span) {
        Some(id) if node.as_object().is_some_and(|it| it.get("$ref").is_none()) => {
            *node = reference(id, node.span);
        }
        _ => inside(node, kind, added),
    }
}

fn reference((kind, name): &Id, span: Span) -> Node {
    let text = pointer::reference(&["components", kind, name]);
    let mut object = Object::default();
    object.push(Key::new("$ref", span), Node::string(&text, span));
    Node::object(object, span)
}
