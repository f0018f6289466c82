//! `OAS240` problem-details-missing

use oasmith_spec::model::StatusRange;
use crate::rules::prelude::*;

declare_rule! {
    /// An error response with content is not of the type of problem details.
    ///
    /// ## Why
    /// `application/problem+json` (RFC 9457) is the form of errors that clients know without being told.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "404": { description: no cat, content: { application/json: { schema: {} } } } } } } }
    /// #                                     ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "404": { description: no cat, content: { application/problem+json: { schema: {} } } } } } } }
    /// ```
    pub PROBLEM_DETAILS_MISSING = "OAS240" "problem-details-missing" {
        group: Operations, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let responses = operation.at.get("responses").and_then(Node::as_object);
    for member in responses.into_iter().flat_map(|it| it.iter()) {
        let is_refusal = match StatusRange::parse(&member.key.text) {
            Some(StatusRange::Status(status)) => (400..500).contains(&status),
            Some(StatusRange::Range(hundreds)) => hundreds == 4,
            _ => false,
        };
        let response = operation.at.doc().follow(&member.value);
        let content = response.and_then(|it| it.get("content")?.as_object());
        let Some(content) = content.filter(|it| is_refusal && !it.is_empty()) else {
            continue;
        };
        if !content.iter().any(|it| it.key.text.starts_with("application/problem+")) {
            let status = &member.key.text;
            cx.report(member.key.span, format!("the {status} response has no problem details"))
                .help("use `application/problem+json`");
        }
    }
}
