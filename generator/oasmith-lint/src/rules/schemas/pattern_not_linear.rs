//! `OAS270` pattern-not-linear

use crate::pattern;
use crate::rules::prelude::*;

declare_rule! {
    /// A pattern needs to look around or back.
    ///
    /// ## Why
    /// Look-around and back-references are not to be had in engines that take linear time (RE2, Go, Rust), which
    /// servers use for what strangers send; and JSON Schema advises against them (2020-12, core, 6.4).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Name: { type: string, pattern: "^(?!root)" } } }
    /// #                                                       ^^^^^^^^^^^
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
        cx.report(pattern.span, format!("`{text}` has {why}, which not all engines can do"))
            .help("say it by `not`, `enum` or another pattern");
    }
}
