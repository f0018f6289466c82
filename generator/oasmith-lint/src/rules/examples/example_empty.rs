//! `OAS291` example-empty

use crate::rules::prelude::*;

declare_rule! {
    /// An example has no value.
    ///
    /// ## Why
    /// An Example Object shows a value, in place or by a URL (OAS 3.1, Example Object); one without is an entry in a
    /// list that leads nowhere.
    /// ## Fires
    /// ```yaml fires
    /// components: { examples: { Cat: { summary: a cat } } }
    /// #                         ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { examples: { Cat: { summary: a cat, value: { name: Tom } } } }
    /// ```
    pub EXAMPLE_EMPTY = "OAS291" "example-empty" {
        group: Examples, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Example], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let fields = ["value", "externalValue", "dataValue", "serializedValue"];
    if at.object().is_some() && fields.iter().all(|it| at.get(it).is_none()) {
        cx.report(at.place(), "this example has no value")
            .help("add `value`");
    }
}
