//! `OAS361` list-parameter-style-missing

use crate::types;
use crate::options::{RuleOption, Takes};
use crate::rules::prelude::*;

declare_rule! {
    /// A parameter that is a list does not say how it is written.
    ///
    /// ## Why
    /// The defaults of `style` and `explode` depend on the place, and few know them; written down they are no guess.
    /// ## Options
    /// `in`: the places where it has to be said; all by itself.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Ids: { name: ids, in: query, schema: { type: array, items: {} } } } }
    /// #                                        ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Ids: { name: ids, in: query, style: form, explode: false, schema: { type: array, items: {} } } } }
    /// ```
    pub LIST_PARAMETER_STYLE_MISSING = "OAS361" "list-parameter-style-missing" {
        group: Parameters, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter], check),
        options: OPTIONS,
    }
}

const OPTIONS: &[RuleOption] = &[RuleOption {
    name: "in",
    takes: Takes::Words(&["query", "path", "header", "cookie"]),
}];

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let schema = at.get("schema").and_then(|it| at.doc().follow(it));
    let types = schema.map(types::declared).unwrap_or_default();
    let is_told = at.get("style").is_some() && at.get("explode").is_some();
    let place = at.text("in").unwrap_or_default();
    let is_wanted = cx.words("in").contains(&place);
    if types.contains(&"array") && is_wanted && !is_told {
        let place = at.get("name").map_or(at.place(), |it| it.span);
        let name = at.text("name").unwrap_or("it");
        cx.report(place, format!("nothing says how the list `{name}` is written"))
            .help("add `style` and `explode`");
    }
}
