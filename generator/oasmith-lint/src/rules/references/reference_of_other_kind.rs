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
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { parameters: [{ $ref: "#/components/parameters/Limit" }], responses: {} } } }
    /// components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer } } } }
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
    let Some(section) = reference.as_str().and_then(section) else {
        return;
    };
    let found = Kind::Components.field(section, cx.doc.version);
    let Some(Shape::Mapped(found)) = found.map(|it| it.shape) else {
        return;
    };
    if found != wanted {
        let message = format!("this leads to {}, and {} is needed", found.a(), wanted.a());
        let target = reference.as_str().and_then(|it| at.doc().target(it));
        let finding = cx.report(reference.span, message);
        if let Some(target) = target.and_then(Node::as_object).and_then(|it| it.iter().next()) {
            finding.also(target.key.span, "it leads here");
        }
        finding.help(format!("name one of those that are {}", wanted.a()));
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
        Kind::Schema => return Some(Kind::Schema),
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
