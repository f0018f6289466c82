//! Prose of a document, made safe for doc comments.
//!
//! In: Markdown that nobody vouches for. Out: lines for `///`, without a line that rustdoc or clippy minds.
//! No text becomes a doctest, raw HTML, a link that rustdoc tries to resolve, or characters that reorder what a
//! reviewer sees. Lists, emphasis, code, tables and http links survive, in HTML too.
//! What is deliberately missing: lists and fences inside of quotes, reference links, images, and all other HTML.

mod blocks;
mod html;
mod spans;

use crate::ir::Docs;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::borrow::Cow;

/// The lines of `text`.
pub(crate) fn sanitise(text: &str) -> Vec<String> {
    blocks::blocks(&characters(text))
}

/// Doc comment of an item: summary, description, and that it is deprecated; `fallback` where the document says nothing.
pub(super) fn docs(docs: &Docs, fallback: &str) -> TokenStream {
    attributes(&lines(docs, fallback))
}

/// The first sentence only, for places where the whole text stands nearby.
pub(super) fn summary(docs: &Docs, fallback: &str) -> TokenStream {
    attributes(&summary_line(docs, fallback))
}

pub(super) fn summary_line(docs: &Docs, fallback: &str) -> Vec<String> {
    let lines = lines(docs, fallback);
    // A fence or a table needs its other lines, a list is no summary.
    let block = ["```", "|", "- ", "#", ">"];
    let is_prose = |it: &&String| !it.is_empty() && !block.iter().any(|mark| it.starts_with(mark));
    let paragraph: Vec<&str> = lines
        .iter()
        .take_while(is_prose)
        .map(String::as_str)
        .collect();
    match paragraph.is_empty() {
        true => sanitise(fallback),
        false => vec![sentence(&paragraph.join(" ")).to_owned()],
    }
}

/// The first sentence of a paragraph: up to a full stop before a capital letter, with whatever was opened closed.
fn sentence(paragraph: &str) -> &str {
    let is_end = |&(at, _): &(usize, &str)| {
        let (before, behind) = (&paragraph[..at], &paragraph[at + 2..]);
        let word = before.rsplit(' ').next().unwrap_or_default();
        let count = |it: char| before.matches(it).count();
        behind.starts_with(|it: char| it.is_uppercase() || it == '`' || it == '[')
            && !word.contains('.')
            && word.len() > 1
            && [('(', ')'), ('[', ']')]
                .iter()
                .all(|it| count(it.0) == count(it.1))
            && ['`', '*'].iter().all(|it| count(*it) % 2 == 0)
    };
    let end = paragraph.match_indices(". ").find(is_end);
    end.map_or(paragraph, |(at, _)| &paragraph[..=at])
}

pub(super) fn lines(docs: &Docs, fallback: &str) -> Vec<String> {
    let summary = docs.summary.as_deref().map(sanitise).unwrap_or_default();
    let description = docs
        .description
        .as_deref()
        .map(sanitise)
        .unwrap_or_default();
    let mut lines = summary;
    // Exporters like to repeat the title as the description.
    if lines != description && !description.is_empty() {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(description);
    }
    if lines.is_empty() {
        lines = sanitise(fallback);
    }
    if docs.deprecated {
        lines.extend([String::new(), "**Deprecated.**".to_owned()]);
    }
    lines
}

/// A doc comment of these lines. The one way into documentation: a line is a line here, whatever it was made from.
pub(super) fn attributes(lines: &[String]) -> TokenStream {
    if lines.is_empty() {
        return TokenStream::new();
    }
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        let line = characters(line);
        if !line.is_empty() {
            text.push(' ');
            text.push_str(&line.replace('\n', " "));
        }
    }
    let text = as_it_is(&text);
    quote!(#[doc = #text])
}

/// A raw literal where the text can be one: it is made and read in no time, where each character of another is escaped,
/// and read once more by each reader.
fn as_it_is(text: &str) -> Literal {
    match text.contains("\"#") {
        true => Literal::string(text),
        false => format!("r#\"{text}\"#")
            .parse()
            .unwrap_or_else(|_| Literal::string(text)),
    }
}

/// Line ends are `\n`, tabs spaces; controls and marks that change the direction of text are gone.
fn characters(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' => {
                rest.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push_str("    "),
            // Unicode Standard Annex #9: explicit marks, embeddings, overrides, isolates.
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => {}
            // Of no width: hides words from whoever searches.
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            '\u{a0}' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_the_first_sentence_over_however_many_lines() {
        let cases = [
            ("How many. At\nmost 3.", "How many."),
            (
                "Additional fields to\ninclude. See `include`.",
                "Additional fields to include.",
            ),
            (
                "By default (e.g. None. Really) `a. B` v1. 2 is\nused",
                "By default (e.g. None. Really) `a. B` v1. 2 is used",
            ),
            ("What for:\n- this\n- that", "What for:"),
            ("- a list", "Fallback."),
            ("", "Fallback."),
        ];
        for (text, line) in cases {
            let docs = Docs {
                description: Some(text.to_owned()),
                ..Docs::default()
            };
            assert_eq!(summary_line(&docs, "Fallback."), [line], "{text:?}");
        }
    }

    #[track_caller]
    pub(super) fn check(cases: &[(&str, &str)]) {
        for (text, safe) in cases {
            assert_eq!(sanitise(text).join("\n"), *safe, "{text:?}");
        }
    }

    #[test]
    fn no_text_becomes_a_test() {
        check(&[
            ("    let x = 1;", "let x = 1;"),
            ("a\n\n\tlet x = 1;", "a\n\nlet x = 1;"),
            ("```rust\npanic!()\n```", "```text\npanic!()\n```"),
            ("```\nx", "```text\nx\n```"),
            ("~~~ js\nx\n~~~\ny", "```text\nx\n```\n\ny"),
            (
                "````\n```rust\nx\n```\n````",
                "````text\n```rust\nx\n```\n````",
            ),
            ("- ```rust\n  x", "- rust\n  x"),
            ("> ```rust\n> x", "> rust\n> x"),
            ("-      let x = 1;", "- let x = 1;"),
            ("1. a\n\n        let x = 1;", "1. a\n\n   let x = 1;"),
            ("a\n  ```\n  x\n   y\n  ```", "a\n\n```text\nx\n y\n```"),
        ]);
    }

    #[test]
    fn html_is_text() {
        check(&[
            ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
            ("Vec<T>", "Vec\\<T>"),
            ("`Vec<T>`", "`Vec<T>`"),
            ("a < b", "a \\< b"),
        ]);
    }

    #[test]
    fn only_http_links_are_links() {
        check(&[
            ("[x]", "\\[x\\]"),
            ("[`x`](y)", "`x`"),
            ("[`x`=1](https://a.example)", "[`x`=1](https://a.example)"),
            ("[a`b](https://a.example)`", "\\[a`b](https://a.example)`"),
            (
                "[the guide](https://a.example/x)",
                "[the guide](https://a.example/x)",
            ),
            ("[the guide](../x.md \"title\")", "the guide"),
            ("[x](javascript:alert(1))", "x)"),
            (
                "![logo](https://a.example/x.png)",
                "[logo](https://a.example/x.png)",
            ),
            ("see https://a.example/x.", "see <https://a.example/x>."),
            ("(https://a.example/x)", "(<https://a.example/x>)"),
            ("<https://a.example>", "<https://a.example>"),
            (
                "[https://a.example](https://a.example)",
                "<https://a.example>",
            ),
            ("[x]: https://a.example", "\\[x\\]: <https://a.example>"),
            ("[^1]", "\\[^1\\]"),
        ]);
    }

    #[test]
    fn characters_that_hide_are_dropped() {
        check(&[
            ("a\u{202e}b\u{2066}c\u{200b}d", "abcd"),
            ("a\rb\r\nc", "a\nb\nc"),
            ("a\0\u{1b}[31mb", "a\\[31mb"),
            ("trailing   \nblanks\t", "trailing\nblanks"),
            ("\n\n\na\n\n\n\nb\n\n", "a\n\nb"),
            ("ends a comment */ // not", "ends a comment */ // not"),
        ]);
    }

    #[test]
    fn harmless_markdown_survives() {
        check(&[
            (
                "Can be either:\n- `UDP`: udp\n- `TCP`",
                "Can be either:\n\n- `UDP`: udp\n- `TCP`",
            ),
            ("* a\n    * b\n    more\n* c", "- a\n  - b\n    more\n- c"),
            ("1. a\n2. b\nlazy", "1. a\n2. b\n   lazy"),
            ("- a\n\nafter", "- a\n\nafter"),
            ("- a\n\n  inside", "- a\n\n  inside"),
            (
                "**bold** *it* `co[d]e` MATCH\\_X",
                "**bold** *it* `co[d]e` MATCH\\_X",
            ),
            (
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "| a | b |\n|---|---|\n| 1 | 2 |",
            ),
            ("> quoted\nafter", "> quoted\n\nafter"),
            ("an `unclosed", "an \\`unclosed"),
            ("```inline``` code", "`inline` code"),
            ("C:\\dir", "C:\\\\dir"),
        ]);
    }

    #[test]
    fn long_lines_of_brackets_are_read_in_no_time() {
        for text in ["[", "<", "`a``", "![", "http://,"] {
            assert!(!sanitise(&text.repeat(100_000)).is_empty());
        }
    }

    #[test]
    fn a_line_may_hold_what_ends_a_literal() {
        for line in ["say \"#1\"#, or \"", "r#\"it\"#", "a \\ b"] {
            let docs = attributes(&[line.to_owned()]);
            let text = crate::format::format("", quote!(#docs struct It;));
            assert_eq!(text, format!("/// {line}\nstruct It;\n"));
        }
    }

    #[test]
    fn a_repeated_summary_is_given_once() {
        let text = |text: &str| Some(text.to_owned());
        let it = Docs {
            summary: text("Create"),
            description: text("Create"),
            deprecated: false,
        };
        assert_eq!(lines(&it, "x"), ["Create"]);
        assert_eq!(lines(&Docs::default(), "`POST /x`"), ["`POST /x`"]);
    }
}
