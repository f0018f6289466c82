//! Undoes the wrapping that exporters put around an inlined reference, where what was referenced deserves no name.
//!
//! `{ allOf: [{ type: string, description: an id }], description: the id of the pet }` becomes
//! `{ type: string, description: the id of the pet }`: the place's annotations win.
//! Wrapped objects and enums stay for `rebuild`, which puts a reference there.

use super::schema::{self, Form};
use crate::node::{Member, Node, Object, Value};
use crate::parts::{self, Part};
use indexmap::IndexMap;

/// Unwraps all plain schemas of a document, those of its components included.
pub(super) fn unwrap(document: &mut Node) {
    parts::each_root_mut(document, Part::Document, &mut |part, node| {
        if part == Part::Schema {
            unwrap_schema(node);
        }
    });
}

pub(super) fn unwrap_schema(node: &mut Node) {
    let Some(object) = node.as_object_mut() else {
        return;
    };
    // Innermost first: exporters wrap what is already wrapped.
    schema::each_subschema_mut(object, &mut unwrap_schema);
    let plain = schema::wrapped(object)
        .and_then(Node::as_object)
        .is_some_and(|inner| {
            schema::form(inner) == Form::Plain && schema::wrapped(inner).is_none()
        });
    if plain {
        flatten(object);
    }
}

/// Replaces `{ allOf: [X], annotations... }` by X with these annotations.
pub(super) fn flatten(object: &mut Object) {
    let mut inner = Vec::new();
    let mut siblings = Vec::new();
    for member in std::mem::take(object).members {
        match member.value.value {
            Value::Array(list) if &*member.key.text == "allOf" => inner = list,
            _ => siblings.push(member),
        }
    }
    let mut members: IndexMap<Box<str>, Member> = IndexMap::new();
    for node in inner {
        if let Value::Object(it) = node.value {
            members.extend(it.members.into_iter().map(named));
        }
    }
    // A sibling takes the place of the inner member of its name.
    members.extend(siblings.into_iter().map(named));
    object.members = members.into_values().collect();
}

fn named(member: Member) -> (Box<str>, Member) {
    (member.key.text.clone(), member)
}
