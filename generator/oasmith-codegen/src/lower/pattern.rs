//! Patterns that generated code can hold texts to.
//!
//! It uses `regex-lite`, which knows no look-around, no back-references and no classes of Unicode.

use oasmith_spec::pattern::{self, Engine};

/// The expression as the engine reads it, or why it has none.
pub fn translate(pattern: &str) -> Result<String, String> {
    let out = pattern::translate(pattern, Engine::Lite).map_err(|why| why.to_string())?;
    regex_lite::Regex::new(&out)
        .map(|_| out)
        .map_err(|error| reason(&error.to_string()))
}

/// What a pattern asks for that looks ahead: all of it at the start of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Is(String),
    IsNot(String),
}

/// The pieces of a pattern that looks ahead from the start of the text and nowhere else: `^(?=.*\d)(?!x$).{8,}$`.
/// What it looks for there and what follows hold independently of each other, so each is an expression of its own.
pub fn taken_apart(pattern: &str) -> Option<Vec<Piece>> {
    let mut rest = pattern.strip_prefix('^')?;
    let mut pieces = Vec::new();
    while let Some(inside) = rest
        .strip_prefix("(?=")
        .or_else(|| rest.strip_prefix("(?!"))
    {
        let end = group_end(inside)?;
        let expression = translate(&format!("^(?:{})", &inside[..end])).ok()?;
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
    pieces.push(Piece::Is(translate(&format!("^{rest}")).ok()?));
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

fn reason(error: &str) -> String {
    if error.contains("look") {
        "it looks around".to_owned()
    } else {
        error.replace('\n', " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_engine_does_not_know_is_refused_with_a_reason() {
        assert_eq!(translate(r"^\/v\d$").as_deref(), Ok(r"^/v\d$"));
        assert_eq!(translate("(?=a)"), Err("it looks around".to_owned()));
        for pattern in ["(", "[]", "[^]a]", r"\p{L}", "(?<=a)b", r"(a)\1"] {
            assert!(translate(pattern).is_err(), "{pattern}");
        }
    }

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
        for pattern in [
            "^a",
            "(?!a)b",
            "^(?!a)b|c",
            "^(?!a",
            "^(?!a)(?:(?=b)c)",
            "^a(?!b)",
            "^(?<!a)b",
            r"^(?!(a)\1)b",
        ] {
            assert_eq!(taken_apart(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn dots_and_spaces_are_those_of_ecma() {
        let matches = |pattern: &str, text: &str| {
            let expression = translate(pattern).expect("an expression");
            regex_lite::Regex::new(&expression)
                .expect("a regular expression")
                .is_match(text)
        };
        for (pattern, text, expected) in [
            (r"^\s$", "\u{a0}", true),
            (r"^[\s]$", "\u{feff}", true),
            (r"^\S$", "\u{2003}", false),
            (r"^\S$", "é", true),
            (r"^[\S\t]$", "\u{2003}", false),
            (r"^[\s\S]$", "\u{10FFFF}", true),
            ("^.$", "\u{2028}", false),
            ("^.$", "\r", false),
            ("^.$", "é", true),
            (r"^\d$", "\u{0663}", false),
            (r"^\w$", "é", false),
            ("a$", "a\n", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text:?}");
        }
    }
}
