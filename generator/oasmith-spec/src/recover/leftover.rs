//! Whether a document's components are what an exporter could not inline.
//!
//! An exporter that inlines every reference must keep the schemas that refer to themselves. Where those are all the
//! components there are, what stands inside of them was inlined too, and is shared with the rest of the document.
//! Where an author wrote the components, what is inline in there is the author's choice.

use super::rebuild;
use crate::node::{Node, Value};
use crate::resolve::strong;
use std::collections::HashMap;

pub(super) fn only_cycles(document: &Node) -> bool {
    let numbers = rebuild::existing(document).enumerate();
    let numbers: HashMap<&str, usize> = numbers.map(|(at, it)| (&*it.key.text, at)).collect();
    let edges = rebuild::existing(document).map(|it| {
        let mut found = Vec::new();
        targets(&it.value, &numbers, &mut found);
        found
    });
    let edges: strong::Edges = edges.collect();
    !edges.is_empty() && strong::components(&edges).iter().all(Option::is_some)
}

fn targets(node: &Node, numbers: &HashMap<&str, usize>, found: &mut Vec<usize>) {
    match &node.value {
        Value::Object(object) => {
            object
                .iter()
                .for_each(|it| match (&*it.key.text, it.value.as_str()) {
                    ("$ref", Some(text)) => {
                        let name = text.strip_prefix("#/components/schemas/");
                        found.extend(name.and_then(|it| numbers.get(it)));
                    }
                    _ => targets(&it.value, numbers, found),
                })
        }
        Value::Array(items) => items.iter().for_each(|it| targets(it, numbers, found)),
        _ => {}
    }
}
