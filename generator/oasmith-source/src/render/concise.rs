//! One line a finding, as compilers and editors have it: `file:line:column: severity[code]: message`.

use super::name;
use crate::{Diagnostic, SourceMap};

/// One line, with its line break.
pub fn concise(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let place = diagnostic
        .primary
        .as_ref()
        .map(|label| sources.place(label.span) + ": ");
    let (place, severity) = (place.unwrap_or_default(), name(diagnostic.severity));
    // Names in a document may hold anything, and a line is a line.
    let message = diagnostic.message.replace(char::is_control, " ");
    format!("{place}{severity}[{}]: {message}\n", diagnostic.code.id)
}
