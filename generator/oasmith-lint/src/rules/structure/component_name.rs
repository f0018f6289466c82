//! `OAS208` component-name

use crate::rules::prelude::*;

declare_rule! {
    /// The name of a component has characters that such a name cannot have.
    ///
    /// ## Why
    /// Names match `^[a-zA-Z0-9._-]+$` (OAS 3.1, Components Object), so that they can stand in a reference as they are.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { "Cat (old)": {} } }
    /// #                        ^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { old-cat.v1: {} } }
    /// ```
    pub COMPONENT_NAME = "OAS208" "component-name" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Objects(&[Kind::Components], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let sections = at.object().into_iter().flat_map(|it| it.iter());
    let sections = sections.filter(|it| Kind::Components.field(&it.key.text, cx.doc.version).is_some());
    for section in sections {
        let named = section.value.as_object().into_iter().flat_map(|it| it.iter());
        for member in named {
            let name = &*member.key.text;
            let allowed = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '_' | '-');
            if name.is_empty() || !name.chars().all(allowed) {
                cx.report(member.key.span, format!("`{name}` cannot be the name of a component"))
                    .help("use letters, digits, `.`, `_` and `-`");
            }
        }
    }
}
