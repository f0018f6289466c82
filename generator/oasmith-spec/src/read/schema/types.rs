//! `type`: one of seven words or several, and the words of programming languages that stand in their place.

use super::super::version::Version;
use super::Cx;
use crate::codes::{WRONG_TYPE, WRONG_VALUE};
use crate::model::{SchemaObject, Spanned, Type};
use crate::node::{Member, Node, Value};
use oasmith_source::{Diagnostic, Span};

/// `type`, one or several.
pub fn read<'a>(cx: &mut Cx<'a>, member: &'a Member, it: &mut SchemaObject) {
    if matches!(member.value.value, Value::Null) {
        let message = "`type` is null, and no string; it is taken as left out, or for `null` among alternatives";
        let fault = Diagnostic::warning(&WRONG_TYPE, message).at(member.value.span);
        return cx.push(fault.help("where the type `null` is meant, put it in quotes"));
    }
    let words = match &member.value.value {
        Value::Array(items) => {
            if cx.version == Version::V30 {
                cx.wrong_type(member, "a string in OpenAPI 3.0");
            }
            items.as_slice()
        }
        _ => std::slice::from_ref(&member.value),
    };
    for word in words {
        // With one of several types unknown, the others would say too little.
        let Some((found, format)) = one(cx, word) else {
            return it.types.clear();
        };
        if !it.types.contains(&found) {
            it.types.push(found);
        }
        if let (Some(format), None) = (format, &it.format) {
            it.format = Some(Spanned::new(format.to_owned(), word.span));
        }
    }
}

/// Kubernetes writes a port or a percentage as `type: string, format: int-or-string`, or says so beside no type at all,
/// and answers with either.
pub fn settle_int_or_string(it: &mut SchemaObject) {
    const FORMAT: &str = "int-or-string";
    const EXTENSION: &str = "x-kubernetes-int-or-string";
    let is_format = it.format.as_ref().is_some_and(|it| it.value == FORMAT);
    let is_said = matches!(
        it.extensions.get(EXTENSION).map(|it| &it.value),
        Some(Value::Bool(true))
    );
    let is_open = it
        .types
        .iter()
        .all(|it| matches!(it, Type::String | Type::Null))
        && it.reference.is_none()
        && it.one_of.is_empty()
        && it.any_of.is_empty()
        && it.all_of.is_empty();
    if !is_open || !(is_format || is_said) {
        return;
    }
    it.types.retain(|it| *it == Type::Null);
    it.types.extend([Type::Integer, Type::String]);
    it.format.take_if(|it| it.value == FORMAT);
}

/// .NET's word for a UUID, which NSwag writes.
pub fn settle_guid(it: &mut SchemaObject) {
    if let Some(format) = it.format.as_mut().filter(|it| it.value == "guid") {
        "uuid".clone_into(&mut format.value);
    }
}

/// The type that a text in the place of a schema names: `items: string`.
pub fn named(node: &Node) -> Option<(Type, Option<&'static str>)> {
    let name = node.as_str()?;
    known(name).map(|it| (it, None)).or_else(|| meant(name))
}

/// A type, and the format that its word says besides.
fn one(cx: &mut Cx<'_>, node: &Node) -> Option<(Type, Option<&'static str>)> {
    if matches!(node.value, Value::Null) {
        let message = "`null` among the types is no string; the type `null` is taken";
        let fault = Diagnostic::warning(&WRONG_TYPE, message).at(node.span);
        cx.push(fault.help("put it in quotes"));
        return Some((Type::Null, None));
    }
    let Some(name) = node.as_str() else {
        let message = format!(
            "`type` must be a string or an array of strings, found {}",
            node.kind()
        );
        cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(node.span));
        return None;
    };
    if let Some(it) = known(name) {
        return Some((it, None));
    }
    let meant = meant(name);
    unknown_type(cx, name, meant, node.span);
    meant
}

const WORDS: [(&str, Type); 7] = [
    ("null", Type::Null),
    ("boolean", Type::Boolean),
    ("integer", Type::Integer),
    ("number", Type::Number),
    ("string", Type::String),
    ("array", Type::Array),
    ("object", Type::Object),
];

fn known(name: &str) -> Option<Type> {
    WORDS.iter().find(|it| it.0 == name).map(|it| it.1)
}

fn word(of: Type) -> &'static str {
    let it = WORDS.iter().find(|it| it.1 == of);
    it.map(|it| it.0).unwrap_or_default()
}

/// What words of programming languages say, as far as they leave no choice: a `decimal` may be a number or a text.
fn meant(name: &str) -> Option<(Type, Option<&'static str>)> {
    let name = name.to_ascii_lowercase();
    if let Some(it) = known(&name) {
        return Some((it, None));
    }
    let (it, format) = match name.as_str() {
        "int" | "short" => (Type::Integer, None),
        "int32" => (Type::Integer, Some("int32")),
        "int64" | "long" => (Type::Integer, Some("int64")),
        "float" => (Type::Number, Some("float")),
        "double" => (Type::Number, Some("double")),
        "bool" => (Type::Boolean, None),
        "str" | "text" => (Type::String, None),
        "date" => (Type::String, Some("date")),
        "datetime" | "date-time" => (Type::String, Some("date-time")),
        "uuid" | "guid" => (Type::String, Some("uuid")),
        "uri" | "url" => (Type::String, Some("uri")),
        "email" => (Type::String, Some("email")),
        "file" => (Type::String, Some("binary")),
        "list" => (Type::Array, None),
        "map" | "dict" | "hash" => (Type::Object, None),
        _ => return None,
    };
    Some((it, format))
}

fn unknown_type(
    cx: &mut Cx<'_>,
    name: &str,
    meant: Option<(Type, Option<&'static str>)>,
    at: Span,
) {
    let taken = match meant {
        Some((it, None)) => format!("`{}` is taken", word(it)),
        Some((it, Some(format))) => {
            format!("`{}` with `format: {format}` is taken", word(it))
        }
        None => "a value of any type is taken".to_owned(),
    };
    let message = format!("`{name}` is not a type; {taken}");
    let fault = Diagnostic::warning(&WRONG_VALUE, message).at(at);
    cx.push(match meant {
        Some(_) => fault,
        None => fault
            .help("known are `null`, `boolean`, `integer`, `number`, `string`, `array`, `object`"),
    });
}
