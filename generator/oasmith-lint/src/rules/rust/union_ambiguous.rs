//! `OAS355` union-ambiguous

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A value can be of two alternatives at once.
    ///
    /// ## Why
    /// Both are objects, neither has a required property that the other has not, none that both have is of another type,
    /// and there is no discriminator. Which one a value is depends on who reads it.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }, Cat: { type: object, properties: { name: {} } }, Dog: { type: object, properties: { name: {} } } } }
    /// #                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }, Cat: { type: object, required: [kind], properties: { kind: { const: cat } } }, Dog: { type: object, required: [kind], properties: { kind: { const: dog } } } } }
    /// ```
    /// ```yaml silent
    /// components: { schemas: { Range: { oneOf: [{ $ref: "#/components/schemas/V4" }, { $ref: "#/components/schemas/V6" }] }, V4: { type: object, required: [first], properties: { first: { type: string, format: ipv4 } } }, V6: { type: object, required: [first], properties: { first: { type: string, format: ipv6 } } } } }
    /// ```
    pub UNION_AMBIGUOUS = "OAS355" "union-ambiguous" {
        group: Rust, severity: Info, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["anyOf", "oneOf"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if at.get("discriminator").is_some() {
        return;
    }
    for keyword in ["oneOf", "anyOf"] {
        let parts = at.get(keyword).and_then(Node::as_array).unwrap_or_default();
        let plain: Vec<(&Node, &Node)> = parts
            .iter()
            .take(COMPARED)
            .filter_map(|it| Some((it, at.doc().follow(it)?)))
            .filter(|(_, it)| is_plain_object(it))
            .collect();
        for (index, (part, schema)) in plain.iter().enumerate() {
            let same = plain[..index].iter().find(|(_, it)| !std::ptr::eq(*it, *schema) && is_alike(it, schema));
            let Some((other, _)) = same else { continue };
            let shown = |it: &Node| it.get("$ref").or(it.get("type")).map_or(it.span, |it| it.span);
            cx.report(shown(part), "a value can be of this alternative and of another")
                .also(shown(other), "this one")
                .help("add a discriminator; oasmith takes the first one that fits best");
            break;
        }
    }
}

/// So many are compared with each other.
const COMPARED: usize = 60;

/// An object whose properties are all in sight.
fn is_plain_object(schema: &Node) -> bool {
    let hidden = ["allOf", "anyOf", "oneOf", "not", "if", "patternProperties"];
    schema.get("properties").is_some() && hidden.iter().all(|it| schema.get(it).is_none())
}

/// Whether no required property, and no value of one, makes a difference.
fn is_alike(a: &Node, b: &Node) -> bool {
    let properties = a.get("properties").and_then(Node::as_object);
    let mut shared = properties.into_iter().flat_map(|it| it.iter());
    let is_of_other_type = shared.any(|it| {
        let other = property(b, &it.key.text);
        other.is_some_and(|other| have_other_types(&it.value, other))
    });
    !is_of_other_type && !sets_apart(a, b) && !sets_apart(b, a)
}

/// Whether a property that one requires is none of the other's, or has other values or another type there.
fn sets_apart(a: &Node, b: &Node) -> bool {
    let required = a.get("required").and_then(Node::as_array).unwrap_or_default();
    required.iter().filter_map(Node::as_str).any(|name| {
        match (property(a, name), property(b, name)) {
            (_, None) => true,
            (Some(a), Some(b)) => differ(a, b),
            (None, Some(_)) => false,
        }
    })
}

fn property<'a>(schema: &'a Node, name: &str) -> Option<&'a Node> {
    schema.get("properties")?.get(name)
}

/// Whether the values of two properties differ for sure, or may: what is referred to is not looked into.
fn differ(a: &Node, b: &Node) -> bool {
    let is_told = |it: &Node| ["const", "enum", "$ref", "allOf", "pattern"].iter().any(|key| it.get(key).is_some());
    let formats = a.get("format").zip(b.get("format"));
    let have_other_formats = formats.is_some_and(|(a, b)| a.as_str() != b.as_str());
    is_told(a) || is_told(b) || have_other_formats || have_other_types(a, b)
}

/// Whether two schemas have no type in common.
fn have_other_types(a: &Node, b: &Node) -> bool {
    let (of_a, of_b) = (types::declared(a), types::declared(b));
    !of_a.is_empty() && !of_b.is_empty() && !of_a.iter().any(|it| of_b.contains(it))
}
