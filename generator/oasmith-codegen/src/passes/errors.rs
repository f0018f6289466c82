//! Operations that declare the same errors share one type of them.
//!
//! In many APIs all operations do, or those that look for one thing by its id, and a type for each is an eighth of what
//! the compiler has to check of their clients. The first of them defines it, by a name for what it holds where there is
//! a short one that is free, and each has its own name for it, so that none of these moves when an operation comes, goes
//! or declares another error.

mod named;

use crate::ir::{Answer, Api, Defined, ErrorBody, Name};
use indexmap::IndexMap;
use std::collections::HashSet;

/// Says where the types of errors are defined.
pub fn share(api: &mut Api) {
    let mut taken = taken(api);
    let mut known: IndexMap<Vec<(Name, Answer)>, Vec<Name>> = IndexMap::new();
    let mut shared: HashSet<usize> = HashSet::new();
    for error in api.methods().map(|it| &it.error) {
        if let ErrorBody::Typed { variants, .. } = error {
            let (at, before) = known.insert_full(unnamed(variants), Vec::new());
            if before.is_some() {
                shared.insert(at);
            }
        }
    }
    for at in 0..known.len() {
        if let Some((variants, names)) = known.get_index_mut(at)
            && shared.contains(&at)
            && let Some(found) = named::names(variants, api).filter(|it| all_free(it, &taken))
        {
            taken.extend(found.iter().cloned());
            *names = found;
        }
    }
    let mut defined: HashSet<usize> = HashSet::new();
    let groups = api.groups.iter_mut();
    for error in groups
        .flat_map(|it| &mut it.methods)
        .map(|it| &mut it.error)
    {
        let types: Vec<Name> = error.types().cloned().collect();
        let ErrorBody::Typed {
            variants,
            defined: place,
            ..
        } = error
        else {
            continue;
        };
        let Some((at, _, names)) = known.get_full_mut(&unnamed(variants)) else {
            continue;
        };
        *place = match (defined.insert(at), names.is_empty()) {
            (true, true) => {
                *names = types;
                Defined::Here
            }
            (true, false) => Defined::HereAs(names.clone()),
            (false, _) => Defined::Before(names.clone()),
        };
    }
}

/// All names of types: those of models stand in another module, but people use both.
fn taken(api: &Api) -> HashSet<Name> {
    let of_operations = api.methods().flat_map(|it| {
        let answers = it.output.types().chain(it.error.types());
        std::iter::once(&it.input).chain(answers)
    });
    let names = of_operations.chain(api.types.iter().map(|it| &it.name));
    names.cloned().collect()
}

fn all_free(names: &[Name], taken: &HashSet<Name>) -> bool {
    names.iter().all(|it| !taken.contains(it))
}

/// The answers as they are in every operation: structs with headers are named after it.
fn unnamed(variants: &[(Name, Answer)]) -> Vec<(Name, Answer)> {
    let mut variants = variants.to_vec();
    for headed in variants.iter_mut().filter_map(|it| it.1.headed.as_mut()) {
        headed.name = Name(String::new());
    }
    variants
}
