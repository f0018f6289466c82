//! `OAS333` api-description-missing

use crate::rules::prelude::*;

declare_rule! {
    /// The API has no description.
    ///
    /// ## Why
    /// It is the first thing that a reader looks for.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// info: { title: Cats, version: "1" }
    /// #^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// info: { title: Cats, version: "1", description: All about cats. }
    /// ```
    pub API_DESCRIPTION_MISSING = "OAS333" "api-description-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Info], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if at.get("description").is_none() {
        cx.report(at.place(), "`info` has no `description`")
            .help("add it");
    }
}
