//! Where the `$anchor`s of a document stand.

use crate::node::{Node, Value, push_step};
use std::collections::HashMap;

/// Names and canonical JSON Pointers. Of anchors with the same name the first one counts.
///
/// Walks without recursion; the pointers are made only for what is an anchor.
pub fn find(root: &Node) -> HashMap<String, String> {
    let mut anchors = HashMap::new();
    // The way to a node is a list that shares its tails: (index of the parent, step).
    let mut trail: Vec<(usize, Step<'_>)> = vec![(0, Step::Root)];
    let mut open = vec![(root, 0)];
    while let Some((node, at)) = open.pop() {
        if let Some(name) = node.get("$anchor").and_then(Node::as_str) {
            let pointer = || pointer(&trail, at);
            anchors.entry(name.to_owned()).or_insert_with(pointer);
        }
        let first = open.len();
        match &node.value {
            Value::Object(object) => {
                for member in object.iter().filter(|it| !holds_data(&it.key.text)) {
                    trail.push((at, Step::Key(&member.key.text)));
                    open.push((&member.value, trail.len() - 1));
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    trail.push((at, Step::Index(index)));
                    open.push((item, trail.len() - 1));
                }
            }
            _ => {}
        }
        // What comes first is looked at first.
        open[first..].reverse();
    }
    anchors
}

enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

/// Members whose values are data, in which `$anchor` means nothing.
fn holds_data(key: &str) -> bool {
    matches!(key, "example" | "examples" | "default" | "const" | "enum")
}

fn pointer(trail: &[(usize, Step<'_>)], mut at: usize) -> String {
    let mut steps = Vec::new();
    loop {
        let (parent, step) = &trail[at];
        match step {
            Step::Root => break,
            Step::Key(key) => steps.push((*key).to_owned()),
            Step::Index(index) => steps.push(index.to_string()),
        }
        at = *parent;
    }
    let mut pointer = String::new();
    steps
        .iter()
        .rev()
        .for_each(|it| push_step(&mut pointer, it));
    pointer
}
