//! `OAS257` server-of-webhook

use crate::rules::prelude::*;

declare_rule! {
    /// A webhook or callback has servers.
    ///
    /// ## Why
    /// It is sent to whoever asked for it, at an address of theirs; a server of the document has no meaning there.
    /// ## Fires
    /// ```yaml fires
    /// webhooks: { newCat: { servers: [{ url: "https://example.org" }], post: { responses: { "200": { description: seen } } } } }
    /// #                     ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { servers: [{ url: "https://example.org" }], get: { responses: { "200": { description: all cats } } } } }
    /// ```
    pub SERVER_OF_WEBHOOK = "OAS257" "server-of-webhook" {
        group: Servers, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Operation, Kind::PathItem], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(key) = at.key_of("servers") else {
        return;
    };
    let around = || std::iter::once(at).chain(at.ancestors());
    let of_callback = at.inside(Kind::Callback).is_some();
    if of_callback || around().any(|it| it.field() == Some("webhooks")) {
        let what = if of_callback { "a callback" } else { "a webhook" };
        cx.report(key, format!("{what} has servers"))
            .help("remove them: the receiver's address is not known here");
    }
}
