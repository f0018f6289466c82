//! `OAS268` default-not-allowed

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A default is not of the declared type, or not among the values.
    ///
    /// ## Why
    /// A default is what a reader takes when nothing is sent, and should be valid (OAS 3.1, Schema Object; JSON Schema
    /// 2020-12, validation, 9.2).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Size: { type: integer, default: "10" } } }
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Kind: { type: string, enum: [cat, dog], default: bird } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Size: { type: integer, default: 10 }, Kind: { type: string, enum: [cat, dog], default: cat } } }
    /// ```
    pub DEFAULT_NOT_ALLOWED = "OAS268" "default-not-allowed" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(default) = at.get("default") else {
        return;
    };
    if matches!(default.value, Value::Null) {
        // Many write it for "no default".
        return;
    }
    let types = types::declared(at.node());
    if !types.is_empty() && !types.iter().any(|it| types::is_of(default, it)) {
        let message = format!("the default is {}, and the type is {}", default.kind(), types::shown(&types));
        cx.report(default.span, message)
            .help("correct the default, or the type");
        return;
    }
    let values = at.member("enum").and_then(|it| Some((it, it.value.as_array()?)));
    if let Some((member, values)) = values
        && !values.iter().any(|it| it.same(default))
    {
        cx.report(default.span, "the default is none of the values")
            .also(member.key.span, "the values")
            .help("add it to them, or choose one of them");
    }
}
