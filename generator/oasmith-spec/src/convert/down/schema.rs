//! One schema, and those in it, in the words of OpenAPI 3.0.

use super::{Cx, alternatives, collections, lost, types, values};
use crate::convert::edit::{append, array_of, empty, object_of, set, take, text};
use crate::node::{Member, Node, Object, Value};
use crate::parts::{self, Part};
use oasmith_source::Span;

/// Innermost first, so that what a schema does with those in it can rely on their being 3.0 already.
pub(super) fn lower(cx: &mut Cx<'_>, node: &mut Node) {
    let span = node.span;
    if let Value::Bool(allows) = node.value {
        *node = constant(allows, span);
        return;
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    collections::close(object);
    lost::leave_out(cx, object);
    for (_, key, child) in parts::children_mut(node, Part::Schema) {
        // The one place where OAS 3.0 has boolean schemas.
        if key == "additionalProperties" && matches!(child.value, Value::Bool(_)) {
            continue;
        }
        lower(cx, child);
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    loosen(cx, object, span);
    values::rewrite(cx, object);
    collections::rewrite(cx, object);
    alternatives::take_null(object);
    types::rewrite(object, span);
    collections::complete(object, span);
    reference(object, span);
}

/// `{}` takes anything, `{ not: {} }` nothing.
fn constant(allows: bool, span: Span) -> Node {
    if allows {
        empty(span)
    } else {
        object_of("not", empty(span))
    }
}

/// Whether a schema takes nothing.
pub(super) fn is_never(node: &Node) -> bool {
    match &node.value {
        Value::Bool(allows) => !allows,
        Value::Object(it) => it
            .get("not")
            .and_then(Node::as_object)
            .is_some_and(Object::is_empty),
        _ => false,
    }
}

/// Undoes what would forbid more when the schemas in it allow more.
fn loosen(cx: &mut Cx<'_>, object: &mut Object, span: Span) {
    if cx.loose.negations.contains(&span)
        && let Some(it) = object.remove("not")
    {
        let message = "`not` is left out: what it forbids cannot be said in OpenAPI 3.0";
        cx.widened(it.key.span, message);
    }
    if cx.loose.exclusives.contains(&span)
        && let Some(Member { key, value }) = object.remove("oneOf")
    {
        let message = "`oneOf` becomes `anyOf`, since more than one of its schemas may fit now";
        cx.widened(key.span, message);
        also(object, "anyOf", value);
    }
}

/// Adds a keyword, beside one of the same name where there is one.
pub(super) fn also(object: &mut Object, keyword: &str, value: Node) {
    if object.get(keyword).is_none() {
        return set(object, keyword, value);
    }
    append(object, "allOf", object_of(keyword, value));
}

/// OAS 3.0, Reference Object: siblings are ignored. In `allOf` a reference has none.
fn reference(object: &mut Object, span: Span) {
    if text(object, "$ref").is_none() || object.len() == 1 {
        return;
    }
    let members = take(object, |key| key == "$ref");
    let reference = Node::object(Object { members }, span);
    if let Some(Value::Array(items)) = object.get_mut("allOf").map(|it| &mut it.value) {
        items.insert(0, reference);
    } else {
        set(object, "allOf", array_of(vec![reference], span));
        // Where the reference was wont to be: first.
        object.members.rotate_right(1);
    }
}
