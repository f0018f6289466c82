//! `OAS242` path-parameter-unused

use crate::template;
use oasmith_source::{ends, suggest};
use crate::rules::prelude::*;
use std::collections::HashSet;

declare_rule! {
    /// A parameter stands in the path by its own account, and not in the path template.
    ///
    /// ## Why
    /// The name must be in the template (OAS 3.1, Parameter Object), so its value goes nowhere. Most often one of both
    /// is misspelt.
    /// ## Fires
    /// ```yaml fires
    /// paths: { "/cats/{id}": { get: { parameters: [{ name: id, in: path, required: true, schema: {} }, { name: Id, in: path, required: true, schema: {} }], responses: {} } } }
    /// #                                                                                                        ^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { "/cats/:id": { get: { parameters: [{ name: id, in: path, required: true, schema: {} }], responses: {} } } }
    /// ```
    /// ```yaml silent
    /// paths: { "/cats/{id}": { get: { parameters: [{ name: id, in: path, required: true, schema: {} }], responses: {} } } }
    /// ```
    pub PATH_PARAMETER_UNUSED = "OAS242" "path-parameter-unused" {
        group: Parameters, severity: Warning, preset: Minimal, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    if !operation.is_called() {
        return;
    }
    let path = &*operation.path.text;
    let all = operation.parameters().into_iter();
    let named = all.filter_map(|(listed, it)| {
        let name = it.get("name").and_then(Node::as_str)?;
        let place = it.get("in").and_then(Node::as_str);
        (place == Some("path")).then_some((listed, name))
    });
    let named: Vec<(&Node, &str)> = named.collect();
    let declared: HashSet<&str> = named.iter().map(|it| it.1).collect();
    let plain = template::plain(path, &declared);
    let used: HashSet<&str> = template::names(&plain).collect();
    for (listed, name) in named {
        if !used.contains(name) {
            let node = listed.get("name").or(listed.get("$ref")).unwrap_or(listed);
            let shown = ends(path, 200);
            let finding = cx.report(node.span, format!("`{name}` is not in the path `{shown}`"));
            match suggest::nearest(name, template::names(&plain)) {
                Some(nearest) => finding.help(format!("did you mean `{nearest}`?")),
                None => finding.help(format!("add `{{{name}}}` to the path, or remove the parameter")),
            };
        }
    }
}
