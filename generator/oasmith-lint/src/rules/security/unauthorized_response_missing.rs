//! `OAS308` unauthorized-response-missing

use crate::rules::prelude::*;
use crate::rules::responses;

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
    if operation.is_secured() {
        responses::expect(operation, &["401"], cx);
    }
}
