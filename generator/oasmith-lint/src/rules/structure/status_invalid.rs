//! `OAS210` status-invalid

use crate::rules::prelude::*;
use oasmith_spec::model::StatusRange;

declare_rule! {
    /// A response stands under something that is no status.
    ///
    /// ## Why
    /// A response is declared for a status (`200`), a range (`2XX`) or `default` (OAS 3.1, Responses Object). Under
    /// anything else no tool finds it.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { ok: { description: all cats } } } } }
    /// #                                     ^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "200": { description: all cats }, 4XX: { description: no cats } } } } }
    /// ```
    pub STATUS_INVALID = "OAS210" "status-invalid" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Responses], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let status = &*member.key.text;
        if StatusRange::parse(status).is_none() && !status.starts_with("x-") {
            cx.report(member.key.span, format!("`{status}` is no status"))
                .help("use a status such as `200`, a range such as `2XX`, or `default`");
        }
    }
}
