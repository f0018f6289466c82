//! Path templates: `/files/{name}.json`.
//!
//! What stands between braces is never empty in a path, and never holds a `/`.

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

/// Adds a literal to a URI, with escapes for what a path cannot hold (RFC 3986, section 3.3).
pub fn push_literal(literal: &str, out: &mut String) {
    for byte in literal.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"/-._~!$&'()*+,;=:@%".contains(&byte) => out.push(char::from(byte)),
            _ => push_escaped(byte, out),
        }
    }
}

/// What stands in the places of `template`, still escaped, if `path` fits. It may have more segments in front, those
/// that the API is served under.
pub fn capture<'p>(template: &'static str, path: &'p str) -> Option<Vec<(&'static str, &'p str)>> {
    let template = template.trim_start_matches('/');
    let segments = path.trim_start_matches('/').split('/');
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
                    _ => (text.len(), text.len()),
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
