//! The path items that must keep their shape, because something points into them.
//!
//! A pointer such as `#/paths/~1pets/get/responses/200/content/application~1json/schema` would lead nowhere once a
//! reference stands on its way.

use super::cycles::Cycles;
use crate::node::{Node, Value};
use std::collections::HashSet;

/// Each as `paths` or `webhooks` and its name.
///
/// What is taken out of an operation, or is one as a whole, is pointed to all the same.
pub(super) fn path_items(document: &Node, cycles: &Cycles) -> HashSet<(&'static str, String)> {
    let mut found = HashSet::new();
    let mut visit = |node| visit(node, cycles, &mut found);
    visit(document);
    cycles.iter().for_each(|(_, schema)| visit(schema));
    found
}

fn visit(node: &Node, cycles: &Cycles, found: &mut HashSet<(&'static str, String)>) {
    match &node.value {
        Value::String(text) if cycles.named(text).is_none() => {
            for kind in ["paths", "webhooks"] {
                let rest = text.strip_prefix("#/").and_then(|it| it.strip_prefix(kind));
                let steps = rest.and_then(|it| it.strip_prefix('/'));
                let mut steps = steps.into_iter().flat_map(|it| it.split('/'));
                if let (Some(item), Some(_), Some(_)) = (steps.next(), steps.next(), steps.next()) {
                    let item = item.replace("~1", "/").replace("~0", "~");
                    found.insert((kind, item.replace("%7B", "{").replace("%7D", "}")));
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|it| visit(it, cycles, found)),
        Value::Object(object) => object.iter().for_each(|it| visit(&it.value, cycles, found)),
        _ => {}
    }
}
