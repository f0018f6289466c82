//! `OAS332` operation-description-missing

use crate::rules::prelude::*;

declare_rule! {
    /// An operation has no description.
    ///
    /// ## Why
    /// A summary says what it does; a description says when, with what effects, and what to mind.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// #                 ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { description: All cats that are awake., responses: { "200": { description: all cats } } } } }
    /// ```
    pub OPERATION_DESCRIPTION_MISSING = "OAS332" "operation-description-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    if operation.at.get("description").is_none() {
        cx.report(operation.method.span, format!("{} has no description", operation.shown()))
            .help("add `description`");
    }
}
