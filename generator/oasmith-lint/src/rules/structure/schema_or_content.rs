//! `OAS206` schema-or-content

use crate::rules::prelude::*;

declare_rule! {
    /// A parameter or header has neither `schema` nor `content`, or a `content` of more or less than one media type.
    ///
    /// ## Why
    /// One of them says what a value is, and `content` of a parameter must have one media type only (OAS 3.1, Parameter
    /// Object). Otherwise nobody can tell how to write the value.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Kind: { name: kind, in: query } } }
    /// #                           ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Kind: { name: kind, in: query, content: { application/json: {} } } } }
    /// ```
    pub SCHEMA_OR_CONTENT = "OAS206" "schema-or-content" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Parameter, Kind::Header], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let noun = at.kind().noun();
    match (at.get("schema"), at.member("content")) {
        (Some(_), _) => {}
        (None, None) if at.object().is_some() => {
            cx.report(at.place(), format!("this {noun} has neither `schema` nor `content`"))
                .help("add a `schema`");
        }
        (None, None) => {}
        (None, Some(content)) => {
            let several = content.value.as_object().filter(|it| it.len() != 1);
            if let Some(media_types) = several {
                let message = format!("`content` of a {noun} has {} media types", media_types.len());
                cx.report(content.key.span, message)
                    .help("it has to have exactly one");
            }
        }
    }
}
