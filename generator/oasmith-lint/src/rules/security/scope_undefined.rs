//! `OAS302` scope-undefined

use oasmith_source::suggest;
use crate::rules::prelude::*;
use std::collections::HashSet;

declare_rule! {
    /// A security requirement names a scope that no flow of its scheme has.
    ///
    /// ## Why
    /// Nobody can be given a token with it.
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://example.org/token", scopes: { read: reads } } } } } }
    /// paths: { /cats: { get: { security: [{ oauth: [write] }], responses: { "200": { description: all cats } } } } }
    /// #                                             ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://example.org/token", scopes: { read: reads } } } } } }
    /// paths: { /cats: { get: { security: [{ oauth: [read] }], responses: { "200": { description: all cats } } } } }
    /// ```
    pub SCOPE_UNDEFINED = "OAS302" "scope-undefined" {
        group: Security, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::SecurityRequirement], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let scheme = at.doc().component("securitySchemes", &member.key.text);
        let Some(scheme) = scheme.and_then(|it| at.doc().follow(it)) else {
            continue;
        };
        // What is no scheme at all has no scopes either.
        let kind = scheme.get("type").and_then(Node::as_str);
        if scheme.as_object().is_some() && kind != Some("oauth2") {
            continue;
        }
        let wanted = member.value.as_array().unwrap_or_default();
        if wanted.is_empty() {
            continue;
        }
        let flows = scheme.get("flows").and_then(Node::as_object);
        let scopes = || {
            let flows = flows.into_iter().flat_map(|it| it.iter());
            let scopes = flows.filter_map(|it| it.value.get("scopes")?.as_object());
            scopes.flat_map(|it| it.iter()).map(|it| &*it.key.text)
        };
        let known: HashSet<&str> = scopes().collect();
        for scope in wanted {
            let Some(name) = scope.as_str().filter(|it| !known.contains(it)) else {
                continue;
            };
            let finding = cx.report(scope.span, format!("no flow of `{}` has the scope `{name}`", member.key.text));
            match suggest::nearest(name, scopes()) {
                Some(nearest) => finding.help(format!("did you mean `{nearest}`?")),
                None => finding.help("add it to the scopes of a flow"),
            };
        }
    }
}
