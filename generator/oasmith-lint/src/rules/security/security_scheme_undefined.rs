//! `OAS301` security-scheme-undefined

use oasmith_source::suggest;
use crate::rules::prelude::*;

declare_rule! {
    /// A security requirement names a scheme that is not declared.
    ///
    /// ## Why
    /// Each name must be that of a scheme in `components` (OAS 3.1, Security Requirement Object). Tools then leave the
    /// operation open, or refuse it.
    /// ## Fires
    /// ```yaml fires
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// paths: { /cats: { get: { security: [{ kei: [] }], responses: { "200": { description: all cats } } } } }
    /// #                                     ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
    /// paths: { /cats: { get: { security: [{ key: [] }], responses: { "200": { description: all cats } } } } }
    /// ```
    pub SECURITY_SCHEME_UNDEFINED = "OAS301" "security-scheme-undefined" {
        group: Security, severity: Warning, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::SecurityRequirement], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let schemes = at.doc().root.pointer("/components/securitySchemes");
    let schemes = schemes.and_then(Node::as_object);
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let name = &*member.key.text;
        // OAS 3.2: a name may be a reference to a scheme.
        let is_reference = name.contains(['/', '#']);
        if is_reference || at.doc().component("securitySchemes", name).is_some() {
            continue;
        }
        let known = schemes.into_iter().flat_map(|it| it.iter()).map(|it| &*it.key.text);
        let nearest = suggest::nearest(name, known);
        let finding = cx.report(member.key.span, format!("the security scheme `{name}` is not declared"));
        match nearest {
            Some(nearest) => finding.help(format!("did you mean `{nearest}`?")),
            None => finding.help("add it to `securitySchemes` of `components`"),
        };
    }
}
