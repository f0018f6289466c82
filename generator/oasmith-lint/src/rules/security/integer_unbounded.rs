//! `OAS314` integer-unbounded

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// An integer has no upper bound and no format.
    ///
    /// ## Why
    /// What has no bound can be made as large as a sender likes (OWASP API4:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { A: { type: integer } } }
    /// #                                   ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { A: { type: integer, maximum: 10 } } }
    /// ```
    pub INTEGER_UNBOUNDED = "OAS314" "integer-unbounded" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_bounded = ["maximum", "exclusiveMaximum", "enum", "const", "format"]
        .iter()
        .any(|it| at.get(it).is_some());
    if types::declared(at.node()).contains(&"integer") && !is_bounded {
        let place = at.get("type").map_or(at.place(), |it| it.span);
        cx.report(place, "this integer has no upper bound")
            .help("add `maximum`, or a format such as `int32`");
    }
}
