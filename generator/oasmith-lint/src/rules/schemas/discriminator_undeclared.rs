//! `OAS271` discriminator-undeclared

use crate::rules::prelude::*;
use crate::version::Version;

declare_rule! {
    /// The property of a discriminator is not declared, or not required.
    ///
    /// ## Why
    /// Every alternative must have the property, and it should be required (OAS 3.1, Discriminator Object); without it
    /// nobody can tell which alternative a value is.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Pet: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string } } } } }
    /// #                                                                            ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Pet: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } } } }
    /// ```
    pub DISCRIMINATOR_UNDECLARED = "OAS271" "discriminator-undeclared" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Discriminator], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some((node, name)) = at.get("propertyName").and_then(|it| Some((it, it.as_str()?))) else {
        return;
    };
    // OAS 3.2, Discriminator Object: the property may be missing where `defaultMapping` says what that means.
    let has_default = cx.doc.version == Version::V32 && at.get("defaultMapping").is_some();
    let Some(schema) = at.parent().filter(|_| !has_default) else {
        return;
    };
    let mut alternatives: Vec<&Node> = Vec::new();
    for keyword in ["oneOf", "anyOf"] {
        let listed = schema.get(keyword).and_then(Node::as_array);
        alternatives.extend(listed.into_iter().flatten());
    }
    if alternatives.is_empty() {
        alternatives.push(schema.node());
    }
    for alternative in alternatives {
        let Some(target) = at.doc().follow(alternative) else {
            continue;
        };
        let is_null = target.get("type").and_then(Node::as_str) == Some("null");
        if is_null || has(at.doc(), target, name, 0) {
            continue;
        }
        let which = alternative.get("$ref").and_then(Node::as_str);
        let which = which.and_then(|it| it.rsplit('/').next()).map(|it| format!("`{it}`"));
        let which = which.unwrap_or("an alternative".into());
        let second = alternative.get("$ref").unwrap_or(alternative).span;
        cx.report(node.span, format!("`{name}` is not a required property of {which}"))
            .also(second, "here")
            .help(format!("add `{name}` to `properties` and `required` there"));
    }
}

/// Whether a schema, or what it is put together from, requires and declares a property.
fn has<'a>(doc: &Doc<'a>, schema: &'a Node, name: &str, depth: u32) -> bool {
    let (mut declares, mut requires) = (false, false);
    look(doc, schema, name, depth, &mut declares, &mut requires);
    declares && requires
}

fn look<'a>(doc: &Doc<'a>, schema: &'a Node, name: &str, depth: u32, declares: &mut bool, requires: &mut bool) {
    let Some(schema) = doc.follow(schema).filter(|_| depth < 16) else {
        return;
    };
    let properties = schema.get("properties").and_then(Node::as_object);
    *declares |= properties.is_some_and(|it| it.get(name).is_some());
    let required = schema.get("required").and_then(Node::as_array);
    *requires |= required.into_iter().flatten().any(|it| it.as_str() == Some(name));
    let parts = schema.get("allOf").and_then(Node::as_array);
    for part in parts.into_iter().flatten() {
        look(doc, part, name, depth + 1, declares, requires);
    }
    // An alternative may be several in turn, each of which has it.
    for keyword in ["oneOf", "anyOf"] {
        let Some(several) = schema.get(keyword).and_then(Node::as_array) else {
            continue;
        };
        if !several.is_empty() && several.iter().all(|it| has(doc, it, name, depth + 1)) {
            (*declares, *requires) = (true, true);
        }
    }
}
