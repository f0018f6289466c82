//! `OAS223` reference-of-other-kind

use crate::grammar::{Members, Shape};
use crate::rules::prelude::*;

declare_rule! {
    /// A reference leads to an object of another kind than the place needs.
    ///
    /// ## Why
    /// A parameter that refers to a schema is neither: tools refuse it or read the wrong fields.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { parameters: [{ $ref: "#/components/schemas/Limit" }], responses: {} } } }
    /// #                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// components: { schemas: { Limit: { type: integer } } }
    /// ```
    /// ```yaml fires
    /// paths: { /cats: { $ref: "#/info" } }
    /// #                       ^^^^^^^^
    /// info: { title: Cats, version: "1" }
    /// ```
    /// ```yaml fires
    /// paths: {}
    /// info: { title: Cats, version: "1" }
    /// components: { schemas: { Cat: { $ref: "#/info/title" } } }
    /// #                                     ^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { parameters: [{ $ref: "#/components/parameters/Limit" }], responses: {} } } }
    /// components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer } } } }
    /// ```
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: {} } }, /dogs: { $ref: "#/paths/~1cats" } }
    /// components: { schemas: { Cat: { $ref: "#/x-schemas/Animal" } } }
    /// x-schemas: { Animal: { type: object } }
    /// ```
    pub REFERENCE_OF_OTHER_KIND = "OAS223" "reference-of-other-kind" {
        group: References, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::References(check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(reference) = at.get("$ref") else {
        return;
    };
    let Some(wanted) = wanted(at) else { return };
    let Some(text) = reference.as_str() else {
        return;
    };
    let target = at.doc().target(text);
    let Some(found) = found(text, target, at.doc()).filter(|it| *it != Found::Object(wanted)) else {
        return;
    };
    let found = match found {
        Found::Object(kind) => kind.a(),
        Found::Value(kind) => kind.to_owned(),
    };
    let message = format!("this leads to {found}, and {} is needed", wanted.a());
    let finding = cx.report(reference.span, message);
    if let Some(target) = target.and_then(Node::as_object).and_then(|it| it.iter().next()) {
        finding.also(target.key.span, "it leads here");
    }
    finding.help(format!("name one of those that are {}", wanted.a()));
}

/// What a reference leads to.
#[derive(PartialEq)]
enum Found {
    Object(Kind),
    /// A text, a number or a list.
    Value(&'static str),
}

/// `None`: nobody can say. What stands in an extension, or under a keyword of one's own, may be anything.
fn found(text: &str, target: Option<&Node>, doc: &Doc<'_>) -> Option<Found> {
    if let Some(section) = section(text) {
        let field = Kind::Components.field(section, doc.version)?;
        return match field.shape {
            Shape::Mapped(kind) => Some(Found::Object(kind)),
            _ => None,
        };
    }
    let target = target?;
    match (doc.kind_of(target), &target.value) {
        // What it leads to is for that one's own place to say.
        (Some(Kind::Reference), _) => None,
        (Some(kind), _) => Some(Found::Object(kind)),
        (None, Value::Object(_) | Value::Bool(_)) => None,
        (None, _) => Some(Found::Value(target.kind())),
    }
}

/// The section of a reference to a component as a whole: `#/components/schemas/Cat`.
fn section(reference: &str) -> Option<&str> {
    let rest = reference.strip_prefix("#/components/")?;
    let (section, name) = rest.split_once('/')?;
    (!name.contains('/')).then_some(section)
}

/// The kind of object that belongs to the place.
fn wanted(at: At<'_, '_>) -> Option<Kind> {
    match at.kind() {
        kind @ (Kind::Schema | Kind::PathItem) => return Some(kind),
        Kind::Reference => {}
        _ => return None,
    }
    let around = at.parent()?;
    let shape = match around.kind().members() {
        Members::Fields(_) => around.kind().field(at.field()?, at.doc().version)?.shape,
        Members::Map(shape) => shape,
    };
    match shape {
        Shape::One(kind) | Shape::Listed(kind) | Shape::Mapped(kind) => Some(kind),
        _ => None,
    }
}
