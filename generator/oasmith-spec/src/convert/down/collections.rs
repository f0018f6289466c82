//! Keywords about the members of objects and the items of arrays.

use super::Cx;
use super::schema::is_never;
use crate::convert::edit::{array_of, empty, object_of, rename, set, text};
use crate::node::{Member, Node, Object, Value};
use oasmith_source::Span;

/// Keywords that look at the same value, and so take part in what is evaluated (JSON Schema 2020-12, 11).
const IN_PLACE: [&str; 11] = [
    "$ref",
    "$dynamicRef",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "contains",
];

/// Says what can be said in older words, before anything is left out.
pub(super) fn close(object: &mut Object) {
    if let Some(Value::Array(_)) = object.get("items").map(|it| &it.value) {
        // Before JSON Schema 2020-12. `read` takes it the same way.
        rename(object, "items", "prefixItems");
    }
    if !IN_PLACE.iter().any(|it| object.get(it).is_some()) {
        for (unevaluated, other) in [
            ("unevaluatedProperties", "additionalProperties"),
            ("unevaluatedItems", "items"),
        ] {
            if object.get(unevaluated).is_some() && object.get(other).is_none() {
                rename(object, unevaluated, other);
            }
        }
    }
}

pub(super) fn rewrite(cx: &mut Cx<'_>, object: &mut Object) {
    tuple(cx, object);
    patterns(cx, object);
}

/// OAS 3.0: `items` must be present when the type is `array`.
pub(super) fn complete(object: &mut Object, span: Span) {
    if text(object, "type") == Some("array") && object.get("items").is_none() {
        set(object, "items", empty(span));
    }
}

/// Each item is one of those that any place of the tuple takes.
fn tuple(cx: &mut Cx<'_>, object: &mut Object) {
    let Some(Member { key, value }) = object.remove("prefixItems") else {
        return;
    };
    let span = value.span;
    let Value::Array(mut choices) = value.value else {
        return;
    };
    if choices.is_empty() {
        return;
    }
    let message = "OpenAPI 3.0 has no `prefixItems`; each item may be what any of them may be";
    cx.widened(key.span, message);
    match object.remove("items").map(|it| it.value) {
        Some(rest) if is_never(&rest) => at_most(object, choices.len(), rest.span),
        Some(rest) => choices.push(rest),
        None => choices.push(empty(span)),
    }
    set(object, "items", any_of(choices, span));
}

/// Without further items a tuple is as long as its places are many, at most.
fn at_most(object: &mut Object, places: usize, span: Span) {
    let most = match object.get("maxItems").map(|it| &it.value) {
        Some(Value::Number(text)) => text.parse().unwrap_or(f64::INFINITY),
        _ => f64::INFINITY,
    };
    if most > places as f64 {
        let places = Node::new(Value::Number(places.to_string().into()), span);
        set(object, "maxItems", places);
    }
}

/// Each other member is one of those that any pattern takes.
fn patterns(cx: &mut Cx<'_>, object: &mut Object) {
    let Some(Member { key, value }) = object.remove("patternProperties") else {
        return;
    };
    let span = value.span;
    let Value::Object(patterns) = value.value else {
        return;
    };
    if patterns.is_empty() {
        return;
    }
    let mut choices: Vec<Node> = patterns.members.into_iter().map(|it| it.value).collect();
    let rest = object.get("additionalProperties");
    let is_open = rest.is_none_or(|it| match &it.value {
        Value::Bool(allows) => *allows,
        Value::Object(it) => it.is_empty(),
        _ => true,
    });
    if is_open {
        let message =
            "OpenAPI 3.0 has no `patternProperties`; members of such names may be anything";
        return cx.widened(key.span, message);
    }
    let message = "OpenAPI 3.0 has no `patternProperties`; \
        each member without a schema of its own may be what any of them may be";
    cx.widened(key.span, message);
    choices.extend(rest.filter(|it| !is_never(it)).cloned());
    set(object, "additionalProperties", any_of(choices, span));
}

/// One of several; those that say the same count once.
fn any_of(choices: Vec<Node>, span: Span) -> Node {
    let mut different: Vec<Node> = Vec::with_capacity(choices.len());
    for choice in choices {
        // Anything or something is anything.
        if choice.as_object().is_some_and(Object::is_empty) {
            return choice;
        }
        // Comparing each with each is for short lists only.
        if different.len() > 32 || !different.iter().any(|it| it.same(&choice)) {
            different.push(choice);
        }
    }
    if different.len() == 1
        && let Some(only) = different.pop()
    {
        return only;
    }
    object_of("anyOf", array_of(different, span))
}
