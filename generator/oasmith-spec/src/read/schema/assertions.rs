//! Keywords that say which values are valid, without schemas in them.

use super::super::version::Version;
use super::Cx;
use crate::codes::{WRONG_TYPE, WRONG_VALUE};
use crate::model::{SchemaObject, Spanned, Type};
use crate::node::{Member, Node, Object, Value};
use oasmith_source::{Diagnostic, Span};

/// Reads a keyword, and says whether it was one of these.
#[inline(never)]
pub fn keyword<'a>(
    cx: &mut Cx<'a>,
    object: &'a Object,
    member: &'a Member,
    it: &mut SchemaObject,
) -> bool {
    match &*member.key.text {
        "type" => it.types = types(cx, member),
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

/// `type`, one or several.
fn types<'a>(cx: &mut Cx<'a>, member: &'a Member) -> Vec<Type> {
    let Some(member) = cx.given(Some(member)) else {
        return Vec::new();
    };
    let Value::Array(items) = &member.value.value else {
        return type_(cx, &member.value).into_iter().collect();
    };
    if cx.version == Version::V30 {
        cx.wrong_type(member, "a string in OpenAPI 3.0");
    }
    let mut types = Vec::new();
    for item in items {
        match type_(cx, item) {
            Some(it) if !types.contains(&it) => types.push(it),
            Some(_) => {}
            // With one of several types unknown, the others would say too little.
            None => return Vec::new(),
        }
    }
    types
}

fn type_(cx: &mut Cx<'_>, node: &Node) -> Option<Type> {
    let Some(name) = node.as_str() else {
        let message = format!(
            "`type` must be a string or an array of strings, found {}",
            node.kind()
        );
        cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(node.span));
        return None;
    };
    let it = match name {
        "null" => Type::Null,
        "boolean" => Type::Boolean,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "string" => Type::String,
        "array" => Type::Array,
        "object" => Type::Object,
        _ => {
            unknown_type(cx, name, node.span);
            return None;
        }
    };
    Some(it)
}

fn unknown_type(cx: &mut Cx<'_>, name: &str, at: Span) {
    let message = format!("`{name}` is not a type; a value of any type is taken");
    let fault = Diagnostic::warning(&WRONG_VALUE, message).at(at);
    cx.push(match name {
        "file" => fault.help("for a file, write `type: string` with `format: binary`"),
        _ => fault
            .help("known are `null`, `boolean`, `integer`, `number`, `string`, `array`, `object`"),
    });
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
