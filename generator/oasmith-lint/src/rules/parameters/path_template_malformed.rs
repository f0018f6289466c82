//! `OAS245` path-template-malformed

use crate::template;
use crate::rules::prelude::*;
use std::collections::HashSet;

declare_rule! {
    /// The braces of a path do not match, stand in others, hold nothing, or hold one name twice.
    ///
    /// ## Why
    /// A template expression is a name in braces (OAS 3.1, Path Templating), and each may be there once.
    /// ## Fires
    /// ```yaml fires
    /// paths: { "/cats/{}": {} }
    /// #        ^^^^^^^^^^
    /// ```
    /// ```yaml fires
    /// paths: { "/cats/{id": {} }
    /// #        ^^^^^^^^^^^
    /// ```
    /// ```yaml fires
    /// paths: { "/cats/{id}/friends/{id}": {} }
    /// #        ^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { "/cats/{id}/friends/{friend}": {} }
    /// ```
    pub PATH_TEMPLATE_MALFORMED = "OAS245" "path-template-malformed" {
        group: Parameters, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Paths], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let path = &*member.key.text;
        if !path.starts_with('/') {
            continue;
        }
        let plain = template::plain(path, &HashSet::new());
        let names: Vec<&str> = template::names(&plain).collect();
        let mut seen = HashSet::with_capacity(names.len());
        let twice = names.iter().find(|it| !seen.insert(**it));
        let message = match twice {
            _ if !template::is_balanced(&plain) => format!("the braces of `{path}` do not match"),
            _ if !template::is_balanced(path) => format!("`{path}` has braces in braces"),
            _ if names.contains(&"") => format!("`{path}` has braces with nothing in them"),
            Some(name) => format!("`{path}` has `{{{name}}}` twice"),
            None => continue,
        };
        cx.report(member.key.span, message)
            .help("write each parameter once, as `{name}`");
    }
}
