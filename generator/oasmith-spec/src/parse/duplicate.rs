//! Members that an object has twice.

use std::collections::HashMap;

use oasmith_source::{Diagnostic, Diagnostics};

use crate::codes;
use crate::node::{Key, Object};

/// Up to here comparing each key with each is faster than a table.
const FEW: usize = 12;

/// More of them in one text are not worth a line each, nor the memory.
const MOST: usize = 50;

/// Reports every key that stood in the object before.
pub(super) fn report(object: &Object, diagnostics: &mut Diagnostics) {
    if object.len() <= FEW {
        report_few(object, diagnostics);
    } else {
        report_many(object, diagnostics);
    }
}

fn report_few(object: &Object, diagnostics: &mut Diagnostics) {
    for (at, later) in object.members.iter().enumerate() {
        let earlier = &object.members[..at];
        if let Some(first) = earlier.iter().find(|it| it.key.text == later.key.text) {
            push(&first.key, &later.key, diagnostics);
        }
    }
}

fn report_many(object: &Object, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, &Key> = HashMap::with_capacity(object.len());
    for member in &object.members {
        let key = &member.key;
        match seen.get(&*key.text) {
            Some(first) => push(first, key, diagnostics),
            None => {
                seen.insert(&key.text, key);
            }
        }
    }
}

fn push(first: &Key, again: &Key, diagnostics: &mut Diagnostics) {
    if diagnostics.len() < MOST {
        diagnostics.push(
            Diagnostic::error(
                &codes::DUPLICATE_KEY,
                format!("member `{}` is there twice", again.text),
            )
            .at(again.span)
            .also(first.span, "first here")
            .help("remove or rename one of them"),
        );
    }
}
