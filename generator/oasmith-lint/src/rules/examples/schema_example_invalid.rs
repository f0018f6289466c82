//! `OAS292` schema-example-invalid

use crate::example;
use crate::instance::Sort;
use crate::rules::prelude::*;

declare_rule! {
    /// An example of a schema is not valid for it.
    ///
    /// ## Why
    /// Readers copy examples, and tools make mocks and tests of them. One that its own schema refuses misleads both, or shows
    /// that the schema is wrong (OAS 3.1, Schema Object, `example`; JSON Schema 2020-12, validation, 9.5).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Size: { type: integer, example: "10" } } }
    /// #                                                        ^^^^
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Cat: { required: [name], properties: { name: { type: string } }, example: { nmae: Tom } } } }
    /// #                                                                                         ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Size: { type: integer, example: 10 }, Name: { type: string, examples: [Tom] } } }
    /// ```
    pub SCHEMA_EXAMPLE_INVALID = "OAS292" "schema-example-invalid" {
        group: Examples, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(_: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    example::tell(&[Kind::Schema], Sort::Invalid, cx);
}
