//! From text to a tree.
//!
//! In: a fragment. Out: a [`Node`] in which every key and value knows its bytes in the file, so that a fault in a
//! page is shown in the page.
//! A text with a fault gives no tree: what a broken document means is not guessed.
//! Deliberately missing: comments, which [`write`](crate::write) finds in the text by itself.

mod duplicate;
mod json;
mod yaml;

use oasmith_source::{Diagnostic, Diagnostics, SourceMap, Span};

use crate::codes;
use crate::extract::{Format, Fragment};
use crate::node::Node;

/// How deeply values may be nested. Everything that walks a [`Node`] may recurse, because of this.
pub const MAX_DEPTH: usize = 512;

/// Reads a fragment.
pub fn parse(sources: &SourceMap, fragment: &Fragment) -> (Option<Node>, Diagnostics) {
    parse_at(sources, fragment.span, fragment.format)
}

/// Reads the text under a span.
pub fn parse_at(sources: &SourceMap, span: Span, format: Format) -> (Option<Node>, Diagnostics) {
    let mut span = span;
    // RFC 8259, 8.1: a parser may ignore a byte order mark. It only ever stands at the start of a file.
    if sources.text(span).starts_with('\u{feff}') {
        span.start += '\u{feff}'.len_utf8() as u32;
    }
    let (node, diagnostics) = match format {
        Format::Json => json_or_yaml(sources, span),
        Format::Yaml => yaml_or_json(sources, span),
    };
    (node.filter(|_| !diagnostics.has_errors()), diagnostics)
}

/// Block YAML under the name of JSON is read as what it is, with a warning.
fn json_or_yaml(sources: &SourceMap, span: Span) -> (Option<Node>, Diagnostics) {
    let (node, faults) = json::parse(sources, span);
    if node.is_some() || sources.text(span).trim_start().starts_with(['{', '[']) {
        return (node, faults);
    }
    let (node, mut said) = yaml::parse(sources, span);
    if said.has_errors() || node.as_ref().and_then(Node::as_object).is_none() {
        return (None, faults);
    }
    let faults = faults.as_warnings().into_iter();
    said.extend(faults.map(|it| it.help("it is YAML, and read as such")));
    (node, said)
}

/// JSON is YAML, and the JSON parser reads it five times as fast and in a tenth of the memory.
fn yaml_or_json(sources: &SourceMap, span: Span) -> (Option<Node>, Diagnostics) {
    if !sources.text(span).trim_start().starts_with('{') {
        return yaml::parse(sources, span);
    }
    let json = json::parse(sources, span);
    if json.0.is_some() && json.1.is_empty() {
        return json;
    }
    let yaml = yaml::parse(sources, span);
    // What is no YAML may be JSON with a fault that can be overlooked.
    match json.0.is_some() && yaml.1.has_errors() {
        true => json,
        false => yaml,
    }
}

pub(crate) fn too_deep(at: Span) -> Box<Diagnostic> {
    let message = format!("values are nested more than {MAX_DEPTH} levels deep");
    Box::new(Diagnostic::error(&codes::TOO_DEEP, message).at(at))
}
