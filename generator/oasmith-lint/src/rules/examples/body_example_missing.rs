//! `OAS298` body-example-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A JSON body has no example.
    ///
    /// ## Why
    /// An example says at a glance what pages of schemas say in detail.
    /// ## Fires
    /// ```yaml fires
    /// components: { requestBodies: { Cat: { content: { application/json: { schema: { type: object } } } } } }
    /// #                                                ^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { requestBodies: { Cat: { content: { application/json: { schema: { type: object }, example: {} } } } } }
    /// ```
    pub BODY_EXAMPLE_MISSING = "OAS298" "body-example-missing" {
        group: Examples, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::MediaType], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(name) = at.name().filter(|it| it.text.contains("json")) else {
        return;
    };
    let Some(schema) = at.get("schema").and_then(|it| at.doc().follow(it)) else {
        return;
    };
    let has = |it: &Node| ["example", "examples"].iter().any(|field| it.get(field).is_some());
    // Those of the properties are as good.
    let properties = schema.get("properties").and_then(Node::as_object);
    let mut properties = properties.into_iter().flat_map(|it| it.iter());
    if !has(at.node()) && !has(schema) && !properties.any(|it| has(&it.value)) {
        cx.report(name.span, format!("this `{}` has no example", name.text))
            .help("add `example`, here or in the schema");
    }
}
