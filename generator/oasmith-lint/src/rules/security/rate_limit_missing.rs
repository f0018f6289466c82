//! `OAS319` rate-limit-missing

use crate::options::{RuleOption, Takes};
use crate::rules::prelude::*;

declare_rule! {
    /// A success response says nothing about rate limits.
    ///
    /// ## Why
    /// A client that does not know its limit runs into it (OWASP API4:2023). `RateLimit` and `X-RateLimit-Limit` are the
    /// headers that say it.
    /// ## Options
    /// `headers`: the headers of which one has to be there; `RateLimit`, `X-RateLimit-Limit` and `X-Rate-Limit-Limit` by
    /// itself.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// #                                     ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "200": { description: all cats, headers: { X-RateLimit-Limit: { schema: { type: integer } } } } } } } }
    /// ```
    pub RATE_LIMIT_MISSING = "OAS319" "rate-limit-missing" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
        options: OPTIONS,
    }
}

const OPTIONS: &[RuleOption] = &[RuleOption {
    name: "headers",
    takes: Takes::Words(&["RateLimit", "X-RateLimit-Limit", "X-Rate-Limit-Limit"]),
}];

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let responses = operation.at.get("responses").and_then(Node::as_object);
    let mut successes = responses.into_iter().flat_map(|it| it.iter());
    let success = successes.find(|it| it.key.text.starts_with('2'));
    let Some(member) = success.filter(|_| operation.is_called()) else {
        return;
    };
    let response = operation.at.doc().follow(&member.value);
    let headers = response.and_then(|it| it.get("headers")?.as_object());
    let mut names = headers.into_iter().flat_map(|it| it.iter()).map(|it| &it.key.text);
    let wanted = cx.words("headers");
    let is_limit = |it: &str| wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(it));
    if response.is_some() && !names.any(|it| is_limit(it)) {
        let status = &member.key.text;
        cx.report(member.key.span, format!("the {status} response has no rate limit"))
            .help("add the header `RateLimit`, or `X-RateLimit-Limit`");
    }
}
