//! Keywords that OpenAPI 3.0 has no words for.

use super::Cx;
use crate::convert::edit::take;
use crate::node::{Member, Node, Object, Value};

/// What leaving a keyword out does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loss {
    /// Nothing, for it is known to 3.0 or rewritten, or only names something.
    None,
    /// The schema allows more.
    Wider,
    /// A reader knows less.
    Note,
}

/// Whether leaving keywords out lets a schema allow more.
pub(super) fn is_wider_without(schema: &Object) -> bool {
    let lost = schema.iter().any(|it| loss(schema, it) == Loss::Wider);
    let is_rewritten = |key| schema.get(key).is_some_and(|it| !says_nothing(it));
    lost || is_rewritten("prefixItems") || is_rewritten("patternProperties")
}

/// Takes the lost keywords out and says so.
pub(super) fn leave_out(cx: &mut Cx<'_>, schema: &mut Object) {
    for member in schema.iter() {
        say(cx, member, loss(schema, member));
    }
    take(schema, |key| !stays(key));
}

fn say(cx: &mut Cx<'_>, member: &Member, loss: Loss) {
    let (key, at) = (&*member.key.text, member.key.span);
    match loss {
        Loss::None => {}
        Loss::Wider => {
            let message = format!("OpenAPI 3.0 has no `{key}`; the schema allows more without it");
            cx.widened(at, message);
        }
        Loss::Note => cx.noted(at, format!("OpenAPI 3.0 has no `{key}`; it is left out")),
    }
}

fn loss(schema: &Object, member: &Member) -> Loss {
    let has = |key| schema.get(key).is_some();
    match &*member.key.text {
        // Without each other they assert nothing (JSON Schema 2020-12, 10.2.2).
        "if" if has("then") || has("else") => Loss::Wider,
        "if" | "then" | "else" => Loss::None,
        "contains" => Loss::Wider,
        "minContains" | "maxContains" => Loss::None,
        "propertyNames" if is_any_string(&member.value) => Loss::None,
        "propertyNames"
        | "unevaluatedProperties"
        | "unevaluatedItems"
        | "dependentRequired"
        | "dependentSchemas" => match says_nothing(&member.value) {
            true => Loss::None,
            false => Loss::Wider,
        },
        "$dynamicRef" => Loss::Wider,
        // What refers to these is rewritten.
        "$anchor" | "$dynamicAnchor" | "$recursiveAnchor" | "$defs" | "definitions" => Loss::None,
        key if stays(key) => Loss::None,
        _ => Loss::Note,
    }
}

/// `true`, `{}`, `[]`: a keyword of which nothing follows.
fn says_nothing(node: &Node) -> bool {
    match &node.value {
        Value::Bool(allows) => *allows,
        Value::Object(it) => it.is_empty(),
        Value::Array(it) => it.is_empty(),
        Value::Null => true,
        _ => false,
    }
}

/// Names are strings, so to say so says nothing.
fn is_any_string(names: &Node) -> bool {
    let is_idle = |it: &Member| match &*it.key.text {
        "type" => it.value.as_str() == Some("string"),
        "description" | "title" => true,
        _ => false,
    };
    says_nothing(names) || names.as_object().is_some_and(|it| it.iter().all(is_idle))
}

/// The keywords of OAS 3.0, and those of 3.1 that are rewritten later.
fn stays(keyword: &str) -> bool {
    keyword.starts_with("x-")
        || matches!(
            keyword,
            "$ref"
                | "title"
                | "multipleOf"
                | "maximum"
                | "exclusiveMaximum"
                | "minimum"
                | "exclusiveMinimum"
                | "maxLength"
                | "minLength"
                | "pattern"
                | "maxItems"
                | "minItems"
                | "uniqueItems"
                | "maxProperties"
                | "minProperties"
                | "required"
                | "enum"
                | "type"
                | "allOf"
                | "oneOf"
                | "anyOf"
                | "not"
                | "items"
                | "properties"
                | "additionalProperties"
                | "description"
                | "format"
                | "default"
                | "discriminator"
                | "readOnly"
                | "writeOnly"
                | "xml"
                | "externalDocs"
                | "example"
                | "deprecated"
        )
        || matches!(
            keyword,
            "const"
                | "examples"
                | "prefixItems"
                | "patternProperties"
                | "contentEncoding"
                | "contentMediaType"
                | "contentSchema"
        )
}
