//! `OAS269` pattern-invalid

use crate::pattern;
use crate::rules::prelude::*;

declare_rule! {
    /// A pattern is no regular expression.
    ///
    /// ## Why
    /// Patterns are regular expressions of ECMA 262 (JSON Schema 2020-12, core, 6.4). One that cannot be read checks
    /// nothing, or makes a validator fail.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Name: { type: string, pattern: "[a-z" } } }
    /// #                                                       ^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Name: { type: string, pattern: "^[a-z]+$" }, Path: { type: string, pattern: "^\\/(?=a)" } } }
    /// ```
    pub PATTERN_INVALID = "OAS269" "pattern-invalid" {
        group: Schemas, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Schemas(&["pattern"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(pattern) = at.get("pattern") else {
        return;
    };
    let text = pattern.as_str().unwrap_or_default();
    if let Err(why) = pattern::read(text)
        && why.is_wrong()
    {
        cx.report(pattern.span, format!("`{text}` is no regular expression: {why}"))
            .help("correct it");
    }
}
