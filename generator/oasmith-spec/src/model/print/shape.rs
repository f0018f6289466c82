//! A schema on one line: `{id: string, names?: [string]}`, `Cat | Dog`, `integer(int32) | null`.

use crate::model::{Schema, SchemaObject, Type};

/// What is nested more deeply is shown as `...`.
const DEPTH: usize = 4;

pub fn shape(schema: &Schema) -> String {
    nested(schema, 0)
}

/// Everything but the properties.
pub fn around(it: &SchemaObject) -> String {
    let mut parts = vec!["object".to_owned()];
    parts.extend(combined(it, 0));
    parts.join(" & ")
}

/// `?` after a property that may be left out.
pub fn mark(it: &SchemaObject, name: &str) -> &'static str {
    match it.required.iter().any(|it| it.value == name) {
        true => "",
        false => "?",
    }
}

fn nested(schema: &Schema, depth: usize) -> String {
    match schema {
        Schema::Bool(it) if it.value => "any".to_owned(),
        Schema::Bool(_) => "never".to_owned(),
        Schema::Object(_) if depth > DEPTH => "...".to_owned(),
        Schema::Object(it) => object(it, depth + 1),
    }
}

fn object(it: &SchemaObject, depth: usize) -> String {
    let mut parts = Vec::new();
    parts.extend(it.reference.as_ref().map(|it| name(&it.target)));
    parts.extend(combined(it, depth));
    parts.extend(own(it, depth));
    match parts.is_empty() {
        true => "any".to_owned(),
        false => parts.join(" & "),
    }
}

/// The name of a component; another reference as it is.
fn name(target: &str) -> String {
    let name = target.strip_prefix("#/components/schemas/");
    name.unwrap_or(target).to_owned()
}

fn combined(it: &SchemaObject, depth: usize) -> Vec<String> {
    let all = |schemas: &[Schema]| -> Vec<String> {
        schemas.iter().map(|it| nested(it, depth)).collect()
    };
    let mut parts = all(&it.all_of);
    for alternatives in [&it.any_of, &it.one_of] {
        if !alternatives.is_empty() {
            parts.push(format!("({})", all(alternatives).join(" | ")));
        }
    }
    parts
}

/// What the schema says of itself: type, properties, items, values.
fn own(it: &SchemaObject, depth: usize) -> Option<String> {
    if it.constant.is_some() {
        return Some("const".to_owned());
    }
    if let Some(values) = &it.values {
        return Some(format!("enum of {}", values.value.len()));
    }
    let types: Vec<String> = it.types.iter().map(|of| type_(*of, it, depth)).collect();
    match types.is_empty() {
        false => Some(types.join(" | ")),
        true if has_members(it) => Some(members(it, depth)),
        true => it
            .items
            .as_ref()
            .map(|items| format!("[{}]", nested(items, depth))),
    }
}

fn type_(of: Type, it: &SchemaObject, depth: usize) -> String {
    let plain = match of {
        Type::Object if has_members(it) => return members(it, depth),
        Type::Object => return "object".to_owned(),
        Type::Array => {
            let items = it.items.as_ref().map(|it| nested(it, depth));
            return format!("[{}]", items.as_deref().unwrap_or("any"));
        }
        Type::Null => return "null".to_owned(),
        Type::Boolean => return "boolean".to_owned(),
        Type::Integer => "integer",
        Type::Number => "number",
        Type::String => "string",
    };
    match &it.format {
        Some(format) => format!("{plain}({})", format.value),
        None => plain.to_owned(),
    }
}

fn has_members(it: &SchemaObject) -> bool {
    !it.properties.is_empty() || it.additional_properties.is_some()
}

fn members(it: &SchemaObject, depth: usize) -> String {
    let properties = it.properties.iter();
    let mut parts: Vec<String> = properties
        .map(|(name, of)| {
            let shape = nested(&of.schema, depth);
            format!("{name}{}: {shape}", mark(it, name))
        })
        .collect();
    let further = it.additional_properties.as_ref();
    let further = further.filter(|it| !matches!(it, Schema::Bool(it) if !it.value));
    parts.extend(further.map(|it| format!("*: {}", nested(it, depth))));
    format!("{{{}}}", parts.join(", "))
}
