//! `OAS312` list-unbounded

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A list has no upper bound.
    ///
    /// ## Why
    /// What has no bound can be made as large as a sender likes (OWASP API4:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { A: { type: array, items: {} } } }
    /// #                                   ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { A: { type: array, items: {}, maxItems: 10 } } }
    /// ```
    pub LIST_UNBOUNDED = "OAS312" "list-unbounded" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_bounded = ["maxItems"]
        .iter()
        .any(|it| at.get(it).is_some());
    if types::declared(at.node()).contains(&"array") && !is_bounded {
        let place = at.get("type").map_or(at.place(), |it| it.span);
        cx.report(place, "this list has no upper bound")
            .help("add `maxItems`");
    }
}
