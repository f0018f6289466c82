//! `OAS310` server-error-response-missing

use crate::rules::prelude::*;

declare_rule! {
    /// An operation documents no 500 response.
    ///
    /// ## Why
    /// What is not described is what leaks: internals show in answers that nobody designed (OWASP API8:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// paths: { /cats: { get: { security: [{ key: [] }], responses: { "200": { description: all cats } } } } }
    /// #                                                 ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// paths: { /cats: { get: { security: [{ key: [] }], responses: { "200": { description: ok }, "500": { description: refused } } } } }
    /// ```
    pub SERVER_ERROR_RESPONSE_MISSING = "OAS310" "server-error-response-missing" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(responses) = operation.at.member("responses") else {
        return;
    };
    let has = |status: &str| responses.value.get(status).is_some();
    let range = ["5XX", "default"].into_iter().any(has);
    if operation.is_called() && !has("500") && !range {
        cx.report(responses.key.span, format!("{} has no 500 response", operation.shown()))
            .help("add one, or a range or `default` that stands for it");
    }
}
