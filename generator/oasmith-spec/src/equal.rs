//! What says the same although it is written differently, for merging and recovering alike.
//!
//! In: values of a schema's keywords. Out: which of them are sets, and whether two are one.
//! Members in another order and numbers are [`Node::same`]'s matter, and references are that of whoever follows them.

use crate::node::{Node, Object, Said};
use std::collections::HashSet;

/// What the value of a keyword is.
pub(crate) enum Values {
    /// Values of which each counts once, in any order.
    Set,
    /// Such sets by name.
    Sets,
    Other,
}

/// JSON Schema 2020-12, Validation, 6.1.1, 6.1.2, 6.5.3 and 6.5.4.
pub(crate) fn values(schema: &Object, keyword: &str, value: &Node) -> Values {
    match keyword {
        "enum" if is_beside_others(schema, value) => Values::Other,
        "type" | "enum" | "required" => Values::Set,
        "dependentRequired" => Values::Sets,
        _ => Values::Other,
    }
}

/// Whether the values that two schemas have for a keyword are sets, and equal.
pub(crate) fn as_sets(schema: &Object, keyword: &str, value: &Node, other: &Node) -> bool {
    match values(schema, keyword, value) {
        Values::Set => is_one_set(value, other),
        Values::Sets => {
            let (Some(a), Some(b)) = (value.as_object(), other.as_object()) else {
                return false;
            };
            let is_in = |key: &str, set| b.get(key).is_some_and(|it| is_one_set(set, it));
            a.len() == b.len() && a.iter().all(|it| is_in(&it.key.text, &it.value))
        }
        Values::Other => false,
    }
}

fn is_one_set(a: &Node, b: &Node) -> bool {
    // One type may stand without its list.
    let [a, b] = [a, b].map(|it| it.as_array().unwrap_or(std::slice::from_ref(it)));
    let [a, b]: [HashSet<Said<'_>>; 2] = [a, b].map(|it| it.iter().map(Said).collect());
    a == b
}

/// Whether a list beside an `enum` may say something of each of its values: `x-enum-varnames`, `enumNames`.
fn is_beside_others(schema: &Object, values: &Node) -> bool {
    let count = values.as_array().map(<[Node]>::len);
    let mut others = schema
        .iter()
        .filter(|it| it.key.text.starts_with("x-") || it.key.text.starts_with("enum"))
        .filter(|it| !std::ptr::eq(&it.value, values));
    others.any(|it| it.value.as_array().map(<[Node]>::len) == count)
}
