//! The words of what a schema has: what is left to say of one whose uses have nothing in common.

use crate::node::{Node, Object};
use crate::recover::words::split;

/// As many members as say all that there is to say.
const FEW: usize = 3;
/// As many words of all of them as are a name.
const LONGEST: usize = 4;
/// As many as are told where more cannot be.
const SOME: usize = 2;

/// `email password` of an object that has these and no more, and `asc desc` of a text that is one of these.
pub(super) fn of_few(node: &Node) -> Option<Vec<String>> {
    let all = said(names(node));
    let words = all.concat();
    ((1..=FEW).contains(&all.len()) && words.len() <= LONGEST).then_some(words)
}

/// The same of what has more: those that have to be there say more of an object than others do.
pub(super) fn of_some(node: &Node) -> Vec<String> {
    let all = names(node);
    let required = node.get("required").and_then(Node::as_array);
    let required: Vec<&str> = required
        .into_iter()
        .flatten()
        .filter_map(Node::as_str)
        .collect();
    let telling: Vec<&str> = all
        .iter()
        .copied()
        .filter(|it| required.contains(it))
        .collect();
    let mut said = said(if telling.is_empty() { all } else { telling });
    said.truncate(SOME);
    said.concat()
}

/// The names of properties, or the texts that a value may be.
pub(super) fn names(node: &Node) -> Vec<&str> {
    if let Some(values) = node.get("enum").and_then(Node::as_array) {
        return values.iter().filter_map(Node::as_str).collect();
    }
    let properties = node.get("properties").and_then(Node::as_object);
    let properties = properties.into_iter().flat_map(Object::iter);
    properties.map(|it| &*it.key.text).collect()
}

fn said(names: Vec<&str>) -> Vec<Vec<String>> {
    let words = names.into_iter().map(split);
    words.filter(|it| !it.is_empty()).collect()
}
