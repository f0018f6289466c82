//! `OAS244` parameter-repeated

use crate::rules::prelude::*;
use std::collections::HashMap;

declare_rule! {
    /// A list of parameters has one twice.
    ///
    /// ## Why
    /// A parameter is known by its name and place, and a list must not have duplicates (OAS 3.1, Operation Object);
    /// tools take either.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { parameters: [{ name: n, in: query, schema: {} }, { name: n, in: query, schema: { type: string } }], responses: { "200": { description: all cats } } } } }
    /// #                                                                                 ^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { parameters: [{ name: n, in: query, schema: {} }, { name: n, in: header, schema: {} }], responses: { "200": { description: all cats } } } } }
    /// ```
    pub PARAMETER_REPEATED = "OAS244" "parameter-repeated" {
        group: Parameters, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Operation, Kind::PathItem], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let mut seen: HashMap<(&str, &str), &Node> = HashMap::new();
    let parameters = at.get("parameters").and_then(Node::as_array);
    for listed in parameters.into_iter().flatten() {
        let parameter = at.doc().follow(listed);
        let text = |field| parameter.and_then(|it| it.get(field)?.as_str());
        let (Some(name), Some(place)) = (text("name"), text("in")) else {
            continue;
        };
        let shown = |it: &Node| it.get("name").or(it.get("$ref")).map_or(it.span, |it| it.span);
        match seen.get(&(name, place)) {
            Some(first) => {
                let message = format!("the parameter `{name}` in `{place}` is there twice");
                cx.report(shown(listed), message)
                    .also(shown(first), "the first")
                    .help("remove one of them");
            }
            None => {
                seen.insert((name, place), listed);
            }
        }
    }
}
