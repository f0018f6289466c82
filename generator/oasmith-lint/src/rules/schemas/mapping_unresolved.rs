//! `OAS272` mapping-unresolved

use crate::rules::prelude::*;

declare_rule! {
    /// A value of a discriminator is mapped to nothing.
    ///
    /// ## Why
    /// A mapping leads to a schema by a reference or by the name of a component (OAS 3.1, Discriminator Object).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Kat" } } }, Cat: { type: object, required: [kind], properties: { kind: {} } } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: { cat: Cat } } }, Cat: { type: object, required: [kind], properties: { kind: {} } } } }
    /// ```
    pub MAPPING_UNRESOLVED = "OAS272" "mapping-unresolved" {
        group: Schemas, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Discriminator], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let schemas = at.doc().root.pointer("/components/schemas");
    let mapping = at.get("mapping").and_then(Node::as_object);
    for member in mapping.into_iter().flat_map(|it| it.iter()) {
        let Some(text) = member.value.as_str() else {
            continue;
        };
        let is_known = match text.starts_with('#') {
            true => at.doc().target(text).is_some(),
            // What is no name of a component is a reference to another document.
            false => schemas.is_some_and(|it| it.get(text).is_some()) || text.contains(['/', '.']),
        };
        if !is_known {
            cx.report(member.value.span, format!("`{text}` is no schema"))
                .help("name a schema of `components`");
        }
    }
}
