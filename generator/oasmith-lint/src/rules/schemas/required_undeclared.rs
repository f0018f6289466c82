//! `OAS267` required-undeclared

use oasmith_source::suggest;
use crate::rules::prelude::*;

declare_rule! {
    /// A required property is not among the properties.
    ///
    /// ## Why
    /// Nothing says what it is; most often its name is misspelt, or it was renamed in one place only.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { type: object, required: [nmae], properties: { name: { type: string } } } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, required: [name], properties: { name: { type: string } } }, Dog: { allOf: [{ $ref: "#/components/schemas/Cat" }], required: [name] } } }
    /// ```
    pub REQUIRED_UNDECLARED = "OAS267" "required-undeclared" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(required) = at.get("required").and_then(Node::as_array) else {
        return;
    };
    let Some(properties) = at.get("properties").and_then(Node::as_object) else {
        return;
    };
    // What is composed may have the property elsewhere.
    let composed = ["$ref", "allOf", "anyOf", "oneOf", "patternProperties", "if"];
    let is_part = at.parent().is_some_and(|it| it.kind() == Kind::Schema)
        && matches!(at.field(), Some("allOf" | "anyOf" | "oneOf" | "not" | "if" | "then" | "else"));
    let is_open = at.get("additionalProperties").is_some_and(|it| it.as_object().is_some());
    if is_part || is_open || composed.iter().any(|it| at.get(it).is_some()) {
        return;
    }
    for name in required {
        let Some(text) = name.as_str().filter(|it| properties.get(it).is_none()) else {
            continue;
        };
        let known = properties.iter().map(|it| &*it.key.text);
        let finding = cx.report(name.span, format!("the required property `{text}` is not declared"));
        match suggest::nearest(text, known) {
            Some(nearest) => finding.help(format!("did you mean `{nearest}`?")),
            None => finding.help("add it to `properties`, or remove it here"),
        };
    }
}
