//! `OAS338` markdown-unsafe

use crate::rules::prelude::*;

declare_rule! {
    /// A text has a script in it.
    ///
    /// ## Why
    /// Descriptions are Markdown, which may hold HTML; a page that shows it as it is runs the script (OAS 3.1, Rich
    /// Text Formatting).
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { description: "<script>alert(1)</script>" } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { description: "Use `eval` never." } } }
    /// ```
    pub MARKDOWN_UNSAFE = "OAS338" "markdown-unsafe" {
        group: Documentation, severity: Error, preset: Recommended, since: "0.1.0",
        check: Check::Every(check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for field in ["description", "summary", "title"] {
        let Some(node) = at.get(field) else { continue };
        let text = node.as_str().unwrap_or_default();
        let lower = || text.to_ascii_lowercase();
        let is_suspect = text.contains("<") || text.contains("eval(");
        if is_suspect && (lower().contains("<script") || text.contains("eval(")) {
            cx.report(node.span, format!("this `{field}` has a script in it"))
                .help("remove it");
        }
    }
}
