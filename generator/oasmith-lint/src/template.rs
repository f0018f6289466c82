//! Names in braces: of path templates and of servers' URLs.
//!
//! OAS 3.1, Path Templating, and Server Object, `url`.

/// The names between braces, in order; an empty one for `{}`.
pub(crate) fn names(template: &str) -> impl Iterator<Item = &str> {
    // What RFC 6570 writes around a name, and some authors do, is no part of it.
    let operators: &[char] = &[';', '?', '&', '+', '.', '/', '#'];
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|it| it.split_once('}'))
        .map(move |(name, _)| name.trim_start_matches(operators).trim_end_matches('*'))
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
