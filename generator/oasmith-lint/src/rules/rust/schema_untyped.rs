//! `OAS353` schema-untyped

use crate::rules::prelude::*;

declare_rule! {
    /// A property says nothing about what it holds.
    ///
    /// ## Why
    /// Generated code types it as raw JSON, which every caller has to take apart.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { type: object, properties: { age: {} } } } }
    /// #                                                           ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, properties: { age: { type: integer } } } } }
    /// ```
    pub SCHEMA_UNTYPED = "OAS353" "schema-untyped" {
        group: Rust, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let says_nothing = at.object().is_some_and(|it| {
        let describes = ["title", "description", "example", "examples", "default", "deprecated", "readOnly", "writeOnly", "nullable"];
        it.iter().all(|it| describes.contains(&&*it.key.text) || it.key.text.starts_with("x-"))
    });
    if says_nothing && at.field() == Some("properties") {
        cx.report(at.place(), "nothing says what this property holds")
            .help("add `type`; without one it is raw JSON in Rust");
    }
}
