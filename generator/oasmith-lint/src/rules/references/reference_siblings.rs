//! `OAS222` reference-siblings

use crate::version::Version;
use crate::rules::prelude::*;

declare_rule! {
    /// Something stands beside a reference that is passed over there.
    ///
    /// ## Why
    /// A Reference Object has `summary` and `description` beside `$ref` from 3.1 on, and nothing in 3.0; everything
    /// else there is ignored (OAS 3.1, Reference Object), though its author thought that it counts.
    /// What a path item has in two places, here and where its `$ref` leads, is undefined (OAS 3.1, Path Item Object).
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.0.3
    /// paths: {}
    /// components: { schemas: { Cat: { $ref: "#/components/schemas/Dog", nullable: true }, Dog: {} } }
    /// #                                                                 ^^^^^^^^
    /// ```
    /// ```yaml fires
    /// components: { responses: { A: { $ref: "#/components/responses/B", headers: {} }, B: { description: b } } }
    /// #                                                                 ^^^^^^^
    /// ```
    /// ```yaml fires
    /// paths: { /cats: { $ref: "#/components/pathItems/Cats", summary: cats } }
    /// #                                                      ^^^^^^^
    /// components: { pathItems: { Cats: { summary: all cats } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { $ref: "#/components/schemas/Dog", description: a cat }, Dog: {} } }
    /// ```
    /// ```yaml silent
    /// components: { responses: { A: { $ref: "#/components/responses/B", description: a }, B: { description: b } } }
    /// ```
    /// ```yaml silent
    /// paths: { /cats: { $ref: "#/components/pathItems/Cats", summary: cats } }
    /// components: { pathItems: { Cats: { get: { responses: {} } } } }
    /// ```
    pub REFERENCE_SIBLINGS = "OAS222" "reference-siblings" {
        group: References, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::References(check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(object) = at.object().filter(|it| it.get("$ref").is_some_and(|it| it.as_str().is_some())) else {
        return;
    };
    let is_30 = cx.doc.version == Version::V30;
    let target = at.text("$ref").and_then(|it| at.doc().target(it));
    let mut ignored = object.iter().filter(|it| match (&*it.key.text, at.kind()) {
        ("$ref", _) => false,
        (_, Kind::Schema) => is_30,
        (name, Kind::PathItem) => target.is_some_and(|it| it.get(name).is_some()),
        ("summary" | "description", Kind::Reference) => is_30,
        (name, _) => !name.starts_with("x-"),
    });
    let Some(first) = ignored.next() else { return };
    let name = &first.key.text;
    let message = match at.kind() {
        Kind::PathItem => format!("`{name}` is here, and where `$ref` leads"),
        _ => format!("`{name}` is ignored beside `$ref`"),
    };
    let finding = cx.report(first.key.span, message);
    for other in ignored.take(SHOWN) {
        finding.also(other.key.span, "and this");
    }
    match at.kind() {
        Kind::Schema => finding.help("write `allOf: [{ $ref: ... }]` beside it"),
        Kind::PathItem => finding.help("keep one of both"),
        _ => finding.help("remove it, or write the object out"),
    };
}

/// So many of the others are shown.
const SHOWN: usize = 8;
