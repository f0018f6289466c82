//! `OAS273` nullable-without-type

use crate::version::Version;
use crate::rules::prelude::*;

declare_rule! {
    /// `nullable` stands without a `type`.
    ///
    /// ## Why
    /// It adds null to the types that `type` allows, in the same schema (OAS 3.0, Schema Object); without one it has no
    /// effect.
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.0.3
    /// paths: {}
    /// components: { schemas: { Cat: { nullable: true, allOf: [{ $ref: "#/components/schemas/Dog" }] }, Dog: {} } }
    /// #                               ^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// openapi: 3.0.3
    /// paths: {}
    /// components: { schemas: { Name: { type: string, nullable: true } } }
    /// ```
    pub NULLABLE_WITHOUT_TYPE = "OAS273" "nullable-without-type" {
        group: Schemas, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["nullable"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_alone = at.get("type").is_none() && at.get("$ref").is_none();
    if cx.doc.version == Version::V30 && at.is("nullable") && is_alone {
        let place = at.key_of("nullable").unwrap_or(at.place());
        cx.report(place, "`nullable` without `type` has no effect")
            .help("add the type");
    }
}
