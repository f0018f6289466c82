//! The documents of a YAML stream, parted by lines of `---` (YAML 1.2, 9.2).

use super::{Format, sniff};
use std::ops::Range;

/// Where each document stands in a text: all of it is one, unless every part looks like an OpenAPI document.
pub(super) fn documents(text: &str, format: Format) -> Vec<Range<usize>> {
    let whole = 0..text.len();
    if format == Format::Json {
        return vec![whole];
    }
    let parts = parts(text);
    let is_document = |it: &Range<usize>| sniff::format(&text[it.clone()]).is_some();
    match parts.len() > 1 && parts.iter().all(is_document) {
        true => parts,
        false => vec![whole],
    }
}

/// The parts in which anything stands.
fn parts(text: &str) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_end() == "---" {
            parts.push(start..at);
            start = end;
        }
        at = end;
    }
    parts.push(start..at);
    parts.retain(|it| !is_empty(&text[it.clone()]));
    parts
}

fn is_empty(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    lines.all(|it| it.is_empty() || it.starts_with(['#', '%']))
}
