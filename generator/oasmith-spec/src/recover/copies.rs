//! Copies that are written as references to the first.
//!
//! Some exporters inline each component where it is used first, and write the others as references to that place. They
//! are spelled out, so that all of them are found and named like other copies. What contains itself stays (`cycles`).

use super::cycles::Cycles;
use super::pinned;
use crate::dereference::{Options, References, Siblings, dereference};
use crate::node::Node;
use std::collections::HashSet;

/// As many values as a large document has; one with more stays as it is.
const LIMIT: usize = 2_000_000;

/// The path items that something points into, each as `paths` or `webhooks` and its name.
pub(crate) fn referred_items(document: &Node) -> HashSet<(&'static str, String)> {
    pinned::path_items(document, &Cycles::default())
}

pub(crate) fn spell_out(document: &mut Node) {
    if referred_items(document).is_empty() {
        return;
    }
    let options = Options {
        references: References::ToCopies,
        limit: LIMIT,
        ..Options::new(Siblings::Wrapped)
    };
    if let (Some(spelled_out), _) = dereference(document, &options) {
        *document = spelled_out;
    }
}
