//! `OAS356` parameter-without-form

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A parameter holds what its style has no form for.
    ///
    /// ## Why
    /// The styles are defined for scalars, and for lists and objects of scalars (OAS 3.1, Style Values); what stands in for
    /// a list of objects differs from server to server.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Sort: { name: sort, in: query, schema: { type: array, items: { type: object } } } } }
    /// #                                         ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Sort: { name: sort, in: query, schema: { type: array, items: { type: string } } } } }
    /// ```
    pub PARAMETER_WITHOUT_FORM = "OAS356" "parameter-without-form" {
        group: Rust, severity: Info, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter, Kind::Header], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let follow = |it| at.doc().follow(it);
    let Some(schema) = at.get("schema").and_then(follow) else {
        return;
    };
    let has_parts = |it: &Node| {
        let types = types::declared(it);
        !types.is_empty() && types.iter().all(|it| matches!(*it, "object" | "array"))
    };
    let item = schema.get("items").and_then(follow).filter(|it| has_parts(it));
    let properties = schema.get("properties").and_then(Node::as_object);
    let mut properties = properties.into_iter().flat_map(|it| it.iter());
    let member = properties.find(|it| follow(&it.value).is_some_and(has_parts));
    let what = match (item, member) {
        (Some(_), _) => "a list of lists or objects",
        (None, Some(_)) => "an object with lists or objects in it",
        (None, None) => return,
    };
    let style = at.text("style").unwrap_or(match at.text("in") {
        Some("query" | "cookie") => "form",
        _ => "simple",
    });
    let place = at.get("name").map_or(at.place(), |it| it.span);
    let finding = cx.report(place, format!("`{style}` has no form for {what}"));
    match style {
        "deepObject" => finding.help("use `content` with JSON; oasmith writes names in brackets, as most servers read them"),
        _ => finding.help("use `content` with JSON; oasmith refuses to send such a value"),
    };
}
