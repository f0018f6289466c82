//! What a request has in the places of a path template.
//!
//! What stands between braces is never empty in a path, and holds a `/` only where its operation says that it may.

use super::operation::Info;
use super::param::{has_dots, unescape_query};
use super::template::{Piece, fragment, path_and_query, pieces, push_literal, second};

/// Names of places, and what stands there, still escaped.
pub type Captured<'p> = Vec<(&'static str, &'p str)>;

/// What stands in the places of an operation's template, if `path` and `query` fit. The path may have more segments in
/// front, those that the API is served under; the query may have more pairs.
pub fn capture<'p>(info: &Info, path: &'p str, query: &'p str) -> Option<Captured<'p>> {
    let mut found = capture_path(info, path)?;
    for pair in path_and_query(info.path)
        .1
        .split('&')
        .filter(|it| !it.is_empty())
    {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let mut given = pairs(query).filter(|(known, _)| is_text(known, name));
        let fits = given.find_map(|(_, raw)| {
            let mut inside = Vec::new();
            if is_text(raw, value) || capture_segment(&pieces(value), raw, &mut inside).is_some() {
                return Some(inside);
            }
            None
        });
        found.extend(fits?);
    }
    Some(found)
}

/// How well the fragment of a template fits: HTTP does not carry it, but documents that tell operations apart by it
/// name query parameters or headers there, with their values. 0: it asks for what is not there; 1: it asks for nothing;
/// more, the more it asks for that is there.
pub fn fragment_fit(template: &'static str, query: &str, headers: &http::HeaderMap) -> usize {
    let mut fit = 1;
    for (name, value) in pairs(fragment(template)) {
        let wants = |given: &str| value.is_empty() || is_text(given, value);
        let in_query = pairs(query).any(|(known, given)| is_text(known, name) && wants(given));
        let in_header = headers
            .get_all(name)
            .iter()
            .any(|given| value.is_empty() || given.as_bytes() == value.as_bytes());
        if !in_query && !in_header {
            return 0;
        }
        fit += 1;
    }
    fit
}

/// The pairs of a query, still escaped.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// Whether `raw` is `text`, either of which may have escapes.
fn is_text(raw: &str, text: &str) -> bool {
    let plain = |text| unescape_query(text);
    raw == text || plain(raw).is_some_and(|raw| raw == text || Some(raw) == plain(text))
}

/// [`capture`], for the path alone.
pub fn capture_path<'p>(info: &Info, path: &'p str) -> Option<Captured<'p>> {
    let template = path_and_query(info.path).0.trim_start_matches('/');
    let path = path.trim_start_matches('/');
    if !info.wide.is_empty() {
        return capture_wide(info, template, path);
    }
    let segments = path.split('/');
    let extra = segments
        .clone()
        .count()
        .checked_sub(template.split('/').count())?;
    let mut found = Vec::new();
    for (segment, text) in template.split('/').zip(segments.skip(extra)) {
        if segment != text {
            capture_segment(&pieces(segment), text, &mut found)?;
        }
    }
    Some(found)
}

/// Of a template with places that hold several segments: each ends where what stands behind it first comes, and where it
/// last comes if that is the end. What stands in front of the template is passed over only where it begins otherwise.
fn capture_wide<'p>(info: &Info, template: &'static str, path: &'p str) -> Option<Captured<'p>> {
    let pieces = pieces(template);
    let starts = path.match_indices('/').map(|(at, _)| at + 1);
    let start = [0]
        .into_iter()
        .chain(starts)
        .find(|at| match pieces.first() {
            Some(Piece::Literal(literal)) => path[*at..].starts_with(escaped(literal).as_str()),
            _ => true,
        })?;
    let mut found = Vec::new();
    capture_segment(&pieces, &path[start..], &mut found)?;
    let is_meant = |(name, value): &(&'static str, &str)| match info.wide.contains(name) {
        // RFC 3986, section 5.2.4: what these mean is another path, and no client sends them.
        true => !has_dots(value),
        false => !value.contains('/'),
    };
    found.iter().all(is_meant).then_some(found)
}

fn capture_segment<'p>(
    pieces: &[Piece],
    mut text: &'p str,
    found: &mut Vec<(&'static str, &'p str)>,
) -> Option<()> {
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        match *piece {
            Piece::Literal(literal) => text = text.strip_prefix(escaped(literal).as_str())?,
            Piece::Place(name) => {
                let end = match pieces.next_if(|next| matches!(next, Piece::Literal(_))) {
                    Some(&Piece::Literal(literal)) => {
                        let literal = escaped(literal);
                        let last = pieces.peek().is_none();
                        let at = if last {
                            text.rfind(&literal)
                        } else {
                            text.find(&literal)
                        }?;
                        (at, at + literal.len())
                    }
                    _ => match pieces.peek() {
                        Some(Piece::Place(next)) => second(text, next).map(|at| (at, at))?,
                        _ => (text.len(), text.len()),
                    },
                };
                found.push((name, text.get(..end.0).filter(|value| !value.is_empty())?));
                text = &text[end.1..];
            }
        }
    }
    text.is_empty().then_some(())
}

fn escaped(literal: &str) -> String {
    let mut out = String::new();
    push_literal(literal, &mut out);
    out
}
