//! `OAS222` reference-siblings

use crate::version::Version;
use crate::rules::prelude::*;

declare_rule! {
    /// Something stands beside a reference that is passed over there.
    ///
    /// ## Why
    /// A Reference Object has `summary` and `description` beside `$ref` from 3.1 on, and nothing in 3.0; everything
    /// else there is ignored (OAS 3.1, Reference Object), though its author thought that it counts.
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.0.3
    /// paths: {}
    /// components: { schemas: { Cat: { $ref: "#/components/schemas/Dog", nullable: true }, Dog: {} } }
    /// ```
    /// ```yaml fires
    /// components: { responses: { A: { $ref: "#/components/responses/B", headers: {} }, B: { description: b } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { $ref: "#/components/schemas/Dog", description: a cat }, Dog: {} } }
    /// ```
    /// ```yaml silent
    /// components: { responses: { A: { $ref: "#/components/responses/B", description: a }, B: { description: b } } }
    /// ```
    pub REFERENCE_SIBLINGS = "OAS222" "reference-siblings" {
        group: References, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Reference, Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(object) = at.object().filter(|it| it.get("$ref").is_some()) else {
        return;
    };
    let is_30 = cx.doc.version == Version::V30;
    let ignored = object.iter().find(|it| match &*it.key.text {
        "$ref" => false,
        _ if at.kind() == Kind::Schema => is_30,
        "summary" | "description" => is_30,
        name => !name.starts_with("x-"),
    });
    let Some(member) = ignored else { return };
    let name = &member.key.text;
    let finding = cx.report(member.key.span, format!("`{name}` is ignored beside `$ref`"));
    match at.kind() {
        Kind::Schema => finding.help("write `allOf: [{ $ref: ... }]` beside it"),
        _ => finding.help("remove it, or write the object out"),
    };
}
