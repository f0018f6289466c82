//! Copies that are written as references to the first.
//!
//! Some exporters inline each component where it is used first, and write the others as references to that place. They
//! are spelled out, so that all of them are found and named like other copies. What contains itself stays (`cycles`).

use super::cycles::Cycles;
use super::pinned;
use crate::dereference::{Options, References, Siblings, dereference};
use crate::node::Node;

/// As many values as a large document has; one with more stays as it is.
const LIMIT: usize = 2_000_000;

pub(super) fn spell_out(document: &mut Node) {
    if pinned::path_items(document, &Cycles::default()).is_empty() {
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
