//! What a reference brought into one part as a component, and another part has in place, is that component in both.
//!
//! In: the parts, in which equal names mean the same by now. Out: the parts with a reference in such places, as one
//! document that refers to both would have them. Only what came from a file that is no source is looked into: what an
//! author wrote in a document stays as it is.

use super::names::Kind;
use super::origins::is_added;
use super::pointer;
use super::texts::Texts;
use super::variants::Id;
use crate::node::{Key, Node, Object, Value};
use oasmith_source::Span;
use std::collections::HashMap;

pub(super) fn refer_to(parts: &mut [Node]) {
    let texts = Texts::of(parts);
    let added: HashMap<Span, Id> = texts.added().map(|(id, text)| (text, id.clone())).collect();
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
