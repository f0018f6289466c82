//! `OAS331` operation-summary-missing

use crate::rules::prelude::*;

declare_rule! {
    /// An operation has no summary.
    ///
    /// ## Why
    /// It is the line that stands in a list of operations, and the first line of generated documentation.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// #                 ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { summary: List cats, responses: { "200": { description: all cats } } } } }
    /// ```
    pub OPERATION_SUMMARY_MISSING = "OAS331" "operation-summary-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    if operation.at.get("summary").is_none() {
        cx.report(operation.method.span, format!("{} has no summary", operation.shown()))
            .help("add `summary`: what it does, in a few words");
    }
}
