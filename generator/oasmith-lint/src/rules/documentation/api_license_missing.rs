//! `OAS335` api-license-missing

use crate::rules::prelude::*;

declare_rule! {
    /// The document has no license.
    ///
    /// ## Why
    /// Whether others may use the API, and its description, should be said.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// info: { title: Cats, version: "1" }
    /// #^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// info: { title: Cats, version: "1", license: { name: MIT } }
    /// ```
    pub API_LICENSE_MISSING = "OAS335" "api-license-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Info], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if at.get("license").is_none() {
        cx.report(at.place(), "`info` has no `license`")
            .help("add it");
    }
}
