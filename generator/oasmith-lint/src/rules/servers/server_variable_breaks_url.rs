//! `OAS258` server-variable-breaks-url

use crate::rules::prelude::*;
use std::collections::HashMap;

declare_rule! {
    /// A value of a server variable makes a URL that is none.
    ///
    /// ## Why
    /// Every value of `enum` is put into the URL as it is (OAS 3.1, Server Object): a scheme is a word, a port a number, and
    /// a space stands nowhere.
    /// ## Fires
    /// ```yaml fires
    /// components: {}
    /// servers: [{ url: "https://example.org:{port}", variables: { port: { default: "443", enum: ["443", any] } } }]
    /// #                                                                                                 ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: {}
    /// servers: [{ url: "https://example.org:{port}", variables: { port: { default: "443", enum: ["443", "8443"] } } }]
    /// ```
    pub SERVER_VARIABLE_BREAKS_URL = "OAS258" "server-variable-breaks-url" {
        group: Servers, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Server], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let (Some(url), Some(variables)) = (at.text("url"), at.get("variables").and_then(Node::as_object)) else {
        return;
    };
    let around = around_names(url);
    for variable in variables.iter() {
        let Some(&(before, after)) = around.get(&*variable.key.text) else {
            continue;
        };
        let role = Role::of(before, after);
        let values = variable.value.get("enum").and_then(Node::as_array).unwrap_or_default();
        for value in values.iter().chain(variable.value.get("default")) {
            let Some(text) = value.as_str().filter(|it| !role.takes(it)) else {
                continue;
            };
            let what = role.noun();
            cx.report(value.span, format!("`{text}` is no {what}"))
                .also(variable.key.span, "a value of this variable")
                .help("correct it");
        }
    }
}

/// What stands before and behind each name in braces, where it is first.
fn around_names(url: &str) -> HashMap<&str, (&str, &str)> {
    let mut around = HashMap::new();
    for (open, _) in url.match_indices('{') {
        let inside = &url[open + 1..];
        let Some(end) = inside.find(['{', '}']) else {
            break;
        };
        if let Some(after) = inside[end..].strip_prefix('}') {
            around.entry(&inside[..end]).or_insert((&url[..open], after));
        }
    }
    around
}

/// What a variable stands for in a URL.
#[derive(Clone, Copy)]
enum Role {
    Scheme,
    Port,
    Other,
}

impl Role {
    fn of(before: &str, after: &str) -> Role {
        let is_end = after.is_empty() || after.starts_with('/');
        let is_behind_host = before.ends_with(':') && before.len() > 1;
        match (before.is_empty() && after.starts_with(":"), is_behind_host && is_end) {
            (true, _) => Role::Scheme,
            (_, true) => Role::Port,
            _ => Role::Other,
        }
    }

    fn takes(self, text: &str) -> bool {
        match self {
            Role::Scheme => {
                text.starts_with(|it: char| it.is_ascii_alphabetic())
                    && text.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it))
            }
            Role::Port => text.bytes().all(|it| it.is_ascii_digit()),
            // A variable may be in the value of another.
            Role::Other => text.chars().all(|it| it > ' ' && !"<>\"\\^`|".contains(it)),
        }
    }

    fn noun(self) -> &'static str {
        match self {
            Role::Scheme => "scheme of a URL",
            Role::Port => "port",
            Role::Other => "part of a URL",
        }
    }
}
