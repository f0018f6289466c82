//! `OAS213` text-malformed

use oasmith_sample::is_of_format;
use crate::rules::prelude::*;

declare_rule! {
    /// A URL or an email address is none.
    ///
    /// ## Why
    /// The specification wants these fields in the form of a URL or of an email address, and tools make links of them.
    /// ## Fires
    /// ```yaml fires
    /// info: { title: Cats, version: '1', contact: { email: call us } }
    /// #                                                    ^^^^^^^
    /// ```
    /// ```yaml fires
    /// components: {}
    /// externalDocs: { url: "see <the portal>" }
    /// #                    ^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// info: { title: Cats, version: '1', contact: { email: cats@example.org, url: /contact } }
    /// ```
    pub TEXT_MALFORMED = "OAS213" "text-malformed" {
        group: Structure, severity: Warning, preset: Minimal, since: "0.1.0",
        check: Check::Every(check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let urls: &[&str] = match at.kind() {
        Kind::Info => &["termsOfService"],
        Kind::Contact => &["url", "email"],
        Kind::License | Kind::ExternalDocs => &["url"],
        Kind::OAuthFlow => &["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"],
        Kind::SecurityScheme => &["openIdConnectUrl", "oauth2MetadataUrl"],
        _ => return,
    };
    for field in urls {
        let Some((node, text)) = at.get(field).and_then(|it| Some((it, it.as_str()?))) else {
            continue;
        };
        let (is_right, what) = match *field {
            // An address without a dot leads nowhere from outside.
            "email" => (is_of_format("email", text) && text.contains('.'), "email address"),
            _ => (is_of_format("iri-reference", text), "URL"),
        };
        // An empty text is a place to fill in.
        if !is_right && !text.is_empty() {
            cx.report(node.span, format!("this `{field}` is no {what}"))
                .help("correct it");
        }
    }
}
