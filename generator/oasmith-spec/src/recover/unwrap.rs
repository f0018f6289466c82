//! Undoes the wrapping that exporters put around an inlined reference, where what was referenced deserves no name.
//!
//! `{ allOf: [{ type: string, description: an id }], description: the id of the pet }` becomes
//! `{ type: string, description: the id of the pet }`: the place's annotations win.
//! Wrapped objects and enums stay for `rebuild`, which puts a reference there.

use super::schema::{self, Form};
use crate::node::{Member, Node, Object, Value};
use indexmap::IndexMap;

/// Unwraps all plain schemas of a document, those of its components included.
pub(super) fn unwrap(document: &mut Node) {
    each_schema(document, Kind::Root, &mut unwrap_schema);
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

/// What an object of a document is, as far as finding schemas needs it.
#[derive(Clone, Copy)]
enum Kind {
    Root,
    Components,
    /// A path item, operation, parameter, header, request body, response, media type: all hold others by fixed names.
    Part,
    /// A map from free names to [`Kind::Part`].
    Parts,
    /// A map from names to maps: callbacks by name, then by expression.
    Callbacks,
    Schemas,
    Schema,
    Other,
}

fn kind_of(parent: Kind, key: &str) -> Kind {
    match (parent, key) {
        (Kind::Root, "paths" | "webhooks") => Kind::Parts,
        (Kind::Root, "components") => Kind::Components,
        (Kind::Components, "schemas") => Kind::Schemas,
        (Kind::Components, "callbacks") | (Kind::Part, "callbacks") => Kind::Callbacks,
        (Kind::Components, "securitySchemes" | "examples" | "links") => Kind::Other,
        (Kind::Components, _) => Kind::Parts,
        (Kind::Parts, _) => Kind::Part,
        (Kind::Callbacks, _) => Kind::Parts,
        (Kind::Schemas, _) => Kind::Schema,
        (Kind::Part, "schema") => Kind::Schema,
        (Kind::Part, "content" | "headers" | "responses" | "parameters" | "encoding") => {
            Kind::Parts
        }
        (Kind::Part, "requestBody") => Kind::Part,
        (Kind::Part, key) if crate::merge::METHODS.contains(&key) => Kind::Part,
        _ => Kind::Other,
    }
}

fn each_schema(node: &mut Node, kind: Kind, visit: &mut impl FnMut(&mut Node)) {
    match (kind, &mut node.value) {
        (Kind::Schema, _) => visit(node),
        (Kind::Other, _) => {}
        (_, Value::Object(object)) => {
            for member in object.members.iter_mut() {
                let kind = kind_of(kind, &member.key.text);
                each_schema(&mut member.value, kind, visit);
            }
        }
        // `parameters` is a list.
        (Kind::Parts, Value::Array(list)) => {
            for item in list {
                each_schema(item, Kind::Part, visit);
            }
        }
        _ => {}
    }
}
