//! `OAS276` keyword-unknown

use crate::grammar::Members;
use crate::version::Version;
use oasmith_source::suggest;
use crate::rules::prelude::*;

declare_rule! {
    /// A schema has a keyword that looks like a slip of a known one.
    ///
    /// ## Why
    /// From 3.1 on a schema may have any keyword, so a misspelt one is passed over without a word.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Name: { type: string, maxLenght: 10 } } }
    /// #                                              ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Name: { type: string, maxLength: 10, unit: letters } } }
    /// ```
    pub KEYWORD_UNKNOWN = "OAS276" "keyword-unknown" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Members::Fields(keywords) = Kind::Schema.members() else {
        return;
    };
    // In 3.0 every unknown field is an error.
    if cx.doc.version == Version::V30 {
        return;
    }
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let name = &*member.key.text;
        let is_known = keywords.iter().any(|it| it.name == name);
        if is_known || name.starts_with("x-") || name.len() < 5 {
            continue;
        }
        if let Some(nearest) = suggest::nearest(name, keywords.iter().map(|it| it.name)) {
            cx.report(member.key.span, format!("`{name}` is no keyword"))
                .help(format!("did you mean `{nearest}`?"));
        }
    }
}
