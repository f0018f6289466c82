//! From a tree to text.
//!
//! In: a [`Node`]. Out: JSON or YAML that [`parse`](crate::parse) reads as the same tree, whatever is in it.
//! Members keep their order. Deliberately missing: settings.

mod comments;
mod json;
mod yaml;

pub use comments::Comments;

use crate::node::Node;

/// JSON, indented by two blanks, with a line break at the end.
pub fn json(node: &Node) -> String {
    let mut out = json::pretty(node);
    out.push('\n');
    out
}

/// JSON without white space.
pub fn json_compact(node: &Node) -> String {
    json::compact(node)
}

/// YAML in block style, with a line break at the end.
///
/// Readers of YAML 1.1 are many: what only they would take for a boolean, a number or a date is quoted.
pub fn yaml(node: &Node) -> String {
    yaml::document(node, None)
}

/// As [`yaml`], with the comments of the text that the tree was read from, where what they stand on is unchanged.
pub fn yaml_with_comments(node: &Node, comments: &Comments) -> String {
    yaml::document(node, Some(comments))
}
