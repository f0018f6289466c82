//! `OAS221` reference-unresolved

use oasmith_source::suggest;
use crate::rules::prelude::*;

declare_rule! {
    /// A reference leads to nothing.
    ///
    /// ## Why
    /// What is referred to is missing, so nobody can tell what stands there. Most often a component was renamed or
    /// removed.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { $ref: "#/components/pathItems/Cats" } }
    /// #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// components: { schemas: { Cat: { $ref: "#/components/schemas/Dog" } } }
    /// #                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { $ref: "#/components/schemas/Dog" }, Dog: {} } }
    /// ```
    pub REFERENCE_UNRESOLVED = "OAS221" "reference-unresolved" {
        group: References, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::References(check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(reference) = at.get("$ref") else {
        return;
    };
    let Some(text) = reference.as_str().filter(|it| it.starts_with('#')) else {
        // References to other files are followed, and their faults told, when a document is put together.
        return;
    };
    // `#name` is an anchor (JSON Schema 2020-12, core, 8.2.2).
    let is_anchor = text.len() > 1 && !text.starts_with("#/");
    if is_anchor || at.doc().target(text).is_some() {
        return;
    }
    let (section, name) = text.rsplit_once('/').unwrap_or((text, ""));
    let others = cx.doc.root.pointer(section.trim_start_matches('#'));
    let names = others.and_then(Node::as_object).into_iter();
    let names = names.flat_map(|it| it.iter()).map(|it| &*it.key.text);
    let nearest = suggest::nearest(name, names).map(str::to_owned);
    let finding = cx.report(reference.span, format!("`{text}` leads to nothing"));
    match nearest {
        Some(nearest) => finding.help(format!("did you mean `{section}/{nearest}`?")),
        None => finding.help("add what it names, or name something else"),
    };
}
