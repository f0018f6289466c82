//! What is said when two parts describe one thing differently: both places, where they differ, and what was done.

use super::difference::Difference;
use super::policies::{Choice, NameChoice};
use crate::codes;
use oasmith_source::{Code, Diagnostic, Severity};

/// Two parts describe one operation differently.
pub(super) fn operation(name: &str, found: &Difference<'_>, choice: Choice) -> Diagnostic {
    let remedy =
        "remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`";
    say(&codes::OPERATION_CLASH, name, found, choice, remedy)
}

/// Two parts define one component differently.
pub(super) fn component(name: &str, found: &Difference<'_>, policy: NameChoice) -> Diagnostic {
    let remedy = match policy {
        NameChoice::Rename => "rename one of the two: all names that its source suggests are taken",
        _ => {
            "rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`"
        }
    };
    let choice = policy.between();
    say(&codes::COMPONENT_CLASH, name, found, choice, remedy)
}

/// Two parts describe one tag differently.
pub(super) fn tag(name: &str, found: &Difference<'_>, choice: Choice) -> Diagnostic {
    let remedy = "make them equal, or choose by `tags` in `[merge.clashes]`";
    say(&codes::TAG_CLASH, name, found, choice, remedy)
}

/// Two parts differ in what a document says once.
pub(super) fn once(name: &str, found: &Difference<'_>, choice: Choice) -> Diagnostic {
    let remedy = "make them equal, or choose by `info` in `[merge.clashes]`";
    say(&codes::ROOT_CLASH, name, found, choice, remedy)
}

/// Two parts differ in what changes the meaning of everything else.
pub(super) fn must_agree(name: &str, found: &Difference<'_>) -> Diagnostic {
    let severity = Severity::Error;
    severe(severity, &codes::ROOT_CLASH, fact(name, found), found)
}

/// A component or an operation id has got a name of its own.
pub(super) fn renamed(
    code: &'static Code,
    name: &str,
    found: &Difference<'_>,
    new: &str,
) -> Diagnostic {
    severe(Severity::Info, code, fact(name, found), found)
        .help(format!("the second is called `{new}`"))
}

fn say(
    code: &'static Code,
    name: &str,
    found: &Difference<'_>,
    choice: Choice,
    remedy: &str,
) -> Diagnostic {
    let help = match choice {
        Choice::Error => remedy,
        Choice::Warn | Choice::First => "the first one counts",
        Choice::Last => "the last one counts",
    };
    severe(choice.severity(), code, fact(name, found), found).help(help)
}

fn fact(name: &str, found: &Difference<'_>) -> String {
    if found.pointer.is_empty() {
        format!("{name} is described twice, differently")
    } else {
        format!(
            "{name} is described twice, and differs at `{}`",
            found.pointer
        )
    }
}

fn severe(
    severity: Severity,
    code: &'static Code,
    message: String,
    found: &Difference<'_>,
) -> Diagnostic {
    with_severity(severity, code, message)
        .labelled(found.second.span, "differs here")
        .also(found.first.span, "from this")
}

pub(super) fn with_severity(
    severity: Severity,
    code: &'static Code,
    message: String,
) -> Diagnostic {
    match severity {
        Severity::Error => Diagnostic::error(code, message),
        Severity::Warning => Diagnostic::warning(code, message),
        Severity::Info => Diagnostic::info(code, message),
    }
}
