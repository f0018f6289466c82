//! `OAS354` number-without-width

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// An integer in a path, query or header has no format.
    ///
    /// ## Why
    /// oasmith takes `i64`, or what the bounds allow. With `int32` or `int64` every tool takes the same.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer } } } }
    /// #                                          ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer, format: int32 } } } }
    /// ```
    pub NUMBER_WITHOUT_WIDTH = "OAS354" "number-without-width" {
        group: Rust, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let schema = at.get("schema").and_then(|it| at.doc().follow(it));
    let Some(schema) = schema.filter(|it| types::declared(it).contains(&"integer")) else {
        return;
    };
    let is_told = ["format", "maximum", "exclusiveMaximum", "enum"].iter().any(|it| schema.get(it).is_some());
    if !is_told {
        let name = at.text("name").unwrap_or("it");
        let place = at.get("name").map_or(at.place(), |it| it.span);
        cx.report(place, format!("the integer `{name}` has no format"))
            .help("add `format: int32` or `int64`");
    }
}
