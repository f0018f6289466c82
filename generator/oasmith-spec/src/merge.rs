//! One document out of many self-contained ones.
//!
//! In: the parsed fragments in page order. Out: one node with one `info`, the tags, paths and components of all.
//! Equal parts unify; each clash is one diagnostic that shows both places. Every node keeps the span it was read with,
//! so that the merged document still knows the page and line of each of its parts.
//! No reference is followed here, and no component renamed.

mod clash;
pub(crate) mod difference;
mod inherit;
mod paths;
mod union;
mod unique;
mod version;

use crate::node::{Key, Member, Node, Object};
use oasmith_source::{Diagnostics, SourceMap};
use union::Union;

/// The members of a path item that are operations; `query` is 3.2's.
pub(crate) const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// The member that [`with_origins`] adds.
const ORIGIN: &str = "x-oasmith-source";

/// Merges documents into one. A single document comes back as it is.
///
/// Where two parts clash, the first one is in the result, which is of use for looking at only.
pub fn merge(parts: Vec<Node>, sources: &SourceMap) -> (Option<Node>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut parts = version::readable(parts, &mut diagnostics);
    let version = match version::common(&parts, sources) {
        Ok(version) => version,
        Err(fault) => {
            diagnostics.push(*fault);
            return (None, diagnostics);
        }
    };
    let merged = match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(unite(parts, version, &mut diagnostics)),
    };
    if let Some(document) = &merged {
        unique::check(document, &mut diagnostics);
    }
    (merged, diagnostics)
}

/// Checks what has to be unique in a document: operation ids and paths. [`merge`] does so too; here it is for a
/// document that has been changed since.
pub fn check_unique(document: &Node) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    unique::check(document, &mut diagnostics);
    diagnostics
}

/// Adds `x-oasmith-source: page.md:12` to every operation that does not say where it is from.
pub fn with_origins(mut document: Node, sources: &SourceMap) -> Node {
    for kind in ["paths", "webhooks"] {
        let items = document.as_object_mut().and_then(|root| root.get_mut(kind));
        let Some(items) = items.and_then(Node::as_object_mut) else {
            continue;
        };
        for item in items.members.iter_mut() {
            let Some(item) = item.value.as_object_mut() else {
                continue;
            };
            for member in item.members.iter_mut() {
                if METHODS.contains(&&*member.key.text) {
                    add_origin(member, sources);
                }
            }
        }
    }
    document
}

fn add_origin(operation: &mut Member, sources: &SourceMap) {
    let span = operation.key.span;
    let file = sources.file(span.file);
    let place = format!("{}:{}", file.name(), sources.position(span).line);
    if let Some(operation) = operation.value.as_object_mut()
        && operation.get(ORIGIN).is_none()
    {
        operation.push(Key::new(ORIGIN, span), Node::string(&place, span));
    }
}

/// All operations of a document, with the key of each (`get`), in order.
pub(crate) fn operations(document: &Node) -> impl Iterator<Item = &Member> {
    ["paths", "webhooks"]
        .into_iter()
        .filter_map(|kind| document.get(kind)?.as_object())
        .flat_map(Object::iter)
        .filter_map(|item| item.value.as_object())
        .flat_map(Object::iter)
        .filter(|it| METHODS.contains(&&*it.key.text))
}

fn unite(parts: Vec<Node>, version: Option<Node>, diagnostics: &mut Diagnostics) -> Node {
    let mut parts = parts.into_iter();
    let Some(first) = parts.next() else {
        unreachable!("`merge` unites two parts or more");
    };
    let span = first.span;
    let head = inherited_by_operations(&first);
    let mut union = Union::default();
    union.add(first, diagnostics);
    for mut part in parts {
        inherit::keep_meaning(&mut part, &head);
        // What differs stands at the operations now.
        if let Some(root) = part.as_object_mut() {
            root.remove("servers");
            root.remove("security");
        }
        union.add(part, diagnostics);
    }
    union.into_node(version, span)
}

/// The members of the first part that the operations of all parts would inherit.
fn inherited_by_operations(first: &Node) -> Node {
    let mut head = Object::default();
    for name in ["servers", "security"] {
        if let Some(member) = first.as_object().and_then(|root| root.member(name)) {
            head.members.push(member.clone());
        }
    }
    Node::object(head, first.span)
}
