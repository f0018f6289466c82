//! `OAS209` path-without-slash

use crate::rules::prelude::*;

declare_rule! {
    /// A path does not begin with a slash.
    ///
    /// ## Why
    /// A path is appended to the URL of the server, and must begin with `/` (OAS 3.1, Paths Object).
    /// ## Fires
    /// ```yaml fires
    /// paths: { cats: {} }
    /// #        ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: {} }
    /// ```
    pub PATH_WITHOUT_SLASH = "OAS209" "path-without-slash" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Paths], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let path = &*member.key.text;
        if !path.starts_with('/') && !path.starts_with("x-") {
            cx.report(member.key.span, format!("the path `{path}` does not begin with a slash"))
                .help(format!("write `/{path}`"));
        }
    }
}
