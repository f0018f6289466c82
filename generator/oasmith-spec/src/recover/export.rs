//! What an exporter did with the references that it inlined: with what stood beside them, and with recursion.
//!
//! It is guessed from the whole document, so one operation more could turn the guess over and move many names. Hence
//! the ledger keeps what was once decided; what nothing depended on yet, or few copies show, is guessed anew each time.

/// As far as it is decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Export {
    pub annotations: Option<Annotations>,
    pub nullable: Option<Nullable>,
    pub recursion: Option<Recursion>,
}

/// Where the annotations beside a reference are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Annotations {
    /// Written over those of the copy, so that those at the top of a copy say nothing about the schema.
    InCopies,
    /// Beside `allOf: [copy]`, so that copies are as their schema is.
    AroundCopies,
}

/// What `null` says that some copies of a schema allow, and others do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nullable {
    /// It was written beside a reference, like other annotations.
    OfPlaces,
    /// The author has two schemas, with null and without.
    OfSchemas,
}

/// What a schema is that holds shorter copies of itself, at two levels at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recursion {
    /// A recursive one that the exporter cut off.
    Folded,
    /// As many schemas as there are levels; only a person says so.
    AsWritten,
}

/// A decision by the word that the ledger has for it.
pub(super) trait Decision: Copy + 'static {
    const WORDS: &'static [(&'static str, Self)];
}

impl Decision for Annotations {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("in-copies", Annotations::InCopies),
        ("around-copies", Annotations::AroundCopies),
    ];
}

impl Decision for Nullable {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("of-places", Nullable::OfPlaces),
        ("of-schemas", Nullable::OfSchemas),
    ];
}

impl Decision for Recursion {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("folded", Recursion::Folded),
        ("as-written", Recursion::AsWritten),
    ];
}

/// What shows that it was done in one way, and how much each of it says.
pub(super) struct Shows<D> {
    what: D,
    count: usize,
    weight: usize,
}

impl<D> Shows<D> {
    pub(super) fn new(what: D, count: usize, weight: usize) -> Self {
        Shows {
            what,
            count,
            weight,
        }
    }

    fn all(&self) -> usize {
        self.count.saturating_mul(self.weight)
    }
}

/// What the document shows.
pub(super) struct Guess<D> {
    pub what: D,
    /// Whether an operation more does not turn it over.
    is_clear: bool,
    counts: [usize; 2],
}

/// As many copies as show more than chance, where they say [`TIMES`] as much as what speaks against it.
const ENOUGH: usize = 3;
const TIMES: usize = 2;

/// Of what the ledger says the document clearly shows the contrary.
pub(super) struct Contradiction {
    pub key: &'static str,
    pub said: &'static str,
    pub shown: &'static str,
    /// How many copies show it, and how many show what the ledger says.
    pub counts: [usize; 2],
}

impl<D: Decision + PartialEq> Guess<D> {
    /// Of equals, the first.
    pub(super) fn of(a: Shows<D>, b: Shows<D>) -> Self {
        let (more, less) = match a.all() >= b.all() {
            true => (a, b),
            false => (b, a),
        };
        Guess {
            what: more.what,
            is_clear: more.count >= ENOUGH && more.all() >= less.all().saturating_mul(TIMES),
            counts: [more.count, less.count],
        }
    }

    /// Decides what is not decided yet, as far as it is clear.
    pub(super) fn settle(
        &self,
        key: &'static str,
        decided: &mut Option<D>,
    ) -> Option<Contradiction> {
        match decided {
            _ if !self.is_clear => None,
            None => {
                *decided = Some(self.what);
                None
            }
            Some(said) if *said == self.what => None,
            Some(said) => Some(Contradiction {
                key,
                said: word(*said),
                shown: word(self.what),
                counts: self.counts,
            }),
        }
    }
}

impl Export {
    /// What is decided, each as the ledger has it: `annotations` and `in-copies`.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let annotations = self.annotations.map(|it| ("annotations", word(it)));
        let nullable = self.nullable.map(|it| ("nullable", word(it)));
        let recursion = self.recursion.map(|it| ("recursion", word(it)));
        annotations.into_iter().chain(nullable).chain(recursion)
    }
}

fn word<D: Decision + PartialEq>(decision: D) -> &'static str {
    let mut words = D::WORDS.iter();
    let known = words.find(|it| it.1 == decision);
    known.map_or("", |it| it.0)
}
