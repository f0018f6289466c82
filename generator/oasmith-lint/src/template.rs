//! Names in braces: of path templates and of servers' URLs.
//!
//! OAS 3.1, Path Templating, and Server Object, `url`.

use oasmith_source::Span;

/// The names between braces, in order; an empty one for `{}`.
pub(crate) fn names(template: &str) -> impl Iterator<Item = &str> {
    // What RFC 6570 writes around a name, and some authors do, is no part of it.
    let operators: &[char] = &[';', '?', '&', '+', '.', '/', '#'];
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|it| it.split_once('}'))
        .map(move |(name, _)| name.trim_start_matches(operators).trim_end_matches('*'))
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
