//! Finds nodes by JSON Pointer, often and in large documents.
//!
//! `Node::pointer` looks through the members of each object on the way. With as many references as an object has
//! members that takes time by the square, so the members of large objects are indexed at first use.

use crate::node::{Node, Object, Value};
use crate::resolve::unescape;
use std::collections::HashMap;

/// Objects with fewer members are looked through.
const LARGE: usize = 32;

/// Only looked up, never iterated.
pub struct Lookup<'a> {
    root: &'a Node,
    /// By the address of the object, which lives as long as the tree.
    large: HashMap<*const Object, HashMap<&'a str, &'a Node>>,
}

impl<'a> Lookup<'a> {
    pub fn new(root: &'a Node) -> Self {
        let large = HashMap::new();
        Lookup { root, large }
    }

    /// The node that a JSON Pointer names.
    pub fn find(&mut self, pointer: &str) -> Option<&'a Node> {
        let mut node = self.root;
        for step in pointer.split('/').skip(1) {
            let step = unescape(step);
            node = match &node.value {
                Value::Object(object) => self.member(object, &step)?,
                Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(node)
    }

    fn member(&mut self, object: &'a Object, key: &str) -> Option<&'a Node> {
        if object.len() < LARGE {
            return object.get(key);
        }
        let members = self.large.entry(object).or_insert_with(|| {
            let members = object.iter().map(|it| (&*it.key.text, &it.value));
            members.collect()
        });
        members.get(key).copied()
    }
}
