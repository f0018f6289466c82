//! `OAS363` validation-response-missing

use crate::rules::prelude::*;

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
    let Some(responses) = operation.at.member("responses") else {
        return;
    };
    let takes_input = operation.at.get("requestBody").is_some() || !operation.parameters().is_empty();
    let has = |status: &&str| responses.value.get(status).is_some();
    let refuses = ["400", "422", "4XX", "default"].iter().any(has);
    if takes_input && !refuses && operation.is_called() {
        cx.report(responses.key.span, format!("{} has no 400 or 422 response", operation.shown()))
            .help("add one, or a range or `default` that stands for it");
    }
}
