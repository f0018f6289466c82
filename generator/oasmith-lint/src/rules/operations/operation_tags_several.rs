//! `OAS238` operation-tags-several

use crate::rules::prelude::*;

declare_rule! {
    /// An operation has more than one tag.
    ///
    /// ## Why
    /// It then stands in several groups of the documentation, and tools that make one file or type of each tag have to
    /// choose.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { tags: [pets, cats], responses: { "200": { description: all cats } } } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { tags: [pets], responses: { "200": { description: all cats } } } } }
    /// ```
    pub OPERATION_TAGS_SEVERAL = "OAS238" "operation-tags-several" {
        group: Operations, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let tags = operation.at.get("tags").and_then(Node::as_array);
    if let Some([_, second, ..]) = tags {
        cx.report(second.span, format!("{} has more than one tag", operation.shown()))
            .help("keep the one that fits best");
    }
}
