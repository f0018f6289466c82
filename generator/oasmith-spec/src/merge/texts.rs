//! Which components have one text for their name, whichever parts they stand in.
//!
//! In: the parts, in which equal names mean the same by now. Out: what refers to such a name means that text everywhere.

use super::origins::is_added;
use super::variants::{Id, definitions};
use crate::node::Node;
use oasmith_source::Span;
use std::collections::{HashMap, HashSet};

pub(super) struct Texts {
    of: HashMap<Id, Span>,
    /// Names that somebody wrote in a document.
    written: HashSet<Id>,
}

impl Texts {
    pub(super) fn of(parts: &[Node]) -> Texts {
        let mut all: HashMap<Id, HashSet<Span>> = HashMap::new();
        let mut written = HashSet::new();
        for (id, member) in parts.iter().flat_map(definitions) {
            if !is_added(member) {
                written.insert(id.clone());
            }
            all.entry(id).or_default().insert(member.value.span);
        }
        let of_one = all.into_iter().filter_map(|(id, texts)| {
            let mut texts = texts.into_iter();
            let only = texts.next()?;
            texts.next().is_none().then_some((id, only))
        });
        Texts {
            of: of_one.collect(),
            written,
        }
    }

    pub(super) fn has(&self, id: &Id) -> bool {
        self.of.contains_key(id)
    }

    /// The schemas that bundling made components of, and nobody wrote.
    pub(super) fn added(&self) -> impl Iterator<Item = (&Id, Span)> {
        let added = self
            .of
            .iter()
            .filter(|(id, _)| id.0 == "schemas" && !self.written.contains(*id));
        added.map(|(id, text)| (id, *text))
    }
}
