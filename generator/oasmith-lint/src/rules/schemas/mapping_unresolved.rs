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
    /// #                                                                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ```yaml fires
    /// openapi: 3.2.0
    /// components: { schemas: { Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, defaultMapping: Kat } }, Cat: { type: object } } }
    /// #                                                                                                                                   ^^^
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
    let mapped = mapping.into_iter().flat_map(|it| it.iter()).map(|it| &it.value);
    for value in mapped.chain(at.get("defaultMapping")) {
        let Some(text) = value.as_str() else {
            continue;
        };
        let is_known = match text.starts_with('#') {
            true => at.doc().target(text).is_some(),
            // What is no name of a component is a reference to another document.
            false => schemas.is_some_and(|it| it.get(text).is_some()) || text.contains(['/', '.']),
        };
        if !is_known {
            cx.report(value.span, format!("`{text}` is no schema"))
                .help("name a schema of `components`");
        }
    }
}
