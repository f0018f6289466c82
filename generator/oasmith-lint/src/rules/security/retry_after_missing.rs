//! `OAS311` retry-after-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A 429 response has no `Retry-After` header.
    ///
    /// ## Why
    /// Callers that are not told when to come back do so at once.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "429": { description: too many } } } } }
    /// #                                     ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "429": { description: too many, headers: { Retry-After: { schema: { type: integer } } } } } } } }
    /// ```
    pub RETRY_AFTER_MISSING = "OAS311" "retry-after-missing" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let responses = operation.at.get("responses").and_then(Node::as_object);
    let Some(member) = responses.and_then(|it| it.member("429")) else {
        return;
    };
    let response = operation.at.doc().follow(&member.value);
    let headers = response.and_then(|it| it.get("headers")?.as_object());
    let mut names = headers.into_iter().flat_map(|it| it.iter()).map(|it| &it.key.text);
    if !names.any(|it| it.eq_ignore_ascii_case("retry-after")) {
        cx.report(member.key.span, "the 429 response has no `Retry-After`")
            .help("add the header");
    }
}
