//! `OAS202` missing-field

use crate::grammar::Members;
use crate::rules::prelude::*;

declare_rule! {
    /// An object is without a field that it must have.
    ///
    /// ## Why
    /// The specification marks these as REQUIRED, and tools refuse what is without them, or guess.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { responses: { "200": { content: {} } } } } }
    /// #                                     ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "200": { description: all cats } } } } }
    /// ```
    pub MISSING_FIELD = "OAS202" "missing-field" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Every(check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let (Members::Fields(fields), Some(object)) = (at.kind().members(), at.object()) else {
        return;
    };
    let version = cx.doc.version;
    for field in fields {
        let is_required = field.required.is_some_and(|it| it.has(version));
        if !is_required || !field.versions.has(version) || object.get(field.name).is_some() {
            continue;
        }
        let message = format!("this {} is without `{}`", at.kind().noun(), field.name);
        cx.report(at.place(), message)
            .help(format!("add `{}`", field.name));
    }
}
