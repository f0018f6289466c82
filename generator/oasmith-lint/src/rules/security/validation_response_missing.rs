//! `OAS363` validation-response-missing

use crate::rules::prelude::*;
use crate::rules::responses;

declare_rule! {
    /// An operation that takes input does not document that it refuses some.
    ///
    /// ## Why
    /// A client cannot tell what a wrong request comes back as (OWASP API8:2023).
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { post: { requestBody: { content: {} }, responses: { "200": { description: made } } } } }
    /// #                                                       ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { post: { requestBody: { content: {} }, responses: { "200": { description: made }, "422": { description: not valid } } } } }
    /// ```
    pub VALIDATION_RESPONSE_MISSING = "OAS363" "validation-response-missing" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    if operation.at.get("requestBody").is_some() || !operation.parameters().is_empty() {
        responses::expect(operation, &["400", "422"], cx);
    }
}
