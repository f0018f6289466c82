//! `OAS264` items-missing

use crate::rules::prelude::*;

declare_rule! {
    /// A list has no `items`.
    ///
    /// ## Why
    /// Nobody can tell what is in it. In 3.0 `items` must be there (OAS 3.0, Schema Object); generated code holds raw
    /// JSON.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Names: { type: array } } }
    /// #                                       ^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Names: { type: array, items: { type: string } }, Pair: { type: array, prefixItems: [{}, {}] } } }
    /// ```
    pub ITEMS_MISSING = "OAS264" "items-missing" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["type"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let is_list = match at.get("type").map(|it| &it.value) {
        Some(Value::String(it)) => &**it == "array",
        Some(Value::Array(several)) => several.iter().any(|it| it.as_str() == Some("array")),
        _ => false,
    };
    if !is_list {
        return;
    }
    let has = |keyword| at.get(keyword).is_some();
    let is_told = ["items", "prefixItems", "contains", "$ref", "allOf", "oneOf", "anyOf", "enum", "const"]
        .into_iter()
        .any(has);
    if !is_told {
        let place = at.get("type").map_or(at.place(), |it| it.span);
        cx.report(place, "this list has no `items`")
            .help("say what is in it; `items: {}` for anything");
    }
}
