//! Rules about whole values, which Rust's types and simple bounds do not say.

use super::{Bound, Format};

/// Something that must hold, and what is told where it does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// What the document says it with: `not`.
    pub keyword: &'static str,
    pub told: String,
    pub holds: Predicate,
}

/// Whether a value is as a schema says. Each is about values of one type, and holds for all others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Predicate {
    Always,
    Never,
    /// Names of types.
    Types(Vec<&'static str>),
    /// One of these, which are JSON.
    Among(Vec<String>),
    Range(Option<Bound>, Option<Bound>),
    Length(Option<u64>, Option<u64>),
    Matches(String),
    Format(Format),
    Size(Option<u64>, Option<u64>),
    Items(Box<Predicate>),
    /// So many items of a kind, at least and at most.
    Contains(Box<Predicate>, u64, Option<u64>),
    Members(Option<u64>, Option<u64>),
    Requires(Vec<String>),
    Depends(String, Vec<String>),
    Member(String, Box<Predicate>),
    /// Members whose names match.
    Like(String, Box<Predicate>),
    /// Members that neither have one of these names nor match one of these patterns.
    Others(Vec<String>, Vec<String>, Box<Predicate>),
    Names(Box<Predicate>),
    Not(Box<Predicate>),
    All(Vec<Predicate>),
    Any(Vec<Predicate>),
    One(Vec<Predicate>),
    If(Box<Predicate>, Box<Predicate>, Box<Predicate>),
}

impl Predicate {
    /// Whether a format is part of it.
    pub(crate) fn asks_for_a_format(&self) -> bool {
        match self {
            Predicate::Format(_) => true,
            Predicate::Items(it)
            | Predicate::Contains(it, ..)
            | Predicate::Member(_, it)
            | Predicate::Like(_, it)
            | Predicate::Others(_, _, it)
            | Predicate::Names(it)
            | Predicate::Not(it) => it.asks_for_a_format(),
            Predicate::All(all) | Predicate::Any(all) | Predicate::One(all) => {
                all.iter().any(Predicate::asks_for_a_format)
            }
            Predicate::If(case, then, otherwise) => [case, then, otherwise]
                .iter()
                .any(|it| it.asks_for_a_format()),
            Predicate::Always
            | Predicate::Never
            | Predicate::Types(_)
            | Predicate::Among(_)
            | Predicate::Range(..)
            | Predicate::Length(..)
            | Predicate::Matches(_)
            | Predicate::Size(..)
            | Predicate::Members(..)
            | Predicate::Requires(_)
            | Predicate::Depends(..) => false,
        }
    }
}
