//! Names in braces: of path templates and of servers' URLs.
//!
//! OAS 3.1, Path Templating, and Server Object, `url`.

use oasmith_source::Span;
use std::borrow::Cow;
use std::collections::HashSet;

pub(crate) use oasmith_spec::template::names;

/// A path of an operation with plain names between braces, whatever notation it is written in.
pub(crate) fn plain<'p>(path: &'p str, declared: &HashSet<&str>) -> Cow<'p, str> {
    let plain = oasmith_spec::template::plain(path, &|it| declared.contains(it));
    plain.map_or(Cow::Borrowed(path), Cow::Owned)
}

/// The place of a part of a text: that of the whole text where the text is not written as it is read.
pub(crate) fn place_of(text: &str, span: Span, part: &str) -> Span {
    let length = (span.end - span.start) as usize;
    let quotes = match length.checked_sub(text.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return span,
    };
    let Some(at) = text.find(part) else {
        return span;
    };
    let start = span.start as usize + quotes + at;
    Span::new(span.file, start, start + part.len())
}

/// Whether every brace has its other half, and none stands in another.
pub(crate) fn is_balanced(template: &str) -> bool {
    let mut is_open = false;
    for letter in template.chars() {
        match letter {
            '{' if is_open => return false,
            '}' if !is_open => return false,
            '{' | '}' => is_open = !is_open,
            _ => {}
        }
    }
    !is_open
}
