//! `OAS231` success-response-missing

use crate::rules::prelude::*;
use oasmith_spec::model::StatusRange;

declare_rule! {
    /// An operation documents no 2xx or 3xx response.
    ///
    /// ## Why
    /// A reader cannot tell what the call returns, and a generated client has nothing to return.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "500": { description: broken } } } } }
    /// #                        ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// ```
    pub SUCCESS_RESPONSE_MISSING = "OAS231" "success-response-missing" {
        group: Operations, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(responses) = operation.at.member("responses") else {
        return;
    };
    let statuses = responses.value.as_object().into_iter();
    let mut statuses = statuses
        .flat_map(|it| it.iter())
        .map(|it| StatusRange::parse(&it.key.text));
    // RFC 9110, 15.2.2: what answers 101 goes on in another protocol.
    let is_success = |it: StatusRange| {
        it.is_success() || matches!(it, StatusRange::Default | StatusRange::Status(101))
    };
    if statuses.any(|it| it.is_some_and(is_success)) {
        return;
    }
    cx.report(
        responses.key.span,
        format!("{} has no success response", operation.shown()),
    )
    .help("add a 2xx or 3xx response, or `default`");
}
