//! `OAS309` too-many-requests-response-missing

use crate::rules::prelude::*;
use crate::rules::responses;

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
    responses::expect(operation, &["429"], cx);
}
