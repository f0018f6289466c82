//! Patterns that look ahead at their start, which engines without look-around follow piece by piece.

/// What a pattern asks for that looks ahead, as a pattern: all of it at the start of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Is(String),
    IsNot(String),
}

/// The pieces of a pattern that looks ahead from the start of the text and nowhere else: `^(?=.*\d)(?!x$).{8,}$`.
/// What it looks for there and what follows hold independently of each other, so each is a pattern of its own,
/// what follows being the last.
pub fn taken_apart(pattern: &str) -> Option<Vec<Piece>> {
    let mut rest = pattern.strip_prefix('^')?;
    let mut pieces = Vec::new();
    while let Some(inside) = rest
        .strip_prefix("(?=")
        .or_else(|| rest.strip_prefix("(?!"))
    {
        let end = group_end(inside)?;
        let expression = format!("^(?:{})", &inside[..end]);
        pieces.push(match rest.starts_with("(?=") {
            true => Piece::Is(expression),
            false => Piece::IsNot(expression),
        });
        rest = &inside[end + 1..];
    }
    // Of an alternative, only the first would look ahead.
    if pieces.is_empty() || top_level(rest).any(|(_, it)| it == '|') {
        return None;
    }
    pieces.push(Piece::Is(format!("^{rest}")));
    Some(pieces)
}

/// Where the group ends that begins before `text`.
fn group_end(text: &str) -> Option<usize> {
    top_level(text).find(|(_, it)| *it == ')').map(|(at, _)| at)
}

/// The signs of an expression that are in no group and no class, and mean what they are; a `)` without its partner.
fn top_level(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut depth, mut in_class, mut is_escaped) = (0_usize, false, false);
    text.char_indices().filter(move |(_, it)| {
        if std::mem::take(&mut is_escaped) {
            return false;
        }
        match it {
            '\\' => is_escaped = true,
            ']' => in_class = false,
            _ if in_class => {}
            '[' => in_class = true,
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ => return depth == 0,
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_pattern_looks_ahead_for_at_its_start_is_taken_apart() {
        let is = |text: &str| Piece::Is(text.to_owned());
        let not = |text: &str| Piece::IsNot(text.to_owned());
        let cases = [
            (r"^(?!x$)^[a-z]+$", vec![not("^(?:x$)"), is("^^[a-z]+$")]),
            (
                r"^(?=[^)\])])(?!(a|b)\))c",
                vec![is(r"^(?:[^)\])])"), not(r"^(?:(a|b)\))"), is("^c")],
            ),
        ];
        for (pattern, pieces) in cases {
            assert_eq!(taken_apart(pattern), Some(pieces), "{pattern}");
        }
        for pattern in ["^a", "(?!a)b", "^(?!a)b|c", "^(?!a", "^a(?!b)", "^(?<!a)b"] {
            assert_eq!(taken_apart(pattern), None, "{pattern}");
        }
    }
}
