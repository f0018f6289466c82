//! `OAS250` querystring-with-query

use oasmith_source::Span;
use crate::rules::prelude::*;

declare_rule! {
    /// A parameter for the whole query string stands beside others of the query, or beside another such one.
    ///
    /// ## Why
    /// A parameter with `in: querystring` is all of the query, so there must be one at most, and none with `in: query`
    /// (OAS 3.2, Parameter Object, `in`).
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.2.0
    /// paths: { /cats: { get: { parameters: [{ name: q, in: query, schema: {} }, { name: all, in: querystring, content: { application/json: {} } }], responses: {} } } }
    /// #                                                                                          ^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// openapi: 3.2.0
    /// paths: { /cats: { get: { parameters: [{ name: id, in: header, schema: {} }, { name: all, in: querystring, content: { application/json: {} } }], responses: {} } } }
    /// ```
    pub QUERYSTRING_WITH_QUERY = "OAS250" "querystring-with-query" {
        group: Parameters, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::PathItem, Kind::Operation], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    // Those of the path hold for its operations, and are judged themselves at the path.
    let of_path = at.parent().filter(|it| it.kind() == Kind::PathItem && at.kind() == Kind::Operation);
    let mut all = of_path.map(listed).unwrap_or_default();
    let known = all.len();
    all.extend(listed(at));
    for (index, (place, is_whole)) in all.iter().enumerate().skip(known) {
        let earlier = &all[..index];
        let other = match is_whole {
            true => earlier.first(),
            false => earlier.iter().find(|it| it.1),
        };
        if let Some((other, _)) = other {
            cx.report(*place, "the whole query is one parameter, and here is another")
                .also(*other, "the first")
                .help("make them one parameter");
        }
    }
}

/// The parameters of the query in a list: where each is, and whether it is the whole query.
fn listed(at: At<'_, '_>) -> Vec<(Span, bool)> {
    let list = at.get("parameters").and_then(Node::as_array).unwrap_or_default();
    let followed = list.iter().filter_map(|it| {
        let place = at.doc().follow(it)?.get("in")?.as_str()?;
        let shown = it.get("in").or(it.get("$ref")).map_or(it.span, |it| it.span);
        matches!(place, "query" | "querystring").then_some((shown, place == "querystring"))
    });
    followed.collect()
}
