//! `OAS211` style-of-place

use crate::rules::prelude::*;

declare_rule! {
    /// A parameter has a style, or `allowReserved`, that its place does not know.
    ///
    /// ## Why
    /// Each style is defined for some places only (OAS 3.1, Style Values), and `allowReserved` for those where values are
    /// percent-encoded. Elsewhere a tool cannot tell how to write the value.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Ids: { name: ids, in: path, required: true, style: form, schema: {} } } }
    /// #                                                                              ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Ids: { name: ids, in: path, required: true, style: label, schema: {} } } }
    /// ```
    pub STYLE_OF_PLACE = "OAS211" "style-of-place" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let styles: &[&str] = match at.text("in") {
        Some("path") => &["simple", "label", "matrix"],
        Some("query") => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        Some("header") => &["simple"],
        Some("cookie") => &["form", "cookie"],
        _ => return,
    };
    let place = at.text("in").unwrap_or_default();
    if let Some((member, style)) = at.member("style").zip(at.text("style"))
        && !styles.contains(&style)
    {
        cx.report(
            member.value.span,
            format!("a parameter in `{place}` cannot have the style `{style}`"),
        )
        .help(format!("use `{}`", styles.join("`, `")));
    }
    let encodes = match (place, at.text("style")) {
        // OAS 3.2, Parameter Object: where values are percent-encoded, path included.
        ("path", _) => cx.doc.version == crate::Version::V32,
        ("query", _) => true,
        ("cookie", style) => matches!(style, None | Some("form")),
        _ => false,
    };
    if !encodes && let Some(key) = at.key_of("allowReserved") {
        cx.report(key, format!("`allowReserved` means nothing in `{place}`"))
            .help("remove it");
    }
}
