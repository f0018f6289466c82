//! `OAS203` field-of-wrong-type

use crate::grammar::{Field, Members, Shape};
use crate::rules::prelude::*;
use crate::version::Version;

declare_rule! {
    /// A field holds another kind of value than it may.
    ///
    /// ## Why
    /// Tools that expect a text and find a number, or a list and find an object, refuse the document or pass over the
    /// field. In YAML a version or a status has to be put in quotes to be a text.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// servers: { url: /v1 }
    /// #        ^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// servers: [{ url: /v1 }]
    /// ```
    pub FIELD_OF_WRONG_TYPE = "OAS203" "field-of-wrong-type" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Every(check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let version = cx.doc.version;
    let Some(object) = at.object() else {
        let is_boolean_schema = at.kind() == Kind::Schema
            && version > Version::V30
            && matches!(at.node().value, Value::Bool(_));
        if !is_boolean_schema {
            let (noun, kind) = (at.kind().noun(), at.node().kind());
            cx.report(at.node().span, format!("this {noun} is {kind}"))
                .help("it has to be an object");
        }
        return;
    };
    for member in object.iter() {
        let name = &*member.key.text;
        let expected = match at.kind().members() {
            Members::Fields(_) => match at.kind().field(name, version) {
                Some(field) => mismatch(field, &member.value, version),
                None => None,
            },
            Members::Map(Shape::Texts) => texts(&member.value),
            Members::Map(_) => None,
        };
        if let Some((node, expected)) = expected {
            cx.report(node.span, format!("`{name}` is {}", node.kind()))
                .help(format!("it has to be {expected}"));
        }
    }
}

type Mismatch<'a> = Option<(&'a Node, &'static str)>;

/// The value that is not as the field has it, and what it has to be. Objects are judged where they are visited.
fn mismatch<'a>(field: &Field, value: &'a Node, version: Version) -> Mismatch<'a> {
    let wrong = |is_right: bool, expected| (!is_right).then_some((value, expected));
    match field.shape {
        Shape::Any | Shape::One(_) => None,
        Shape::Text | Shape::Word(_) => wrong(value.as_str().is_some(), "a string"),
        Shape::Bool => wrong(matches!(value.value, Value::Bool(_)), "`true` or `false`"),
        Shape::Number => wrong(matches!(value.value, Value::Number(_)), "a number"),
        Shape::Count => wrong(is_count(value), "an integer from 0 up"),
        Shape::Texts => texts(value),
        Shape::List | Shape::Listed(_) => wrong(value.as_array().is_some(), "a list"),
        Shape::Mapped(_) => wrong(value.as_object().is_some(), "an object"),
        Shape::SchemaOrBool => wrong(
            value.as_object().is_some() || matches!(value.value, Value::Bool(_)),
            "a schema, `true` or `false`",
        ),
        Shape::TextMap => values(value, |it| it.as_str().is_some(), "a string"),
        Shape::TextsMap => values(value, |it| texts(it).is_none(), "a list of strings"),
        Shape::Type => match (&value.value, version) {
            (Value::String(_), _) => None,
            (Value::Array(_), Version::V31 | Version::V32) => texts(value),
            (_, Version::V30) => wrong(false, "a string"),
            _ => wrong(false, "a string or a list of strings"),
        },
    }
}

fn texts(value: &Node) -> Mismatch<'_> {
    let Some(items) = value.as_array() else {
        return Some((value, "a list of strings"));
    };
    let other = items.iter().find(|it| it.as_str().is_none())?;
    Some((other, "a string"))
}

fn values<'a>(
    value: &'a Node,
    is_right: impl Fn(&Node) -> bool,
    expected: &'static str,
) -> Mismatch<'a> {
    let Some(object) = value.as_object() else {
        return Some((value, "an object"));
    };
    let mut values = object.iter().map(|it| &it.value);
    Some((values.find(|it| !is_right(it))?, expected))
}

fn is_count(value: &Node) -> bool {
    match &value.value {
        // JSON Schema 2020-12, core, 4.2.3: a number without a fraction is an integer, however it is written.
        Value::Number(it) => it.parse::<f64>().is_ok_and(|it| it >= 0.0 && it.fract() == 0.0),
        _ => false,
    }
}
