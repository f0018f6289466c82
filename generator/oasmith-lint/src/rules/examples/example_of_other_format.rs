//! `OAS295` example-of-other-format

use crate::example;
use crate::instance::Sort;
use crate::rules::prelude::*;

declare_rule! {
    /// An example is not of the format that its schema has.
    ///
    /// ## Why
    /// A `format` is a remark to JSON Schema, and a type to many generators: a `date-time` without an offset is refused by
    /// code that reads it as one. Either the example is wrong, or the server sends what is not of the format.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Day: { type: string, format: date, example: 31.12.2024 } } }
    /// #                                                                    ^^^^^^^^^^
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Count: { type: number, format: int64, example: 1.5 } } }
    /// #                                                                       ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Day: { type: string, format: date, example: 2024-12-31 } } }
    /// ```
    pub EXAMPLE_OF_OTHER_FORMAT = "OAS295" "example-of-other-format" {
        group: Examples, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(_: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    example::tell(&[Kind::Schema, Kind::MediaType, Kind::Parameter, Kind::Header], Sort::Format, cx);
}
