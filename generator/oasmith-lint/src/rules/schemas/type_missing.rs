//! `OAS278` type-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A schema has keywords of one type, and no `type`.
    ///
    /// ## Why
    /// A value of any other type is valid then, and tools that go by `type` see nothing.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { properties: { name: { type: string } } } } }
    /// #                               ^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, properties: { name: { type: string } } } } }
    /// ```
    pub TYPE_MISSING = "OAS278" "type-missing" {
        group: Schemas, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let has = |keyword: &str| at.get(keyword).is_some();
    let says = ["type", "$ref", "allOf", "anyOf", "oneOf", "not", "enum", "const"];
    let is_part = matches!(at.field(), Some("allOf" | "anyOf" | "oneOf" | "not" | "if" | "then" | "else"));
    if is_part || says.into_iter().any(has) {
        return;
    }
    let implied = [("properties", "object"), ("items", "array"), ("minLength", "string"), ("pattern", "string"), ("minimum", "number")];
    let implied = implied.into_iter().find(|(keyword, _)| has(keyword));
    if let Some((keyword, of)) = implied {
        let place = at.key_of(keyword).unwrap_or(at.place());
        cx.report(place, format!("`{keyword}` stands without a `type`"))
            .help(format!("add `type: {of}`"));
    }
}
