//! The answers of a mock, made from the document.
//!
//! In: a document. Out: JSON, with what each operation may answer by its method and path: for each declared status the
//! document's named examples, what a reader expects, and some that may be anything, by a seed.
//! What no valid answer can be made for is left out. A mock with a memory also reads what there is to keep.

use crate::resources;
use indexmap::IndexMap;
use oasmith_codegen::framing;
use oasmith_codegen::ir::{self, Framing};
use oasmith_sample::{Answer, Mode, Settings, Value, answer};
use oasmith_spec::media_type::is_json;
use oasmith_spec::model::{Document, Operation, StatusRange};
use oasmith_spec::node::{self, Node};
use oasmith_spec::resolve::Valid;
use serde_json::json;
use std::collections::{BTreeMap, HashSet};

/// How many of each status may be anything.
const RANDOM: u64 = 4;

/// The file that a mock reads.
pub fn answers(document: &Valid<Document>, api: &ir::Api, seed: u64) -> String {
    let mut lines = Vec::new();
    let roles = resources::roles(document, api).into_iter();
    let roles: Vec<String> = roles
        .map(|(of, role)| format!("    {}: {role}", json!(of)))
        .collect();
    if !roles.is_empty() {
        lines.push(format!("  \"resources\": {{\n{}\n  }}", roles.join(",\n")));
    }
    let unread = unread(document, api);
    if !unread.is_empty() {
        lines.push(format!("  \"unread\": {}", json!(unread)));
    }
    let served: HashSet<(&str, &str)> = api.methods().map(|it| (&*it.http, &*it.path)).collect();
    for (path, item) in &document.paths {
        let is_served = |it: &&Operation| served.contains(&(&*it.method, &**path));
        for operation in item.operations.iter().filter(is_served) {
            let made = of_operation(document, path, operation, seed);
            let name = json!(format!("{} {path}", operation.method));
            // One operation a line: a change of it is a line of the difference.
            lines.push(format!("  {name}: {}", json!(made)));
        }
    }
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// The media types of bodies that are declared, and that the generated code does not read.
fn unread(document: &Valid<Document>, api: &ir::Api) -> BTreeMap<String, Vec<String>> {
    let mut out = BTreeMap::new();
    for method in api.methods() {
        let item = document.paths.get(&method.path);
        let mut operations = item.into_iter().flat_map(|it| &it.operations);
        let operation = operations.find(|it| it.method == method.http);
        let declared = operation.and_then(|it| it.request_body.as_ref());
        let (Some(declared), Some(body)) = (declared, &method.body) else {
            continue;
        };
        let declared = document.request_body(declared).content.keys();
        let unread = declared.filter(|it| **it != body.media && !body.also.contains(it));
        let unread: Vec<String> = unread.cloned().collect();
        if !unread.is_empty() {
            out.insert(format!("{} {}", method.http, method.path), unread);
        }
    }
    out
}

/// Writes formats that no registry knows as what they mean.
pub fn mean_formats(node: &mut Node, formats: &IndexMap<String, String>) {
    match &mut node.value {
        node::Value::Array(items) => items.iter_mut().for_each(|it| mean_formats(it, formats)),
        node::Value::Object(object) => {
            for node::Member { key, value } in &mut object.members {
                match value.as_str().and_then(|it| formats.get(it)) {
                    Some(meant) if &*key.text == "format" => {
                        *value = Node::string(meant, value.span);
                    }
                    _ => mean_formats(value, formats),
                }
            }
        }
        node::Value::Null
        | node::Value::Bool(_)
        | node::Value::Number(_)
        | node::Value::String(_) => {}
    }
}

fn of_operation(
    document: &Valid<Document>,
    path: &str,
    operation: &Operation,
    seed: u64,
) -> Vec<serde_json::Value> {
    let mut out = Vec::new();
    if operation.responses.iter().all(|(it, _)| it.is_error()) {
        // As a server answers that has nothing to say.
        out.push(json!({ "declared": "2XX", "status": 200, "random": false, "headers": [] }));
    }
    for (status, declared) in &operation.responses {
        let make = |mode: &Mode, seed: u64| {
            let settings = Settings {
                mode: mode.clone(),
                ..Settings::random(seed)
            };
            answer(document, path, operation, *status, &settings)
        };
        let content = document.response(declared).content.values();
        for example in content.flat_map(|it| &it.examples) {
            let Some(name) = &example.name else { continue };
            let mode = Mode::Named(name.clone());
            let made = make(&mode, seed).ok().filter(|it| {
                // Another stands in for an example that is not valid, and it has no name.
                it.body.as_ref().map(|it| &it.value) == Some(&Value::from(&example.value))
            });
            out.extend(made.map(|it| told(&it, *status, &mode)));
        }
        let usual = std::iter::once((Mode::Example, seed));
        let random = (0..RANDOM).map(|at| (Mode::Random, seed.wrapping_add(at)));
        for (mode, seed) in usual.chain(random) {
            out.extend(make(&mode, seed).map(|it| told(&it, *status, &mode)));
        }
    }
    out
}

fn told(it: &Answer, declared: StatusRange, mode: &Mode) -> serde_json::Value {
    let headers = it
        .headers
        .iter()
        .map(|(name, value)| json!([name, text(value)]));
    let name = match mode {
        Mode::Named(name) => Some(name),
        Mode::Example | Mode::Random => None,
    };
    json!({
        "declared": declared.to_string(),
        "status": it.status,
        "name": name,
        "random": *mode == Mode::Random,
        "headers": headers.collect::<Vec<_>>(),
        "media": it.body.as_ref().map(|it| concrete(&it.media_type, &it.value)),
        "body": it.body.as_ref().map(|it| body(&it.media_type, &it.value)),
    })
}

/// A media type that is in a range: `image/*` is `image/x`.
fn concrete(media: &str, value: &Value) -> String {
    match media {
        "*/*" | "application/*" if !matches!(value, Value::String(_) | Value::Null) => {
            "application/json".to_owned()
        }
        "*/*" => "application/octet-stream".to_owned(),
        media => media.replace('*', "x"),
    }
}

/// A body as it is sent. What is no text and no JSON is neither to the generated types.
fn body(media: &str, value: &Value) -> String {
    if let Some(framing) = framing(media) {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        return items.iter().map(|it| framed(framing, it)).collect();
    }
    match value {
        Value::String(text) if !is_json(media) => text.clone(),
        _ => value.to_string(),
    }
}

/// A value of a stream.
fn framed(framing: Framing, value: &Value) -> String {
    match (framing, value) {
        (Framing::Lines, _) => format!("{value}\n"),
        // RFC 7464.
        (Framing::Sequence, _) => format!("\u{1e}{value}\n"),
        (Framing::Events | Framing::TextEvents, Value::String(text)) => {
            let lines = text.lines().map(|it| format!("data: {it}\n"));
            lines.collect::<String>() + "\n"
        }
        (Framing::Events | Framing::TextEvents, _) => format!("data: {value}\n\n"),
    }
}

/// A header, as `simple` has it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(","),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_a_stream_are_set_apart_as_its_media_type_says() {
        let (one, text) = (Value::Bool(true), Value::String("a\nb".to_owned()));
        let two = Value::Array(vec![one, text.clone()]);
        for (media, value, sent) in [
            ("application/jsonl", &two, "true\n\"a\\nb\"\n"),
            (
                "application/stream+json; charset=utf-8",
                &two,
                "true\n\"a\\nb\"\n",
            ),
            (
                "application/json-seq",
                &two,
                "\u{1e}true\n\u{1e}\"a\\nb\"\n",
            ),
            (
                "Text/Event-Stream",
                &two,
                "data: true\n\ndata: a\ndata: b\n\n",
            ),
            ("application/x-ndjson", &text, "\"a\\nb\"\n"),
            ("Application/JSON", &text, "\"a\\nb\""),
            ("text/csv", &text, "a\nb"),
        ] {
            assert_eq!(body(media, value), sent, "{media}");
        }
    }
}
