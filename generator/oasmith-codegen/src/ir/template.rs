//! The parts of a path template.

/// What stands behind a `#` that is no part of a name in `{}`.
pub(crate) fn fragment(path: &str) -> &str {
    outside(path, '#').map_or("", |at| &path[at..])
}

/// The names of the pairs that a path template has behind `?`: the template sends them.
pub(crate) fn names_in_query(path: &str) -> Vec<&str> {
    let sent = path.strip_suffix(fragment(path)).unwrap_or(path);
    let query = outside(sent, '?').map_or("", |at| &sent[at + 1..]);
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').map_or(pair, |(name, _)| name))
        .collect()
}

/// Where `mark` stands first, outside of names in `{}`.
fn outside(path: &str, mark: char) -> Option<usize> {
    let mut inside = false;
    path.find(|c: char| {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            _ => {}
        }
        c == mark && !inside
    })
}
