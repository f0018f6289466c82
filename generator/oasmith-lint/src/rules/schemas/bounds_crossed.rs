//! `OAS266` bounds-crossed

use crate::rules::prelude::*;

declare_rule! {
    /// A lower bound is above the upper bound.
    ///
    /// ## Why
    /// No value is allowed by both.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Age: { type: integer, minimum: 10, maximum: 1 } } }
    /// #                                                                    ^
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Name: { type: string, minLength: 10, maxLength: 1 } } }
    /// #                                                                        ^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Age: { type: integer, minimum: 1, maximum: 10 } } }
    /// ```
    pub BOUNDS_CROSSED = "OAS266" "bounds-crossed" {
        group: Schemas, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Schemas(&["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for (low, high) in PAIRS {
        let (Some(low_node), Some(high_node)) = (at.get(low), at.get(high)) else {
            continue;
        };
        let (Some(a), Some(b)) = (number(low_node), number(high_node)) else {
            continue;
        };
        let is_open = low.starts_with("exclusive") || high.starts_with("exclusive");
        if a > b || (is_open && a >= b) {
            cx.report(high_node.span, format!("`{high}` is below `{low}`"))
                .also(low_node.span, "the lower bound")
                .help("exchange them, or correct one of both");
        }
    }
}

const PAIRS: [(&str, &str); 7] = [
    ("minimum", "maximum"),
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
];

/// Booleans are 3.0's `exclusiveMinimum`, which bounds nothing by itself.
fn number(node: &Node) -> Option<f64> {
    match &node.value {
        Value::Number(it) => it.parse().ok(),
        _ => None,
    }
}
