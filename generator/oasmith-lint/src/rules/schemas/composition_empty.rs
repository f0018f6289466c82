//! `OAS275` composition-empty

use crate::rules::prelude::*;

declare_rule! {
    /// A list of schemas to put together is empty.
    ///
    /// ## Why
    /// `allOf`, `anyOf` and `oneOf` must not be empty (JSON Schema 2020-12, core, 10.2): nothing is one of none.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Pet: { oneOf: [] } } }
    /// #                               ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Pet: { oneOf: [{ type: string }, { type: integer }] } } }
    /// ```
    pub COMPOSITION_EMPTY = "OAS275" "composition-empty" {
        group: Schemas, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Schemas(&["allOf", "anyOf", "oneOf"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let Some(member) = at.member(keyword) else {
            continue;
        };
        if member.value.as_array().is_some_and(<[Node]>::is_empty) {
            cx.report(member.key.span, format!("`{keyword}` has no schemas"))
                .help("add some, or remove it");
        }
    }
}
