//! `OAS336` tag-description-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A tag has no description.
    ///
    /// ## Why
    /// It introduces a group of operations.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// tags: [{ name: pets }]
    /// #              ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// tags: [{ name: pets, description: Cats and dogs. }]
    /// ```
    pub TAG_DESCRIPTION_MISSING = "OAS336" "tag-description-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Tag], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if at.get("description").is_none() {
        let name = at.text("name").unwrap_or("it");
        let place = at.get("name").map_or(at.place(), |it| it.span);
        cx.report(place, format!("the tag `{name}` has no description"))
            .help("add `description`");
    }
}
