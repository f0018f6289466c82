//! What a rule is: documentation, metadata, and a check that says which objects it looks at.

use crate::document::{At, Doc, Operation};
use crate::grammar::Kind;
use crate::options::RuleOption;
use crate::report::Cx;
use oasmith_source::{Code, Severity};

/// A rule. Declared by [`declare_rule!`](crate::declare_rule), one in a file.
#[derive(Debug)]
pub struct Rule {
    /// Its id, its name, and its documentation, with examples that are run as tests.
    pub code: Code,
    pub group: Group,
    pub levels: Levels,
    /// The version of oasmith that had it first.
    pub since: &'static str,
    pub check: Check,
    /// What it may be told, explained under `## Options` of its documentation.
    pub options: &'static [RuleOption],
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Structure,
    References,
    Operations,
    Parameters,
    Schemas,
    Examples,
    Security,
    Servers,
    Naming,
    Documentation,
    Rust,
}

/// How loud a rule is, and from which preset on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    pub severity: Severity,
    pub from: Preset,
}

/// A set of rules. Each has those of the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preset {
    /// What is wrong.
    Minimal,
    /// What will hurt.
    #[default]
    Recommended,
    /// House style.
    Strict,
}

/// Which objects a rule looks at.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// The document, once.
    Document(fn(&Doc<'_>, &mut Cx<'_, '_>)),
    /// Each operation: of paths, webhooks and callbacks.
    Operation(fn(Operation<'_, '_>, &mut Cx<'_, '_>)),
    /// Each object of these kinds.
    Objects(&'static [Kind], fn(At<'_, '_>, &mut Cx<'_, '_>)),
    /// Each schema that has one of these keywords.
    Schemas(&'static [&'static str], fn(At<'_, '_>, &mut Cx<'_, '_>)),
    /// Each object that has a `$ref`.
    References(fn(At<'_, '_>, &mut Cx<'_, '_>)),
    /// Each object of any kind.
    Every(fn(At<'_, '_>, &mut Cx<'_, '_>)),
}

impl Group {
    pub const ALL: [Group; 11] = [
        Group::Structure,
        Group::References,
        Group::Operations,
        Group::Parameters,
        Group::Schemas,
        Group::Examples,
        Group::Security,
        Group::Servers,
        Group::Naming,
        Group::Documentation,
        Group::Rust,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Group::Structure => "structure",
            Group::References => "references",
            Group::Operations => "operations",
            Group::Parameters => "parameters",
            Group::Schemas => "schemas",
            Group::Examples => "examples",
            Group::Security => "security",
            Group::Servers => "servers",
            Group::Naming => "naming",
            Group::Documentation => "documentation",
            Group::Rust => "rust",
        }
    }
}

impl Preset {
    pub const ALL: [Preset; 3] = [Preset::Minimal, Preset::Recommended, Preset::Strict];

    pub fn name(self) -> &'static str {
        match self {
            Preset::Minimal => "minimal",
            Preset::Recommended => "recommended",
            Preset::Strict => "strict",
        }
    }
}

impl Rule {
    pub fn name(&self) -> &'static str {
        self.code.name
    }

    /// The severity in a preset; `None` where the preset is without it.
    pub fn severity_in(&self, preset: Preset) -> Option<Severity> {
        (self.levels.from <= preset).then_some(self.levels.severity)
    }
}

/// Declares a rule: its documentation in the words of a person, then what a table needs to know.
#[macro_export]
macro_rules! declare_rule {
    (@options) => { &[] };
    (@options $options:expr) => { $options };
    (
        $(#[doc = $doc:literal])+
        pub $ident:ident = $id:literal $name:literal {
            group: $group:ident, severity: $severity:ident, preset: $preset:ident, since: $since:literal,
            check: $check:expr $(, options: $options:expr)? $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        pub static $ident: $crate::Rule = $crate::Rule {
            code: ::oasmith_source::Code {
                id: $id,
                name: $name,
                docs: concat!($($doc, "\n"),+),
            },
            group: $crate::Group::$group,
            levels: $crate::Levels {
                severity: ::oasmith_source::Severity::$severity,
                from: $crate::Preset::$preset,
            },
            since: $since,
            check: $check,
            options: $crate::declare_rule!(@options $($options)?),
        };
    };
}
