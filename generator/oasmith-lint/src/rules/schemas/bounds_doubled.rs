//! `OAS279` bounds-doubled

use crate::rules::prelude::*;

declare_rule! {
    /// A bound is given twice, with and without its limit.
    ///
    /// ## Why
    /// `minimum` and `exclusiveMinimum` are two bounds from 3.1 on, of which only the narrower counts.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Age: { type: integer, minimum: 1, exclusiveMinimum: 0 } } }
    /// #                                                          ^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Age: { type: integer, minimum: 1 } } }
    /// ```
    pub BOUNDS_DOUBLED = "OAS279" "bounds-doubled" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["exclusiveMinimum", "exclusiveMaximum"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        let is_number = |it: &Node| matches!(it.value, Value::Number(_));
        let second = at.member(exclusive).filter(|it| is_number(&it.value));
        if let (Some(first), Some(second)) = (at.key_of(bound), second) {
            cx.report(second.key.span, format!("`{bound}` and `{exclusive}` stand together"))
                .also(first, "the other bound")
                .help("keep one of them");
        }
    }
}
