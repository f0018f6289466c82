//! What an exporter did with what stood beside the references that it inlined.
//!
//! It is guessed from the whole document, so one operation more could turn the guess over and move many names. Hence
//! the ledger keeps what was once decided; what nothing depended on yet is not decided.

/// As far as it is decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Export {
    pub annotations: Option<Annotations>,
    pub nullable: Option<Nullable>,
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

impl Export {
    /// What is decided, each as the ledger has it: `annotations` and `in-copies`.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let annotations = self.annotations.map(|it| ("annotations", word(it)));
        let nullable = self.nullable.map(|it| ("nullable", word(it)));
        annotations.into_iter().chain(nullable)
    }
}

fn word<D: Decision + PartialEq>(decision: D) -> &'static str {
    let mut words = D::WORDS.iter();
    let known = words.find(|it| it.1 == decision);
    known.map_or("", |it| it.0)
}
