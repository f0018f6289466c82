//! `OAS235` operation-tags-missing

use crate::rules::prelude::*;

declare_rule! {
    /// An operation has no tag.
    ///
    /// ## Why
    /// Documentation groups operations by tags, and generated clients and servers do too.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// #                 ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { tags: [pets], responses: { "200": { description: all cats } } } } }
    /// ```
    pub OPERATION_TAGS_MISSING = "OAS235" "operation-tags-missing" {
        group: Operations, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let tags = operation.at.get("tags").and_then(Node::as_array);
    if operation.is_called() && tags.is_none_or(<[Node]>::is_empty) {
        cx.report(operation.method.span, format!("{} has no tag", operation.shown()))
            .help("add `tags`");
    }
}
