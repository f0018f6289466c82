//! `OAS310` server-error-response-missing

use crate::rules::prelude::*;
use crate::rules::responses;

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
    responses::expect(operation, &["500"], cx);
}
