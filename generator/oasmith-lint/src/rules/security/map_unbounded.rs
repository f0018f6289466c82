//! `OAS318` map-unbounded

use crate::rules::prelude::*;

declare_rule! {
    /// A map may have any number of members.
    ///
    /// ## Why
    /// A request with a million of them costs the server time and memory (OWASP API4:2023).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Ages: { type: object, additionalProperties: { type: integer } } } }
    /// #                                              ^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Ages: { type: object, additionalProperties: { type: integer }, maxProperties: 100 } } }
    /// ```
    pub MAP_UNBOUNDED = "OAS318" "map-unbounded" {
        group: Security, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["additionalProperties"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(member) = at.member("additionalProperties") else {
        return;
    };
    let takes_more = !matches!(member.value.value, Value::Bool(false));
    if takes_more && at.get("maxProperties").is_none() {
        cx.report(member.key.span, "this map has no upper bound")
            .help("add `maxProperties`");
    }
}
