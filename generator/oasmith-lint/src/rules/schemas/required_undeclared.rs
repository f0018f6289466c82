//! `OAS267` required-undeclared

use oasmith_source::suggest;
use crate::rules::prelude::*;
use crate::version::Version;

declare_rule! {
    /// A required property is not among the properties.
    ///
    /// ## Why
    /// Nothing says what it is; most often its name is misspelt, or it was renamed in one place only.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { type: object, required: [nmae], properties: { name: { type: string } } } } }
    /// #                                                        ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, required: [name], properties: { name: { type: string } } }, Dog: { allOf: [{ $ref: "#/components/schemas/Cat" }], required: [name] } } }
    /// ```
    pub REQUIRED_UNDECLARED = "OAS267" "required-undeclared" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["required"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(required) = at.get("required").and_then(Node::as_array) else {
        return;
    };
    // A part of a composition requires what the other parts declare.
    let parts = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];
    let is_part = at.field().is_some_and(|it| parts.contains(&it))
        && at.parent().is_some_and(|it| it.kind() == Kind::Schema);
    let mut declared = Vec::new();
    if is_part || !collect(at.doc(), at.node(), &mut SEARCHED.clone(), &mut declared) || declared.is_empty() {
        return;
    }
    for name in required {
        let Some(text) = name.as_str().filter(|it| !declared.contains(it)) else {
            continue;
        };
        let finding = cx.report(
            name.span,
            format!("the required property `{text}` is not declared"),
        );
        match suggest::nearest(text, declared.iter().copied()) {
            Some(nearest) => finding.help(format!("did you mean `{nearest}`?")),
            None => finding.help("add it to `properties`, or remove it here"),
        };
    }
}

/// The properties that a schema, or a part of it, declares. False where it cannot be told.
fn collect<'a>(doc: &Doc<'a>, schema: &'a Node, left: &mut u32, declared: &mut Vec<&'a str>) -> bool {
    let Some(fewer) = left.checked_sub(1) else {
        return false;
    };
    *left = fewer;
    if let Some(reference) = schema.get("$ref") {
        let target = reference.as_str().and_then(|it| doc.target(it));
        let is_closed = target.is_some_and(|it| collect(doc, it, left, declared));
        // In 3.0 nothing beside a reference counts.
        if !is_closed || doc.version == Version::V30 {
            return is_closed;
        }
    }
    let is_open = |it: &Node| it.as_object().is_some() || matches!(it.value, Value::Bool(true));
    let names_more = schema.get("patternProperties").is_some()
        || schema.get("additionalProperties").is_some_and(is_open);
    let properties = schema.get("properties").and_then(Node::as_object);
    let properties = properties.into_iter().flat_map(|it| it.iter());
    declared.extend(properties.map(|it| &*it.key.text));
    let lists = ["allOf", "anyOf", "oneOf"].into_iter();
    let mut listed = lists.filter_map(|it| schema.get(it)?.as_array()).flatten();
    let mut conditional = ["if", "then", "else"].into_iter().filter_map(|it| schema.get(it));
    !names_more
        && listed.all(|it| collect(doc, it, left, declared))
        && conditional.all(|it| collect(doc, it, left, declared))
}

/// How many schemas are searched. A composition that goes round in a circle ends here.
const SEARCHED: u32 = 200;
