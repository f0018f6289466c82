//! The path items that must keep their shape, because something points into them.
//!
//! A pointer such as `#/paths/~1pets/get/responses/200/content/application~1json/schema` would lead nowhere once a
//! reference stands on its way.

use crate::node::{Node, Value};
use std::collections::HashSet;

/// Each as `paths` or `webhooks` and its name.
pub(super) fn path_items(document: &Node) -> HashSet<(&'static str, String)> {
    let mut found = HashSet::new();
    visit(document, &mut found);
    found
}

fn visit(node: &Node, found: &mut HashSet<(&'static str, String)>) {
    match &node.value {
        Value::String(text) => {
            for kind in ["paths", "webhooks"] {
                let rest = text.strip_prefix("#/").and_then(|it| it.strip_prefix(kind));
                if let Some(item) = rest.and_then(|it| it.strip_prefix('/')) {
                    let item = item.split('/').next().unwrap_or_default();
                    let item = item.replace("~1", "/").replace("~0", "~");
                    found.insert((kind, item.replace("%7B", "{").replace("%7D", "}")));
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|it| visit(it, found)),
        Value::Object(object) => object.iter().for_each(|it| visit(&it.value, found)),
        _ => {}
    }
}
