//! `OAS294` parameter-example-invalid

use crate::example;
use crate::instance::Sort;
use crate::rules::prelude::*;

declare_rule! {
    /// An example of a parameter or header is not valid for its schema.
    ///
    /// ## Why
    /// The example is the value before it is put into the URL or the header (OAS 3.1, Parameter Object, `example`). Who tries
    /// it out is refused by the server that checks.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer, maximum: 100 }, example: 1000 } } }
    /// #                                                                                                              ^^^^
    /// ```
    /// ```yaml fires
    /// components: { headers: { Limit: { schema: { type: integer }, examples: { Few: { value: few } } } } }
    /// #                                                                                      ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer, maximum: 100 }, example: 10 } } }
    /// ```
    pub PARAMETER_EXAMPLE_INVALID = "OAS294" "parameter-example-invalid" {
        group: Examples, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(_: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    example::tell(&[Kind::Parameter, Kind::Header], Sort::Invalid, cx);
}
