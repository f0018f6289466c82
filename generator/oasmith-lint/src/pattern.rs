//! Reads patterns: regular expressions of ECMA 262, as far as telling what is wrong with them needs it.
//!
//! The grammar of the `regex` crate is read, after what ECMA writes in another way has been put into its words.

use regex_syntax::ast;
use std::fmt;

/// Why a pattern cannot be had everywhere.
#[derive(Debug)]
pub(crate) enum Fault {
    LookAround,
    BackReference,
    Wrong(String),
}

impl Fault {
    /// Whether it is no regular expression at all.
    pub(crate) fn is_wrong(&self) -> bool {
        matches!(self, Fault::Wrong(_))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::LookAround => f.write_str("look-around"),
            Fault::BackReference => f.write_str("a back-reference"),
            Fault::Wrong(why) => f.write_str(why),
        }
    }
}

pub(crate) fn read(pattern: &str) -> Result<(), Fault> {
    let mut parser = ast::parse::ParserBuilder::new().nest_limit(200).build();
    let Err(error) = parser.parse(&in_words_of_rust(pattern)) else {
        return Ok(());
    };
    Err(match error.kind() {
        ast::ErrorKind::UnsupportedLookAround => Fault::LookAround,
        ast::ErrorKind::UnsupportedBackreference => Fault::BackReference,
        // Bounds of our own reader, and escapes that ECMA takes for the letter (Annex B), are no faults of the pattern.
        ast::ErrorKind::NestLimitExceeded(_)
        | ast::ErrorKind::EscapeUnrecognized
        | ast::ErrorKind::CaptureLimitExceeded
        | ast::ErrorKind::GroupNameDuplicate { .. } => return Ok(()),
        kind => Fault::Wrong(kind.to_string()),
    })
}

/// `\/` and other needless escapes lose their backslash, `\cX` and `\uXXXX` become plain letters, `[^]` any character,
/// and a brace that begins no repetition is a letter (ECMA 262, Annex B).
fn in_words_of_rust(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut letters = pattern.chars().peekable();
    let mut is_class = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('u' | 'x' | 'c') => {
                    // Which letter is all the same to the grammar.
                    while letters
                        .next_if(|it| it.is_ascii_hexdigit() || matches!(it, '{' | '}'))
                        .is_some()
                    {}
                    out.push('u');
                }
                Some(it) if it.is_ascii_alphanumeric() => out.extend(['\\', it]),
                Some(it) if regex_syntax::is_meta_character(it) => out.extend(['\\', it]),
                Some(it) => out.push(it),
                None => out.push('\\'),
            },
            '[' if is_class => out.push_str("\\["),
            '[' => {
                is_class = true;
                out.push('[');
                let is_negated = letters.next_if_eq(&'^').is_some();
                if is_negated {
                    out.push('^');
                }
                if letters.next_if_eq(&']').is_some() {
                    // ECMA's empty class, and its opposite.
                    out.push_str("\\s\\S]");
                    is_class = false;
                }
            }
            ']' if is_class => {
                is_class = false;
                out.push(']');
            }
            ']' => out.push_str("\\]"),
            '&' | '~' if is_class => out.extend(['\\', letter]),
            '{' if !is_class => {
                let rest: String = letters.clone().take_while(|it| *it != '}').collect();
                let is_repetition = rest.starts_with(|it: char| it.is_ascii_digit())
                    && rest.chars().all(|it| it.is_ascii_digit() || it == ',');
                out.push_str(if is_repetition { "{" } else { "\\{" });
            }
            '}' if !is_class && !out.contains('{') => out.push_str("\\}"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_ecma_allows_is_read_and_what_it_does_not_is_told() {
        let cases = [
            (r"^\/v\d+$", ""),
            (r"^[\w\-\.]+$", ""),
            (r"[^]", ""),
            (r"\u00e4|\x41", ""),
            (r"^{id}$", ""),
            (r"^(?<year>\d{4})$", ""),
            (r"^[[a]$", ""),
            (r"a{2,}b", ""),
            (r"(?=a)", "look-around"),
            (r"(?<!a)b", "look-around"),
            (r"(a)\1", "a back-reference"),
            (r"[a", "unclosed character class"),
            (r"(a", "unclosed group"),
            (r"*a", "repetition operator missing expression"),
        ];
        for (pattern, expected) in cases {
            let said = read(pattern).err().map(|it| it.to_string());
            assert_eq!(said.unwrap_or_default(), expected, "{pattern}");
        }
    }
}
