//! `OAS214` tag-parent-undeclared

use crate::version::Version;
use crate::rules::prelude::*;

declare_rule! {
    /// The parent of a tag is no tag, or the tag itself.
    ///
    /// ## Why
    /// The tag that `parent` names must exist, and tags must not go round in a circle (OAS 3.2, Tag Object, `parent`);
    /// otherwise no tree can be made of them.
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.2.0
    /// paths: {}
    /// tags: [{ name: books, parent: products }]
    /// #                             ^^^^^^^^
    /// ```
    /// ```yaml fires
    /// openapi: 3.2.0
    /// paths: {}
    /// tags: [{ name: books, parent: novels }, { name: novels, parent: books }]
    /// #                             ^^^^^^                            ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// openapi: 3.2.0
    /// paths: {}
    /// tags: [{ name: products }, { name: books, parent: products }]
    /// ```
    pub TAG_PARENT_UNDECLARED = "OAS214" "tag-parent-undeclared" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Tag], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(parent) = at.get("parent").filter(|_| cx.doc.version == Version::V32) else {
        return;
    };
    let find = |name: &str| at.doc().all(Kind::Tag).find(|it| it.text("name") == Some(name));
    let own = at.text("name");
    let mut next = parent.as_str();
    for _ in 0..DEEPEST {
        let Some(name) = next else { return };
        if own == Some(name) {
            cx.report(parent.span, format!("the tag `{name}` stands above itself"))
                .help("leave `parent` out of one of them");
            return;
        }
        let Some(tag) = find(name) else {
            // Whose parent is missing is told at the one that names it.
            if next == parent.as_str() {
                cx.report(parent.span, format!("there is no tag `{name}`"))
                    .help("declare it in `tags`");
            }
            return;
        };
        next = tag.text("parent");
    }
}

/// Circles that a tag only leads to are told at the tags in them.
const DEEPEST: usize = 64;
