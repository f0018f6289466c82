//! `OAS280` nullable-enum-without-null

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// An `enum` that may be null does not list null.
    ///
    /// ## Why
    /// An `enum` allows its values and no others, so null is not valid, whatever `type` or `nullable` say (OAS 3.0.3,
    /// proposal 003).
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.0.3
    /// paths: {}
    /// components: { schemas: { Kind: { type: string, nullable: true, enum: [cat, dog] } } }
    /// #                                                              ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// openapi: 3.0.3
    /// paths: {}
    /// components: { schemas: { Kind: { type: string, nullable: true, enum: [cat, dog, null] } } }
    /// ```
    pub NULLABLE_ENUM_WITHOUT_NULL = "OAS280" "nullable-enum-without-null" {
        group: Schemas, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["enum"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let may_be_null = at.is("nullable") || types::declared(at.node()).contains(&"null");
    let Some(member) = at.member("enum").filter(|_| may_be_null) else {
        return;
    };
    let values = member.value.as_array().unwrap_or_default();
    if !values.is_empty() && !values.iter().any(|it| matches!(it.value, Value::Null)) {
        cx.report(member.key.span, "null is allowed, and not among the values")
            .help("add `null` to the values");
    }
}
