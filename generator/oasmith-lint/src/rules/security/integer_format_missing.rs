//! `OAS362` integer-format-missing

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// An integer has no format.
    ///
    /// ## Why
    /// Whether it has 32 or 64 bits decides where it overflows (OWASP API8:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Age: { type: integer, maximum: 100 } } }
    /// #                                     ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Age: { type: integer, format: int32 } } }
    /// ```
    pub INTEGER_FORMAT_MISSING = "OAS362" "integer-format-missing" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["type"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_told = ["format", "enum", "const"].iter().any(|it| at.get(it).is_some());
    if types::declared(at.node()).contains(&"integer") && !is_told {
        let place = at.get("type").map_or(at.place(), |it| it.span);
        cx.report(place, "this integer has no format")
            .help("add `format: int32` or `int64`");
    }
}
