//! OAS 3.0's `nullable: true`, said as OAS 3.1 says it, and what else is meant by `null`.
//!
//! OAS 3.0.3 gives it a meaning only beside `type`, and says that an `enum` without `null` still forbids it. Documents
//! are not written that way: people put `nullable` wherever a value may be `null`, beside `enum`, beside
//! `allOf: [{$ref}]` (the one way to say it about a component) and even beside `$ref` itself. It is taken at its word
//! in all these places: a reader that takes `null` where there is none does no harm, the other way round it fails.
//! So it is in OAS 3.1, which has no such keyword, and whose documents were often 3.0 before.

use super::super::version::Version;
use super::{Cx, blank};
use crate::codes::WRONG_VALUE;
use crate::convert::OUTSIDE;
use crate::model::{Schema, SchemaObject, Type};
use crate::node::{Node, Object, Value};
use crate::only_null::{ALTERNATIVES, only_null};
use oasmith_source::{Diagnostic, Span};

/// Makes a schema allow `null` when its object says so.
#[inline(never)]
pub fn apply<'a>(cx: &mut Cx<'a>, object: &'a Object, it: &mut SchemaObject) {
    let [any_of, one_of] = ALTERNATIVES;
    make_null(cx, object.get(any_of), &mut it.any_of);
    make_null(cx, object.get(one_of), &mut it.one_of);
    if names_null(it) {
        (it.values, it.constant) = (None, None);
        it.types = vec![Type::Null];
    }
    let Some(member) = object.member("nullable") else {
        return;
    };
    if !cx.flag(member) {
        return;
    }
    if cx.version > Version::V30 {
        let message = "`nullable` is no keyword since OpenAPI 3.1; it is read as in OpenAPI 3.0";
        let fault = Diagnostic::warning(&WRONG_VALUE, message).at(member.key.span);
        cx.push(fault.help("write `null` among the types, or as one of the alternatives"));
    }
    let at = member.value.span;
    let taking = it.one_of.iter().filter(|it| takes_null(it)).count();
    // Of what several alternatives take, `oneOf` allows nothing.
    if it.reference.is_some() || !it.all_of.is_empty() || taking > 1 {
        let only = only_part(object, it);
        return wrap(it, only, at);
    }
    if is_only_null(it) {
        it.values = None;
        it.types = vec![Type::Null];
        return;
    }
    add_type(it);
    if !it.any_of.is_empty() && !it.any_of.iter().any(is_null) {
        it.any_of.push(null(at));
    }
    if !it.one_of.is_empty() && taking == 0 {
        it.one_of.push(null(at));
    }
    add_value(it, at);
}

fn make_null<'a>(cx: &mut Cx<'a>, written: Option<&'a Node>, read: &mut [Schema]) {
    let written = written.and_then(Node::as_array).unwrap_or_default();
    // Of what is at fault some may not have been read.
    if written.len() != read.len() {
        return;
    }
    for at in only_null(written) {
        if let Schema::Object(it) = &mut read[at] {
            it.types = vec![Type::Null];
        }
    }
    for (node, it) in written.iter().zip(read) {
        if node.get("$ref").is_some() && cx.look(node).is_ok_and(is_named_null) {
            *it = null(node.span);
        }
    }
}

/// Whether a component stands for `null` by itself: `NullEnum`, as exporters of Django write it.
fn is_named_null(it: &Node) -> bool {
    let is_null = |it: &Node| matches!(it.value, Value::Null);
    let all_null = |it: &Node| {
        let all = it.as_array().unwrap_or_default();
        !all.is_empty() && all.iter().all(is_null)
    };
    let says = |it: &Object| {
        let is_type = it.get("type").is_some_and(|it| it.as_str() == Some("null"));
        is_type
            || it.get("enum").is_some_and(all_null)
            || it.get("const").is_some_and(is_null) && it.get("type").is_none()
    };
    let more = ["properties", "allOf", "anyOf", "oneOf", "items"];
    it.as_object()
        .is_some_and(|it| says(it) && more.iter().all(|key| it.get(key).is_none()))
}

/// Whether nothing but `null` is named, and no other type is asked for.
fn names_null(it: &SchemaObject) -> bool {
    let is_null = |it: &Node| matches!(it.value, Value::Null);
    let listed = it.values.as_ref().filter(|it| !it.value.is_empty());
    let only = match (&it.constant, listed) {
        (Some(it), _) => is_null(it),
        (None, Some(all)) => all.value.iter().all(is_null),
        (None, None) => false,
    };
    only && it.types.iter().all(|it| *it == Type::Null)
        && it.reference.is_none()
        && it.all_of.is_empty()
        && it.any_of.is_empty()
        && it.one_of.is_empty()
}

/// OAS 3.0 has no other way to say that nothing but `null` is allowed.
fn is_only_null(it: &SchemaObject) -> bool {
    let values = it.values.as_ref().map(|it| it.value.as_slice());
    matches!(values, Some([only]) if matches!(only.value, Value::Null))
}

/// Whether an alternative may be `null`, as far as it says so itself.
fn takes_null(it: &Schema) -> bool {
    let Schema::Object(it) = it else {
        return false;
    };
    let values = it.values.as_ref();
    let names_null = values.map(|it| it.value.iter().any(|it| matches!(it.value, Value::Null)));
    match names_null {
        _ if it.reference.is_some() => false,
        Some(false) => false,
        Some(true) if it.types.is_empty() => true,
        _ if it.types.is_empty() => it.one_of.iter().chain(&it.any_of).any(takes_null),
        _ => it.types.contains(&Type::Null),
    }
}

fn is_null(it: &Schema) -> bool {
    matches!(it, Schema::Object(it) if it.types == [Type::Null])
}

/// The part of an `allOf` that is all there is beside what describes the place: in 3.0, there is no other place for that
/// around a reference.
fn only_part(object: &Object, it: &mut SchemaObject) -> Option<Schema> {
    let describes = |key: &str| OUTSIDE.contains(&key) || key.starts_with("x-");
    let mut rest = object.iter().filter(|it| !describes(&it.key.text));
    let is_all = rest.all(|it| matches!(&*it.key.text, "allOf" | "nullable"));
    match is_all && it.all_of.len() == 1 {
        true => it.all_of.pop(),
        false => None,
    }
}

/// `anyOf` of what was there, or the `only` part of it, and `null`, with the annotations outside.
fn wrap(it: &mut SchemaObject, only: Option<Schema>, at: Span) {
    let mut inner = std::mem::replace(it, SchemaObject::new(it.span));
    it.title = inner.title.take();
    it.description = inner.description.take();
    it.default = inner.default.take();
    it.examples = std::mem::take(&mut inner.examples);
    it.deprecated = std::mem::take(&mut inner.deprecated);
    it.read_only = std::mem::take(&mut inner.read_only);
    it.write_only = std::mem::take(&mut inner.write_only);
    it.extensions = std::mem::take(&mut inner.extensions);
    it.external_docs = inner.external_docs.take();
    let whole = only.unwrap_or_else(|| Schema::Object(Box::new(inner)));
    it.any_of = vec![whole, null(at)];
}

/// Without a type anything is allowed, so only what implies one needs `null` added to it.
fn add_type(it: &mut SchemaObject) {
    if it.types.is_empty() && !it.properties.is_empty() {
        it.types.push(Type::Object);
    }
    if !it.types.is_empty() && !it.types.contains(&Type::Null) {
        it.types.push(Type::Null);
    }
}

fn add_value(it: &mut SchemaObject, at: Span) {
    if let Some(values) = &mut it.values {
        let is_null = |it: &Node| matches!(it.value, Value::Null);
        if !values.value.iter().any(is_null) {
            values.value.push(Node::new(Value::Null, at));
        }
    }
}

fn null(at: Span) -> Schema {
    let mut it = blank(at);
    it.types.push(Type::Null);
    Schema::Object(it)
}
