//! `OAS293` media-type-example-invalid

use crate::example;
use crate::instance::Sort;
use crate::rules::prelude::*;

declare_rule! {
    /// An example of a body is not valid for its schema.
    ///
    /// ## Why
    /// It is what readers try first, and what mocks answer. An example should be of the media type and of its schema (OAS
    /// 3.1, Media Type Object, `example`).
    /// What is `readOnly` may be missing in a request, and what is `writeOnly` in a response.
    /// ## Fires
    /// ```yaml fires
    /// components: { responses: { Cat: { description: a cat, content: { application/json: { schema: { required: [name] }, example: { age: 3 } } } } } }
    /// #                                                                                                                  ^^^^^^^
    /// ```
    /// ```yaml fires
    /// components: { responses: { Cat: { description: a cat, content: { application/json: { schema: { type: object }, examples: { Tom: { $ref: "#/components/examples/Tom" } } } } } }, examples: { Tom: { value: "{}" } } }
    /// #                                                                                                                                                                                                          ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { responses: { Cat: { description: a cat, content: { application/json: { schema: { required: [name] }, example: { name: Tom } } } } } }
    /// ```
    pub MEDIA_TYPE_EXAMPLE_INVALID = "OAS293" "media-type-example-invalid" {
        group: Examples, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(_: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    example::tell(&[Kind::MediaType], Sort::Invalid, cx);
}
