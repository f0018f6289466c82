//! `OAS334` api-contact-missing

use crate::rules::prelude::*;

declare_rule! {
    /// The document says nobody to ask.
    ///
    /// ## Why
    /// Who has a question or finds a fault needs an address.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// info: { title: Cats, version: "1" }
    /// #^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// info: { title: Cats, version: "1", contact: { url: "https://example.org" } }
    /// ```
    pub API_CONTACT_MISSING = "OAS334" "api-contact-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Info], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if at.get("contact").is_none() {
        cx.report(at.place(), "`info` has no `contact`")
            .help("add it");
    }
}
