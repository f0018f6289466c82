//! `OAS343` tags-missing

use crate::rules::prelude::*;

declare_rule! {
    /// The document declares no tags.
    ///
    /// ## Why
    /// Tags are the chapters of the documentation; without any it is one long list.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// #^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// tags: [{ name: cats }]
    /// ```
    pub TAGS_MISSING = "OAS343" "tags-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(doc: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    let Some(member) = doc.root.as_object().and_then(|it| it.member("paths")) else {
        return;
    };
    let tags = doc.root.as_object().and_then(|it| it.member("tags"));
    let has_some = tags.is_some_and(|it| it.value.as_array().is_some_and(|it| !it.is_empty()));
    if !has_some {
        cx.report(tags.unwrap_or(member).key.span, "the document declares no tags")
            .help("add `tags`");
    }
}
