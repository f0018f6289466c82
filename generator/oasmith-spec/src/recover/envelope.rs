//! Which property of an answer is what the operation answers, when the rest only tells of the call.
//!
//! `{ success, errors, result: { id, name } }` of `getZone` is no zone, and neither is `{ zone: { id, name } }`: the zone
//! is in it.

use super::found::Operation;
use super::schema::{self, Form};
use super::words::{self, singular};
use super::{listed, path, verbs};
use crate::node::{Node, Object};

/// What an envelope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    One,
    List,
}

/// What a property of a schema holds, when the schema is its envelope in what an operation answers.
pub(super) fn holds(
    operation: &Operation<'_>,
    schema: &Node,
    property: &str,
    value: &Node,
) -> Option<Holds> {
    let is_answer = matches!(property, "result" | "data" | "response" | "payload");
    let properties = schema.get("properties").and_then(Node::as_object)?;
    let mut others = properties.iter().filter(|it| &*it.key.text != property);
    if !others.all(|it| tells_of_call(&it.key.text)) {
        return None;
    }
    if listed::elements(value).is_some() {
        let is_list = is_answer || listed::is_named_by(operation, property, schema);
        return is_list.then_some(Holds::List);
    }
    let holds_one = is_object(value.as_object()?) && (is_answer || is_about(operation, property));
    holds_one.then_some(Holds::One)
}

/// Whether a property is called like what an operation is about: `droplet` in `/droplets/{id}`, `policy` in
/// `getAlertPolicy`.
fn is_about(operation: &Operation<'_>, property: &str) -> bool {
    let property = words::split(property);
    let fixed = path::segments(operation.path).filter(|it| !it.is_empty());
    let of_path = fixed.last().map(words::split).unwrap_or_default();
    let of_id = verbs::noun_of_id(operation).unwrap_or_default();
    let mut nouns = [singular(&of_id), singular(&of_path)].into_iter();
    // The `config` of a database belongs to it.
    let says_which = property.iter().any(|it| !words::is_filler(it));
    says_which
        && nouns.any(|it| !it.is_empty() && (it.ends_with(&property) || property.ends_with(&it)))
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
    let words = words::split(property);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(
        &*words,
        ["success" | "ok" | "status" | "code" | "error" | "errors" | "message" | "messages"]
            | ["msg" | "err" | "errmsg" | "errcode" | "retcode" | "desc" | "reason"]
            | ["warning" | "warnings" | "meta" | "metadata" | "links" | "included" | "jsonapi"]
            | ["result" | "response", "info"]
            | [
                "status" | "error" | "err" | "ret",
                "code" | "message" | "msg"
            ]
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

    fn check(id: &str, path: &str, property: &str, properties: &str) -> Option<Holds> {
        let mut sources = SourceMap::default();
        let text = format!("{{properties: {properties}}}");
        let file = sources.add("api.yaml", text);
        let whole = Span::new(file, 0, sources.file(file).text().len());
        let (node, _) = parse::parse_at(&sources, whole, Format::Yaml);
        let node = node.unwrap_or_else(|| unreachable!("the test is YAML"));
        let operation = Operation {
            method: "get",
            path,
            id: Some(id).filter(|it| !it.is_empty()),
            tag: None,
            event: None,
        };
        let value = node.get("properties").and_then(|it| it.get(property))?;
        holds(&operation, &node, property, value)
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
            let holds = check("getZone", "/zone", "result", properties);
            assert_eq!(holds, expected, "{properties}");
        }
    }

    #[test]
    fn what_is_answered_may_be_named_by_what_the_operation_is_about() {
        let of_pet = "{pet: {properties: {id: {}}}, links: {}}";
        let cases = [
            ("getPet", "/animals/{id}", of_pet, Some(Holds::One)),
            ("", "/pets/{id}", of_pet, Some(Holds::One)),
            ("getGuardPet", "/guards", of_pet, Some(Holds::One)),
            ("getHome", "/homes/{id}", of_pet, None),
            (
                "getPet",
                "/pets/{id}",
                "{pet: {properties: {id: {}}}, home: {}}",
                None,
            ),
            ("getPet", "/pets/{id}", "{pet: {type: string}}", None),
        ];
        for (id, path, properties, expected) in cases {
            let holds = check(id, path, "pet", properties);
            assert_eq!(holds, expected, "{id} {path} {properties}");
        }
    }
}
