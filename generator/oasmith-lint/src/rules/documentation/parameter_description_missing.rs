//! `OAS337` parameter-description-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A parameter has no description.
    ///
    /// ## Why
    /// Its name rarely says all about it: units, formats, what is taken when it is left out.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Limit: { name: limit, in: query, schema: {} } } }
    /// #                                          ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Limit: { name: limit, in: query, description: How many at most., schema: {} } } }
    /// ```
    pub PARAMETER_DESCRIPTION_MISSING = "OAS337" "parameter-description-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let schema = at.get("schema").and_then(|it| at.doc().follow(it));
    let described = at.get("description").or(schema.and_then(|it| it.get("description")));
    if described.is_none() {
        let name = at.text("name").unwrap_or("it");
        let place = at.get("name").map_or(at.place(), |it| it.span);
        cx.report(place, format!("the parameter `{name}` has no description"))
            .help("add `description`");
    }
}
