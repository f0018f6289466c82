//! `OAS282` composition-repeated

use crate::rules::prelude::*;

declare_rule! {
    /// A composition has the same schema twice.
    ///
    /// ## Why
    /// A value that one of two equal alternatives of `oneOf` allows is allowed by both, and thereby by none (JSON Schema
    /// 2020-12, core, 10.2.1.3); in `anyOf` and `allOf` the second has no effect. Most often one of them was to be another.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Cat" }] }, Cat: { type: object } } }
    /// #                                                                               ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }, Cat: { type: object }, Dog: { type: object } } }
    /// ```
    pub COMPOSITION_REPEATED = "OAS282" "composition-repeated" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["allOf", "anyOf", "oneOf"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let parts = at.get(keyword).and_then(Node::as_array).unwrap_or_default();
        for (first, part) in repeated(parts) {
            let shown = |it: &Node| {
                let member = it.as_object().and_then(|it| it.iter().next());
                member.map_or(it.span, |it| it.key.span)
            };
            cx.report(shown(part), format!("this schema is in `{keyword}` twice"))
                .also(shown(first), "the first")
                .help("remove it, or correct one of both");
        }
    }
}
