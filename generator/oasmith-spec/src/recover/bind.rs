//! Which entry of the ledger speaks of which schema.
//!
//! An entry is bound by its key, which may be that of one copy, or of the schema without what its places say; when the
//! schema's text has changed, by its title or else by its places. What is bound to nothing is stale.

use super::found::{Class, ClassIndex};
use super::intern::{Id, Interner};
use super::ledger::{Entry, Ledger};
use super::schema::title;
use super::words::{pascal, split};
use crate::merge::without_names;
use std::collections::{BTreeMap, HashMap};

pub(super) struct Bound {
    /// For each class, its entry.
    pub entry_of: Vec<Option<usize>>,
    /// For each entry, its class.
    pub class_of: Vec<Option<ClassIndex>>,
}

pub(super) fn bind(ledger: &Ledger, classes: &[Class<'_>], interner: &mut Interner<'_>) -> Bound {
    let mut bound = Bound {
        entry_of: vec![None; classes.len()],
        class_of: vec![None; ledger.entries.len()],
    };
    if ledger.entries.is_empty() {
        return bound;
    }
    let each = || classes.iter().enumerate();
    let of = |at: usize, id: Id, interner: &Interner<'_>| (interner.key(id), ClassIndex(at));
    let ids = each().map(|(at, it)| of(at, it.id, interner)).collect();
    bound.by_keys(ledger, classes, &ids);
    if bound.class_of.iter().any(Option::is_none) {
        let copies = each().flat_map(|(at, it)| it.copies.iter().map(move |id| (at, *id)));
        let copies = copies.map(|(at, id)| of(at, id, interner)).collect();
        bound.by_keys(ledger, classes, &copies);
        let open = each().filter(|it| bound.entry_of[it.0].is_none());
        let cores = open.map(|(at, it)| (interner.core(it.id), at));
        let cores = only_one(cores).into_iter();
        let cores = cores.map(|(id, at)| of(at, id, interner)).collect();
        bound.by_keys(ledger, classes, &cores);
    }
    bound.by_titles(ledger, classes);
    bound.by_places(ledger, classes);
    bound
}

impl Bound {
    fn by_keys(
        &mut self,
        ledger: &Ledger,
        classes: &[Class<'_>],
        by_key: &HashMap<String, ClassIndex>,
    ) {
        let with_key = ledger.entries.iter().enumerate();
        let with_key =
            with_key.filter_map(|(at, it)| Some((at, it, *by_key.get(it.key.as_ref()?)?)));
        // Of two with one key, it was copied into the one whose places say something else.
        let (own, others): (Vec<_>, Vec<_>) = with_key.partition(|(_, entry, class)| {
            let places = &classes[class.0].places;
            entry.places.iter().any(|it| places.contains(it))
        });
        for (at, _, class) in own.into_iter().chain(others) {
            self.join(at, class);
        }
    }

    fn join(&mut self, entry: usize, class: ClassIndex) {
        if self.entry_of[class.0].is_none() && self.class_of[entry].is_none() {
            self.entry_of[class.0] = Some(entry);
            self.class_of[entry] = Some(class);
        }
    }

    /// An entry that has its name from a title is that of the one schema with this title, wherever that stands.
    fn by_titles(&mut self, ledger: &Ledger, classes: &[Class<'_>]) {
        if self.class_of.iter().all(Option::is_some) {
            return;
        }
        let mut titled: HashMap<String, Option<ClassIndex>> = HashMap::new();
        for (at, class) in classes.iter().enumerate() {
            if let Some(title) = title(class.node) {
                let name = pascal(&split(title));
                let one = titled.entry(name).or_insert(Some(ClassIndex(at)));
                // Two of one title are told apart by their places.
                *one = one.filter(|it| it.0 == at);
            }
        }
        for (at, entry) in ledger.entries.iter().enumerate() {
            if self.class_of[at].is_none()
                && entry.evidence.as_deref() == Some("title")
                && let Some(class) = titled.get(&entry.name).copied().flatten()
            {
                self.join(at, class);
            }
        }
    }

    fn by_places(&mut self, ledger: &Ledger, classes: &[Class<'_>]) {
        if self.class_of.iter().all(Option::is_some) {
            return;
        }
        let mut at_place: HashMap<String, ClassIndex> = HashMap::new();
        for (at, class) in classes.iter().enumerate() {
            if self.entry_of[at].is_none() {
                let places = class
                    .places
                    .iter()
                    .map(|it| (without_names(it), ClassIndex(at)));
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

/// Those that no other class shares: which of several is meant, their places tell.
fn only_one(cores: impl Iterator<Item = (Id, usize)>) -> Vec<(Id, usize)> {
    let mut classes: BTreeMap<Id, Option<usize>> = BTreeMap::new();
    for (id, at) in cores {
        let one = classes.entry(id).or_insert(Some(at));
        *one = one.filter(|it| *it == at);
    }
    let one = classes.into_iter().filter_map(|(id, at)| Some((id, at?)));
    one.collect()
}

/// The class that stands at most of an entry's places; of equals, the first.
fn most_places(entry: &Entry, at_place: &HashMap<String, ClassIndex>) -> Option<ClassIndex> {
    let mut votes: Vec<(ClassIndex, usize)> = Vec::new();
    for class in entry
        .places
        .iter()
        .filter_map(|it| at_place.get(&without_names(it)))
    {
        match votes.iter_mut().find(|it| it.0 == *class) {
            Some((_, count)) => *count += 1,
            None => votes.push((*class, 1)),
        }
    }
    votes.sort_by_key(|(class, count)| (std::cmp::Reverse(*count), *class));
    votes.first().map(|it| it.0)
}
