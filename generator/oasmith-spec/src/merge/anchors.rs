//! References by an anchor that several parts have, as pointers: of equal anchors in one document the first counts.

use super::names::{self, Kind, Name};
use crate::node::Node;
use crate::resolve::reference::Reference;
use crate::resolve::{anchors, encoded};
use std::collections::HashMap;

/// In each part, an anchor of its own that another part has too is referred to by its place from now on.
pub(super) fn by_pointers(parts: &mut [Node]) {
    if parts.len() < 2 {
        return;
    }
    let found: Vec<HashMap<String, String>> = parts.iter().map(anchors).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for name in found.iter().flat_map(HashMap::keys) {
        *times.entry(name).or_default() += 1;
    }
    for (part, own) in parts.iter_mut().zip(&found) {
        if own.keys().all(|it| times[&**it] == 1) {
            continue;
        }
        names::each(part, Kind::Fixed, &mut |name| {
            if let Name::Reference(text) = name
                && text.starts_with('#')
                && let Reference::Anchor(name) = Reference::parse(text, "")
                && let Some(place) = own.get(&name).filter(|_| times[&*name] > 1)
            {
                *text = format!("#{}", encoded(place)).into();
            }
        });
    }
}
