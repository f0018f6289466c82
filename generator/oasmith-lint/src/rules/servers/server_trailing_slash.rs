//! `OAS255` server-trailing-slash

use crate::rules::prelude::*;

declare_rule! {
    /// The URL of a server ends with a slash.
    ///
    /// ## Why
    /// Paths begin with one, and are appended: the URLs have two in a row.
    /// ## Fires
    /// ```yaml fires
    /// components: {}
    /// servers: [{ url: "https://api.example.org/v1/" }]
    /// #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: {}
    /// servers: [{ url: "https://api.example.org/v1" }, { url: / }]
    /// ```
    pub SERVER_TRAILING_SLASH = "OAS255" "server-trailing-slash" {
        group: Servers, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Server], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(url) = at.get("url") else { return };
    let text = url.as_str().unwrap_or_default();
    if text.len() > 1 && text.ends_with('/') {
        cx.report(url.span, format!("the server `{text}` ends with a slash"))
            .help("remove it");
    }
}
