//! `OAS207` nothing-described

use crate::rules::prelude::*;
use crate::version::Version;

declare_rule! {
    /// A document has no `paths`, no `webhooks` and no `components`.
    ///
    /// ## Why
    /// One of them at least must be there (OAS 3.1, OpenAPI Object): a document without them describes nothing.
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.1.0
    /// #^^^^^^
    /// info: { title: Cats, version: '1' }
    /// tags: []
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: {}
    /// ```
    pub NOTHING_DESCRIBED = "OAS207" "nothing-described" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(doc: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    let parts = ["paths", "webhooks", "components"];
    // In 3.0 `paths` is required, which is told as a missing field.
    if doc.version == Version::V30 || parts.iter().any(|it| doc.root.get(it).is_some()) {
        return;
    }
    let mut documents = doc.all(Kind::Document);
    if let Some(document) = documents.next() {
        cx.report(
            document.place(),
            "the document has no `paths`, no `webhooks` and no `components`",
        )
        .help("add `paths`");
    }
}
