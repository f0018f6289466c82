//! `OAS243` path-parameter-optional

use crate::rules::prelude::*;

declare_rule! {
    /// A parameter in the path is not required.
    ///
    /// ## Why
    /// There is no path without it: `required` must be there and be `true` (OAS 3.1, Parameter Object).
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Id: { name: id, in: path, schema: {} } } }
    /// #                                       ^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Id: { name: id, in: path, required: true, schema: {} } } }
    /// ```
    pub PATH_PARAMETER_OPTIONAL = "OAS243" "path-parameter-optional" {
        group: Parameters, severity: Warning, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if at.text("in") != Some("path") || at.is("required") {
        return;
    }
    let name = at.text("name").unwrap_or("it");
    let place = match at.member("required") {
        Some(member) => member.value.span,
        None => at.get("name").map_or(at.place(), |it| it.span),
    };
    let leads_here = |it: &At<'_, '_>| {
        let target = it.text("$ref").and_then(|text| it.doc().target(text));
        target.is_some_and(|it| std::ptr::eq(it, at.node()))
    };
    let used = at.doc().references().find(leads_here);
    let finding = cx.report(place, format!("the path parameter `{name}` is not required"));
    if let Some(reference) = used.and_then(|it| it.get("$ref")) {
        finding.also(reference.span, "it is used here");
    }
    finding.help("add `required: true`");
}
