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
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Kind: { enum: [cat, dog] } } }
    /// ```
    pub ENUM_VALUE_REPEATED = "OAS263" "enum-value-repeated" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let values = at.get("enum").and_then(Node::as_array).unwrap_or_default();
    let mut seen: HashMap<String, &Node> = HashMap::new();
    for value in values {
        // Equal texts are equal values; whether `1` and `1.0` are is not worth a finding.
        let text = match &value.value {
            Value::String(it) => format!("{it:?}"),
            Value::Number(it) => it.to_string(),
            Value::Bool(it) => it.to_string(),
            Value::Null => "null".to_owned(),
            Value::Array(_) | Value::Object(_) => continue,
        };
        match seen.get(&text) {
            Some(first) => {
                cx.report(value.span, format!("the value {text} is there twice"))
                    .also(first.span, "the first")
                    .help("remove it");
            }
            None => {
                seen.insert(text, value);
            }
        }
    }
}
