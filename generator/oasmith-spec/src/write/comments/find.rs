//! Where the comments of a YAML text are.
//!
//! A `#` starts one at the start of a line or after white space (YAML 1.2.2, 6.6), and outside of scalars, whose places
//! the tree knows.

use std::ops::Range;

use oasmith_source::{SourceMap, Span};

use crate::node::{Node, Value};

/// A comment.
#[derive(Debug)]
pub(super) struct Found {
    /// The byte of its `#` in the file.
    pub(super) at: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// From `#` on, without what no reader should meet.
    pub(super) text: Box<str>,
}

/// The comments of a text in their order.
pub(super) fn comments(sources: &SourceMap, span: Span, root: &Node) -> Vec<Found> {
    let mut scalars = Vec::new();
    collect(root, span, &mut scalars);
    scalars.sort_by_key(|it| (it.start, it.end));
    let text = sources.file(span.file).text();
    let (mut found, mut at) = (Vec::new(), span.range().start);
    // A byte order mark is no part of the text that follows it.
    if sources.text(span).starts_with('\u{feff}') {
        at += '\u{feff}'.len_utf8();
    }
    let first = at;
    for scalar in scalars {
        between(text, first, at..scalar.range().start, &mut found);
        at = at.max(scalar.range().end);
    }
    between(text, first, at..span.range().end, &mut found);
    found
}

/// Finds the comments between two scalars of a text, `first` being its first byte.
fn between(text: &str, first: usize, range: Range<usize>, found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut at = range.start;
    while at < range.end.min(bytes.len()) {
        let starts = at == first || bytes[at - 1].is_ascii_whitespace();
        if bytes[at] == b'#' && starts {
            let rest = text.get(at..).unwrap_or_default();
            let line = rest.split(['\n', '\r']).next().unwrap_or_default();
            found.push(Found {
                at,
                end: at + line.len(),
                text: readable(line),
            });
            at += line.len();
        }
        at += 1;
    }
}

/// A comment without characters that YAML forbids, or that a reader of YAML 1.1 takes for the end of the line.
fn readable(line: &str) -> Box<str> {
    let line = line.trim_end();
    if !line.contains(crate::write::yaml::needs_escape) {
        return line.into();
    }
    line.replace(crate::write::yaml::needs_escape, " ")
        .trim_end()
        .into()
}

/// The places of all keys and scalars.
fn collect(node: &Node, within: Span, scalars: &mut Vec<Span>) {
    let mut note = |span: Span| {
        if span.file == within.file && span.start < span.end {
            scalars.push(span);
        }
    };
    match &node.value {
        Value::Array(items) => items.iter().for_each(|it| collect(it, within, scalars)),
        Value::Object(object) => {
            for member in object.iter() {
                note(member.key.span);
            }
            for member in object.iter() {
                collect(&member.value, within, scalars);
            }
        }
        _ => note(node.span),
    }
}
