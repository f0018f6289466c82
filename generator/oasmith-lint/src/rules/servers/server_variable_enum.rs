//! `OAS251` server-variable-enum

use crate::rules::prelude::*;

declare_rule! {
    /// The values of a server variable are none, or lack its default.
    ///
    /// ## Why
    /// `enum` must not be empty, and the default must be one of its values (OAS 3.1, Server Variable Object). Otherwise
    /// the URL that a client begins with is one that the server does not have.
    /// ## Fires
    /// ```yaml fires
    /// components: {}
    /// servers: [{ url: "https://{region}.example.org", variables: { region: { default: us, enum: [eu, ap] } } }]
    /// #                                                                                ^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: {}
    /// servers: [{ url: "https://{region}.example.org", variables: { region: { default: eu, enum: [eu, ap] } } }]
    /// ```
    pub SERVER_VARIABLE_ENUM = "OAS251" "server-variable-enum" {
        group: Servers, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::ServerVariable], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(member) = at.member("enum") else {
        return;
    };
    let Some(values) = member.value.as_array() else {
        return;
    };
    if values.is_empty() {
        cx.report(member.key.span, "a server variable has no value to choose from")
            .help("list its values, or remove `enum`");
        return;
    }
    let Some(default) = at.get("default") else {
        return;
    };
    if let Some(text) = default.as_str()
        && !values.iter().any(|it| it.as_str() == Some(text))
    {
        cx.report(default.span, format!("the default `{text}` is none of the values"))
            .also(member.key.span, "the values")
            .help("add it to them, or choose one of them");
    }
}
