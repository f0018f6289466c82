//! `OAS241` path-parameter-undeclared

use crate::template;
use crate::rules::prelude::*;
use std::collections::HashSet;

declare_rule! {
    /// A path names a parameter that nothing declares.
    ///
    /// ## Why
    /// Each name in a path template must be a parameter with `in: path` (OAS 3.1, Paths Object); otherwise nobody knows
    /// what to write there.
    /// ## Fires
    /// ```yaml fires
    /// paths: { "/cats/{id}": { get: { responses: { "200": { description: a cat } } } } }
    /// #                ^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { "/cats/{id:[0-9]+}": { get: { parameters: [{ name: id, in: path, required: true, schema: {} }], responses: { "200": { description: a cat } } } } }
    /// ```
    /// ```yaml silent
    /// paths: { "/cats/{id}": { get: { parameters: [{ name: id, in: path, required: true, schema: {} }], responses: { "200": { description: a cat } } } } }
    /// ```
    pub PATH_PARAMETER_UNDECLARED = "OAS241" "path-parameter-undeclared" {
        group: Parameters, severity: Warning, preset: Minimal, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    if !operation.is_called() {
        return;
    }
    let parameters = operation.parameters().into_iter();
    let of_path = parameters.filter(|(_, it)| text(it, "in") == Some("path"));
    let declared: HashSet<&str> = of_path.filter_map(|(_, it)| text(it, "name")).collect();
    let plain = template::plain(&operation.path.text, &declared);
    for name in template::names(&plain) {
        if !declared.contains(name) {
            let method = operation.method.text.to_uppercase();
            let path = operation.path;
            let place = template::place_of(&path.text, path.span, name);
            cx.report(place, format!("`{name}` is not declared for {method}"))
                .also(operation.method.span, "in this operation")
                .help(format!("add a parameter `{name}` with `in: path`"));
        }
    }
}

fn text<'a>(node: &'a Node, field: &str) -> Option<&'a str> {
    node.get(field)?.as_str()
}
