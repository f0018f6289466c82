//! References into the path items that several parts describe, spelled out.
//!
//! What stands there after merging may be another part's, or in another place: parameters move down to operations.

use super::operations::KINDS;
use super::templates::without_names;
use crate::node::{Node, Object};
use crate::recover::copies;
use std::collections::{HashMap, HashSet};

pub(super) fn spell_out(parts: &mut [Node]) {
    let shared = in_several(parts);
    if shared.is_empty() {
        return;
    }
    for part in parts {
        let items = copies::referred_items(part).into_iter();
        if items
            .map(|(kind, it)| (kind, without_names(&it)))
            .any(|it| shared.contains(&it))
        {
            copies::spell_out(part);
        }
    }
}

/// The path items that several parts describe, each as `paths` or `webhooks` and its path without names.
pub(super) fn in_several(parts: &[Node]) -> HashSet<(&'static str, String)> {
    let mut times: HashMap<(&'static str, String), usize> = HashMap::new();
    for part in parts {
        let own: HashSet<_> = KINDS.iter().flat_map(|kind| items(part, kind)).collect();
        own.into_iter()
            .for_each(|it| *times.entry(it).or_default() += 1);
    }
    times.retain(|_, times| *times > 1);
    times.into_keys().collect()
}

/// The path items of one kind, those that are the same by one name.
fn items(part: &Node, kind: &'static str) -> impl Iterator<Item = (&'static str, String)> {
    let items = part.get(kind).and_then(Node::as_object);
    let items = items.into_iter().flat_map(Object::iter);
    items.map(move |it| (kind, without_names(&it.key.text)))
}
