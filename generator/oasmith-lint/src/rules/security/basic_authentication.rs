//! `OAS305` basic-authentication

use crate::rules::prelude::*;

declare_rule! {
    /// Passwords are sent with every request.
    ///
    /// ## Why
    /// Basic authentication sends user and password each time, and they do not expire (OWASP API2:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { basic: { type: http, scheme: basic } } }
    /// #                                                             ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { token: { type: http, scheme: bearer } } }
    /// ```
    pub BASIC_AUTHENTICATION = "OAS305" "basic-authentication" {
        group: Security, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::SecurityScheme], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(scheme) = at.get("scheme").filter(|_| at.text("type") == Some("http")) else {
        return;
    };
    let name = scheme.as_str().unwrap_or_default().to_ascii_lowercase();
    if matches!(&*name, "basic" | "digest" | "negotiate" | "oauth") {
        cx.report(scheme.span, format!("`{name}` is a weak way to authenticate"))
            .help("use `bearer` with tokens that expire, or `oauth2`");
    }
}
