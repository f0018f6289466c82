//! `OAS366` callback-nested

use crate::rules::prelude::*;

declare_rule! {
    /// A callback or webhook has callbacks of its own.
    ///
    /// ## Why
    /// Who receives a webhook would have to call back whoever sent it; hardly any tool can follow that.
    /// ## Fires
    /// ```yaml fires
    /// webhooks: { newCat: { post: { callbacks: {}, responses: { "200": { description: seen } } } } }
    /// #                             ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { post: { callbacks: {}, responses: { "200": { description: seen } } } } }
    /// ```
    pub CALLBACK_NESTED = "OAS366" "callback-nested" {
        group: Operations, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Operation], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(key) = at.key_of("callbacks") else {
        return;
    };
    let is_callback = at.inside(Kind::Callback).is_some();
    let of_webhook = at.ancestors().any(|it| it.field() == Some("webhooks"));
    if is_callback || of_webhook {
        let what = if is_callback { "a callback" } else { "a webhook" };
        cx.report(key, format!("{what} has callbacks"))
            .help("describe them as webhooks of the document");
    }
}
