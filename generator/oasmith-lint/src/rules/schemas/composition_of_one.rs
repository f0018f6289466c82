//! `OAS281` composition-of-one

use crate::rules::prelude::*;

declare_rule! {
    /// A composition has one part.
    ///
    /// ## Why
    /// One alternative is none, and `allOf` of one schema with nothing beside it is that schema. It makes a type more in
    /// most generators.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Pet: { oneOf: [{ type: object }] } } }
    /// #                               ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Pet: { oneOf: [{ type: object }, { type: string }] }, Cat: { description: a cat, allOf: [{ $ref: "#/components/schemas/Pet" }] } } }
    /// ```
    pub COMPOSITION_OF_ONE = "OAS281" "composition-of-one" {
        group: Schemas, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["allOf", "anyOf", "oneOf"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_alone = at.object().is_some_and(|it| it.len() == 1);
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let Some(member) = at.member(keyword) else {
            continue;
        };
        let has_one = member.value.as_array().is_some_and(|it| it.len() == 1);
        if has_one && (keyword != "allOf" || is_alone) {
            cx.report(member.key.span, format!("`{keyword}` has one schema"))
                .help("write the schema itself, or add the others");
        }
    }
}
