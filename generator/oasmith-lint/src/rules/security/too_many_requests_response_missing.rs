//! `OAS309` too-many-requests-response-missing

use crate::rules::prelude::*;

declare_rule! {
    /// An operation documents no 429 response.
    ///
    /// ## Why
    /// An API without a limit is used up by one caller; one that has a limit tells what reaching it looks like (OWASP
    /// API4:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// paths: { /cats: { get: { security: [{ key: [] }], responses: { "200": { description: all cats } } } } }
    /// #                                                 ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// paths: { /cats: { get: { security: [{ key: [] }], responses: { "200": { description: ok }, "429": { description: refused } } } } }
    /// ```
    pub TOO_MANY_REQUESTS_RESPONSE_MISSING = "OAS309" "too-many-requests-response-missing" {
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
    if operation.is_called() && !has("429") && !range {
        cx.report(responses.key.span, format!("{} has no 429 response", operation.shown()))
            .help("add one, or a range or `default` that stands for it");
    }
}
