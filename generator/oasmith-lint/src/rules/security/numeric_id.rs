//! `OAS315` numeric-id

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// An id in the path is a number.
    ///
    /// ## Why
    /// Numbers can be counted through: whoever has one guesses the others (OWASP API1:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Id: { name: id, in: path, required: true, schema: { type: integer } } } }
    /// #                                       ^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Id: { name: id, in: path, required: true, schema: { type: string, format: uuid } } } }
    /// ```
    pub NUMERIC_ID = "OAS315" "numeric-id" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let name = at.text("name").unwrap_or_default();
    let is_id = name.eq_ignore_ascii_case("id") || name.ends_with("Id") || name.ends_with("_id") || name.ends_with("-id");
    let schema = at.get("schema").and_then(|it| at.doc().follow(it));
    let types = schema.map(types::declared).unwrap_or_default();
    if is_id && at.text("in") == Some("path") && types.contains(&"integer") {
        let place = at.get("name").map_or(at.place(), |it| it.span);
        cx.report(place, format!("the id `{name}` is a number"))
            .help("use ids that cannot be guessed, such as UUIDs");
    }
}
