//! What widespread extensions say of the values of an enum.
//!
//! Lists that go along with `enum` (`x-enum-varnames`, `x-enum-descriptions`), objects by value (Redocly's
//! `x-enumDescriptions`), and objects that each tell of a value: those of Azure's `x-ms-enum`, and `x-enum-values`.

use oasmith_spec::model::SchemaObject;
use oasmith_spec::node::{Node, Value};

const NAMES: [&str; 3] = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
const DOCS: [&str; 3] = [
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enum-description",
];

/// By the place of a value.
pub struct Said {
    /// Names, where each value has one.
    pub names: Option<Vec<String>>,
    pub docs: Vec<Option<String>>,
}

impl Said {
    pub fn of(it: &SchemaObject, wires: &[&str]) -> Self {
        let names =
            listed(it, &NAMES, wires).or_else(|| of_objects(it, &["name", "identifier"], wires));
        let docs = listed(it, &DOCS, wires).or_else(|| of_objects(it, &["description"], wires));
        Said {
            names: names.and_then(|it| it.into_iter().collect()),
            docs: docs.unwrap_or_else(|| vec![None; wires.len()]),
        }
    }
}

/// The first of these extensions that has a text for each value, or texts by value.
fn listed(it: &SchemaObject, keys: &[&str], wires: &[&str]) -> Option<Vec<Option<String>>> {
    let said = keys.iter().find_map(|key| it.extensions.get(*key))?;
    match &said.value {
        Value::Array(texts) => {
            // `null` is no value of an enum, and has its text all the same.
            let is_null = |at: usize| {
                let values = it
                    .values
                    .as_ref()
                    .filter(|it| it.value.len() == texts.len());
                values.is_some_and(|it| matches!(it.value[at].value, Value::Null))
            };
            let each = texts.iter().enumerate().filter(|(at, _)| !is_null(*at));
            let texts: Vec<_> = each.map(|(_, it)| Some(it.as_str()?.to_owned())).collect();
            (texts.len() == wires.len()).then_some(texts)
        }
        Value::Object(texts) => {
            let text = |wire: &&str| Some(texts.get(wire)?.as_str()?.to_owned());
            Some(wires.iter().map(text).collect())
        }
        _ => None,
    }
}

/// `x-ms-enum: { values: [{ value, name, description }] }`, `x-enum-values: [{ numericValue, identifier }]`: the first of
/// these members, where each value has one.
fn of_objects(it: &SchemaObject, keys: &[&str], wires: &[&str]) -> Option<Vec<Option<String>>> {
    let azure = it
        .extensions
        .get("x-ms-enum")
        .and_then(|it| it.get("values"));
    let values = azure.or_else(|| it.extensions.get("x-enum-values"));
    let values = values?.as_array()?;
    let is_value = |it: &Node, wire: &str| match &it.value {
        Value::String(text) | Value::Number(text) => **text == *wire,
        _ => false,
    };
    let of_wire = |wire: &&str| {
        let is_it = |it: &&Node| {
            let value = it.get("value").or_else(|| it.get("numericValue"));
            value.is_some_and(|it| is_value(it, wire))
        };
        let found = values.iter().find(is_it)?;
        let said = keys.iter().find_map(|key| found.get(key)?.as_str());
        said.map(str::to_owned)
    };
    Some(wires.iter().map(of_wire).collect())
}
