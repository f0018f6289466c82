//! `OAS284` required-string-may-be-empty

use crate::types;
use std::collections::HashSet;
use crate::rules::prelude::*;

declare_rule! {
    /// A required text may be empty.
    ///
    /// ## Why
    /// What is required and empty is as good as missing, and passes every check.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { type: object, required: [name], properties: { name: { type: string } } } } }
    /// #                                                                             ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, required: [name], properties: { name: { type: string, minLength: 1 } } } } }
    /// ```
    pub REQUIRED_STRING_MAY_BE_EMPTY = "OAS284" "required-string-may-be-empty" {
        group: Schemas, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["required"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let required = at.get("required").and_then(Node::as_array).unwrap_or_default();
    let Some(properties) = at.get("properties").and_then(Node::as_object) else {
        return;
    };
    let names: HashSet<&str> = required.iter().filter_map(Node::as_str).collect();
    let is_told = ["minLength", "pattern", "format", "enum", "const"];
    for member in properties.iter().filter(|it| names.contains(&*it.key.text)) {
        let schema = &member.value;
        let is_text = types::declared(schema) == ["string"];
        if is_text && is_told.iter().all(|it| schema.get(it).is_none()) {
            cx.report(member.key.span, format!("the required text `{}` may be empty", member.key.text))
                .help("add `minLength: 1`");
        }
    }
}
