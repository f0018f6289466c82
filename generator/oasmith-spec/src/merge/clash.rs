//! What is said when two parts describe one thing differently: both places, and where they differ.

use super::difference::Difference;
use crate::codes;
use oasmith_source::{Code, Diagnostic, Severity};

/// Two parts describe one operation differently.
pub(super) fn operation(name: &str, found: &Difference<'_>) -> Diagnostic {
    say(Severity::Error, &codes::OPERATION_CLASH, name, found)
        .help("remove one of the two, or make them equal")
}

/// Two parts define one component differently.
pub(super) fn component(name: &str, found: &Difference<'_>) -> Diagnostic {
    say(Severity::Error, &codes::COMPONENT_CLASH, name, found)
        .help("rename one of the two, or make them equal")
}

/// Two parts describe one tag differently, and the first one counts.
pub(super) fn tag(name: &str, found: &Difference<'_>) -> Diagnostic {
    say(Severity::Warning, &codes::TAG_CLASH, name, found).help("the first description counts")
}

/// Two parts differ in what a document says once, and the first one counts.
pub(super) fn first_counts(name: &str, found: &Difference<'_>) -> Diagnostic {
    say(Severity::Warning, &codes::ROOT_CLASH, name, found).help("the first one counts")
}

/// Two parts differ in what changes the meaning of everything else.
pub(super) fn must_agree(name: &str, found: &Difference<'_>) -> Diagnostic {
    say(Severity::Error, &codes::ROOT_CLASH, name, found)
}

fn say(severity: Severity, code: &'static Code, name: &str, found: &Difference<'_>) -> Diagnostic {
    let message = if found.pointer.is_empty() {
        format!("{name} is described twice, differently")
    } else {
        format!(
            "{name} is described twice, and differs at `{}`",
            found.pointer
        )
    };
    let said = match severity {
        Severity::Error => Diagnostic::error(code, message),
        Severity::Warning => Diagnostic::warning(code, message),
        Severity::Info => Diagnostic::info(code, message),
    };
    said.labelled(found.second.span, "differs here")
        .also(found.first.span, "from this")
}
