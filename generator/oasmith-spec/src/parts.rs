//! What each object of a document is, and what it holds.
//!
//! In: a node and its [`Part`]. Out: the parts in it. A value is a schema because of where it stands, never because of
//! what it looks like: a property may be called `nullable`, and an example may hold anything.
//! Data (`example`, `default`, `enum`, `const`, extensions) is no part, and is never walked into.
//! Knows the Objects of OAS 3.0 to 3.2 and the keywords of JSON Schema 2020-12. Missing: following references.

use crate::node::{Member, Node, Value, push_step};

/// An Object of the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Document,
    Info,
    Server,
    Tag,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Header,
    MediaType,
    Encoding,
    Example,
    Link,
    Callback,
    Components,
    SecurityScheme,
    SecurityRequirement,
    Schema,
}

/// The members of a path item that are operations (OAS 3.1, Path Item Object); `query` is 3.2's.
pub const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// The member of a path item that holds operations by other methods, as they are sent (OAS 3.2, Path Item Object).
pub const OTHER_METHODS: &str = "additionalOperations";

/// The operations that a member of a path item holds, by their methods.
pub fn operations(member: &Member) -> &[Member] {
    match &*member.key.text {
        OTHER_METHODS => member.value.as_object().map_or(&[], |it| &it.members),
        method if METHODS.contains(&method) => std::slice::from_ref(member),
        _ => &[],
    }
}

/// As [`operations`].
pub fn operations_mut(member: &mut Member) -> &mut [Member] {
    match &*member.key.text {
        OTHER_METHODS => match member.value.as_object_mut() {
            Some(others) => &mut others.members,
            None => &mut [],
        },
        method if METHODS.contains(&method) => std::slice::from_mut(member),
        _ => &mut [],
    }
}

/// A method as people write it: `GET`, and `Copy` as it is.
pub fn shown_method(key: &str) -> String {
    match METHODS.contains(&key) {
        true => key.to_uppercase(),
        false => key.to_owned(),
    }
}

/// How a member holds parts.
#[derive(Clone, Copy)]
pub(crate) enum Holds {
    One(Part),
    List(Part),
    /// By names, which may be any.
    Map(Part),
    /// By patterns (paths, statuses, expressions), with extensions beside them.
    Patterned(Part),
}

/// A part in another one. `step` is the JSON Pointer from there.
pub struct Child<'n> {
    pub part: Part,
    pub step: String,
    pub node: &'n Node,
}

/// The parts directly in a part, in order.
pub fn children(node: &Node, part: Part) -> Vec<Child<'_>> {
    let mut found = Vec::new();
    for member in node.as_object().into_iter().flat_map(|it| it.iter()) {
        let key = &*member.key.text;
        let Some(holds) = holds(part, key) else {
            continue;
        };
        let mut push = |part, inner: Option<&str>, node| {
            let mut step = String::new();
            push_step(&mut step, key);
            if let Some(inner) = inner {
                push_step(&mut step, inner);
            }
            found.push(Child { part, step, node });
        };
        match (holds, &member.value.value) {
            (Holds::One(part), _) => push(part, None, &member.value),
            (Holds::List(part), Value::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    push(part, Some(&at.to_string()), item);
                }
            }
            (Holds::Map(part), Value::Object(entries)) => {
                for entry in entries.iter() {
                    push(part, Some(&entry.key.text), &entry.value);
                }
            }
            (Holds::Patterned(part), Value::Object(entries)) => {
                for entry in entries.iter().filter(|it| !is_extension(&it.key.text)) {
                    push(part, Some(&entry.key.text), &entry.value);
                }
            }
            _ => {}
        }
    }
    found
}

/// The parts directly in a part, in order, each with the member that holds it.
pub fn children_mut(node: &mut Node, part: Part) -> Vec<(Part, &str, &mut Node)> {
    let mut found = Vec::new();
    let Some(object) = node.as_object_mut() else {
        return found;
    };
    for member in object.members.iter_mut() {
        let key = &*member.key.text;
        let Some(holds) = holds(part, key) else {
            continue;
        };
        match holds {
            Holds::One(part) => found.push((part, key, &mut member.value)),
            Holds::List(part) => {
                if let Value::Array(items) = &mut member.value.value {
                    found.extend(items.iter_mut().map(|it| (part, key, it)));
                }
            }
            Holds::Map(part) | Holds::Patterned(part) => {
                let is_map = matches!(holds, Holds::Map(_));
                if let Value::Object(entries) = &mut member.value.value {
                    let entries = entries.members.iter_mut();
                    let parts = entries.filter(|it| is_map || !is_extension(&it.key.text));
                    found.extend(parts.map(|it| (part, key, &mut it.value)));
                }
            }
        }
    }
    found
}

/// Calls `visit` with a part and all parts in it, the outer ones first. What `visit` puts in is visited too.
pub fn each_mut(node: &mut Node, part: Part, visit: &mut impl FnMut(Part, &mut Node)) {
    visit(part, node);
    for (part, _, child) in children_mut(node, part) {
        each_mut(child, part, visit);
    }
}

/// Calls `visit` with the schemas that are not in another schema, and with all other parts.
pub fn each_root_mut(node: &mut Node, part: Part, visit: &mut impl FnMut(Part, &mut Node)) {
    visit(part, node);
    if part == Part::Schema {
        return;
    }
    for (part, _, child) in children_mut(node, part) {
        each_root_mut(child, part, visit);
    }
}

/// Whether a member of a part is made of parts rather than of data.
pub fn holds_parts(part: Part, key: &str) -> bool {
    holds(part, key).is_some()
}

fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}

fn holds(part: Part, key: &str) -> Option<Holds> {
    use Holds::{List, Map, One, Patterned};
    Some(match part {
        Part::Document => match key {
            "info" => One(Part::Info),
            "servers" => List(Part::Server),
            "paths" | "webhooks" => Patterned(Part::PathItem),
            "components" => One(Part::Components),
            "security" => List(Part::SecurityRequirement),
            "tags" => List(Part::Tag),
            _ => return None,
        },
        Part::Components => in_components(key)?,
        Part::PathItem => in_path_item(key)?,
        Part::Operation => match key {
            "parameters" => List(Part::Parameter),
            "requestBody" => One(Part::RequestBody),
            "responses" => Patterned(Part::Response),
            "callbacks" => Map(Part::Callback),
            "servers" => List(Part::Server),
            "security" => List(Part::SecurityRequirement),
            _ => return None,
        },
        Part::Callback if !is_extension(key) && key != "$ref" => One(Part::PathItem),
        Part::Parameter | Part::Header | Part::MediaType => in_value(part, key)?,
        Part::RequestBody if key == "content" => Map(Part::MediaType),
        Part::Response => match key {
            "headers" => Map(Part::Header),
            "content" => Map(Part::MediaType),
            "links" => Map(Part::Link),
            _ => return None,
        },
        Part::Encoding if key == "headers" => Map(Part::Header),
        Part::Encoding => return in_encodings(key),
        Part::Link if key == "server" => One(Part::Server),
        Part::Schema => in_schema(key)?,
        _ => return None,
    })
}

fn in_components(key: &str) -> Option<Holds> {
    Some(Holds::Map(match key {
        "schemas" => Part::Schema,
        "responses" => Part::Response,
        "parameters" => Part::Parameter,
        "examples" => Part::Example,
        "requestBodies" => Part::RequestBody,
        "headers" => Part::Header,
        "securitySchemes" => Part::SecurityScheme,
        "links" => Part::Link,
        "callbacks" => Part::Callback,
        "pathItems" => Part::PathItem,
        "mediaTypes" => Part::MediaType,
        _ => return None,
    }))
}

fn in_path_item(key: &str) -> Option<Holds> {
    Some(match key {
        "parameters" => Holds::List(Part::Parameter),
        "servers" => Holds::List(Part::Server),
        OTHER_METHODS => Holds::Map(Part::Operation),
        key if METHODS.contains(&key) => Holds::One(Part::Operation),
        _ => return None,
    })
}

/// Parameters, headers and media types: what has a value that a schema describes.
fn in_value(part: Part, key: &str) -> Option<Holds> {
    Some(match key {
        "schema" => Holds::One(Part::Schema),
        "examples" => Holds::Map(Part::Example),
        "content" if part != Part::MediaType => Holds::Map(Part::MediaType),
        "itemSchema" if part == Part::MediaType => Holds::One(Part::Schema),
        _ if part == Part::MediaType => return in_encodings(key),
        _ => return None,
    })
}

fn in_encodings(key: &str) -> Option<Holds> {
    Some(match key {
        "encoding" => Holds::Map(Part::Encoding),
        "prefixEncoding" => Holds::List(Part::Encoding),
        "itemEncoding" => Holds::One(Part::Encoding),
        _ => return None,
    })
}

/// How a keyword of a schema holds schemas.
pub(crate) fn in_schema(key: &str) -> Option<Holds> {
    Some(match key {
        "items"
        | "additionalProperties"
        | "not"
        | "if"
        | "then"
        | "else"
        | "contains"
        | "propertyNames"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "contentSchema" => Holds::One(Part::Schema),
        "allOf" | "oneOf" | "anyOf" | "prefixItems" => Holds::List(Part::Schema),
        // `definitions` is what `$defs` was before JSON Schema 2019-09.
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions" => {
            Holds::Map(Part::Schema)
        }
        _ => return None,
    })
}
