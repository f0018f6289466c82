//! Which property of an answer is what the operation answers, when the rest only tells of the call.
//!
//! `{ success, errors, result: { id, name } }` of `getZone` is no zone: the zone is in it.

use super::listed;
use super::schema::{self, Form};
use crate::node::{Node, Object};

/// What an envelope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    One,
    List,
}

/// What a property of a schema holds, when the schema is its envelope.
pub(super) fn holds(schema: &Node, property: &str, value: &Node) -> Option<Holds> {
    if !matches!(property, "result" | "data" | "response" | "payload") {
        return None;
    }
    let properties = schema.get("properties").and_then(Node::as_object)?;
    let mut others = properties.iter().filter(|it| &*it.key.text != property);
    if !others.all(|it| tells_of_call(&it.key.text)) {
        return None;
    }
    if listed::elements(value).is_some() {
        return Some(Holds::List);
    }
    is_object(value.as_object()?).then_some(Holds::One)
}

/// Whether an object stands there: `null` beside it is none of its own.
fn is_object(value: &Object) -> bool {
    let inner = schema::wrapped(value).and_then(Node::as_object);
    let alternatives = ["oneOf", "anyOf"].into_iter();
    let mut alternatives = alternatives.flat_map(|it| value.get(it).and_then(Node::as_array));
    let several = alternatives.next().unwrap_or_default();
    let mut several = several.iter().filter_map(Node::as_object);
    schema::form(value) == Form::Object
        || value.get("$ref").is_some()
        || inner.is_some_and(is_object)
        || schema::form(value) == Form::Plain && several.any(is_object)
}

/// Whether a property tells of the call, or of the page, and not of what was asked for.
fn tells_of_call(property: &str) -> bool {
    let words = super::words::split(property);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(
        &*words,
        ["success" | "ok" | "status" | "code" | "error" | "errors" | "message" | "messages"]
            | ["warning" | "warnings" | "meta" | "metadata" | "links" | "included" | "jsonapi"]
            | ["result" | "response", "info"]
            | ["status" | "error", "code" | "message"]
            | ["request" | "trace", "id"]
            | ["time" | "timestamp" | "took" | "usage" | "version" | "object"]
            | ["page" | "paging" | "pagination" | "total" | "count" | "next" | "cursor"]
            | ["has", "more"]
            | ["total", "count"]
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Format;
    use crate::parse;
    use oasmith_source::{SourceMap, Span};

    fn check(properties: &str) -> Option<Holds> {
        let mut sources = SourceMap::default();
        let text = format!("{{properties: {properties}}}");
        let id = sources.add("api.yaml", text);
        let whole = Span::new(id, 0, sources.file(id).text().len());
        let (node, _) = parse::parse_at(&sources, whole, Format::Yaml);
        let node = node.unwrap_or_else(|| unreachable!("the test is YAML"));
        let result = node.pointer("/properties/result")?;
        holds(&node, "result", result)
    }

    #[test]
    fn what_is_beside_the_result_tells_of_the_call() {
        let cases = [
            ("{result: {properties: {id: {}}}}", Some(Holds::One)),
            (
                "{success: {}, errors: {}, result: {items: {properties: {id: {}}}}}",
                Some(Holds::List),
            ),
            (
                "{result: {anyOf: [{properties: {id: {}}}, {type: 'null'}]}}",
                Some(Holds::One),
            ),
            ("{id: {}, result: {properties: {id: {}}}}", None),
            ("{result: {type: string}}", None),
        ];
        for (properties, expected) in cases {
            assert_eq!(check(properties), expected, "{properties}");
        }
    }
}
