//! `OAS308` unauthorized-response-missing

use crate::rules::prelude::*;

declare_rule! {
    /// An operation that requires credentials documents no 401 response.
    ///
    /// ## Why
    /// Callers have to know what a refused credential looks like (OWASP API2:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// paths: { /cats: { get: { security: [{ key: [] }], responses: { "200": { description: all cats } } } } }
    /// #                                                 ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// paths: { /cats: { get: { security: [{ key: [] }], responses: { "200": { description: ok }, "401": { description: refused } } } } }
    /// ```
    pub UNAUTHORIZED_RESPONSE_MISSING = "OAS308" "unauthorized-response-missing" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(responses) = operation.at.member("responses") else {
        return;
    };
    let has = |status: &str| responses.value.get(status).is_some();
    let range = ["4XX", "default"].into_iter().any(has);
    if operation.is_called() && !has("401") && !range && operation.is_secured() {
        cx.report(responses.key.span, format!("{} has no 401 response", operation.shown()))
            .help("add one, or a range or `default` that stands for it");
    }
}
