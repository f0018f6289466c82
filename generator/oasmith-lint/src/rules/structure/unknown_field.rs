//! `OAS201` unknown-field

use crate::grammar::Members;
use oasmith_source::suggest;
use crate::rules::prelude::*;
use crate::version::Version;

declare_rule! {
    /// An object has a field that the specification does not give it.
    ///
    /// ## Why
    /// Tools pass over what they do not know, so a misspelt or misplaced field has no effect, and nobody is told.
    /// Fields of one's own begin with `x-` (OAS 3.1, Specification Extensions).
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { operationID: listCats, responses: { "200": { description: all cats } } } } }
    /// #                        ^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { operationId: listCats, x-team: pets, responses: { "200": { description: all cats } } } } }
    /// ```
    pub UNKNOWN_FIELD = "OAS201" "unknown-field" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Every(check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let kind = at.kind();
    let (Members::Fields(fields), Some(object)) = (kind.members(), at.object()) else {
        return;
    };
    // From 3.1 on a schema may have any keyword (JSON Schema 2020-12, core, 6.5); siblings of a reference are another
    // rule's.
    let is_open = kind == Kind::Schema && (cx.doc.version > Version::V30 || object.get("$ref").is_some());
    if is_open || kind == Kind::Reference {
        return;
    }
    let version = cx.doc.version;
    for member in object.iter() {
        let name = &*member.key.text;
        let is_extension = name.starts_with("x-") && kind.is_extensible();
        if is_extension || kind.field(name, version).is_some() {
            continue;
        }
        let elsewhere = fields.iter().find(|it| it.name == name);
        let message = match elsewhere {
            Some(_) => format!("`{name}` is no field of {} in OpenAPI {version}", kind.a()),
            None => format!("`{name}` is no field of {}", kind.a()),
        };
        let known = fields.iter().filter(|it| it.versions.has(version));
        let nearest = suggest::nearest(name, known.map(|it| it.name));
        let finding = cx.report(member.key.span, message);
        match (elsewhere, nearest) {
            (Some(field), _) => {
                finding.help(format!("OpenAPI {} has it", field.versions.since));
            }
            (None, _) if name == "$ref" => {
                finding.help(format!("write the object out: {} is never a reference", kind.a()));
            }
            (None, Some(nearest)) => {
                finding.help(format!("did you mean `{nearest}`?"));
            }
            (None, None) => {
                finding.help("remove it, or let its name begin with `x-`");
            }
        }
    }
}
