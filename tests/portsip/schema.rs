//! What the document says of a value: a second opinion, independent of the crate's own checks.
//!
//! Knows the keywords that this document uses, and no others.

use crate::document::{follow, object, text};
use regex_lite::Regex;
use serde_json::{Map, Value};

/// A schema, with those that its `$ref` and `allOf` add to it. Its own keywords come first.
#[derive(Clone)]
pub struct Schema(Vec<&'static Map<String, Value>>);

impl Schema {
    pub fn of(schema: &'static Value) -> Self {
        let mut layers = Vec::new();
        collect(schema, &mut layers);
        Schema(layers)
    }

    pub fn get(&self, keyword: &str) -> Option<&'static Value> {
        self.0.iter().find_map(|layer| layer.get(keyword))
    }

    pub fn text(&self, keyword: &str) -> Option<&'static str> {
        self.get(keyword).map(text)
    }

    pub fn integer(&self, keyword: &str) -> Option<i64> {
        self.get(keyword).and_then(Value::as_i64)
    }

    /// The values that the document names.
    pub fn values(&self) -> Vec<&'static str> {
        let values = self.get("enum").and_then(Value::as_array);
        values.into_iter().flatten().map(text).collect()
    }

    pub fn items(&self) -> Schema {
        Schema::of(self.get("items").expect("a schema of the items"))
    }

    pub fn properties(&self) -> impl Iterator<Item = (&'static str, Schema)> {
        let layers = self.0.clone().into_iter();
        let members = layers
            .filter_map(|layer| layer.get("properties"))
            .flat_map(object);
        members.map(|(name, schema)| (name.as_str(), Schema::of(schema)))
    }

    pub fn requires(&self, name: &str) -> bool {
        let mut lists = self
            .0
            .iter()
            .filter_map(|layer| layer.get("required")?.as_array());
        lists.any(|list| list.iter().any(|it| it == name))
    }

    /// Whether only servers send it.
    pub fn read_only(&self) -> bool {
        self.get("readOnly").is_some_and(|it| it == true)
    }
}

fn collect(schema: &'static Value, layers: &mut Vec<&'static Map<String, Value>>) {
    layers.push(object(schema));
    if schema.get("$ref").is_some() {
        collect(follow(schema), layers);
    }
    for member in schema["allOf"].as_array().into_iter().flatten() {
        collect(member, layers);
    }
}

/// The places where a value is not as the document wants it, with the keyword that it breaks: `/url pattern`.
pub fn breaches(schema: &Schema, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    look(schema, value, "", &mut found);
    found
}

fn look(schema: &Schema, value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let broken = text_breaches(schema, text);
            found.extend(
                broken
                    .into_iter()
                    .map(|keyword| format!("{place} {keyword}")),
            );
        }
        Value::Number(number) => {
            let number = number.as_f64().expect("a number that is one");
            let bound = |keyword| schema.get(keyword).and_then(Value::as_f64);
            if bound("minimum").is_some_and(|least| number < least) {
                found.push(format!("{place} minimum"));
            }
            if bound("maximum").is_some_and(|most| number > most) {
                found.push(format!("{place} maximum"));
            }
        }
        Value::Array(items) => {
            let schema = schema.items();
            for (index, item) in items.iter().enumerate() {
                look(&schema, item, &format!("{place}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (name, schema) in schema.properties() {
                if let Some(value) = members.get(name) {
                    look(&schema, value, &format!("{place}/{name}"), found);
                }
            }
            let missing = schema
                .properties()
                .filter(|(name, _)| schema.requires(name) && !members.contains_key(*name));
            found.extend(missing.map(|(name, _)| format!("{place}/{name} required")));
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn text_breaches(schema: &Schema, text: &str) -> Vec<&'static str> {
    let length = text.chars().count() as i64;
    let values = schema.values();
    let pattern = schema
        .text("pattern")
        .map(|it| Regex::new(it).expect("an expression"));
    let broken = [
        (
            "minLength",
            schema
                .integer("minLength")
                .is_some_and(|least| length < least),
        ),
        (
            "maxLength",
            schema
                .integer("maxLength")
                .is_some_and(|most| length > most),
        ),
        ("pattern", pattern.is_some_and(|it| !it.is_match(text))),
        ("enum", !values.is_empty() && !values.contains(&text)),
    ];
    broken
        .into_iter()
        .filter(|(_, broken)| *broken)
        .map(|(keyword, _)| keyword)
        .collect()
}
