//! What is wrong with a YAML text, in a reader's words.

use oasmith_source::{Diagnostic, Span};
use saphyr_parser::ScanError;

use super::place::Places;
use crate::codes;

/// A fault that the parser found.
pub(super) fn syntax(error: &ScanError, places: &Places<'_>) -> Box<Diagnostic> {
    let span = places.character(*error.marker());
    if error.info().contains("recursion limit") {
        let message = "brackets are nested more than 255 levels deep";
        return Box::new(Diagnostic::error(&codes::TOO_DEEP, message).at(span));
    }
    let (message, help) = reworded(error.info());
    let fault = Diagnostic::error(&codes::YAML_SYNTAX, message).at(span);
    Box::new(match help {
        Some(help) => fault.help(help),
        None => fault,
    })
}

/// Whether the parser asks for more indentation, or for blanks in it.
pub(super) fn is_indentation(error: &ScanError) -> bool {
    error.info().contains("indentation") || error.info().contains("tab")
}

/// The parser speaks of its productions; these are the faults that people make.
fn reworded(info: &str) -> (&str, Option<&'static str>) {
    let known = |part: &str| info.contains(part);
    if known("mapping values are not allowed") {
        (
            "a second `: ` stands in a value, or the line is indented too far",
            Some("put a value that holds `: ` between quotes"),
        )
    } else if known("did not find expected key") || known("simple key expect") {
        (
            "a key with `:` is expected here",
            Some(
                "members of one mapping are indented alike, and each has a `:` followed by a blank",
            ),
        )
    } else if known("did not find expected '-'") {
        (
            "an item with `-` is expected here",
            Some("items of one sequence are indented alike"),
        )
    } else if known("tab") {
        (
            "a tab stands where YAML needs blanks",
            Some("indent with blanks"),
        )
    } else if known("quoted scalar, found unexpected end of stream") {
        (
            "the text ends inside a quoted string",
            Some("add the closing quote"),
        )
    } else if known("expected ',' or ']'") {
        ("`,` or `]` is expected here", None)
    } else if known("expected ',' or '}'") {
        ("`,` or `}` is expected here", None)
    } else if known("unknown anchor") {
        (
            "the alias has no anchor above it",
            Some("put a string that starts with `*` between quotes"),
        )
    } else if known("anchor or alias, did not find") {
        (
            "`*` and `&` start an alias or an anchor, which needs a name",
            Some("put a string that starts with `*` or `&` between quotes"),
        )
    } else if known("unknown escape") {
        (
            "this is not an escape",
            Some(
                "a backslash between double quotes is written as `\\\\`; between single quotes it stands for itself",
            ),
        )
    } else if known("unexpected character") || known("unprintable character") {
        (
            "no value starts with this character",
            Some("put a string that starts with it between quotes"),
        )
    } else {
        (info, None)
    }
}

pub(super) fn no_value(at: Span) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(&codes::YAML_SYNTAX, "the text holds no value").at(at))
}

/// Of several documents one is read.
pub(super) fn another_document(at: Span) -> Diagnostic {
    let message = "another document starts here, and is left out".to_owned();
    left_out(message, at, "put each document into its own file")
}

pub(super) fn key(at: Span) -> Diagnostic {
    let message = "a key is not a string, and is left out with its value".to_owned();
    left_out(message, at, "keys are strings in JSON, and in OpenAPI")
}

pub(super) fn merge(at: Span) -> Diagnostic {
    let message = "`<<` takes over something that is not a mapping, and is left out".to_owned();
    left_out(message, at, "give it an alias of a mapping")
}

/// What JSON cannot say, and the document does without.
pub(super) fn left_out(message: String, at: Span, help: &str) -> Diagnostic {
    Diagnostic::warning(&codes::YAML_UNSUPPORTED, message)
        .at(at)
        .help(help)
}
