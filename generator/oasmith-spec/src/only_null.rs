//! Alternatives that stand for `null` in OAS 3.0.
//!
//! It has no type for `null`, so `{ nullable: true }` beside a reference is what some exporters write of a value that
//! may be missing. By the letter that is anything at all, and the other alternatives would be for nothing.
//! `{ type: object, nullable: true }` beside one reference is the same by exporters of OData, whatever is referred to.
//! And `{ type: null }` without quotes is what YAML makes of OAS 3.1's `{ type: 'null' }`.

use crate::dereference::is_annotation;
use crate::node::{Node, Object, Value};

/// The keywords whose schemas are alternatives.
pub const ALTERNATIVES: [&str; 2] = ["anyOf", "oneOf"];

/// The indices of those that say nothing but `null`, where others say more.
pub fn only_null(alternatives: &[Node]) -> Vec<usize> {
    let refers = |it: &Node| it.as_object().is_some_and(|it| it.get("$ref").is_some());
    let typed = matches!(alternatives, [one, other] if refers(one) != refers(other));
    let each = alternatives.iter().enumerate();
    let found: Vec<usize> = each
        .filter(|(_, it)| it.as_object().is_some_and(|it| says_null(it, typed)))
        .map(|(at, _)| at)
        .collect();
    match found.len() < alternatives.len() {
        true => found,
        false => Vec::new(),
    }
}

/// Whether it says that it is `null`, and no more; `typed`: but for being an object.
fn says_null(it: &Object, typed: bool) -> bool {
    let is_true = |it: &Node| matches!(it.value, Value::Bool(true));
    let is_object = |it: &Node| it.as_str() == Some("object");
    let is_null = |it: &Node| matches!(it.value, Value::Null);
    let says_so = it.get("nullable").is_some_and(is_true) || it.get("type").is_some_and(is_null);
    says_so
        && it.iter().all(|it| match &*it.key.text {
            "nullable" => true,
            "type" => is_null(&it.value) || typed && is_object(&it.value),
            key => is_annotation(key),
        })
}
