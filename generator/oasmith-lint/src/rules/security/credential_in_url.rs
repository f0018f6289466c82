//! `OAS307` credential-in-url

use crate::rules::prelude::*;

declare_rule! {
    /// A parameter of the path or the query is a credential by its name.
    ///
    /// ## Why
    /// URLs stand in logs, histories and the `Referer` of other requests (OWASP API8:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Token: { name: access_token, in: query, schema: { type: string } } } }
    /// #                                          ^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Page: { name: page_token, in: query, schema: { type: string } } } }
    /// ```
    pub CREDENTIAL_IN_URL = "OAS307" "credential-in-url" {
        group: Security, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(name) = at.get("name").filter(|_| matches!(at.text("in"), Some("query" | "path"))) else {
        return;
    };
    let text = name.as_str().unwrap_or_default();
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = letters.map(|it| it.to_ascii_lowercase()).collect();
    let names = ["accesstoken", "refreshtoken", "idtoken", "token", "apikey", "secret", "clientsecret", "password", "passwd"];
    if names.contains(&&*plain) {
        cx.report(name.span, format!("the credential `{text}` travels in the URL"))
            .help("send it in a header, or declare a security scheme");
    }
}
