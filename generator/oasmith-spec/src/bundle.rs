//! One self-contained document out of one that is split over files.
//!
//! In: the document, and the files that it refers to, directly or through others. Out: the document with everything
//! in it. What is referred to becomes a component, once, under the name that its author gave it; path items,
//! operations and whatever cannot be a component are put in place. Every node keeps the span it was read with.
//!
//! [`Gather`] finds out which files there are to read, and the caller reads them: nothing here touches the disk.
//! Deliberately missing: `$id` in other files as a base of references, and the files of `externalValue`, which are for
//! people.

mod alike;
mod document;
mod dynamic;
mod emit;
mod fault;
mod gather;
mod identified;
mod names;
mod operations;
mod parts;
mod spot;
mod table;
mod version;

pub use fault::outside;
pub use gather::{Gather, Wanted};
pub use parts::is_document;
pub(crate) use parts::joined;

use oasmith_source::Diagnostics;

use crate::merge::{NameChoice, map_values};
use crate::node::Node;
use emit::Emit;
use names::Naming;

/// Puts the files of a document together. One that refers to no other file comes back as it is,
/// but for references that are pointers from then on.
///
/// Where two parts that differ want one name, `policy` decides; one that is renamed is qualified by what its path has and
/// that of the first has not. A reference that leads nowhere is an error and stays as it is written, for `resolve` to find. There is no document
/// when there would be too much of it.
pub fn bundle(mut gathered: Gather, policy: NameChoice) -> (Option<Node>, Diagnostics) {
    let mut said = gathered.take_said();
    if !gathered.leads_elsewhere() {
        return (Some(gathered.into_document()), said);
    }
    let (parts, targets) = gathered.into_parts();
    let listed = table::entries(&parts);
    let naming = Naming::new(&parts, &listed, &targets, policy, &mut said);
    let mut emit = Emit::new(&parts, &naming, &mut said);
    let mut document = emit.document();
    let is_whole = !emit.is_overflown();
    let operations = std::mem::take(&mut emit.operations);
    operations::settle(&mut document, &operations, &mut said);
    if !naming.former.is_empty() {
        let former = naming.former.into_iter();
        let values = former.map(|(name, value)| (("schemas".to_owned(), name), value));
        map_values(&mut document, &values.collect());
    }
    version::unify(&mut document, &parts, &mut said);
    (is_whole.then_some(document), said)
}
