//! `OAS263` enum-value-repeated

use std::collections::HashMap;
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
    let mut seen: HashMap<(&str, &str), &Node> = HashMap::new();
    let mut with_parts: Vec<&Node> = Vec::new();
    for value in values {
        // Equal texts are equal values; whether `1` and `1.0` are is not worth a finding.
        let first = match &value.value {
            Value::String(it) => seen.insert(("string", it), value),
            Value::Number(it) => seen.insert(("number", it), value),
            Value::Bool(it) => seen.insert(("boolean", if *it { "true" } else { "false" }), value),
            Value::Null => seen.insert(("null", ""), value),
            Value::Array(_) | Value::Object(_) => {
                let first = with_parts.iter().copied().take(COMPARED).find(|it| it.same(value));
                with_parts.push(value);
                first
            }
        };
        if let Some(first) = first {
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
}

/// So many lists and objects are compared with each.
const COMPARED: usize = 100;
