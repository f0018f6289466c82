//! `OAS248` path-trailing-slash

use crate::rules::prelude::*;

declare_rule! {
    /// A path ends with a slash.
    ///
    /// ## Why
    /// To HTTP, `/cats` and `/cats/` are two resources. Callers forget the slash, and get a 404 or a redirect that
    /// costs their body.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats/: {} }
    /// #        ^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /: {}, /cats: {} }
    /// ```
    pub PATH_TRAILING_SLASH = "OAS248" "path-trailing-slash" {
        group: Parameters, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Paths], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let path = &*member.key.text;
        if path.len() > 1 && path.starts_with('/') && path.ends_with('/') {
            cx.report(member.key.span, format!("the path `{path}` ends with a slash"))
                .help("remove it");
        }
    }
}
