//! `OAS239` empty-answer-with-content

use crate::rules::prelude::*;

declare_rule! {
    /// A response has content though its status allows none.
    ///
    /// ## Why
    /// A 204, 205 or 304 response has no content (RFC 9110, section 15), so what is described there never comes.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "204": { description: gone, content: { application/json: {} } } } } } }
    /// #                                                                 ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "204": { description: gone } } } } }
    /// ```
    pub EMPTY_ANSWER_WITH_CONTENT = "OAS239" "empty-answer-with-content" {
        group: Operations, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let responses = operation.at.get("responses").and_then(Node::as_object);
    for member in responses.into_iter().flat_map(|it| it.iter()) {
        let status = &*member.key.text;
        let content = match member.value.as_object() {
            Some(response) => response.member("content"),
            None => None,
        };
        let Some(content) = content.filter(|_| matches!(status, "204" | "205" | "304")) else {
            continue;
        };
        if content.value.as_object().is_some_and(|it| !it.is_empty()) {
            cx.report(content.key.span, format!("a {status} response has no content"))
                .help("remove `content`, or use another status");
        }
    }
}
