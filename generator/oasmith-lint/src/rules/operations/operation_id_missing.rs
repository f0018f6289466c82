//! `OAS232` operation-id-missing

use crate::rules::prelude::*;

declare_rule! {
    /// An operation has no id.
    ///
    /// ## Why
    /// Generated methods, links and documentation are named by it. Without one, tools make a name of the method and the
    /// path, which moves when the path does.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// #                 ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { operationId: listCats, responses: { "200": { description: all cats } } } } }
    /// ```
    pub OPERATION_ID_MISSING = "OAS232" "operation-id-missing" {
        group: Operations, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    if operation.is_called() && operation.at.get("operationId").is_none() {
        cx.report(operation.method.span, format!("{} has no id", operation.shown()))
            .help("add an `operationId`; the generated client makes a name of method and path");
    }
}
