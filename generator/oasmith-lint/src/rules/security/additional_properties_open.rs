//! `OAS317` additional-properties-open

use crate::rules::prelude::*;

declare_rule! {
    /// An object takes any members, of any kind.
    ///
    /// ## Why
    /// What is not declared is not checked, and may be written into places that it was not meant for (OWASP API3:2023, mass
    /// assignment).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { type: object, additionalProperties: true } } }
    /// #                                             ^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, additionalProperties: false }, Ages: { type: object, additionalProperties: { type: integer } } } }
    /// ```
    pub ADDITIONAL_PROPERTIES_OPEN = "OAS317" "additional-properties-open" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["additionalProperties"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(member) = at.member("additionalProperties") else {
        return;
    };
    let is_open = match &member.value.value {
        Value::Bool(it) => *it,
        Value::Object(it) => it.is_empty(),
        _ => false,
    };
    if is_open {
        cx.report(member.key.span, "this object takes any members")
            .help("declare them, and write `additionalProperties: false`");
    }
}
