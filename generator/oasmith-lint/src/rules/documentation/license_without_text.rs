//! `OAS340` license-without-text

use crate::rules::prelude::*;

declare_rule! {
    /// A license has neither a URL nor an identifier.
    ///
    /// ## Why
    /// Its name alone rarely says which text is meant.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// info: { title: Cats, version: "1", license: { name: Apache } }
    /// #                                  ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// info: { title: Cats, version: "1", license: { name: Apache, identifier: Apache-2.0 } }
    /// ```
    pub LICENSE_WITHOUT_TEXT = "OAS340" "license-without-text" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::License], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if at.get("url").is_none() && at.get("identifier").is_none() {
        cx.report(at.place(), "the license has neither `url` nor `identifier`")
            .help("add `identifier` (SPDX), or `url`");
    }
}
