//! From one version of OpenAPI to another, on the tree.
//!
//! In: a document of any version. Out: the same in 3.1 or 3.0, and what could not be said there.
//! The document stays true: an instance that was valid before is valid after. From 3.0 to 3.1 nothing is lost. The other
//! way round, a schema allows more where 3.0 lacks the words, and each such place is one diagnostic.
//! What is a schema is told by where it stands ([`crate::parts`]); examples, defaults, enums and extensions are data.
//! Missing: several files. Bundle first.

mod down;
mod edit;
mod inline;
mod newer;
mod up;

use crate::merge::keep_first_ids;
use crate::node::{Node, Value};
use oasmith_source::{Diagnostic, Diagnostics, FileId};
use std::collections::HashSet;

pub(crate) use down::only_null;
pub(crate) use up::OUTSIDE;

/// Makes a document of OpenAPI 3.0 or 3.2 one of 3.1. What is 3.1 already comes back as it is.
pub fn to_3_1(mut document: Node) -> (Node, Diagnostics) {
    let mut said = Diagnostics::default();
    match minor(&document) {
        Some(0) => up::raise(&mut document, &mut said),
        Some(2) => {
            newer::lower(&mut document, newer::Target::V31, &mut said);
            newer::keep_operations(&mut document, newer::Target::V31, &mut said);
        }
        _ => {}
    }
    (document, once(said))
}

/// Makes 3.1 of what came from some of the files that a document was put together from.
pub(crate) fn raise_files(document: &mut Node, is_old: &dyn Fn(FileId) -> bool) -> Diagnostics {
    let mut said = Diagnostics::default();
    up::raise_files(document, is_old, &mut said);
    once(said)
}

/// Makes a document of OpenAPI 3.1 or 3.2 one of 3.0. What is 3.0 already comes back as it is.
pub fn to_3_0(mut document: Node) -> (Node, Diagnostics) {
    let mut said = Diagnostics::default();
    let minor = minor(&document);
    if minor == Some(2) {
        newer::lower(&mut document, newer::Target::V30, &mut said);
    }
    if matches!(minor, Some(1 | 2)) {
        down::lower(&mut document, &mut said);
    }
    if minor == Some(2) {
        newer::keep_operations(&mut document, newer::Target::V30, &mut said);
    }
    // Path items that were shared are copies now.
    keep_first_ids(&mut document, &mut said);
    (document, once(said))
}

/// The `1` of `3.1.0`.
pub(crate) fn minor(document: &Node) -> Option<u32> {
    let (Value::String(text) | Value::Number(text)) = &document.get("openapi")?.value else {
        return None;
    };
    let mut numbers = text.split('.');
    (numbers.next() == Some("3")).then_some(())?;
    numbers.next()?.parse().ok()
}

/// What is said of a place that stands in the tree several times is said once.
fn once(said: Diagnostics) -> Diagnostics {
    let mut seen = HashSet::new();
    let mut kept = Diagnostics::default();
    kept.extend(said.into_iter().filter(|it: &Diagnostic| {
        let at = it.primary.as_ref().map(|it| it.span);
        seen.insert((at, it.message.clone()))
    }));
    kept
}
