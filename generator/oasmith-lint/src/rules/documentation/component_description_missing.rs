//! `OAS344` component-description-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A component has no description.
    ///
    /// ## Why
    /// What is used in many places is worth a sentence.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { type: object } } }
    /// #                        ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, description: A cat of the shelter. } } }
    /// ```
    pub COMPONENT_DESCRIPTION_MISSING = "OAS344" "component-description-missing" {
        group: Documentation, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema, Kind::Parameter, Kind::RequestBody, Kind::Header, Kind::SecurityScheme], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_component = at.parent().is_some_and(|it| it.kind() == Kind::Components);
    let Some(name) = at.name().filter(|_| is_component) else {
        return;
    };
    let is_told = ["description", "$ref"].iter().any(|it| at.get(it).is_some());
    if at.object().is_some() && !is_told {
        cx.report(name.span, format!("the component `{}` has no description", name.text))
            .help("add `description`");
    }
}
