//! `OAS341` contact-incomplete

use crate::rules::prelude::*;

declare_rule! {
    /// A contact lacks a name, a URL or an email address.
    ///
    /// ## Why
    /// People, pages and mail are each the best way for somebody.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// info: { title: Cats, version: "1", contact: { name: Cat People } }
    /// #                                  ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// info: { title: Cats, version: "1", contact: { name: Cat People, url: "https://example.org", email: cats@example.org } }
    /// ```
    pub CONTACT_INCOMPLETE = "OAS341" "contact-incomplete" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Contact], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for field in ["name", "url", "email"] {
        if at.get(field).is_none() {
            cx.report(at.place(), format!("the contact has no `{field}`"))
                .help("add it");
        }
    }
}
