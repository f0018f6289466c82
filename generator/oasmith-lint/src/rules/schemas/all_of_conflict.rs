//! `OAS277` all-of-conflict

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// Schemas that hold all at once want different types.
    ///
    /// ## Why
    /// No value is of both types, so nothing is valid.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { allOf: [{ type: object }, { type: string }] } } }
    /// #                                                                 ^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { allOf: [{ type: number }, { type: integer }] } } }
    /// ```
    pub ALL_OF_CONFLICT = "OAS277" "all-of-conflict" {
        group: Schemas, severity: Error, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["allOf"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(parts) = at.get("allOf").and_then(Node::as_array) else {
        return;
    };
    let followed = parts.iter().filter_map(|it| Some((it, at.doc().follow(it)?)));
    let mut typed = followed
        .map(|(part, it)| (part, types::declared(it)))
        .filter(|(_, types)| !types.is_empty());
    let Some((first, first_types)) = typed.next() else {
        return;
    };
    let overlap = |a: &str, b: &str| a == b || matches!((a, b), ("integer", "number") | ("number", "integer"));
    for (part, types) in typed {
        if !types.iter().any(|a| first_types.iter().any(|b| overlap(a, b))) {
            let shown = |it: &Node| it.get("type").or(it.get("$ref")).map_or(it.span, |it| it.span);
            let message = format!("this is {}, and all have to hold", types::shown(&types));
            cx.report(shown(part), message)
                .also(shown(first), format!("this is {}", types::shown(&first_types)))
                .help("use `oneOf` for alternatives");
        }
    }
}
