//! `OAS262` enum-of-other-type

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A value of `enum` or `const` is not of the declared type.
    ///
    /// ## Why
    /// Both hold at once (JSON Schema 2020-12, validation, 6.1), so this value is never valid.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Size: { type: integer, enum: [1, "2"] } } }
    /// #                                                         ^^^
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Kind: { type: string, const: 1 } } }
    /// #                                                     ^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Size: { type: integer, enum: [1, 2] }, Kind: { type: [string, "null"], enum: [cat, null] } } }
    /// ```
    pub ENUM_OF_OTHER_TYPE = "OAS262" "enum-of-other-type" {
        group: Schemas, severity: Error, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["enum", "const"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let listed = at.get("enum").and_then(Node::as_array).unwrap_or_default();
    let values = listed.iter().chain(at.get("const"));
    let types = types::declared(at.node());
    // In 3.0, `nullable` adds null to the type.
    let may_be_null = at.is("nullable");
    for value in values {
        let is_null = may_be_null && matches!(value.value, Value::Null);
        if !types.is_empty() && !is_null && !types.iter().any(|it| types::is_of(value, it)) {
            let message = format!("this value is {}, and the type is {}", value.kind(), types::shown(&types));
            cx.report(value.span, message)
                .help("remove the value, or correct one of both");
        }
    }
}
