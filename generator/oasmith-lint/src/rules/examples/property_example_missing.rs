//! `OAS297` property-example-missing

use crate::document::Step;
use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A property that is a scalar has no example.
    ///
    /// ## Why
    /// Documentation and mocks then show `string` and `0`.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { type: object, properties: { name: { type: string } } } } }
    /// #                                                           ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, properties: { name: { type: string, example: Tom }, kind: { const: cat } } } } }
    /// ```
    pub PROPERTY_EXAMPLE_MISSING = "OAS297" "property-example-missing" {
        group: Examples, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["type"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Step::Named(Some(field), key) = at.step() else {
        return;
    };
    let types = types::declared(at.node());
    let is_scalar = |it: &&str| matches!(*it, "string" | "number" | "integer" | "boolean" | "null");
    let is_shown = ["example", "examples", "default", "const"].iter().any(|it| at.get(it).is_some());
    let is_binary = at.text("format") == Some("binary");
    let is_property = &*field.text == "properties" && !types.is_empty();
    if is_property && types.iter().all(is_scalar) && !is_shown && !is_binary {
        cx.report(key.span, format!("the property `{}` has no example", key.text))
            .help("add `example`");
    }
}
