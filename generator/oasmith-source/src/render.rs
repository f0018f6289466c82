//! How diagnostics are shown: one renderer a file.
//!
//! Each takes the findings and the sources and returns text; none of them writes anywhere.
//! `pretty`, `concise` and `json` show one finding; the others make one report of all, for the services that read them.
//! Messages quote documents, and documents may be hostile: each renderer escapes what its own format would act upon.

mod concise;
mod excerpt;
mod github;
mod gitlab;
mod json;
mod junit;
mod markdown;
mod members;
mod pretty;
mod sarif;
mod summary;

use crate::{Diagnostic, Position, Severity, SourceMap};

pub use concise::concise;
pub use github::github;
pub use gitlab::gitlab;
pub use json::json;
pub use junit::junit;
pub use markdown::markdown;
pub use pretty::{Style, pretty};
pub use sarif::sarif;
pub use summary::summary;

/// A finding in a report, with the sources that it is about.
#[derive(Clone, Debug)]
pub struct Reported<'a> {
    pub diagnostic: &'a Diagnostic,
    pub sources: &'a SourceMap,
    /// Says which finding this is, from one version of a document to the next.
    pub fingerprint: String,
}

impl Reported<'_> {
    /// The file, as a person would open it; `None` when the fault is in none.
    fn path(&self) -> Option<String> {
        let primary = self.diagnostic.primary.as_ref()?;
        Some(self.sources.path(primary.span.file))
    }

    /// Where it starts and where it ends, the end after the last character.
    fn range(&self) -> Option<(Position, Position)> {
        let span = self.diagnostic.primary.as_ref()?.span;
        let file = self.sources.file(span.file);
        let [start, end] = [span.range().start, span.range().end].map(|at| file.position(at));
        Some((start, end))
    }

    /// `file:line:column`
    fn place(&self) -> Option<String> {
        let primary = self.diagnostic.primary.as_ref()?;
        Some(self.sources.place(primary.span))
    }

    /// `OAS201 unknown-field`
    fn title(&self) -> String {
        let code = self.diagnostic.code;
        format!("{} {}", code.id, code.name)
    }

    /// The fact and the remedies, a line each.
    fn text(&self) -> String {
        let help = self.diagnostic.help.iter();
        let help = help.map(|it| format!("\nhelp: {it}"));
        self.diagnostic.message.clone() + &help.collect::<String>()
    }
}

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}
