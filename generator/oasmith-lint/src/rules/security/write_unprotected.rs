//! `OAS364` write-unprotected

use crate::rules::prelude::*;

declare_rule! {
    /// Anybody may change something.
    ///
    /// ## Why
    /// An operation that is called by POST, PUT, PATCH or DELETE, and that says that no credential is needed, is open to
    /// everybody (OWASP API2:2023).
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { post: { security: [], responses: { "200": { description: made } } } } }
    /// #                         ^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { securitySchemes: { token: { type: http, scheme: bearer } } }
    /// paths: { /cats: { post: { security: [{ token: [] }], responses: { "200": { description: made } } } } }
    /// ```
    pub WRITE_UNPROTECTED = "OAS364" "write-unprotected" {
        group: Security, severity: Warning, preset: Strict, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let root = operation.at.doc().root;
    let security = operation.at.get("security").or_else(|| root.get("security"));
    let writes = matches!(&*operation.method.text, "post" | "put" | "patch" | "delete");
    if security.is_some() && writes && operation.is_called() && !operation.is_secured() {
        let place = operation.at.key_of("security").unwrap_or(operation.method.span);
        cx.report(place, format!("anybody may call {}", operation.shown()))
            .help("require a security scheme");
    }
}
