//! Path templates: `/files/{name}.json`.

use super::param::push_escaped;

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text that stands in the path as it is.
    Literal(&'static str),
    /// A place with this name.
    Place(&'static str),
}

/// The pieces of a template, or of a part of one. A brace without its partner is a literal.
pub fn pieces(mut template: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    while let Some(open) = template.find('{') {
        let Some(length) = template[open..].find('}') else {
            break;
        };
        if open > 0 {
            pieces.push(Piece::Literal(&template[..open]));
        }
        pieces.push(Piece::Place(&template[open + 1..open + length]));
        template = &template[open + length + 1..];
    }
    if !template.is_empty() {
        pieces.push(Piece::Literal(template));
    }
    pieces
}

/// Whether there is anything to fill in.
pub fn has_places(template: &'static str) -> bool {
    pieces(template)
        .iter()
        .any(|piece| matches!(piece, Piece::Place(_)))
}

/// The template without its fragment, which is never sent. What stands behind `?` is a part of the query.
pub fn sent(template: &'static str) -> &'static str {
    let end = outside(template, '#').unwrap_or(template.len());
    &template[..end]
}

/// The template without its query and fragment, and the query.
pub fn path_and_query(template: &'static str) -> (&'static str, &'static str) {
    let sent = sent(template);
    match outside(sent, '?') {
        Some(at) => (&sent[..at], &sent[at + 1..]),
        None => (sent, ""),
    }
}

/// What stands behind `#`: some documents tell operations apart by it.
pub fn fragment(template: &'static str) -> &'static str {
    let at = sent(template).len();
    template[at..].strip_prefix('#').unwrap_or_default()
}

/// Where `mark` stands first, outside of places.
fn outside(template: &str, mark: char) -> Option<usize> {
    let mut inside = false;
    let at = template.char_indices().find(|(_, char)| {
        match char {
            '{' => inside = true,
            '}' => inside = false,
            _ => {}
        }
        !inside && *char == mark
    });
    at.map(|(at, _)| at)
}

/// Where the second of two values begins that stand side by side: with its name, by the style `matrix`, or with the last
/// `.`, since nothing but custom tells where the name of `{name}{extension}` ends.
pub fn second(text: &str, name: &str) -> Option<usize> {
    let mark = format!(";{name}");
    let is_whole = |at: usize| text[at + mark.len()..].chars().next();
    let named = text.match_indices(&mark).map(|(at, _)| at);
    let mut named = named.filter(|at| *at > 0 && matches!(is_whole(*at), None | Some('=' | ';')));
    named.next().or_else(|| text.rfind('.'))
}

/// Adds a literal to a URI, with escapes for what a path cannot hold (RFC 3986, section 3.3). A `?` begins the query.
pub fn push_literal(literal: &str, out: &mut String) {
    for byte in literal.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"/-._~!$&'()*+,;=:@%?".contains(&byte) => out.push(char::from(byte)),
            _ => push_escaped(byte, out),
        }
    }
}
