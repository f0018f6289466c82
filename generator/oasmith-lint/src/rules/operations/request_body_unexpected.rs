//! `OAS237` request-body-unexpected

use crate::rules::prelude::*;

declare_rule! {
    /// An operation whose method gives a body no meaning has one.
    ///
    /// ## Why
    /// The content of a GET or HEAD request has no defined meaning (RFC 9110, section 9.3): proxies and caches drop it, and
    /// some clients cannot send it. OpenAPI 3.0 says that it is ignored. That of DELETE has none either, but is common.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { requestBody: { content: {} }, responses: { "200": { description: all cats } } } } }
    /// #                        ^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { post: { requestBody: { content: {} }, responses: { "200": { description: all cats } } } } }
    /// ```
    pub REQUEST_BODY_UNEXPECTED = "OAS237" "request-body-unexpected" {
        group: Operations, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let method = operation.method.text.to_ascii_uppercase();
    if !matches!(&*method, "GET" | "HEAD") {
        return;
    }
    if let Some(key) = operation.at.key_of("requestBody") {
        cx.report(key, format!("a {method} request has a body"))
            .help("use parameters, or another method");
    }
}
