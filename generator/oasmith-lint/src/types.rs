//! Types of schemas, and which values are of them.

use oasmith_spec::Node;
use oasmith_spec::node::Value;

/// The declared types of a schema; none where it says nothing, or nothing readable.
pub(crate) fn declared(schema: &Node) -> Vec<&str> {
    schema.get("type").map(named).unwrap_or_default()
}

/// The types that `type` names.
pub(crate) fn named(types: &Node) -> Vec<&str> {
    match &types.value {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Node::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether `type` names a type.
pub(crate) fn names(types: &Node, name: &str) -> bool {
    match &types.value {
        Value::String(one) => &**one == name,
        Value::Array(several) => several.iter().any(|it| it.as_str() == Some(name)),
        _ => false,
    }
}

/// Whether a value is of a type (JSON Schema 2020-12, validation, 6.1.1). An unknown type is another rule's finding.
pub(crate) fn is_of(value: &Node, name: &str) -> bool {
    match (name, &value.value) {
        ("null", Value::Null)
        | ("boolean", Value::Bool(_))
        | ("string", Value::String(_))
        | ("number", Value::Number(_))
        | ("array", Value::Array(_))
        | ("object", Value::Object(_)) => true,
        ("integer", Value::Number(it)) => it.parse::<f64>().is_ok_and(|it| it.fract() == 0.0),
        ("null" | "boolean" | "string" | "number" | "array" | "object" | "integer", _) => false,
        _ => true,
    }
}

/// ``a `string` ``, ``a `string` or `null` ``
pub(crate) fn shown(types: &[&str]) -> String {
    let quoted: Vec<String> = types.iter().map(|it| format!("`{it}`")).collect();
    quoted.join(" or ")
}
