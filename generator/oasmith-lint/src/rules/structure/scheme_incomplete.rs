//! `OAS212` scheme-incomplete

use crate::rules::prelude::*;

declare_rule! {
    /// A security scheme, or a flow of it, is without a field that its type needs.
    ///
    /// ## Why
    /// Which fields are required depends on the type (OAS 3.1, Security Scheme Object, OAuth Flow Object). Without them
    /// nobody knows how to authenticate.
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { key: { type: apiKey, in: header } } }
    /// #                                ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// ```
    pub SCHEME_INCOMPLETE = "OAS212" "scheme-incomplete" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::SecurityScheme, Kind::OAuthFlow], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let (what, needed): (&str, &[&str]) = match at.kind() {
        Kind::SecurityScheme => match at.text("type") {
            Some(it @ "apiKey") => (it, &["name", "in"]),
            Some(it @ "http") => (it, &["scheme"]),
            Some(it @ "oauth2") => (it, &["flows"]),
            Some(it @ "openIdConnect") => (it, &["openIdConnectUrl"]),
            _ => return,
        },
        _ => match at.name().map(|it| &*it.text) {
            Some(it @ "implicit") => (it, &["authorizationUrl"]),
            Some(it @ ("password" | "clientCredentials")) => (it, &["tokenUrl"]),
            Some(it @ "authorizationCode") => (it, &["authorizationUrl", "tokenUrl"]),
            Some(it @ "deviceAuthorization") => (it, &["deviceAuthorizationUrl", "tokenUrl"]),
            _ => return,
        },
    };
    for field in needed.iter().filter(|it| at.get(it).is_none()) {
        let noun = at.kind().noun();
        cx.report(at.place(), format!("this {noun} of type `{what}` is without `{field}`"))
            .help(format!("add `{field}`"));
    }
}
