//! Operations that declare the same errors share one type of them.
//!
//! In many APIs all operations do, or those that look for one thing by its id; a type for each would cost the compiler
//! more than all the rest of an operation. The first of them defines it, and the others have their own names for it,
//! so that no name moves when an operation comes, goes or declares another error.

use crate::ir::{Answer, Api, ErrorBody, Name};

type Variants = Vec<(Name, Answer)>;

/// Names, in each operation, the type of an earlier one that holds the same.
pub fn share(api: &mut Api) {
    let mut known: Vec<(Name, Variants)> = Vec::new();
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
        match known.iter().find(|(_, it)| it == variants) {
            Some((first, _)) => *same_as = Some(first.clone()),
            None => known.push((name.clone(), variants.clone())),
        }
    }
}
