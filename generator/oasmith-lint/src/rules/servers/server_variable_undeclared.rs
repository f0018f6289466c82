//! `OAS252` server-variable-undeclared

use crate::template;
use crate::rules::prelude::*;
use std::collections::HashSet;

declare_rule! {
    /// The URL of a server has a variable that is not declared.
    ///
    /// ## Why
    /// Each `{name}` must be in `variables` (OAS 3.1, Server Object), or nobody knows what to put there.
    /// ## Fires
    /// ```yaml fires
    /// components: {}
    /// servers: [{ url: "https://{region}.example.org" }]
    /// #                          ^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: {}
    /// servers: [{ url: "https://{region}.example.org", variables: { region: { default: eu } } }]
    /// ```
    pub SERVER_VARIABLE_UNDECLARED = "OAS252" "server-variable-undeclared" {
        group: Servers, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Server], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some((node, url)) = at.get("url").and_then(|it| Some((it, it.as_str()?))) else {
        return;
    };
    let variables = at.get("variables").and_then(Node::as_object);
    let variables = variables.into_iter().flat_map(|it| it.iter());
    let declared: HashSet<&str> = variables.map(|it| &*it.key.text).collect();
    for name in template::names(url) {
        if !declared.contains(name) {
            let finding = cx.report(template::place_of(url, node.span, name), format!("the variable `{name}` is not declared"));
            if let Some(variables) = at.key_of("variables") {
                finding.also(variables, "not among these");
            }
            finding.help(format!("add `{name}` to `variables`, with a default"));
        }
    }
}
