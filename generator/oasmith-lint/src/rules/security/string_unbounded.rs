//! `OAS313` string-unbounded

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A string has no upper bound, no pattern, no format and no values.
    ///
    /// ## Why
    /// What has no bound can be made as large as a sender likes (OWASP API4:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { A: { type: string } } }
    /// #                                   ^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { A: { type: string, maxLength: 10 } } }
    /// ```
    pub STRING_UNBOUNDED = "OAS313" "string-unbounded" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_bounded = ["maxLength", "enum", "const", "pattern", "format"]
        .iter()
        .any(|it| at.get(it).is_some());
    if types::declared(at.node()).contains(&"string") && !is_bounded {
        let place = at.get("type").map_or(at.place(), |it| it.span);
        cx.report(place, "this string has no upper bound")
            .help("add `maxLength`");
    }
}
