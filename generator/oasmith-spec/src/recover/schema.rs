//! Where schemas stand inside a schema, and which keywords only describe.
//!
//! Values (`default`, `enum`, examples, extensions)
//! are never taken for schemas, whatever their members are called.

use crate::node::{Node, Object, Value};
use crate::parts::{Holds, in_schema};

/// One step from a schema to a schema in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step<'a> {
    Property(&'a str),
    /// An element of an array, or a value of a map.
    Element,
    /// A member of `allOf`, `oneOf` or `anyOf`.
    Branch(&'static str, usize),
    /// Any other place, where no component is looked for.
    Other,
}

/// What a schema looks like from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Has properties of its own, or is put together from schemas that have.
    Object,
    /// One of several: strings, integers, or schemas that are no objects.
    Choice,
    /// Nothing that deserves a name.
    Plain,
}

/// The schemas directly in a schema, in order.
pub(super) fn subschemas(schema: &Object) -> Vec<(Step<'_>, &Node)> {
    let mut found = Vec::new();
    for member in schema.iter() {
        let keyword = &*member.key.text;
        match (in_schema(keyword), &member.value.value) {
            (Some(Holds::One(_)), Value::Object(_)) => found.push((step(keyword), &member.value)),
            (Some(Holds::List(_)), Value::Array(list)) => {
                let steps = list.iter().enumerate();
                found.extend(steps.map(|(at, it)| (branch(keyword, at), it)));
            }
            (Some(Holds::Map(_)), Value::Object(named)) => {
                let step = |name| match keyword {
                    "properties" => Step::Property(name),
                    _ => Step::Other,
                };
                found.extend(named.iter().map(|it| (step(&*it.key.text), &it.value)));
            }
            _ => {}
        }
    }
    found
}

/// Calls `visit` with each schema directly in a schema.
pub(super) fn each_subschema_mut(schema: &mut Object, visit: &mut impl FnMut(&mut Node)) {
    for member in schema.members.iter_mut() {
        match (in_schema(&member.key.text), &mut member.value.value) {
            (Some(Holds::One(_)), Value::Object(_)) => visit(&mut member.value),
            (Some(Holds::List(_)), Value::Array(list)) => list.iter_mut().for_each(&mut *visit),
            (Some(Holds::Map(_)), Value::Object(named)) => {
                named.members.iter_mut().for_each(|it| visit(&mut it.value));
            }
            _ => {}
        }
    }
}

/// Whether a value of a keyword is made of schemas rather than of data.
pub(super) fn is_schema_keyword(keyword: &str) -> bool {
    in_schema(keyword).is_some()
}

/// Whether a keyword's value is a map from names to schemas.
pub(super) fn is_named_schemas(keyword: &str) -> bool {
    matches!(in_schema(keyword), Some(Holds::Map(_)))
}

fn step(keyword: &str) -> Step<'static> {
    match keyword {
        "items" | "additionalProperties" => Step::Element,
        _ => Step::Other,
    }
}

fn branch(keyword: &str, at: usize) -> Step<'static> {
    match keyword {
        "allOf" => Step::Branch("allOf", at),
        "oneOf" => Step::Branch("oneOf", at),
        "anyOf" => Step::Branch("anyOf", at),
        _ => Step::Other,
    }
}

/// Whether a keyword describes the place it stands at and asserts nothing.
pub(super) fn is_annotation(keyword: &str) -> bool {
    is_prose(keyword)
        || keyword.starts_with("x-")
        || matches!(
            keyword,
            "title" | "default" | "deprecated" | "readOnly" | "writeOnly" | "xml"
        )
}

/// Whether a keyword at the top of a copy may have stood beside the reference: annotations, and the two keywords of
/// OAS 3.0 that say how a place uses a schema. A title is the schema's own, and so is what names its values.
pub(super) fn is_of_place(keyword: &str) -> bool {
    let is_own = keyword == "title" || is_of_values(keyword);
    !is_own && (is_annotation(keyword) || keyword == "nullable")
}

/// `x-enum-varnames`, `x-enumNames`, `x-ms-enum`
fn is_of_values(keyword: &str) -> bool {
    let rest = keyword.strip_prefix("x-").unwrap_or_default();
    rest.strip_prefix("ms-").unwrap_or(rest).starts_with("enum")
}

/// Whether a keyword is for human readers only. Two schemas that differ in such keywords alone are twins.
pub(super) fn is_prose(keyword: &str) -> bool {
    matches!(
        keyword,
        "description" | "$comment" | "externalDocs" | "example" | "examples"
    )
}

/// The schema inside `{ allOf: [X], annotations... }`, which is what an inlined reference with siblings looks like.
pub(super) fn wrapped(schema: &Object) -> Option<&Node> {
    let [inner] = schema.get("allOf")?.as_array()? else {
        return None;
    };
    let rest = schema.iter().filter(|it| &*it.key.text != "allOf");
    let only_annotations = rest.into_iter().all(|it| is_annotation(&it.key.text));
    // A reference in there is the author's, and siblings of it mean nothing in OAS 3.0.
    let is_copy = inner.as_object().is_some_and(|it| it.get("$ref").is_none());
    (only_annotations && is_copy).then_some(inner)
}

pub(super) fn form(schema: &Object) -> Form {
    if schema.iter().any(|it| fixes_place(&it.key.text)) {
        return Form::Plain;
    }
    let named = |keyword| schema.get(keyword).and_then(Node::as_object);
    if named("properties").is_some_and(|it| !it.is_empty()) || is_composed(schema) {
        return Form::Object;
    }
    let values = schema.get("enum").and_then(Node::as_array).unwrap_or(&[]);
    let strings = values.iter().filter(|it| it.as_str().is_some()).count();
    let integers = values.iter().filter(|it| is_integer(it)).count();
    let nulls = values.iter().filter(|it| matches!(it.value, Value::Null));
    let named = strings.max(integers);
    if named >= 2 && named + nulls.count() == values.len() {
        return Form::Choice;
    }
    if is_choice(schema) {
        Form::Choice
    } else {
        Form::Plain
    }
}

fn is_integer(value: &Node) -> bool {
    matches!(&value.value, Value::Number(text) if text.parse::<i64>().is_ok())
}

/// Whether a schema is one of several that each say what a value is: `{ anyOf: [{ type: integer }, { type: string }] }`.
/// Alternatives that only ask for more (`{ required: [id] }`) are no values of their own.
fn is_choice(schema: &Object) -> bool {
    let says_what = |it: &Object| {
        let types = ["type", "enum", "const", "allOf", "oneOf", "anyOf"];
        types.iter().any(|keyword| it.get(keyword).is_some())
    };
    ["oneOf", "anyOf"].iter().any(|keyword| {
        let branches = schema.get(keyword).and_then(Node::as_array);
        let branches = branches.unwrap_or_default().iter();
        let branches = branches
            .filter_map(Node::as_object)
            .filter(|it| !is_null(it));
        branches.clone().count() >= 2 && branches.into_iter().all(says_what)
    }) || is_described_or_null(schema)
}

/// Whether a schema is a described value or null: `{ anyOf: [{ type: integer, description: ... }, { type: 'null' }] }`.
/// What deserves a name by itself is left alone, since then a reference to it stood there; what does not has its prose
/// beside it only when an author wrote the two as one.
fn is_described_or_null(schema: &Object) -> bool {
    ["oneOf", "anyOf"].iter().any(|keyword| {
        let branches = schema.get(keyword).and_then(Node::as_array);
        let branches = branches.unwrap_or_default();
        let mut values = branches
            .iter()
            .filter_map(Node::as_object)
            .filter(|it| !is_null(it));
        match (values.next(), values.next()) {
            (Some(value), None) if branches.len() == 2 => {
                form(value) == Form::Plain && value.get("description").is_some()
            }
            _ => false,
        }
    })
}

/// Whether several schemas are put together, of which one at least is an object.
/// A schema or null is that schema, and needs no name of its own.
fn is_composed(schema: &Object) -> bool {
    ["allOf", "oneOf", "anyOf"].iter().any(|keyword| {
        let branches = schema.get(keyword).and_then(Node::as_array);
        let branches = branches.unwrap_or_default().iter();
        let mut branches = branches
            .filter_map(Node::as_object)
            .filter(|it| !is_null(it));
        branches.clone().count() >= 2 && branches.any(is_object_like)
    })
}

pub(super) fn is_object_like(schema: &Object) -> bool {
    let inner = wrapped(schema).and_then(Node::as_object).unwrap_or(schema);
    inner.get("properties").is_some() || inner.get("$ref").is_some() || is_composed(inner)
}

/// Whether a branch stands for null, or for nothing: `{ type: null }`, and `{ nullable: true }` as some exporters of
/// OAS 3.0 write it.
fn is_null(schema: &Object) -> bool {
    let is_null = |node: &Node| match &node.value {
        Value::Null => true,
        Value::String(it) => &**it == "null",
        Value::Array(list) => matches!(list.as_slice(), [one] if matches!(one.value, Value::Null)),
        _ => false,
    };
    schema.iter().all(|it| match &*it.key.text {
        "type" | "enum" | "const" => is_null(&it.value),
        other => is_of_place(other),
    })
}

/// Whether a schema says beside what it is that it may be null: `nullable: true`, or null as one of its types.
pub(super) fn is_nullable(schema: &Node) -> bool {
    let is_true = |it: &Node| matches!(it.value, Value::Bool(true));
    schema.get("nullable").is_some_and(is_true) || has_null_type(schema)
}

/// Whether null is one of several types.
pub(super) fn has_null_type(schema: &Node) -> bool {
    let types = schema.get("type").and_then(Node::as_array);
    let types = types.unwrap_or_default();
    types.len() > 1 && types.iter().any(is_null_type)
}

/// Without quotes, YAML has a null there.
fn is_null_type(name: &Node) -> bool {
    matches!(name.value, Value::Null) || name.as_str() == Some("null")
}

/// Takes out what [`is_nullable`] sees.
pub(super) fn remove_null(schema: &mut Object) {
    schema.remove("nullable");
    let Some(types) = schema.get_mut("type") else {
        return;
    };
    if let Value::Array(list) = &mut types.value
        && list.len() > 1
    {
        list.retain(|it| !is_null_type(it));
        if let [one] = list.as_slice() {
            *types = one.clone();
        }
    }
}

/// Whether a keyword makes references to or from a schema depend on where it stands.
fn fixes_place(keyword: &str) -> bool {
    matches!(
        keyword,
        "$ref" | "$id" | "$anchor" | "$dynamicAnchor" | "$dynamicRef" | "$defs" | "$schema"
    )
}

/// What its author calls a schema.
pub(super) fn title(schema: &Node) -> Option<&str> {
    schema.get("title").and_then(Node::as_str)
}

/// The string that a property of an object always has; of several such properties, that of the first.
pub(super) fn constant(schema: &Node) -> Option<&str> {
    let properties = schema.get("properties")?.as_object()?;
    properties.iter().find_map(|it| fixed_value(&it.value))
}

/// The string that a schema allows alone.
pub(super) fn fixed_value(schema: &Node) -> Option<&str> {
    if let Some(value) = schema.get("const") {
        return value.as_str();
    }
    match schema.get("enum")?.as_array()? {
        [one] => one.as_str(),
        _ => None,
    }
}
