//! One document out of many self-contained ones.
//!
//! In: the parsed fragments in page order. Out: one node with one `info`, the tags, paths and components of all.
//! Equal parts unify; each clash is one diagnostic that shows both places. Every node keeps the span it was read with,
//! so that the merged document still knows the page and line of each of its parts.
//! What an author wrote is renamed only where the policies ask for it, and then with everything that names it; the
//! parameters of a path are, where two parts call them differently.

mod added;
mod anchors;
mod clash;
mod copies;
pub(crate) mod difference;
pub mod explain;
mod fragment;
mod ids;
mod inherit;
mod inner;
mod meaning;
mod names;
mod operations;
mod origins;
mod paths;
mod pointer;
mod policies;
mod qualify;
mod rename;
mod templates;
mod texts;
mod union;
mod unique;
mod variants;
mod version;

use crate::node::{Key, Member, Node};
use crate::parts;
use oasmith_source::{Diagnostics, SourceMap, Span};
use origins::Origins;
use union::Union;
use variants::NewNames;

pub use policies::{Choice, NameChoice, Policies};
pub(crate) use rename::map_values;
pub(crate) use templates::without_names;
pub(crate) use unique::keep_first_ids;

/// The member that [`with_origins`] adds.
const ORIGIN: &str = "x-oasmith-source";

/// Merges documents into one. A single document comes back as it is.
///
/// Where two parts clash and the policies refuse that, the first one is in the result, which is of use for looking at
/// only.
pub fn merge(
    parts: Vec<Node>,
    policies: &Policies,
    sources: &SourceMap,
) -> (Option<Node>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let (parts, version) = prepared(parts, policies, sources, &mut diagnostics);
    let merged = unite(parts, version, policies, &mut diagnostics);
    if let Some(document) = &merged {
        unique::check(document, &[], &mut diagnostics);
    }
    (merged, diagnostics)
}

/// The parts as they are to be united, and the version of the whole.
fn prepared(
    mut parts: Vec<Node>,
    policies: &Policies,
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) -> (Vec<Node>, Option<Node>) {
    fragment::complete(&mut parts);
    let mut parts = version::readable(parts, diagnostics);
    let version = version::common(&mut parts, sources, diagnostics);
    anchors::by_pointers(&mut parts);
    copies::spell_out(&mut parts);
    settle(&mut parts, policies, sources, diagnostics);
    (parts, version)
}

/// Checks what has to be unique in a document: operation ids and paths. [`merge`] does so too; here it is for a
/// document that has been changed since, with where that was said to copy parts of it.
pub fn check_unique(document: &Node, copies: &[Span]) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    unique::check(document, copies, &mut diagnostics);
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
                for operation in parts::operations_mut(member) {
                    add_origin(operation, sources);
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

/// Prepares the parts, so that what has equal names in them means the same, and what means the same has equal names.
/// The order matters: each step looks at what the one before may have rewritten.
fn settle(
    parts: &mut [Node],
    policies: &Policies,
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) {
    templates::unify(parts, diagnostics);
    inner::refer_into_operations(parts);
    ids::settle(parts, policies, sources, diagnostics);
    inherit::keep_meaning(parts, policies);
    let origins = Origins::of(parts);
    let mut new = match policies.components {
        NameChoice::Rename => variants::new_names(parts, &origins, sources, diagnostics),
        _ => vec![NewNames::new(); parts.len()],
    };
    origins.leave_out_copies(parts, &mut new);
    for (part, new) in parts.iter_mut().zip(&new) {
        rename::rename(part, new);
    }
    inner::refer_into(parts);
    added::refer_to(parts);
}

/// One document; nothing when there is no part.
fn unite(
    parts: Vec<Node>,
    version: Option<Node>,
    policies: &Policies,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let span = parts.first()?.span;
    if parts.len() == 1 {
        return parts.into_iter().next();
    }
    let mut union = Union::new(*policies);
    union.add(parts, diagnostics);
    Some(union.into_node(version, span))
}
