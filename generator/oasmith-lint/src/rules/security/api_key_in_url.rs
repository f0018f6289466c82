//! `OAS304` api-key-in-url

use crate::rules::prelude::*;

declare_rule! {
    /// An API key travels in the URL.
    ///
    /// ## Why
    /// URLs stand in logs, histories and the `Referer` of other requests (OWASP API2:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { key: { type: apiKey, in: query, name: key } } }
    /// #                                                         ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// ```
    pub API_KEY_IN_URL = "OAS304" "api-key-in-url" {
        group: Security, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::SecurityScheme], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let place = at.get("in").filter(|it| it.as_str() == Some("query"));
    if let Some(place) = place.filter(|_| at.text("type") == Some("apiKey")) {
        cx.report(place.span, "the key travels in the URL")
            .help("use `in: header`");
    }
}
