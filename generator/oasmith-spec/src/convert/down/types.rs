//! `type`, of which OAS 3.0 has one only, and none for `null`.

use super::collections::complete;
use super::schema::also;
use crate::convert::edit::{array_of, boolean, empty, is_null, is_true, list, set, take, text};
use crate::node::{Key, Member, Node, Object, Value};
use oasmith_source::Span;

/// Keywords by which other schemas have a say.
const COMPOSED: [&str; 5] = ["$ref", "allOf", "anyOf", "oneOf", "not"];

pub(super) fn rewrite(object: &mut Object, span: Span) {
    let Some(member) = object.member("type") else {
        // `const: null`.
        if matches!(list(object, "enum"), [only] if is_null(only)) {
            only_null(object, span);
        }
        return;
    };
    let at = member.value.span;
    let mut names: Vec<Node> = match &member.value.value {
        Value::Array(items) => items.clone(),
        Value::String(name) if &**name == "null" => vec![member.value.clone()],
        _ => return,
    };
    let all = names.len();
    names.retain(|it| it.as_str() != Some("null"));
    let takes_null = names.len() < all;
    // An integer is a number.
    if names.iter().any(|it| it.as_str() == Some("number")) {
        names.retain(|it| it.as_str() != Some("integer"));
    }
    let mut names = names.into_iter();
    match (names.next(), names.next()) {
        (None, _) if takes_null => {
            let values = object.get("enum").and_then(Node::as_array);
            if values.is_some_and(|it| !it.iter().any(is_null)) {
                also(object, "not", empty(at));
            }
            only_null(object, at);
        }
        // Nothing can be meant by no type.
        (None, _) => {
            object.remove("type");
        }
        (Some(only), None) => {
            set(object, "type", only);
            if takes_null {
                allow_null(object, at);
            }
        }
        (Some(first), Some(second)) => {
            let names = [first, second].into_iter().chain(names).collect();
            several(object, names, takes_null.then_some(at), span);
        }
    }
}

/// The one way to say it: OAS 3.0 has `null` beside another type only.
pub(crate) fn only_null(object: &mut Object, at: Span) {
    set(object, "type", Node::string("string", at));
    set(object, "nullable", boolean(true, at));
    let null = Node::new(Value::Null, at);
    set(object, "enum", array_of(vec![null], at));
}

/// Whether a schema, in 3.0, takes `null` and nothing else.
pub(super) fn is_only_null(node: &Node) -> bool {
    node.as_object().is_some_and(|it| {
        let is_nullable = it.get("nullable").is_some_and(is_true);
        let is_plain = COMPOSED.iter().all(|key| it.get(key).is_none());
        is_nullable && is_plain && matches!(list(it, "enum"), [only] if is_null(only))
    })
}

/// OAS 3.0.3: `nullable` does not add `null` to an `enum`, so one without it forbids it.
fn allow_null(object: &mut Object, at: Span) {
    let values = object.get("enum").and_then(Node::as_array);
    if values.is_none_or(|it| it.iter().any(is_null)) {
        set(object, "nullable", boolean(true, at));
    }
}

/// `anyOf` of one schema for each type, with the keywords that are about this type only.
fn several(object: &mut Object, names: Vec<Node>, null_at: Option<Span>, span: Span) {
    let mut branches = Vec::with_capacity(names.len());
    let types: Vec<Box<str>> = names
        .iter()
        .filter_map(|it| Some(it.as_str()?.into()))
        .collect();
    let values = object.get("enum").and_then(Node::as_array);
    let null_at = null_at.filter(|_| values.is_none_or(|it| it.iter().any(is_null)));
    for name in names {
        let own = name.as_str().unwrap_or_default();
        let about = take(object, |key| is_about(key, own));
        let mut members = vec![Member {
            key: Key::new("type", name.span),
            value: name.clone(),
        }];
        members.extend(about);
        members.extend(format_of(object, own, &types));
        if let (Some(at), true) = (null_at, branches.is_empty()) {
            let key = Key::new("nullable", at);
            let value = boolean(true, at);
            members.push(Member { key, value });
        }
        let mut branch = Object { members };
        complete(&mut branch, span);
        branches.push(Node::object(branch, span));
    }
    if let Some(at) = null_at {
        set(object, "nullable", boolean(true, at));
    }
    let at = object.get("type").map_or(span, |it| it.span);
    let branches = array_of(branches, at);
    if object.get("anyOf").is_none() {
        // Where the type was.
        set(object, "type", branches);
        crate::convert::edit::rename(object, "type", "anyOf");
    } else {
        object.remove("type");
        also(object, "anyOf", branches);
    }
}

/// Whether a keyword says something about values of a type, and about no others.
fn is_about(keyword: &str, name: &str) -> bool {
    match keyword {
        "minLength" | "maxLength" | "pattern" => name == "string",
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
            matches!(name, "number" | "integer")
        }
        "items" | "minItems" | "maxItems" | "uniqueItems" => name == "array",
        "properties" | "required" | "additionalProperties" | "minProperties" | "maxProperties" => {
            name == "object"
        }
        _ => false,
    }
}

/// `format`, at the type that it is about.
fn format_of(object: &mut Object, name: &str, types: &[Box<str>]) -> Option<Member> {
    let numeric = ["int32", "int64", "float", "double"];
    let is_numeric = numeric.contains(&text(object, "format")?);
    let fits = match name {
        "number" | "integer" => is_numeric,
        "string" => !is_numeric || !types.iter().any(|it| matches!(&**it, "number" | "integer")),
        _ => false,
    };
    if fits { object.remove("format") } else { None }
}

/// Lets a schema take `null` as well, where that can be said of it alone.
pub(super) fn add_null(node: &mut Node, at: Span) -> bool {
    let Some(object) = node.as_object_mut() else {
        return false;
    };
    if text(object, "type").is_none() || COMPOSED.iter().any(|it| object.get(it).is_some()) {
        return false;
    }
    set(object, "nullable", boolean(true, at));
    if let Some(Value::Array(values)) = object.get_mut("enum").map(|it| &mut it.value)
        && !values.iter().any(is_null)
    {
        values.push(Node::new(Value::Null, at));
    }
    true
}
