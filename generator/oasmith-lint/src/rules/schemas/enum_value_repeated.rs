//! `OAS263` enum-value-repeated

use crate::rules::prelude::*;

declare_rule! {
    /// An `enum` has a value twice.
    ///
    /// ## Why
    /// Values should be unique (JSON Schema 2020-12, validation, 6.1.2); often one of them was meant to be another.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Kind: { enum: [cat, dog, cat] } } }
    /// #                                                 ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Kind: { enum: [cat, dog] } } }
    /// ```
    pub ENUM_VALUE_REPEATED = "OAS263" "enum-value-repeated" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["enum"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let values = at.get("enum").and_then(Node::as_array).unwrap_or_default();
    // Whether `1` and `1.0` are equal is not worth a finding.
    for (first, value) in repeated(values) {
        let what = match &value.value {
            Value::String(it) => format!("the value {it:?}"),
            Value::Number(it) => format!("the value {it}"),
            Value::Bool(it) => format!("the value {it}"),
            Value::Null => "the value null".to_owned(),
            Value::Array(_) | Value::Object(_) => "this value".to_owned(),
        };
        cx.report(value.span, format!("{what} is there twice"))
            .also(first.span, "the first")
            .help("remove it");
    }
}
