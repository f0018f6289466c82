//! `OAS253` server-variable-unused

use crate::template;
use crate::rules::prelude::*;
use std::collections::HashSet;

declare_rule! {
    /// A server variable is not in the URL.
    ///
    /// ## Why
    /// It can be set and changes nothing. Most often its name and the one in the URL differ.
    /// ## Fires
    /// ```yaml fires
    /// components: {}
    /// servers: [{ url: "https://example.org", variables: { region: { default: eu } } }]
    /// #                                                    ^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: {}
    /// servers: [{ url: "https://{region}.example.org", variables: { region: { default: eu } } }]
    /// ```
    pub SERVER_VARIABLE_UNUSED = "OAS253" "server-variable-unused" {
        group: Servers, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Server], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let url = at.text("url").unwrap_or_default();
    let used: HashSet<&str> = template::names(url).collect();
    let declared = at.get("variables").and_then(Node::as_object);
    for member in declared.into_iter().flat_map(|it| it.iter()) {
        let name = &*member.key.text;
        if !used.contains(name) {
            cx.report(member.key.span, format!("the variable `{name}` is not in the URL"))
                .help(format!("write `{{{name}}}` in the URL, or remove it"));
        }
    }
}
