//! `OAS274` nullable-of-3-0

use crate::version::Version;
use crate::rules::prelude::*;

declare_rule! {
    /// A schema has a keyword of OpenAPI 3.0 that later versions do not know.
    ///
    /// ## Why
    /// `nullable`, and booleans in `exclusiveMinimum` and `exclusiveMaximum`, are 3.0's. From 3.1 on null is a type,
    /// and the bounds are numbers; tools that keep to it pass over these.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Name: { type: string, nullable: true } } }
    /// #                                              ^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Name: { type: [string, "null"] } } }
    /// ```
    pub NULLABLE_OF_3_0 = "OAS274" "nullable-of-3-0" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["nullable"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if cx.doc.version == Version::V30 {
        return;
    }
    if let Some(key) = at.key_of("nullable") {
        cx.report(key, "`nullable` is not known from OpenAPI 3.1 on")
            .help("write `type: [..., 'null']`");
    }
}
