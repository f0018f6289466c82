//! `OAS306` server-without-tls

use crate::rules::prelude::*;

declare_rule! {
    /// A server is reached without encryption.
    ///
    /// ## Why
    /// Whoever is on the way reads and changes requests, credentials included (OWASP API8:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: {}
    /// servers: [{ url: "http://api.example.org" }]
    /// #                ^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: {}
    /// servers: [{ url: "https://api.example.org" }, { url: /v1 }, { url: "http://localhost:8080" }]
    /// ```
    pub SERVER_WITHOUT_TLS = "OAS306" "server-without-tls" {
        group: Security, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Server], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(url) = at.get("url") else { return };
    let text = url.as_str().unwrap_or_default();
    let Some(rest) = text.strip_prefix("http://") else {
        return;
    };
    if !["localhost", "127.0.0.1", "[::1]"].iter().any(|it| rest.starts_with(it)) {
        cx.report(url.span, format!("the server `{text}` has no TLS"))
            .help("use `https://`");
    }
}
