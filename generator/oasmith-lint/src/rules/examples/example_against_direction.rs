//! `OAS296` example-against-direction

use crate::example;
use crate::instance::Sort;
use crate::rules::prelude::*;

declare_rule! {
    /// An example of a request has a member that is `readOnly`, or one of a response a member that is `writeOnly`.
    ///
    /// ## Why
    /// What is `readOnly` should not be sent as part of a request, and what is `writeOnly` should not be in a response (OAS
    /// 3.0, Schema Object). Who copies the example sends what the server ignores or refuses.
    /// ## Fires
    /// ```yaml fires
    /// components: { requestBodies: { Cat: { content: { application/json: { schema: { properties: { id: { readOnly: true } } }, example: { id: 7 } } } } } }
    /// #                                                                                                                                   ^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { responses: { Cat: { description: a cat, content: { application/json: { schema: { properties: { id: { readOnly: true } } }, example: { id: 7 } } } } } }
    /// ```
    pub EXAMPLE_AGAINST_DIRECTION = "OAS296" "example-against-direction" {
        group: Examples, severity: Info, preset: Recommended, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(_: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    example::tell(&[Kind::MediaType, Kind::Parameter, Kind::Header], Sort::Direction, cx);
}
