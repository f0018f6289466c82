//! `OAS256` server-placeholder

use crate::options::{RuleOption, Takes};
use crate::rules::prelude::*;

declare_rule! {
    /// The URL of a server is one that stands for another.
    ///
    /// ## Why
    /// `example.com` and `localhost` are what a template or a test leaves behind: nobody else can call them.
    /// ## Options
    /// `hosts`: hosts that are placeholders, with all below them; `example.com` and `localhost` by itself.
    /// ## Fires
    /// ```yaml fires
    /// components: {}
    /// servers: [{ url: "https://api.example.com" }]
    /// #                ^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: {}
    /// servers: [{ url: "https://api.pets.dev" }]
    /// ```
    pub SERVER_PLACEHOLDER = "OAS256" "server-placeholder" {
        group: Servers, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Server], check),
        options: OPTIONS,
    }
}

const OPTIONS: &[RuleOption] = &[RuleOption {
    name: "hosts",
    takes: Takes::Words(&["example.com", "localhost"]),
}];

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(url) = at.get("url") else { return };
    let text = url.as_str().unwrap_or_default();
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    let is_of = |domain: &str| host == domain || host.ends_with(&format!(".{domain}"));
    if cx.words("hosts").into_iter().any(is_of) {
        cx.report(url.span, format!("the server `{text}` is a placeholder"))
            .help("name the server that callers reach");
    }
}
