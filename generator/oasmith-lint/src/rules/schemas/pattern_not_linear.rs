//! `OAS270` pattern-not-linear

use crate::pattern::{self, Fault};
use crate::rules::prelude::*;

declare_rule! {
    /// A pattern needs to look around or back, or may take exponential time.
    ///
    /// ## Why
    /// Look-around and back-references are not to be had in engines that take linear time (RE2, Go, Rust), which
    /// servers use for what strangers send; and JSON Schema advises against them (2020-12, core, 6.4).
    /// A repetition in a repetition, with nothing between two rounds of it, lets a stranger stop an engine that goes back.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Name: { type: string, pattern: "^(?!root)" } } }
    /// #                                                       ^^^^^^^^^^^
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Name: { type: string, pattern: "^([a-z]+)*$" } } }
    /// #                                                       ^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Name: { type: string, pattern: "^[a-z]+$" } } }
    /// ```
    pub PATTERN_NOT_LINEAR = "OAS270" "pattern-not-linear" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["pattern"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(pattern) = at.get("pattern") else {
        return;
    };
    let text = pattern.as_str().unwrap_or_default();
    if let Err(why) = pattern::read(text)
        && !why.is_wrong()
    {
        let (what, remedy) = match why {
            Fault::Nested => (
                "which takes exponential time in engines that go back",
                "write it so that a text matches in one way only",
            ),
            _ => (
                "which not all engines can do",
                "say it by `not`, `enum` or another pattern",
            ),
        };
        cx.report(pattern.span, format!("`{text}` has {why}, {what}"))
            .help(remedy);
    }
}
