//! What rules are written with.

pub(in crate::rules) use crate::declare_rule;
pub(in crate::rules) use crate::document::{At, Doc, Operation};
pub(in crate::rules) use crate::grammar::Kind;
pub(in crate::rules) use crate::report::Cx;
pub(in crate::rules) use crate::rule::Check;
pub(in crate::rules) use oasmith_spec::Node;
pub(in crate::rules) use oasmith_spec::node::Value;

use oasmith_spec::node::Said;
use std::collections::HashMap;

/// What is there again, each with the first that says the same.
pub(in crate::rules) fn repeated(nodes: &[Node]) -> impl Iterator<Item = (&Node, &Node)> {
    let mut seen = HashMap::new();
    nodes.iter().filter_map(move |node| {
        let first: &mut &Node = seen.entry(Said(node)).or_insert(node);
        (!std::ptr::eq(*first, node)).then_some((*first, node))
    })
}
