//! `OAS316` token-format-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A bearer scheme does not say what its tokens are.
    ///
    /// ## Why
    /// Whether tokens are JWTs decides how both sides have to handle them (RFC 8725).
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { token: { type: http, scheme: bearer } } }
    /// #                                                             ^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { token: { type: http, scheme: bearer, bearerFormat: JWT } } }
    /// ```
    pub TOKEN_FORMAT_MISSING = "OAS316" "token-format-missing" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::SecurityScheme], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let scheme = at.get("scheme").filter(|it| it.as_str().is_some_and(|it| it.eq_ignore_ascii_case("bearer")));
    if let Some(scheme) = scheme.filter(|_| at.get("bearerFormat").is_none()) {
        cx.report(scheme.span, "nothing says what the tokens are")
            .help("add `bearerFormat`");
    }
}
