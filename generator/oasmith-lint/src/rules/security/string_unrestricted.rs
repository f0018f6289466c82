//! `OAS320` string-unrestricted

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A text may have any form.
    ///
    /// ## Why
    /// The narrower a text is described, the less gets to the code behind (OWASP API8:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Name: { type: string, maxLength: 20 } } }
    /// #                                      ^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Name: { type: string, maxLength: 20, pattern: "^[a-z]+$" }, Day: { type: string, format: date } } }
    /// ```
    pub STRING_UNRESTRICTED = "OAS320" "string-unrestricted" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["type"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_told = ["format", "pattern", "enum", "const"].iter().any(|it| at.get(it).is_some());
    if types::declared(at.node()).contains(&"string") && !is_told {
        let place = at.get("type").map_or(at.place(), |it| it.span);
        cx.report(place, "this text may have any form")
            .help("add `pattern`, `format` or `enum`");
    }
}
