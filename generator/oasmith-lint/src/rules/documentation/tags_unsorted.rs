//! `OAS342` tags-unsorted

use crate::rules::prelude::*;

declare_rule! {
    /// Tags are not in alphabetical order.
    ///
    /// ## Why
    /// Readers of a long list find a name by its first letter.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// tags: [{ name: pets }, { name: cats }]
    /// #                              ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// tags: [{ name: cats }, { name: pets }]
    /// ```
    pub TAGS_UNSORTED = "OAS342" "tags-unsorted" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(doc: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    let tags: Vec<(&str, &Node)> = doc
        .all(Kind::Tag)
        .filter_map(|it| it.get("name"))
        .filter_map(|it| Some((it.as_str()?, it)))
        .collect();
    let late = tags.windows(2).find(|it| it[1].0.to_lowercase() < it[0].0.to_lowercase());
    if let Some([first, second]) = late {
        cx.report(second.1.span, format!("the tag `{}` stands after `{}`", second.0, first.0))
            .also(first.1.span, "the one before")
            .help("sort the tags");
    }
}
