//! Which classes of equal schemas are one schema all the same.
//!
//! In: the classes that `find` made of schemas equal as they stand. Out: fewer of them. Three things are seen through:
//! references, so that a copy is the component whose parts it has inlined ([`refine`]); recursion that an exporter cut
//! off at some depth ([`cut`]); and, where an exporter wrote the siblings of a reference into the copy, annotations
//! that belong to the place ([`place`]).
//! Prose inside a schema is never seen through: two schemas that differ there are twins, which the ledger joins.

mod cut;
mod named;
mod place;
mod refine;

use super::export::{Export, Recursion};
use super::fault;
use super::found::{Class, ClassIndex, Found};
use super::intern::{Id, Interner};
use super::ledger::Ledger;
use oasmith_source::Diagnostics;
use std::collections::{HashMap, HashSet};

pub(super) use place::Standing;
pub(super) use refine::Sameness;

/// What references lead to.
pub(super) struct Targets<'t, 'a> {
    /// The components that the document has, by name.
    pub components: &'t HashMap<&'a str, Id>,
    /// What was taken out of operations, by the whole text.
    pub cycles: &'t HashMap<&'a str, Id>,
}

/// The classes as they are joined.
pub(super) struct Unified<'a> {
    pub found: Found<'a>,
    pub sameness: Sameness,
    /// What they were joined by, as far as that was decided.
    pub export: Export,
}

/// Joins classes.
pub(super) fn unify<'a>(
    mut found: Found<'a>,
    targets: &Targets<'_, 'a>,
    ledger: &Ledger,
    interner: &mut Interner<'a>,
    diagnostics: &mut Diagnostics,
) -> Unified<'a> {
    let cuts = match ledger.export.recursion {
        Some(Recursion::AsWritten) => Vec::new(),
        _ => cut::folded(&found, interner),
    };
    diagnostics.extend(
        cuts.iter()
            .map(|it| fault::folded(&found, it.inner, it.outer)),
    );
    let gone = cut::gone(&found, &cuts);
    cut::leave(&mut found, &gone);
    let cores: Vec<Id> = found
        .classes
        .iter()
        .map(|it| interner.core(it.id))
        .collect();
    let folds = cuts
        .iter()
        .map(|it| (found.id(it.inner), found.id(it.outer)));
    let sameness = refine::sameness(interner, targets, folds);
    let mut groups = Groups((0..found.classes.len()).collect());
    let mut first: HashMap<u32, usize> = HashMap::new();
    for (at, class) in found.classes.iter().enumerate() {
        let of = *first.entry(sameness.of(class.id)).or_insert(at);
        groups.join(at, of);
    }
    let ids = found.classes.iter().map(|it| it.id);
    let named = named::Named::of(ledger, ids.chain(cores.iter().copied()), interner);
    let by_place = place::annotated(&found, &cores, &sameness, &named, ledger.export);
    let contradicted = by_place.contradicted.iter();
    diagnostics.extend(contradicted.map(|it| fault::contradicted(ledger, it)));
    for (at, of) in &by_place.pairs {
        groups.join(at.0, of.0);
    }
    let cut_off: HashSet<ClassIndex> = cuts.iter().map(|it| it.inner).collect();
    let found = groups.collect(found, |set, classes| {
        let whole = set.iter().filter(|it| !cut_off.contains(it));
        let whole: Vec<ClassIndex> = whole.copied().collect();
        place::standing_for(if whole.is_empty() { set } else { &whole }, &cores, classes)
    });
    let mut export = by_place.export;
    if !cuts.is_empty() {
        export.recursion = Some(Recursion::Folded);
    }
    Unified {
        found,
        sameness,
        export,
    }
}

/// Sets of classes, each led by the one that was found first.
struct Groups(Vec<usize>);

impl Groups {
    fn leader(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.leader(a), self.leader(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// One class for each set, in order of first use. `stands` says what a set of several is.
    fn collect<'a>(
        mut self,
        mut found: Found<'a>,
        stands: impl Fn(&[ClassIndex], &[Class<'a>]) -> Standing<'a>,
    ) -> Found<'a> {
        let count = found.classes.len();
        let mut index = vec![ClassIndex(0); count];
        let mut sets: Vec<Vec<ClassIndex>> = Vec::new();
        for at in 0..count {
            let leader = self.leader(at);
            if leader == at {
                index[at] = ClassIndex(sets.len());
                sets.push(Vec::new());
            }
            index[at] = index[leader];
            sets[index[at].0].push(ClassIndex(at));
        }
        if sets.len() == count {
            return found;
        }
        let standing: Vec<_> = sets
            .iter()
            .map(|set| (set.len() > 1).then(|| stands(set, &found.classes)))
            .collect();
        let mut joined = Vec::with_capacity(sets.len());
        let mut classes: Vec<Option<Class<'a>>> = found.classes.into_iter().map(Some).collect();
        for (set, standing) in sets.iter().zip(standing) {
            let mut members = set.iter().filter_map(|it| classes[it.0].take());
            let Some(mut class) = members.next() else {
                unreachable!("a set has a leader");
            };
            members.for_each(|it| class.absorb(it));
            if let Some(standing) = standing {
                class.stand(standing);
            }
            class.reindex(&index);
            joined.push(class);
        }
        found.classes = joined;
        for class in found.members.values_mut() {
            *class = index[class.0];
        }
        for class in found.recursive.values_mut() {
            *class = index[class.0];
        }
        found
    }
}
