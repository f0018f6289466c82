//! Keywords about a value as such: `const`, `examples`, exclusive bounds, what a string holds.

use super::Cx;
use super::schema::also;
use crate::convert::edit::{array_of, boolean, empty, rename, set};
use crate::media_type::is_text;
use crate::node::{Node, Object, Value};

pub(super) fn rewrite(cx: &mut Cx<'_>, object: &mut Object) {
    constant(object);
    examples(cx, object);
    bound(object, "minimum", "exclusiveMinimum", |a, b| a > b);
    bound(object, "maximum", "exclusiveMaximum", |a, b| a < b);
    content(cx, object);
    // OAS 3.0 takes `required` and `enum` from a JSON Schema in which they are not empty.
    let is_empty = |it: &Node| it.as_array().is_some_and(<[_]>::is_empty);
    if object.get("required").is_some_and(is_empty) {
        object.remove("required");
    }
}

/// `const` is an `enum` of one. Beside an `enum` it says more than that, or contradicts it.
fn constant(object: &mut Object) {
    let Some(value) = object.get("const") else {
        return;
    };
    let span = value.span;
    let may_equal = |it: &Node| match (number(Some(it)), number(Some(value))) {
        // However they are written.
        (Some(a), Some(b)) => a == b,
        // Numbers inside are not looked for.
        _ => it.same(value) || it.kind() == value.kind() && holds_others(value),
    };
    let values = object.get("enum").and_then(Node::as_array);
    if values.is_some_and(|it| !it.iter().any(may_equal)) {
        also(object, "not", empty(span));
    }
    let Some(value) = object.get_mut("const") else {
        return;
    };
    let one = std::mem::replace(value, boolean(false, span));
    *value = array_of(vec![one], span);
    rename(object, "const", "enum");
}

fn examples(cx: &mut Cx<'_>, object: &mut Object) {
    let Some(member) = object.member("examples") else {
        return;
    };
    let at = member.key.span;
    let items = member.value.as_array().unwrap_or_default();
    let has_one = object.get("example").is_some();
    if items.len() > usize::from(!has_one) || member.value.as_array().is_none() {
        cx.noted(
            at,
            "a schema has one `example` in OpenAPI 3.0; other `examples` are left out",
        );
    }
    match items.first().cloned() {
        Some(first) if !has_one => {
            if let Some(value) = object.get_mut("examples") {
                *value = first;
            }
            rename(object, "examples", "example");
        }
        _ => {
            object.remove("examples");
        }
    }
}

/// In OAS 3.0 an exclusive bound is a flag beside the bound. Of two bounds the stronger one is kept.
fn bound(object: &mut Object, bound: &str, exclusive: &str, is_stronger: fn(f64, f64) -> bool) {
    let Some(limit) = number(object.get(exclusive)) else {
        return;
    };
    if number(object.get(bound)).is_some_and(|it| is_stronger(it, limit)) {
        object.remove(exclusive);
        return;
    }
    let at = object.get(exclusive).map(|it| it.span);
    rename(object, exclusive, bound);
    if let Some(at) = at {
        set(object, exclusive, boolean(true, at));
    }
}

fn holds_others(node: &Node) -> bool {
    matches!(node.value, Value::Array(_) | Value::Object(_))
}

fn number(node: Option<&Node>) -> Option<f64> {
    match &node?.value {
        Value::Number(text) => text.parse().ok(),
        _ => None,
    }
}

/// `contentEncoding: base64` is `format: byte`; bytes of a media type that is not text are `format: binary`.
fn content(cx: &mut Cx<'_>, object: &mut Object) {
    let encoding = object.remove("contentEncoding");
    let media_type = object.remove("contentMediaType");
    let schema = object.remove("contentSchema");
    let format = match (&encoding, &media_type) {
        (Some(it), _) if it.value.as_str() == Some("base64") => Some("byte"),
        (None, Some(it)) if it.value.as_str().is_some_and(|it| !is_text(it)) => Some("binary"),
        _ => None,
    };
    let format = format.filter(|_| object.get("format").is_none());
    let mut lost = [encoding, media_type, schema].into_iter().flatten();
    if let Some(format) = format
        && let Some(said) = lost.next()
    {
        let at = said.value.span;
        set(object, "format", Node::string(format, at));
        // OAS 3.1.1, Migrating binary descriptions from OAS 3.0: bytes have no type there, and are strings here.
        if object.get("type").is_none() && is_bytes_alone(object) {
            set(object, "type", Node::string("string", at));
        }
    }
    for member in lost {
        let message = format!("OpenAPI 3.0 has no `{}`; it is left out", member.key.text);
        cx.noted(member.key.span, message);
    }
}

/// Whether nothing but annotations stands beside the format.
fn is_bytes_alone(object: &Object) -> bool {
    let annotations = [
        "format",
        "title",
        "description",
        "deprecated",
        "readOnly",
        "writeOnly",
    ];
    let mut keys = object.iter().map(|it| &*it.key.text);
    keys.all(|it| annotations.contains(&it) || it.starts_with("x-"))
}
