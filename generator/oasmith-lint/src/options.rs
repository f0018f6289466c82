//! What rules may be told, and what they are told.
//!
//! A rule names its options, each with what it takes and what holds where nobody says anything; its documentation says
//! what they mean.

use std::collections::HashMap;

/// An option of a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleOption {
    pub name: &'static str,
    pub takes: Takes,
}

/// What an option takes, with its default.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    Words(&'static [&'static str]),
    /// One of these; the first one by itself.
    Choice(&'static [&'static str]),
    Count(usize),
    Flag(bool),
}

/// What an option is set to: always what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    Words(Vec<String>),
    Choice(&'static str),
    Count(usize),
    Flag(bool),
}

/// Options by the name of the rule and their own.
pub type Options = HashMap<(&'static str, &'static str), Told>;
