//! Patterns that generated code can hold texts to.
//!
//! It uses `regex-lite`, which knows no look-around, no back-references and no classes of Unicode.

pub use oasmith_spec::pattern::Piece;
use oasmith_spec::pattern::{self, Engine};

/// The expression as the engine reads it, or why it has none.
pub fn translate(pattern: &str) -> Result<String, String> {
    let out = pattern::translate(pattern, Engine::Lite).map_err(|why| why.to_string())?;
    regex_lite::Regex::new(&out)
        .map(|_| out)
        .map_err(|error| reason(&error.to_string()))
}

/// The pieces of a pattern that looks ahead from the start of the text and nowhere else, if the engine reads all of them.
pub fn taken_apart(pattern: &str) -> Option<Vec<Piece>> {
    let pieces = pattern::taken_apart(pattern)?.into_iter();
    let translated = pieces.map(|it| {
        Some(match it {
            Piece::Is(expression) => Piece::Is(translate(&expression).ok()?),
            Piece::IsNot(expression) => Piece::IsNot(translate(&expression).ok()?),
        })
    });
    translated.collect()
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
    fn pieces_are_taken_if_the_engine_reads_all_of_them() {
        let pieces = [
            Piece::IsNot("^(?:x$)".to_owned()),
            Piece::Is("^[a-z]+$".to_owned()),
        ];
        assert_eq!(taken_apart("^(?!x$)[a-z]+$"), Some(pieces.into()));
        for pattern in ["^(?!a)(?:(?=b)c)", r"^(?!(a)\1)b"] {
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
