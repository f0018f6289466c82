//! What happens when two parts say different things about one thing.
//!
//! One policy for each kind of thing, chosen by the user. A clash that a policy decides is told as an info with both
//! places; one that nobody decided is an error, or a warning where it costs little.

use oasmith_source::Severity;

/// A policy for each kind of thing that parts can clash on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policies {
    /// One method of one path, with different content.
    pub operations: Choice,
    /// One kind and name of component, with different content.
    pub components: NameChoice,
    /// One name for two parts in the files of a document, with different content.
    pub parts: NameChoice,
    /// One operation id on two operations.
    pub operation_ids: NameChoice,
    /// One tag, described differently.
    pub tags: Choice,
    /// `info`, and whatever else a document says once: `externalDocs`, extensions.
    pub info: Choice,
}

/// Which of two descriptions counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Neither: the document is refused.
    Error,
    /// The first, and a warning says so.
    Warn,
    First,
    Last,
}

/// Which of two things has the name that both claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameChoice {
    /// Neither: the document is refused.
    Error,
    First,
    Last,
    /// The first; the second gets a name of its own.
    Rename,
}

impl Default for Policies {
    fn default() -> Self {
        Policies {
            operations: Choice::Error,
            components: NameChoice::Error,
            parts: NameChoice::Rename,
            operation_ids: NameChoice::Error,
            tags: Choice::Warn,
            info: Choice::Warn,
        }
    }
}

impl Choice {
    pub(super) fn severity(self) -> Severity {
        match self {
            Choice::Error => Severity::Error,
            Choice::Warn => Severity::Warning,
            Choice::First | Choice::Last => Severity::Info,
        }
    }
}

impl NameChoice {
    /// The same choice between two descriptions. What could be renamed has been by then, so that what is left is an
    /// error.
    pub(super) fn between(self) -> Choice {
        match self {
            NameChoice::First => Choice::First,
            NameChoice::Last => Choice::Last,
            NameChoice::Error | NameChoice::Rename => Choice::Error,
        }
    }
}
