//! Patterns in the words of Rust's engines.
//!
//! In: a regular expression of ECMA-262, as JSON Schema has it (2020-12, validation, 6.4). Out: one that means the same
//! to the engine, or why there is none.
//! Compiles nothing: what no engine here knows (look-around, classes of Unicode) and what is no expression at all is for
//! the engine to refuse.

mod ahead;

pub use ahead::{Piece, taken_apart};

use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

/// Who reads what comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// `regex-lite`, to which `\d`, `\w` and `\b` are ASCII as they are to ECMA.
    Lite,
    /// `regex` and `regex-syntax`, to which they are of all scripts.
    Unicode,
}

/// Why a pattern has no words of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It refers back to what a group matched: by a number or a name.
    BackReference(Option<char>),
    /// It ends in a backslash.
    Unfinished,
    /// Something that ECMA allows and hardly anybody means.
    Odd(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::BackReference(Some(digit)) => write!(f, "it refers back to group {digit}"),
            Refused::BackReference(None) => f.write_str("it refers back to a group by name"),
            Refused::Unfinished => f.write_str("it ends in a backslash"),
            Refused::Odd(what) => f.write_str(what),
        }
    }
}

/// The ranges of a set, and those of all that is not in it.
struct Set(&'static str, &'static str);

/// ECMA-262, 22.2.2.9: any space of Unicode, and the byte order mark.
const SPACE: Set = Set(
    r"\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}",
    r"\x00-\x08\x0E-\x1F!-\u{9F}\u{A1}-\u{167F}\u{1681}-\u{1FFF}\u{200B}-\u{2027}\u{202A}-\u{202E}\u{2030}-\u{205E}\u{2060}-\u{2FFF}\u{3001}-\u{FEFE}\u{FF00}-\u{10FFFF}",
);
const DIGIT: Set = Set("0-9", r"\x00-/:-\u{10FFFF}");
const WORD: Set = Set("0-9A-Za-z_", r"\x00-/:-@\[-\^`\{-\u{10FFFF}");

/// The pattern as the engine reads it.
pub fn translate(pattern: &str, engine: Engine) -> Result<String, Refused> {
    let mut out = String::with_capacity(pattern.len());
    let mut chars = pattern.chars().peekable();
    let (mut in_class, mut after_set) = (false, false);
    while let Some(c) = chars.next() {
        let was_set = std::mem::replace(&mut after_set, c == '\\' && is_set(chars.clone()));
        match c {
            '\\' => escape(&mut chars, in_class, engine, &mut out)?,
            '[' if !in_class && is_anything(chars.clone()) => {
                out.push_str("(?s:.)");
                chars.nth(ANYTHING[0].len() - 1);
            }
            '[' if !in_class => {
                in_class = true;
                out.push('[');
                out.extend(chars.next_if_eq(&'^'));
                if chars.peek() == Some(&']') {
                    return Err(Refused::Odd("it has a class of nothing".to_owned()));
                }
            }
            ']' if in_class => {
                in_class = false;
                out.push(']');
            }
            // These mean something in a class to the engine, and nothing to ECMA.
            '[' | '&' | '~' if in_class => out.extend(['\\', c]),
            // ECMA-262, B.1.2.8: beside a set it is no range, but a sign.
            '-' if in_class && (was_set || is_escaped_set(chars.clone())) => {
                out.push_str(if chars.peek() == Some(&']') {
                    "-"
                } else {
                    r"\-"
                });
            }
            // ECMA-262, 22.2.2.7: anything but the end of a line, of which there are four.
            '.' if !in_class => out.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            // ECMA-262, B.1.2: a brace that begins no quantity is one.
            '{' if !in_class && !is_quantity(chars.clone()) => out.push_str(r"\{"),
            // `$` is the very end in ECMA; the engine agrees as long as multi-line mode is off.
            _ => out.push(c),
        }
    }
    Ok(out)
}

/// What is in a class of whatever there is, of which `.` is only a part.
const ANYTHING: [&str; 6] = [r"\s\S]", r"\S\s]", r"\d\D]", r"\D\d]", r"\w\W]", r"\W\w]"];

fn is_anything(chars: Peekable<Chars<'_>>) -> bool {
    let ahead: String = chars.take(ANYTHING[0].len()).collect();
    ANYTHING.contains(&ahead.as_str())
}

/// Whether a backslash makes a set of what follows.
fn is_set(mut chars: Peekable<Chars<'_>>) -> bool {
    chars.next().is_some_and(|it| "dDsSwW".contains(it))
}

fn is_escaped_set(mut chars: Peekable<Chars<'_>>) -> bool {
    chars.next() == Some('\\') && is_set(chars)
}

/// Whether a quantity stands behind `{`: `2}`, `2,}`, `2,5}`.
fn is_quantity(mut chars: Peekable<Chars<'_>>) -> bool {
    if !chars.next().is_some_and(|it| it.is_ascii_digit()) {
        return false;
    }
    let mut rest = chars.skip_while(char::is_ascii_digit).peekable();
    rest.next_if_eq(&',');
    rest.find(|it| !it.is_ascii_digit()) == Some('}')
}

/// What follows a backslash.
fn escape(
    chars: &mut Peekable<Chars<'_>>,
    in_class: bool,
    engine: Engine,
    out: &mut String,
) -> Result<(), Refused> {
    let is_unicode = engine == Engine::Unicode;
    match chars.next().ok_or(Refused::Unfinished)? {
        c @ ('s' | 'S') => set(SPACE, c == 'S', in_class, out),
        c @ ('d' | 'D') if is_unicode => set(DIGIT, c == 'D', in_class, out),
        c @ ('w' | 'W') if is_unicode => set(WORD, c == 'W', in_class, out),
        'b' if in_class => out.push_str(r"\x08"),
        c @ ('b' | 'B') if is_unicode => out.extend(["(?-u:\\", c.encode_utf8(&mut [0; 4]), ")"]),
        'u' => code_point(chars, out)?,
        '0' => out.push_str(r"\x00"),
        'c' => match chars.next() {
            Some(letter) if letter.is_ascii_alphabetic() => {
                out.push_str(&format!("\\x{:02X}", letter as u32 % 32));
            }
            _ => return Err(Refused::Odd("it has `\\c` without a letter".to_owned())),
        },
        // The end, in the words of Python and Ruby: to ECMA a letter, which nobody means.
        'Z' if !in_class => out.push_str(r"\z"),
        'k' => return Err(Refused::BackReference(None)),
        digit @ '1'..='9' => return Err(Refused::BackReference(Some(digit))),
        // A class of Unicode has its name in braces.
        c @ ('p' | 'P') => {
            out.extend(['\\', c]);
            out.extend(chars.next_if_eq(&'{'));
        }
        letter if letter.is_ascii_alphanumeric() => out.extend(['\\', letter]),
        sign => character(sign, out),
    }
    Ok(())
}

fn set(Set(ranges, others): Set, is_not: bool, in_class: bool, out: &mut String) {
    match (in_class, is_not) {
        (true, false) => out.push_str(ranges),
        (true, true) => out.push_str(others),
        (false, false) => out.extend(["[", ranges, "]"]),
        (false, true) => out.extend(["[^", ranges, "]"]),
    }
}

/// `\uXXXX` and `\u{X}`.
fn code_point(chars: &mut Peekable<Chars<'_>>, out: &mut String) -> Result<(), Refused> {
    let digits: String = if chars.next_if_eq(&'{').is_some() {
        chars.by_ref().take_while(|it| *it != '}').collect()
    } else {
        chars.by_ref().take(4).collect()
    };
    let code = u32::from_str_radix(&digits, 16).ok();
    let code = code.and_then(|it| char::from_u32(it).or_else(|| pair(it, chars)));
    let code = code.ok_or_else(|| Refused::Odd(format!("`\\u{digits}` is no character")))?;
    character(code, out);
    Ok(())
}

/// ECMA-262, 22.2.1: two escapes that are the halves of one character are that character.
fn pair(first: u32, chars: &mut Peekable<Chars<'_>>) -> Option<char> {
    let mut ahead = chars.clone();
    let is_escape = ahead.next() == Some('\\') && ahead.next() == Some('u');
    let digits: String = ahead.by_ref().take(4).collect();
    let second = u16::from_str_radix(&digits, 16)
        .ok()
        .filter(|_| is_escape)?;
    let halves = [u16::try_from(first).ok()?, second];
    let character = char::decode_utf16(halves).next()?.ok()?;
    *chars = ahead;
    Some(character)
}

/// A character that stands for itself: ECMA allows a backslash before any sign, engines where it means something.
fn character(c: char, out: &mut String) {
    if r"\.+*?()|[]{}^$#&-~".contains(c) {
        out.push('\\');
    }
    out.push(c);
}

#[cfg(test)]
mod tests {
    use super::{Engine, translate};

    #[test]
    fn expressions_are_taken_over_or_refused_with_a_reason() {
        let cases = [
            (r"[a-z0-9]{6,64}", Ok(r"[a-z0-9]{6,64}")),
            (r"^\/api\/v\d$", Ok(r"^/api/v\d$")),
            (r"^\u0041\u{42}\u002e$", Ok(r"^AB\.$")),
            (r"^[[&~]\cJ[\b]\0$", Ok(r"^[\[\&\~]\x0A[\x08]\x00$")),
            (
                r"^{id}{2}{2,}{2,3}{,3}{$",
                Ok(r"^\{id}{2}{2,}{2,3}\{,3}\{$"),
            ),
            (r"[\w-.][.-\d-][\w-]", Ok(r"[\w\-.][.\-\d-][\w-]")),
            (r"(?<year>\d+)", Ok(r"(?<year>\d+)")),
            (r"^[\s\S]+$", Ok("^(?s:.)+$")),
            (r"(?=a)\p{L}", Ok(r"(?=a)\p{L}")),
            (r"(?<a>b)\k<a>", Err("it refers back to a group by name")),
            (r"(a)\1", Err("it refers back to group 1")),
            (r"a\", Err("it ends in a backslash")),
            ("[^]a]", Err("it has a class of nothing")),
            (r"\ud83d", Err(r"`\ud83d` is no character")),
            (r"\ud83d\u0041", Err(r"`\ud83d` is no character")),
            (r"\ud83d\ude00", Ok("\u{1f600}")),
            (
                r"[\ud800\udc00-\udbff\udfff\t]",
                Ok("[\u{10000}-\u{10ffff}\\t]"),
            ),
            (r"^[a-z]+\Z", Ok(r"^[a-z]+\z")),
            (r"\c1", Err(r"it has `\c` without a letter")),
        ];
        for (pattern, expected) in cases {
            let said = translate(pattern, Engine::Lite).map_err(|it| it.to_string());
            assert_eq!(
                said.as_deref().map_err(String::as_str),
                expected,
                "{pattern}"
            );
        }
    }

    #[test]
    fn what_is_of_all_scripts_to_an_engine_is_written_out() {
        for (pattern, expected) in [
            (r"^\d[\w-]", "^[0-9][0-9A-Za-z_-]"),
            (r"^\D[\D]", r"^[^0-9][\x00-/:-\u{10FFFF}]"),
            (r"\bx\B", r"(?-u:\b)x(?-u:\B)"),
        ] {
            let said = translate(pattern, Engine::Unicode);
            assert_eq!(said.as_deref(), Ok(expected), "{pattern}");
        }
    }
}
