//! How a string is written: plain where no reader can take it for something else, else quoted, or as a block.

use super::blanks;
use crate::write::json;

pub(super) enum Style {
    Plain,
    Quoted,
    /// `|`, line by line. Long lines are not folded (`>`): one word more would move all that follow, and a reader of
    /// the text would have to tell line breaks from folds.
    Literal,
}

/// A text of words that needs quotes and is longer than this reads better in a block.
const LONG: usize = 60;

pub(super) fn style(text: &str) -> Style {
    if is_plain(text) {
        Style::Plain
    } else if (text.contains('\n') || is_prose(text)) && fits_block(text) {
        Style::Literal
    } else {
        Style::Quoted
    }
}

/// A long text without blanks is a reference or a key of something.
fn is_prose(text: &str) -> bool {
    text.len() > LONG && text.contains(' ')
}

/// Whether a string can stand without quotes, for readers of YAML 1.1 too.
fn is_plain(text: &str) -> bool {
    const INDICATORS: &str = "-?:,[]{}#&*!|>'\"%@`=<~";
    let Some(first) = text.chars().next() else {
        return false;
    };
    !INDICATORS.contains(first)
        && text.trim() == text
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.contains(needs_escape)
        && !text.contains(['\t', '\n'])
        && !is_reserved(text)
        && !looks_like_number(text)
}

/// The words that YAML 1.1 and 1.2 take for null, a boolean or a float.
fn is_reserved(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
    ];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether any reader might take the text for a number, a time or a date: `1e3`, `0x1`, `1_000`, `12:30`,
/// `2024-01-01`. Versions, with two dots, are safe and common.
fn looks_like_number(text: &str) -> bool {
    if text.starts_with(['+', '.']) {
        return true;
    }
    let numeric = |it: char| it.is_ascii_hexdigit() || "xXoO_.:+-tTzZ ".contains(it);
    let is_version = text.matches('.').count() > 1
        && text.chars().all(|it| it.is_ascii_digit() || it == '.')
        && !text.ends_with('.');
    text.starts_with(|it: char| it.is_ascii_digit()) && text.chars().all(numeric) && !is_version
}

/// Writes a number. One with an exponent has a point and a sign, without which readers of YAML 1.1 see a text.
pub(super) fn number(text: &str, out: &mut String) {
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else {
        return out.push_str(text);
    };
    let point = if digits.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['+', '-']) {
        ""
    } else {
        "+"
    };
    out.extend([digits, point, "e", sign, exponent]);
}

/// Whether a block scalar gives the text back exactly: its first line sets the indentation, and lines of blanks only
/// are read differently by different readers.
fn fits_block(text: &str) -> bool {
    !text.starts_with([' ', '\t', '\n'])
        && !text.contains(needs_escape)
        && text
            .lines()
            .all(|line| line.is_empty() || !line.trim().is_empty())
}

/// Characters that a text must not hold (YAML 1.2.2, 5.1), that readers of YAML 1.1 take for line breaks, or that
/// nobody sees.
pub(in crate::write) fn needs_escape(it: char) -> bool {
    it != '\n' && it != '\t' && it.is_control()
        || matches!(
            it,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// Writes a string between quotes, on one line.
pub(super) fn quoted(text: &str, out: &mut String) {
    let simple = |it: char| !needs_escape(it) && !matches!(it, '\n' | '\t' | '\'');
    if text.chars().all(simple) {
        out.extend(["'", text, "'"]);
        return;
    }
    // A JSON string is a double-quoted YAML scalar, once what only YAML forbids is escaped too.
    let start = out.len();
    json::string(text, out);
    if out[start..].contains(needs_escape) {
        let rest = out.split_off(start);
        for it in rest.chars() {
            match it {
                it if needs_escape(it) => out.push_str(&format!("\\u{:04x}", it as u32)),
                it => out.push(it),
            }
        }
    }
}

/// Writes `|`, with the sign that says what becomes of the last line breaks.
pub(super) fn literal_header(text: &str, out: &mut String) {
    out.push_str(match text.as_bytes() {
        [.., b'\n', b'\n'] => "|+",
        [.., b'\n'] => "|",
        _ => "|-",
    });
}

/// Writes the lines of a string that stands as a block. Its first line goes on after the header.
pub(super) fn literal(text: &str, indent: usize, out: &mut String) {
    out.push('\n');
    for line in text.split_inclusive('\n') {
        if line != "\n" {
            blanks(indent, out);
        }
        out.push_str(line);
    }
    if !text.ends_with('\n') {
        out.push('\n');
    }
}
