//! Values of `enum` and `const` that are written as another type than the schema's, and mean one of that.
//!
//! YAML makes numbers and booleans of `[1.10, latest, true]`, and people put the numbers of an integer in quotes. By the
//! letter such a value could never be valid.

use super::Cx;
use crate::codes::WRONG_TYPE;
use crate::model::{SchemaObject, Type};
use crate::node::{Node, Value};
use oasmith_source::Diagnostic;

#[inline(never)]
pub fn settle(cx: &mut Cx<'_>, it: &mut SchemaObject) {
    let mut own = it.types.iter().filter(|it| **it != Type::Null);
    let (Some(ty), None) = (own.next().copied(), own.next()) else {
        return;
    };
    let listed = it.values.iter_mut().flat_map(|it| &mut it.value);
    for value in listed.chain(&mut it.constant) {
        if let Some(meant) = meant(value, ty) {
            let message = format!(
                "{} is named where the type is {}; it is taken for {}",
                value.kind(),
                kind(ty),
                shown(&meant)
            );
            cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(value.span));
            value.value = meant;
        }
    }
}

fn meant(value: &Node, ty: Type) -> Option<Value> {
    match (ty, &value.value) {
        (Type::String, Value::Number(text)) => Some(Value::String(text.clone())),
        (Type::String, Value::Bool(it)) => Some(Value::String(it.to_string().into())),
        (Type::Integer, Value::String(text)) => {
            let number: i64 = text.parse().ok()?;
            Some(Value::Number(number.to_string().into()))
        }
        (Type::Boolean, Value::String(text)) => text.parse().ok().map(Value::Bool),
        _ => None,
    }
}

fn kind(ty: Type) -> &'static str {
    match ty {
        Type::String => "a string",
        Type::Integer => "an integer",
        _ => "a boolean",
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => format!("the text `{text}`"),
        Value::Number(text) => format!("the number {text}"),
        Value::Bool(it) => it.to_string(),
        _ => String::new(),
    }
}
