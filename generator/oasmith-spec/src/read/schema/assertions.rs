//! Keywords that say which values are valid, without schemas in them.

use super::super::version::Version;
use super::{Cx, types};
use crate::model::{SchemaObject, Spanned};
use crate::node::{Member, Node, Object, Value};

/// Reads a keyword, and says whether it was one of these.
#[inline(never)]
pub fn keyword<'a>(
    cx: &mut Cx<'a>,
    object: &'a Object,
    member: &'a Member,
    it: &mut SchemaObject,
) -> bool {
    match &*member.key.text {
        "type" => types::read(cx, member, it),
        "format" => it.format = cx.spanned_text(member),
        "enum" => it.values = values(cx, member),
        "const" => it.constant = Some(member.value.clone()),
        "required" => it.required = cx.strings(member),
        "minProperties" => it.min_properties = cx.count(member),
        "maxProperties" => it.max_properties = cx.count(member),
        "minItems" => it.min_items = cx.count(member),
        "maxItems" => it.max_items = cx.count(member),
        "minContains" => it.min_contains = cx.count(member),
        "maxContains" => it.max_contains = cx.count(member),
        "uniqueItems" => it.unique_items = cx.flag(member),
        "minLength" => it.min_length = cx.count(member),
        "maxLength" => it.max_length = cx.count(member),
        "pattern" => it.pattern = cx.spanned_text(member),
        "contentEncoding" => it.content_encoding = cx.text(member),
        "contentMediaType" => it.content_media_type = cx.text(member),
        "multipleOf" => it.multiple_of = cx.number(member),
        "minimum" if !excludes(object, "exclusiveMinimum") => it.minimum = cx.number(member),
        "maximum" if !excludes(object, "exclusiveMaximum") => it.maximum = cx.number(member),
        "exclusiveMinimum" => it.exclusive_minimum = exclusive(cx, object, member, "minimum"),
        "exclusiveMaximum" => it.exclusive_maximum = exclusive(cx, object, member, "maximum"),
        "minimum" | "maximum" => {}
        _ => return false,
    }
    true
}

/// OAS 3.0: `exclusiveMinimum: true` makes `minimum` the exclusive bound.
fn excludes(object: &Object, key: &str) -> bool {
    let value = object.get(key).map(|it| &it.value);
    matches!(value, Some(Value::Bool(true)))
}

fn exclusive<'a>(
    cx: &mut Cx<'a>,
    object: &'a Object,
    member: &'a Member,
    bound: &str,
) -> Option<Spanned<String>> {
    let Value::Bool(value) = member.value.value else {
        if cx.version == Version::V30 {
            cx.wrong_type(member, "a boolean in OpenAPI 3.0");
        }
        return cx.number(member);
    };
    if cx.version > Version::V30 {
        cx.wrong_type(member, "a number since OpenAPI 3.1");
    }
    cx.number(object.member(bound).filter(|_| value))
}

fn values(cx: &mut Cx<'_>, member: &Member) -> Option<Spanned<Vec<Node>>> {
    match member.value.as_array() {
        Some(items) => Some(Spanned::new(items.to_vec(), member.value.span)),
        None => {
            cx.wrong_type(member, "an array");
            None
        }
    }
}
