//! Every place of a document where one part of it is meant by name.
//!
//! In: a node. Out: calls with the references, discriminators, security requirements and links inside, to be read or
//! rewritten. What is data (examples, defaults, enums) names nothing, whatever it looks like; an extension may.

use crate::node::{Node, Object, Value};

/// A place that names something.
pub(super) enum Name<'n> {
    /// The text of a `$ref` or an `operationRef`.
    Reference(&'n mut Box<str>),
    /// A schema with a `discriminator`.
    Discriminated(&'n mut Object),
    /// Security schemes by name.
    Requirement(&'n mut Object),
    Link(&'n mut Object),
}

/// How the members of an object are to be read.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// By the names that the specification gives.
    Fixed,
    /// By names that the author gave, each a fixed object.
    Map,
    Links,
    Link,
    Requirements,
    Data,
}

const MAPS: [&str; 18] = [
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
    "schemas",
    "responses",
    "headers",
    "content",
    "encoding",
    "callbacks",
    "paths",
    "webhooks",
    "requestBodies",
    "securitySchemes",
    "pathItems",
    "mediaTypes",
    "additionalOperations",
];

impl Kind {
    pub(super) fn of(self, key: &str, value: &Node) -> Kind {
        match (self, key) {
            (Kind::Data, _) => Kind::Data,
            (Kind::Map, _) => Kind::Fixed,
            (Kind::Links, _) => Kind::Link,
            // A link's own parameters are values.
            (Kind::Link, "parameters" | "requestBody") => Kind::Data,
            (_, "example" | "default" | "enum" | "const" | "value" | "mapping") => Kind::Data,
            (_, "examples" | "parameters") => match (&value.value, key) {
                (Value::Object(_), _) => Kind::Map,
                (_, "examples") => Kind::Data,
                _ => Kind::Fixed,
            },
            (_, "links") => Kind::Links,
            (_, "security") => Kind::Requirements,
            (_, key) if MAPS.contains(&key) => Kind::Map,
            _ => Kind::Fixed,
        }
    }
}

/// Visits all names inside a node, innermost last.
pub(super) fn each(node: &mut Node, kind: Kind, visit: &mut dyn FnMut(Name<'_>)) {
    match &mut node.value {
        Value::Array(items) => {
            for item in items {
                each(item, kind, visit);
            }
        }
        Value::Object(object) if !matches!(kind, Kind::Data) => visit_object(object, kind, visit),
        _ => {}
    }
}

fn visit_object(object: &mut Object, kind: Kind, visit: &mut dyn FnMut(Name<'_>)) {
    match kind {
        Kind::Requirements => return visit(Name::Requirement(object)),
        Kind::Link => visit(Name::Link(object)),
        Kind::Fixed if object.get("discriminator").is_some() => {
            visit(Name::Discriminated(object));
        }
        _ => {}
    }
    for member in object.members.iter_mut() {
        let names = matches!(kind, Kind::Fixed | Kind::Link);
        match (&*member.key.text, &mut member.value.value) {
            ("$ref" | "operationRef", Value::String(text)) if names => {
                visit(Name::Reference(text));
            }
            (key, _) => {
                let inner = kind.of(key, &member.value);
                each(&mut member.value, inner, visit);
            }
        }
    }
}
