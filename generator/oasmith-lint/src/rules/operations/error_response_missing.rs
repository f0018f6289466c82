//! `OAS234` error-response-missing

use oasmith_spec::model::StatusRange;
use crate::rules::prelude::*;

declare_rule! {
    /// An operation documents no 4xx response.
    ///
    /// ## Why
    /// Callers cannot tell what a refusal looks like, and a generated client has no type for it.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// #                        ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "200": { description: all cats }, 4XX: { description: refused } } } } }
    /// ```
    pub ERROR_RESPONSE_MISSING = "OAS234" "error-response-missing" {
        group: Operations, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(responses) = operation.at.member("responses") else {
        return;
    };
    let Some(declared) = responses.value.as_object() else {
        return;
    };
    let is_refusal = |it: StatusRange| match it {
        StatusRange::Status(status) => (400..500).contains(&status),
        StatusRange::Range(hundreds) => hundreds == 4,
        StatusRange::Default => true,
    };
    let mut statuses = declared.iter().filter_map(|it| StatusRange::parse(&it.key.text));
    if !statuses.any(is_refusal) {
        cx.report(responses.key.span, format!("{} has no 4xx response", operation.shown()))
            .help("add a `4XX` response, or `default`");
    }
}
