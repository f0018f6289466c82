//! `OAS233` operation-id-not-url-safe

use crate::rules::prelude::*;

declare_rule! {
    /// An operation id has characters that do not stand in a URL as they are.
    ///
    /// ## Why
    /// Documentation and tools make anchors, file names and links of ids.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /cats: { get: { operationId: list cats, responses: { "200": { description: all cats } } } } }
    /// #                                     ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { operationId: pets.list-cats_v1, responses: { "200": { description: all cats } } } } }
    /// ```
    pub OPERATION_ID_NOT_URL_SAFE = "OAS233" "operation-id-not-url-safe" {
        group: Operations, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Operation(check),
    }
}

fn check(operation: Operation<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some((node, id)) = operation.at.get("operationId").and_then(|it| Some((it, it.as_str()?))) else {
        return;
    };
    // RFC 3986, section 2: unreserved and reserved characters.
    let is_safe = |it: char| it.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=".contains(it);
    if id.is_empty() || !id.chars().all(is_safe) {
        cx.report(node.span, format!("the id `{id}` does not stand in a URL as it is"))
            .help("use letters, digits, `-`, `_` and `.`");
    }
}
