//! Judges OpenAPI documents.
//!
//! In: the tree of one document, merged or alone, and which rules are wanted at which severity.
//! Out: findings, each with a rule, the smallest place and a remedy.
//!
//! A document is walked once, by the tables of [`grammar`], into [`Doc`]: every object of the specification with its
//! kind and its place. Rules are handed the kinds they ask for. Nothing here asks whether the document is valid as a
//! whole: a rule judges what it sees, and what is malformed around it is another rule's finding.
//! Knows nothing about Rust code, and never touches the disk.

pub mod baseline;
pub mod codes;
mod document;
mod example;
pub mod fingerprint;
pub mod grammar;
mod ignore;
mod instance;
mod options;
pub mod page;
mod pattern;
mod report;
mod rule;
mod rules;
mod run;
mod settings;
mod template;
mod types;
mod version;

pub use baseline::Baseline;
pub use document::{At, Doc, Operation, Step};
pub use options::{Options, RuleOption, Takes, Told};
pub use report::{Cx, Finding};
pub use rule::{Check, Group, Levels, Preset, Rule};
pub use rules::{ALL, FORMATS, find};
pub use run::{Judged, Timing, judge, lint};
pub use settings::{Levels as RuleLevels, Override, Settings};
pub use version::{Version, Versions};
