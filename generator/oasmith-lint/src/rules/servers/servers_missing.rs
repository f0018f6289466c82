//! `OAS254` servers-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A document names no server.
    ///
    /// ## Why
    /// A client then has to be told where the API is; without `servers`, it is taken to be where the document is (OAS
    /// 3.1, OpenAPI Object).
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.1.0
    /// #^^^^^^
    /// info: { title: Cats, version: '1' }
    /// paths: {}
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// servers: [{ url: "https://api.example.org" }]
    /// ```
    pub SERVERS_MISSING = "OAS254" "servers-missing" {
        group: Servers, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(doc: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    if doc.root.get("paths").is_none() || doc.all(Kind::Server).next().is_some() {
        return;
    }
    if let Some(document) = doc.all(Kind::Document).next() {
        let place = document.key_of("servers").unwrap_or(document.place());
        cx.report(place, "the document names no server")
            .help("add `servers`");
    }
}
