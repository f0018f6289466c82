//! Which schemas are the same as they stand: equal hashes stand for equal values, members in any order.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use oasmith_spec::Node;
use oasmith_spec::node::Value;

/// The hash of every object of a tree, by address.
pub struct Hashes(HashMap<*const Node, u64>);

impl Hashes {
    pub fn of_tree(root: &Node) -> Self {
        let mut hashes = Hashes(HashMap::new());
        hashes.add(root);
        hashes
    }

    /// The hash of an object of the tree, or of another value.
    pub fn get(&self, node: &Node) -> u64 {
        let known = self.0.get(&std::ptr::from_ref(node));
        known.copied().unwrap_or_default()
    }

    fn add(&mut self, node: &Node) -> u64 {
        let hash = match &node.value {
            Value::Null => text(b'n', ""),
            Value::Bool(it) => text(b'b', if *it { "t" } else { "f" }),
            Value::Number(it) => text(b'd', it),
            Value::String(it) => text(b's', it),
            Value::Array(items) => {
                let hashes: Vec<u64> = items.iter().map(|it| self.add(it)).collect();
                of(&(b'a', hashes))
            }
            Value::Object(object) => {
                let members = object.iter();
                let each = members.map(|it| of(&(&*it.key.text, self.add(&it.value))));
                // A sum, because the order of members says nothing.
                let sum = each.fold(object.len() as u64, u64::wrapping_add);
                of(&(b'o', sum))
            }
        };
        if matches!(node.value, Value::Object(_)) {
            self.0.insert(node, hash);
        }
        hash
    }
}

/// The hash of a name.
pub fn text(kind: u8, text: &str) -> u64 {
    of(&(kind, text))
}

fn of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
