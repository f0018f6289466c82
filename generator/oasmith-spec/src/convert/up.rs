//! OpenAPI 3.0 as 3.1. Nothing is lost.
//!
//! What 3.0's own words mean is what `read` takes them for, so that a document means the same before and after:
//! `nullable` counts wherever it stands, and what stands beside a `$ref` does not count.

use super::edit::{
    append, array_of, boolean, empty, is_null, is_true, list, object_of, rename, set, take, text,
};
use crate::codes::SIBLINGS_IGNORED;
use crate::node::{Member, Node, Object, Value};
use crate::only_null::{ALTERNATIVES, only_null};
use crate::parts::{self, Part};
use oasmith_source::{Diagnostic, Diagnostics, FileId, Span};
use std::collections::HashSet;

/// Annotations, which describe the place and stay outside of what may be `null`.
pub(crate) const OUTSIDE: [&str; 10] = [
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "xml",
    "externalDocs",
];

pub(super) fn raise(document: &mut Node, said: &mut Diagnostics) {
    if let Some(version) = document
        .as_object_mut()
        .and_then(|it| it.get_mut("openapi"))
    {
        *version = Node::string("3.1.1", version.span);
    }
    raise_files(document, &|_| true, said);
}

pub(super) fn raise_files(
    document: &mut Node,
    is_old: &dyn Fn(FileId) -> bool,
    said: &mut Diagnostics,
) {
    let nullable = nullable_components(document);
    parts::each_root_mut(document, Part::Document, &mut |part, node| match part {
        _ if !is_old(node.span.file) => {}
        Part::Schema => schema(node, &nullable, said),
        Part::PathItem => {}
        _ => reference(node, said),
    });
}

/// Says in the words of 3.1 what `nullable` says, which documents of 3.1 may have kept from 3.0.
pub(super) fn spell_null(document: &mut Node) {
    let nullable = nullable_components(document);
    parts::each_root_mut(document, Part::Document, &mut |part, node| {
        if part == Part::Schema {
            spelled(node, &nullable);
        }
    });
}

fn spelled(node: &mut Node, nullable: &HashSet<String>) {
    if let Some(object) = node.as_object_mut() {
        make_null(object);
    }
    for (_, _, child) in parts::children_mut(node, Part::Schema) {
        spelled(child, nullable);
    }
    let span = node.span;
    if let Some(object) = node.as_object_mut()
        && let Some(at) = take_nullable(object)
    {
        allow_null(object, nullable, span, at);
    }
}

/// References to components that say that they may be `null`.
fn nullable_components(document: &Node) -> HashSet<String> {
    let schemas = document.pointer("/components/schemas");
    let schemas = schemas.and_then(Node::as_object).into_iter();
    let is_nullable = |it: &&Member| it.value.get("nullable").is_some_and(is_true);
    let found = schemas.flat_map(Object::iter).filter(is_nullable);
    found
        .map(|it| format!("#/components/schemas/{}", it.key.text))
        .collect()
}

/// A Reference Object. OAS 3.1 allows `summary` and `description` beside it.
fn reference(node: &mut Node, said: &mut Diagnostics) {
    if let Some(object) = node.as_object_mut()
        && text(object, "$ref").is_some()
    {
        keep_siblings(object, &["summary", "description"], said);
    }
}

fn keep_siblings(object: &mut Object, kept: &[&str], said: &mut Diagnostics) {
    let is_kept = |key: &str| key == "$ref" || kept.contains(&key) || key.starts_with("x-");
    for dropped in take(object, |key| !is_kept(key)) {
        // `nullable` is taken at its word.
        if &*dropped.key.text == "nullable" {
            continue;
        }
        let key = &dropped.key.text;
        let message =
            format!("`{key}` beside `$ref` means nothing in OpenAPI 3.0, and is left out");
        said.push(Diagnostic::info(&SIBLINGS_IGNORED, message).at(dropped.key.span));
    }
}

fn schema(node: &mut Node, nullable: &HashSet<String>, said: &mut Diagnostics) {
    if let Some(object) = node.as_object_mut() {
        make_null(object);
    }
    for (_, _, child) in parts::children_mut(node, Part::Schema) {
        schema(child, nullable, said);
    }
    let span = node.span;
    let Some(object) = node.as_object_mut() else {
        return;
    };
    let null_at = take_nullable(object);
    if text(object, "$ref").is_some() {
        keep_siblings(object, &["description"], said);
    } else {
        for (exclusive, bound) in [
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ] {
            exclusive_bound(object, exclusive, bound);
        }
        example(object);
    }
    if let Some(at) = null_at {
        allow_null(object, nullable, span, at);
    }
}

/// See [`only_null`].
fn make_null(object: &mut Object) {
    for keyword in ALTERNATIVES {
        let found = only_null(list(object, keyword));
        let alternatives = object.get_mut(keyword).map(|it| &mut it.value);
        let Some(Value::Array(alternatives)) = alternatives else {
            continue;
        };
        for at in found {
            let span = alternatives[at].span;
            if let Some(it) = alternatives[at].as_object_mut() {
                it.remove("nullable");
                set(it, "type", Node::string("null", span));
            }
        }
    }
}

/// Takes `nullable` out, and says where it was when it was true.
fn take_nullable(object: &mut Object) -> Option<Span> {
    let member = object.remove("nullable")?;
    is_true(&member.value).then_some(member.value.span)
}

/// See `read::schema::nullable` for why it is taken at its word.
fn allow_null(object: &mut Object, nullable: &HashSet<String>, span: Span, at: Span) {
    let one_of = list(object, "oneOf").iter();
    let taking = one_of.filter(|it| takes_null(it, nullable)).count();
    // Of what several alternatives take, `oneOf` allows nothing.
    if object.get("$ref").is_some() || !list(object, "allOf").is_empty() || taking > 1 {
        return wrap(object, span, at);
    }
    if is_only_null(object) {
        object.remove("enum");
        return set(object, "type", Node::string("null", at));
    }
    add_type(object, at);
    for alternatives in ["anyOf", "oneOf"] {
        let items = list(object, alternatives);
        let is_there = match alternatives {
            "oneOf" => taking == 1,
            _ => items.iter().any(is_null_schema),
        };
        if !items.is_empty() && !is_there {
            append(object, alternatives, null(at));
        }
    }
    let values = list(object, "enum");
    if !values.is_empty() && !values.iter().any(is_null) {
        append(object, "enum", Node::new(Value::Null, at));
    }
}

/// OAS 3.0 has no other way to say that nothing but `null` is allowed.
fn is_only_null(object: &Object) -> bool {
    matches!(list(object, "enum"), [only] if is_null(only))
}

/// Whether an alternative, which is converted already, may be `null`.
fn takes_null(node: &Node, nullable: &HashSet<String>) -> bool {
    let Some(object) = node.as_object() else {
        return false;
    };
    if let Some(reference) = text(object, "$ref") {
        return nullable.contains(reference);
    }
    let values = list(object, "enum");
    let is_among_values = values.iter().any(is_null);
    if let Some(own) = object.get("type") {
        let mut types = list(object, "type").iter().chain([own]);
        let is_a_type = types.any(|it| it.as_str() == Some("null"));
        return is_a_type && (values.is_empty() || is_among_values);
    }
    let mut alternatives = ALTERNATIVES.iter().flat_map(|it| list(object, it));
    match values.is_empty() {
        true => alternatives.any(|it| takes_null(it, nullable)),
        false => is_among_values,
    }
}

fn is_null_schema(node: &Node) -> bool {
    node.as_object()
        .is_some_and(|it| text(it, "type") == Some("null"))
}

/// `anyOf` of what was there and `null`, with the annotations outside.
fn wrap(object: &mut Object, span: Span, at: Span) {
    let is_outside = |key: &str| OUTSIDE.contains(&key) || key.starts_with("x-");
    let outside = take(object, is_outside);
    let mut inner = Node::object(std::mem::take(object), span);
    if let Some(only) = only_part(&mut inner) {
        inner = only;
    }
    object.members = outside;
    set(object, "anyOf", array_of(vec![inner, null(at)], span));
}

/// The part of an `allOf` that is all there is: around a reference, 3.0 has no other place for what stands beside it.
fn only_part(schema: &mut Node) -> Option<Node> {
    let schema = schema.as_object_mut().filter(|it| it.len() == 1)?;
    match &mut schema.get_mut("allOf")?.value {
        Value::Array(parts) if parts.len() == 1 => parts.pop(),
        _ => None,
    }
}

/// Without a type anything is allowed, so only what implies one needs `null` added to it.
fn add_type(object: &mut Object, at: Span) {
    let null = Node::string("null", at);
    match object.get_mut("type") {
        Some(types) if types.as_str() == Some("null") => {}
        Some(types) if types.as_str().is_some() => {
            let span = types.span;
            let one = std::mem::replace(types, empty(span));
            *types = array_of(vec![one, null], span);
        }
        Some(Node {
            value: Value::Array(items),
            ..
        }) => {
            if !items.is_empty() && !items.iter().any(|it| it.as_str() == Some("null")) {
                items.push(null);
            }
        }
        Some(_) => {}
        None => {
            let properties = object.get("properties").and_then(Node::as_object);
            if properties.is_some_and(|it| !it.is_empty()) {
                let types = array_of(vec![Node::string("object", at), null], at);
                set(object, "type", types);
            }
        }
    }
}

fn null(at: Span) -> Node {
    object_of("type", Node::string("null", at))
}

/// `minimum: 1, exclusiveMinimum: true` is `exclusiveMinimum: 1`.
fn exclusive_bound(object: &mut Object, exclusive: &str, bound: &str) {
    let Some(Value::Bool(excludes)) = object.get(exclusive).map(|it| &it.value) else {
        return;
    };
    if *excludes && object.get(bound).is_some() {
        rename(object, bound, exclusive);
    } else {
        object.remove(exclusive);
    }
}

/// The one example goes first, as `read` has it.
fn example(object: &mut Object) {
    let Some(at) = object
        .members
        .iter()
        .position(|it| &*it.key.text == "example")
    else {
        return;
    };
    match object.get_mut("examples").map(|it| &mut it.value) {
        None => {
            let Member { key, value } = &mut object.members[at];
            key.text = "examples".into();
            let one = std::mem::replace(value, boolean(false, value.span));
            *value = array_of(vec![one], value.span);
        }
        Some(Value::Array(_)) => {
            let one = object.members.remove(at).value;
            if let Some(Value::Array(items)) = object.get_mut("examples").map(|it| &mut it.value) {
                items.insert(0, one);
            }
        }
        // What is no list stays wrong, and is for `read` to say.
        Some(_) => {}
    }
}
