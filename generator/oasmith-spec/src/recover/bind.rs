//! Which entry of the ledger speaks of which schema.
//!
//! An entry is bound by its key; when the schema's text has changed, by its places. What is bound to nothing is stale.

use super::found::{Class, ClassIndex};
use super::intern::Interner;
use super::ledger::{Entry, Ledger};
use std::collections::HashMap;

pub(super) struct Bound {
    /// For each class, its entry.
    pub entry_of: Vec<Option<usize>>,
    /// For each entry, its class.
    pub class_of: Vec<Option<ClassIndex>>,
}

pub(super) fn bind(ledger: &Ledger, classes: &[Class<'_>], interner: &Interner<'_>) -> Bound {
    let mut bound = Bound {
        entry_of: vec![None; classes.len()],
        class_of: vec![None; ledger.entries.len()],
    };
    if ledger.entries.is_empty() {
        return bound;
    }
    let keys = classes.iter().enumerate();
    let by_key: HashMap<String, ClassIndex> = keys
        .map(|(at, class)| (interner.key(class.id), ClassIndex(at)))
        .collect();
    for (at, entry) in ledger.entries.iter().enumerate() {
        let class = entry.key.as_ref().and_then(|it| by_key.get(it));
        if let Some(class) = class {
            bound.join(at, *class);
        }
    }
    bound.by_places(ledger, classes);
    bound
}

impl Bound {
    fn join(&mut self, entry: usize, class: ClassIndex) {
        if self.entry_of[class.0].is_none() {
            self.entry_of[class.0] = Some(entry);
            self.class_of[entry] = Some(class);
        }
    }

    fn by_places(&mut self, ledger: &Ledger, classes: &[Class<'_>]) {
        if self.class_of.iter().all(Option::is_some) {
            return;
        }
        let mut at_place: HashMap<&str, ClassIndex> = HashMap::new();
        for (at, class) in classes.iter().enumerate() {
            if self.entry_of[at].is_none() {
                let places = class.places.iter().map(|it| (&**it, ClassIndex(at)));
                at_place.extend(places);
            }
        }
        for (at, entry) in ledger.entries.iter().enumerate() {
            if self.class_of[at].is_none()
                && let Some(class) = most_places(entry, &at_place)
            {
                self.join(at, class);
            }
        }
    }
}

/// The class that stands at most of an entry's places; of equals, the first.
fn most_places(entry: &Entry, at_place: &HashMap<&str, ClassIndex>) -> Option<ClassIndex> {
    let mut votes: Vec<(ClassIndex, usize)> = Vec::new();
    for class in entry.places.iter().filter_map(|it| at_place.get(&**it)) {
        match votes.iter_mut().find(|it| it.0 == *class) {
            Some((_, count)) => *count += 1,
            None => votes.push((*class, 1)),
        }
    }
    votes.sort_by_key(|(class, count)| (std::cmp::Reverse(*count), *class));
    votes.first().map(|it| it.0)
}
