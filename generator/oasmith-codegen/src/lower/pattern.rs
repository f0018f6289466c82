//! ECMA-262 patterns in the syntax of a linear-time engine.
//!
//! JSON Schema 2020-12, 6.4: patterns are ECMA-262 regular expressions, not anchored. The generated code uses
//! `regex-lite`, which knows no look-around, no back-references and no classes of Unicode, and treats `\d` and `\w` as
//! ASCII, as ECMA does.

/// ECMA-262, 22.2.2.9: `\s` is any space of Unicode, and the byte order mark.
const SPACE: &str = r"\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

/// The expression as the engine reads it, or why it has none.
pub fn translate(pattern: &str) -> Result<String, String> {
    let mut out = String::with_capacity(pattern.len());
    let mut chars = pattern.chars().peekable();
    let mut in_class = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' => escape(&mut chars, in_class, &mut out)?,
            '[' if !in_class => {
                in_class = true;
                out.push('[');
                out.extend(chars.next_if_eq(&'^'));
                if chars.peek() == Some(&']') {
                    return Err("it has a class of nothing".to_owned());
                }
            }
            ']' if in_class => {
                in_class = false;
                out.push(']');
            }
            // These mean something in a class to the engine, and nothing to ECMA.
            '[' | '&' | '~' if in_class => out.extend(['\\', c]),
            // ECMA-262, 22.2.2.7: anything but the end of a line, of which there are four.
            '.' if !in_class => out.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            // `$` is the very end in ECMA; the engine agrees as long as multi-line mode is off.
            _ => out.push(c),
        }
    }
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

/// What follows a backslash.
fn escape(
    chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
    in_class: bool,
    out: &mut String,
) -> Result<(), String> {
    match chars.next() {
        // ECMA allows an escaped slash or hyphen; the engine escapes signs that mean something only.
        Some(
            sign @ ('/' | '"' | '\'' | '@' | ':' | ',' | ';' | '=' | '!' | '%' | '<' | '>' | '_'
            | '`'),
        ) => out.push(sign),
        Some('u') => code_point(chars, out)?,
        Some('s') if in_class => out.push_str(SPACE),
        Some('s') => out.extend(["[", SPACE, "]"]),
        Some('S') if in_class => return Err("it has `\\S` in a class".to_owned()),
        Some('S') => out.extend(["[^", SPACE, "]"]),
        Some('b') if in_class => out.push_str(r"\x08"),
        Some('0') => out.push_str(r"\x00"),
        Some('c') => match chars.next() {
            Some(letter) if letter.is_ascii_alphabetic() => {
                out.push_str(&format!("\\x{:02X}", letter as u32 % 32));
            }
            _ => return Err("it has `\\c` without a letter".to_owned()),
        },
        Some('k') => return Err("it refers back to a group by name".to_owned()),
        Some(digit @ '1'..='9') => return Err(format!("it refers back to group {digit}")),
        Some(other) => out.extend(['\\', other]),
        None => return Err("it ends in a backslash".to_owned()),
    }
    Ok(())
}

/// `\uXXXX` and `\u{X}`.
fn code_point(
    chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
    out: &mut String,
) -> Result<(), String> {
    let digits: String = if chars.next_if_eq(&'{').is_some() {
        chars.by_ref().take_while(|it| *it != '}').collect()
    } else {
        chars.by_ref().take(4).collect()
    };
    let code = u32::from_str_radix(&digits, 16)
        .ok()
        .and_then(char::from_u32);
    let code = code.ok_or_else(|| format!("`\\u{digits}` is no character"))?;
    out.push_str(&regex_lite::escape(&code.to_string()));
    Ok(())
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
    fn expressions_are_taken_over_or_refused_with_a_reason() {
        let cases = [
            (r"[a-z0-9]{6,64}", Ok(r"[a-z0-9]{6,64}")),
            (r"^\/api\/v\d$", Ok(r"^/api/v\d$")),
            (r"^\u0041\u{42}$", Ok("^AB$")),
            (r"^[[&~]\cJ[\b]\0$", Ok(r"^[\[\&\~]\x0A[\x08]\x00$")),
            (r"(?<year>\d+)", Ok(r"(?<year>\d+)")),
            (r"(?<a>b)\k<a>", Err("it refers back to a group by name")),
            (r"[\S]", Err(r"it has `\S` in a class")),
            (r"(a)\1", Err("it refers back to group 1")),
            (r"(?=a)", Err("it looks around")),
        ];
        for (pattern, expected) in cases {
            assert_eq!(
                translate(pattern).as_deref().map_err(String::as_str),
                expected,
                "{pattern}"
            );
        }
        for pattern in ["(", "[]", "[^]a]", r"\p{L}", "(?<=a)b", "a{"] {
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
