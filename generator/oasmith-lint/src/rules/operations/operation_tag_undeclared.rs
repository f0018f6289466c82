//! `OAS236` operation-tag-undeclared

use oasmith_source::suggest;
use crate::rules::prelude::*;

declare_rule! {
    /// An operation has a tag that the document does not declare, though it declares others.
    ///
    /// ## Why
    /// Declared tags have an order and a description. One that is missing among them is often a slip, and stands last
    /// and bare.
    /// ## Fires
    /// ```yaml fires
    /// tags: [{ name: pets }]
    /// paths: { /cats: { get: { tags: [pet], responses: { "200": { description: all cats } } } } }
    /// #                               ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// tags: [{ name: pets }]
    /// paths: { /cats: { get: { tags: [pets], responses: { "200": { description: all cats } } } } }
    /// ```
    /// ```yaml silent
    /// paths: { /cats: { get: { tags: [pets], responses: { "200": { description: all cats } } } } }
    /// ```
    pub OPERATION_TAG_UNDECLARED = "OAS236" "operation-tag-undeclared" {
        group: Operations, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let doc = operation.at.doc();
    let declared = doc.tags();
    if declared.is_empty() {
        return;
    }
    let tags = operation.at.get("tags").and_then(Node::as_array);
    for tag in tags.into_iter().flatten() {
        let Some(name) = tag.as_str() else { continue };
        if declared.contains(name) {
            continue;
        }
        let declared = doc.all(Kind::Tag).filter_map(|it| it.text("name"));
        let nearest = suggest::nearest(name, declared);
        let finding = cx.report(tag.span, format!("the tag `{name}` is not declared"));
        match nearest {
            Some(nearest) => finding.help(format!("did you mean `{nearest}`?")),
            None => finding.help("add it to `tags` of the document"),
        };
    }
}
