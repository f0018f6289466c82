//! `OAS268` default-not-allowed

use crate::instance::{Checker, Way};
use crate::rules::prelude::*;

declare_rule! {
    /// A default is not valid for its schema.
    ///
    /// ## Why
    /// A default is what a reader takes when nothing is sent, and should be valid (OAS 3.1, Schema Object; JSON Schema
    /// 2020-12, validation, 9.2).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Size: { type: integer, default: "10" } } }
    /// #                                                        ^^^^
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Kind: { type: string, enum: [cat, dog], default: bird } } }
    /// #                                                                         ^^^^
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Size: { type: integer, minimum: 1, default: 0 } } }
    /// #                                                                    ^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Size: { type: integer, default: 10 }, Kind: { type: string, enum: [cat, dog], default: cat } } }
    /// ```
    pub DEFAULT_NOT_ALLOWED = "OAS268" "default-not-allowed" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(_: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    let mut checker = Checker::new(cx.doc);
    for at in cx.doc.schemas_with(&["default"]) {
        let Some(default) = at.member("default") else {
            continue;
        };
        // Many write `null` for "no default", and programs write `{}` for "all defaults of the members".
        let is_void = match &default.value.value {
            Value::Null => true,
            Value::Object(it) => it.is_empty(),
            _ => false,
        };
        if is_void {
            continue;
        }
        let name = Some(default.key.span);
        let faults = checker.faults(&default.value, name, "the default", at.node(), Way::Any);
        cx.look_at(at);
        for fault in faults {
            cx.report(fault.place, fault.message)
                .also(fault.keyword, "the schema says so")
                .help(fault.help);
        }
    }
}
