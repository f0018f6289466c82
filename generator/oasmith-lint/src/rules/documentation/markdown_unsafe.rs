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
    /// #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ```yaml fires
    /// components: { schemas: { Cat: { description: "<img src=x onerror=alert(1)>" }, Dog: { title: "[dog](javascript:alert(1))" } } }
    /// #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let field = &*member.key.text;
        if !matches!(field, "description" | "summary" | "title") {
            continue;
        }
        if member.value.as_str().is_some_and(has_script) {
            cx.report(member.value.span, format!("this `{field}` has a script in it"))
                .help("remove it");
        }
    }
}

fn has_script(text: &str) -> bool {
    // Most texts have neither of the two.
    if !text.bytes().any(|it| matches!(it, b'<' | b'(')) {
        return false;
    }
    if text.contains("eval(") {
        return true;
    }
    let lower = text.to_ascii_lowercase();
    // A link of Markdown, or an attribute.
    let is_link = ["(javascript:", "\"javascript:", "'javascript:"].iter().any(|it| lower.contains(it));
    is_link || lower.contains("<script") || lower.split('<').skip(1).any(has_handler)
}

/// Whether an element has an attribute such as `onerror=`.
fn has_handler(element: &str) -> bool {
    let is_element = element.starts_with(|it: char| it.is_ascii_alphabetic());
    let attributes = element.split('>').next().unwrap_or_default();
    let mut words = attributes.split_ascii_whitespace().skip(1);
    is_element
        && words.any(|it| {
            let name = it.split_once('=').map_or("", |it| it.0);
            name.len() > 4 && name.starts_with("on") && name.bytes().all(|it| it.is_ascii_alphabetic())
        })
}
