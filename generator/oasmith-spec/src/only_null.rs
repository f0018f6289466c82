//! Alternatives that stand for `null` in OAS 3.0.
//!
//! It has no type for `null`, so `{ nullable: true }` beside a reference is what some exporters write of a value that
//! may be missing. By the letter that is anything at all, and the other alternatives would be for nothing.

use crate::dereference::is_annotation;
use crate::node::{Node, Object, Value};

/// The keywords whose schemas are alternatives.
pub const ALTERNATIVES: [&str; 2] = ["anyOf", "oneOf"];

/// The indices of those that say nothing but `nullable: true`, where others say more.
pub fn only_null(alternatives: &[Node]) -> Vec<usize> {
    let each = alternatives.iter().enumerate();
    let found: Vec<usize> = each
        .filter(|(_, it)| it.as_object().is_some_and(says_null))
        .map(|(at, _)| at)
        .collect();
    match found.len() < alternatives.len() {
        true => found,
        false => Vec::new(),
    }
}

fn says_null(it: &Object) -> bool {
    let is_true = |it: &Node| matches!(it.value, Value::Bool(true));
    it.get("nullable").is_some_and(is_true)
        && it
            .iter()
            .all(|it| &*it.key.text == "nullable" || is_annotation(&it.key.text))
}
