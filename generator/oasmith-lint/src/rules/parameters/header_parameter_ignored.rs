//! `OAS249` header-parameter-ignored

use crate::rules::prelude::*;

declare_rule! {
    /// A header parameter has a name that the specification keeps for itself.
    ///
    /// ## Why
    /// Parameters in `header` named `Accept`, `Content-Type` or `Authorization` are ignored (OAS 3.1, Parameter
    /// Object): media types and security say what is in these.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Auth: { name: Authorization, in: header, schema: { type: string } } } }
    /// #                                         ^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Auth: { name: X-Authorization, in: header, schema: { type: string } } } }
    /// ```
    pub HEADER_PARAMETER_IGNORED = "OAS249" "header-parameter-ignored" {
        group: Parameters, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(name) = at.get("name").filter(|_| at.text("in") == Some("header")) else {
        return;
    };
    let text = name.as_str().unwrap_or_default();
    let remedy = match text.to_ascii_lowercase().as_str() {
        "accept" => "list the media types of the responses instead",
        "content-type" => "list the media types of the request body instead",
        "authorization" => "declare a security scheme instead",
        _ => return,
    };
    cx.report(name.span, format!("a header parameter named `{text}` is ignored"))
        .help(remedy);
}
