//! Operations that declare the same errors share one type of them.
//!
//! In many APIs all operations do, or those that look for one thing by its id, and a type for each is an eighth of what
//! the compiler has to check of their clients. The first of them defines it, and the others have their own names for it,
//! so that no name moves when an operation comes, goes or declares another error.

use crate::ir::{Answer, Api, ErrorBody, Name};
use std::collections::HashMap;

/// Names, in each operation, the type of an earlier one that holds the same.
pub fn share(api: &mut Api) {
    let mut known: HashMap<Vec<(Name, Answer)>, Name> = HashMap::new();
    let methods = api.groups.iter_mut().flat_map(|it| &mut it.methods);
    for error in methods.map(|it| &mut it.error) {
        let ErrorBody::Typed {
            name,
            variants,
            same_as,
        } = error
        else {
            continue;
        };
        match known.get(variants) {
            Some(first) => *same_as = Some(first.clone()),
            None => {
                known.insert(variants.clone(), name.clone());
            }
        }
    }
}
