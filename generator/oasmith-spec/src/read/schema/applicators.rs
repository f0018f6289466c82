//! Keywords that have schemas in them.
//!
//! These functions are what recurses, so each has few and small locals.

use super::{Cx, described, schema};
use crate::codes::WRONG_TYPE;
use crate::model::{Discriminator, Property, Schema, SchemaObject, Spanned};
use crate::node::{Member, Node, Object, Value};
use indexmap::IndexMap;
use oasmith_source::Diagnostic;

/// Reads a keyword; one that is not known is ignored.
pub fn keyword<'a>(cx: &mut Cx<'a>, member: &'a Member, it: &mut SchemaObject) {
    match &*member.key.text {
        "properties" => properties(cx, member, &mut it.properties),
        "patternProperties" => map(cx, member, &mut it.pattern_properties),
        "$defs" => map(cx, member, &mut it.defs),
        "allOf" => parts(cx, member, it),
        "anyOf" => list(cx, member, &mut it.any_of),
        "oneOf" => list(cx, member, &mut it.one_of),
        "prefixItems" => list(cx, member, &mut it.prefix_items),
        "items" => items(cx, member, it),
        "additionalProperties" => one(cx, member, &mut it.additional_properties),
        "propertyNames" => one(cx, member, &mut it.property_names),
        "unevaluatedProperties" => one(cx, member, &mut it.unevaluated_properties),
        "unevaluatedItems" => one(cx, member, &mut it.unevaluated_items),
        "dependentSchemas" => map(cx, member, &mut it.dependent_schemas),
        "contains" => one(cx, member, &mut it.contains),
        "contentSchema" => one(cx, member, &mut it.content_schema),
        "not" => not(cx, member, it),
        "if" => one(cx, member, &mut it.if_),
        "then" => one(cx, member, &mut it.then),
        "else" => one(cx, member, &mut it.else_),
        "dependentRequired" => it.dependent_required = dependent_required(cx, member),
        "discriminator" => it.discriminator = discriminator(cx, member),
        _ => {}
    }
}

fn one<'a>(cx: &mut Cx<'a>, member: &'a Member, into: &mut Option<Schema>) {
    if let Some(member) = cx.given(Some(member)) {
        *into = schema(cx, &member.value);
    }
}

/// `{}` is what `true` is; here it is all that is said.
fn not<'a>(cx: &mut Cx<'a>, member: &'a Member, it: &mut SchemaObject) {
    one(cx, member, &mut it.not);
    if member.value.as_object().is_some_and(Object::is_empty) {
        let any = Spanned::new(true, member.value.span);
        it.not = Some(Schema::Bool(any));
    }
}

fn list<'a>(cx: &mut Cx<'a>, member: &'a Member, into: &mut Vec<Schema>) {
    for node in schemas(cx, member) {
        into.extend(schema(cx, node));
    }
}

/// Several schemas. One that stands there by itself is the only one.
fn schemas<'a>(cx: &mut Cx<'a>, member: &'a Member) -> &'a [Node] {
    if !is_schema(&member.value) {
        return cx.list(member);
    }
    only(cx, member);
    std::slice::from_ref(&member.value)
}

#[inline(never)]
fn only(cx: &mut Cx<'_>, member: &Member) {
    let key = &member.key.text;
    let message = format!("`{key}` must be an array, found an object; it is taken for its item");
    cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(member.value.span));
}

/// Whether an object says what only schemas say, and is no map of names.
fn is_schema(it: &Node) -> bool {
    let says = ["$ref", "type", "properties", "allOf", "oneOf", "anyOf"];
    says.iter().any(|key| it.get(key).is_some())
}

/// What a part only describes is said of the whole, as if it stood beside the other parts. What stands in no other
/// schema is left alone: a component is a type of its own, whatever it is made of.
fn parts<'a>(cx: &mut Cx<'a>, member: &'a Member, it: &mut SchemaObject) {
    let mut about: Vec<Box<SchemaObject>> = Vec::new();
    let is_inside = cx.depth > 1;
    for node in schemas(cx, member) {
        match schema(cx, node) {
            Some(Schema::Object(part)) if is_inside && described::only(node) => about.push(part),
            part => it.all_of.extend(part),
        }
    }
    if it.all_of.is_empty() {
        it.all_of = about.into_iter().map(Schema::Object).collect();
    } else {
        about.into_iter().for_each(|part| described::say(*part, it));
    }
}

fn map<'a>(cx: &mut Cx<'a>, member: &'a Member, into: &mut IndexMap<String, Schema>) {
    for entry in cx.entries(member) {
        if let Some(schema) = schema(cx, &entry.value) {
            into.insert(entry.key.text.to_string(), schema);
        }
    }
}

fn properties<'a>(cx: &mut Cx<'a>, member: &'a Member, into: &mut IndexMap<String, Property>) {
    for entry in cx.entries(member) {
        if let Some(schema) = schema(cx, &entry.value) {
            let key_span = entry.key.span;
            into.insert(entry.key.text.to_string(), Property { schema, key_span });
        }
    }
}

/// Before JSON Schema 2020-12, `items` with an array was what `prefixItems` is now.
fn items<'a>(cx: &mut Cx<'a>, member: &'a Member, it: &mut SchemaObject) {
    if let Value::Array(_) = member.value.value {
        tuple(cx, member);
        return list(cx, member, &mut it.prefix_items);
    }
    one(cx, member, &mut it.items);
}

#[inline(never)]
fn tuple(cx: &mut Cx<'_>, member: &Member) {
    let message = "`items` must be a schema, found an array; it is read as `prefixItems`";
    cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(member.value.span));
}

#[inline(never)]
fn dependent_required<'a>(cx: &mut Cx<'a>, member: &'a Member) -> IndexMap<String, Vec<String>> {
    let mut map = IndexMap::new();
    for entry in cx.entries(member) {
        let names = cx.strings(entry).into_iter().map(|it| it.value);
        map.insert(entry.key.text.to_string(), names.collect());
    }
    map
}

/// Without the name of the property there is nothing to tell alternatives apart by, and they are told apart by shape.
#[inline(never)]
fn discriminator<'a>(cx: &mut Cx<'a>, member: &'a Member) -> Option<Discriminator> {
    let member = cx.given(Some(member))?;
    let Some(object) = member.value.as_object() else {
        cx.wrong_type(member, "an object");
        return None;
    };
    let Some(property_name) = cx.text(object.member("propertyName")) else {
        cx.should_have("the discriminator", "propertyName", member.value.span);
        return None;
    };
    Some(Discriminator {
        property_name,
        mapping: cx.spanned_texts(object.member("mapping")),
        default_mapping: cx.spanned_text(object.member("defaultMapping")),
        span: member.value.span,
    })
}
