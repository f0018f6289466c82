//! How many findings there are: `2 errors, 1 warning`.

use crate::{Diagnostic, Severity};

/// The numbers of errors and of warnings; empty when there are neither.
pub fn summary<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> String {
    let (mut errors, mut warnings) = (0, 0);
    for it in diagnostics {
        match it.severity {
            Severity::Error => errors += 1,
            Severity::Warning => warnings += 1,
            Severity::Info => {}
        }
    }
    let counts = [(errors, "error"), (warnings, "warning")];
    let parts = counts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<_> = parts.map(|(count, word)| counted(count, word)).collect();
    parts.join(", ")
}

fn counted(count: usize, word: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}
