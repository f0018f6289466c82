//! `OAS238` operation-tags-several

use crate::options::{RuleOption, Takes};
use crate::rules::prelude::*;

declare_rule! {
    /// An operation has more than one tag.
    ///
    /// ## Why
    /// It then stands in several groups of the documentation, and tools that make one file or type of each tag have to
    /// choose.
    /// ## Options
    /// `most`: how many tags an operation may have, 1 by itself.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { tags: [pets, cats], responses: { "200": { description: all cats } } } } }
    /// #                                     ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { tags: [pets], responses: { "200": { description: all cats } } } } }
    /// ```
    pub OPERATION_TAGS_SEVERAL = "OAS238" "operation-tags-several" {
        group: Operations, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
        options: OPTIONS,
    }
}

const OPTIONS: &[RuleOption] = &[RuleOption {
    name: "most",
    takes: Takes::Count(1),
}];

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let tags = operation.at.get("tags").and_then(Node::as_array);
    let most = cx.count("most");
    if let Some(beyond) = tags.and_then(|it| it.get(most)) {
        let count = if most == 1 { "one tag".into() } else { format!("{most} tags") };
        cx.report(beyond.span, format!("{} has more than {count}", operation.shown()))
            .help("keep what fits best");
    }
}
