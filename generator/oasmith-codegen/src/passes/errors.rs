//! Operations that declare the same errors share one type of them.
//!
//! In many APIs all operations do, or those that look for one thing by its id, and a type for each is an eighth of what
//! the compiler has to check of their clients. The first of them defines it, and the others have their own names for it,
//! so that no name moves when an operation comes, goes or declares another error.

use crate::ir::{Answer, Api, ErrorBody, Name};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Names, in each operation, the type of an earlier one that holds the same.
pub fn share(api: &mut Api) {
    let mut known: HashMap<Vec<(Name, Answer)>, Vec<Name>> = HashMap::new();
    let methods = api.groups.iter_mut().flat_map(|it| &mut it.methods);
    for error in methods.map(|it| &mut it.error) {
        let types: Vec<Name> = error.types().cloned().collect();
        let ErrorBody::Typed {
            variants, same_as, ..
        } = error
        else {
            continue;
        };
        match known.entry(unnamed(variants)) {
            Entry::Occupied(first) => *same_as = Some(first.get().clone()),
            Entry::Vacant(it) => {
                it.insert(types);
            }
        }
    }
}

/// The answers as they are in every operation: structs with headers are named after it.
fn unnamed(variants: &[(Name, Answer)]) -> Vec<(Name, Answer)> {
    let mut variants = variants.to_vec();
    for headed in variants.iter_mut().filter_map(|it| it.1.headed.as_mut()) {
        headed.name = Name(String::new());
    }
    variants
}
