//! Members that an object has twice: the last one counts.
//!
//! RFC 8259, 4, leaves open what such an object means; most readers keep the last member, and so do those of authors.

use std::collections::HashMap;

use oasmith_source::{Diagnostic, Diagnostics};

use crate::codes;
use crate::node::{Key, Object};

/// Up to here comparing each key with each is faster than a table.
const FEW: usize = 12;

/// More of them in one text are not worth a line each, nor the memory.
const MOST: usize = 50;

/// Takes out every member that comes again later, and says so. The later one stands where the first one stood.
pub(super) fn settle(object: &mut Object, diagnostics: &mut Diagnostics) {
    if has_duplicates(object) {
        keep_last(object, diagnostics);
    }
}

fn has_duplicates(object: &Object) -> bool {
    let members = &object.members;
    if members.len() <= FEW {
        let is_known = |at: usize| {
            let key = &members[at].key.text;
            members[..at].iter().any(|it| it.key.text == *key)
        };
        return (1..members.len()).any(is_known);
    }
    let mut seen = std::collections::HashSet::with_capacity(members.len());
    members.iter().any(|it| !seen.insert(&*it.key.text))
}

fn keep_last(object: &mut Object, diagnostics: &mut Diagnostics) {
    let members = std::mem::take(&mut object.members);
    let mut places: HashMap<Box<str>, usize> = HashMap::with_capacity(members.len());
    for member in members {
        match places.get(&member.key.text) {
            Some(place) => {
                let first = &mut object.members[*place];
                push(&first.key, &member.key, diagnostics);
                *first = member;
            }
            None => {
                places.insert(member.key.text.clone(), object.members.len());
                object.members.push(member);
            }
        }
    }
}

fn push(before: &Key, again: &Key, diagnostics: &mut Diagnostics) {
    if diagnostics.len() < MOST {
        let message = format!(
            "member `{}` is there twice; the last one counts",
            again.text
        );
        diagnostics.push(
            Diagnostic::warning(&codes::DUPLICATE_KEY, message)
                .at(again.span)
                .also(before.span, "first here")
                .help("remove or rename one of them"),
        );
    }
}
