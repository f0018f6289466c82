//! What has names apart in the ledger, and keeps them.
//!
//! Whether copies with several descriptions are one is told by how all of them are used, so that one more could join
//! what has two names.

use crate::recover::found::{ClassIndex, Found};
use crate::recover::intern::{Id, Interner};
use crate::recover::ledger::Ledger;
use std::collections::HashSet;

/// What the ledger has names for.
pub(super) struct Named(HashSet<Id>);

impl Named {
    pub(super) fn of(
        ledger: &Ledger,
        ids: impl Iterator<Item = Id>,
        interner: &Interner<'_>,
    ) -> Self {
        let keys = ledger.entries.iter().filter_map(|it| it.key.as_deref());
        let keys: HashSet<&str> = keys.collect();
        let is_named = |it: &Id| !keys.is_empty() && keys.contains(&*interner.key(*it));
        Named(ids.filter(is_named).collect())
    }

    /// Pairs of a group that are one. What has names apart keeps them: a copy more is no reason to take one away.
    pub(super) fn pairs(
        &self,
        group: &[ClassIndex],
        found: &Found<'_>,
        cores: &[Id],
    ) -> Vec<(ClassIndex, ClassIndex)> {
        let is_named = |it: &ClassIndex| self.0.contains(&found.id(*it));
        let (named, others): (Vec<ClassIndex>, Vec<ClassIndex>) =
            group.iter().partition(|it| is_named(it));
        let bare = named.iter().find(|it| found.id(**it) == cores[it.0]);
        let has_name = |it: &&ClassIndex| self.0.contains(&cores[it.0]);
        let first = match others.first().filter(has_name) {
            // They have a name together.
            Some(_) => bare,
            None => bare.or(named.first()),
        };
        let together = first.into_iter().chain(&others);
        let together: Vec<ClassIndex> = together.copied().collect();
        match together.split_first() {
            Some((first, rest)) => rest.iter().map(|it| (*it, *first)).collect(),
            None => Vec::new(),
        }
    }
}
