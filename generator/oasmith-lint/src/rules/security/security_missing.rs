//! `OAS303` security-missing

use crate::rules::prelude::*;

declare_rule! {
    /// An operation says nothing about security.
    ///
    /// ## Why
    /// Neither it nor the document has `security`, so it reads as open to everybody. Where that is meant, `security:
    /// []` says so.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// #                 ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { security: [], responses: { "200": { description: all cats } } } } }
    /// ```
    pub SECURITY_MISSING = "OAS303" "security-missing" {
        group: Security, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let root = operation.at.doc().root;
    if operation.is_called() && root.get("security").is_none() && operation.at.get("security").is_none() {
        cx.report(operation.method.span, format!("{} says nothing about security", operation.shown()))
            .help("add `security`; an empty list where everybody may call it");
    }
}
