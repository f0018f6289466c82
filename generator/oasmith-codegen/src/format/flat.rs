//! Any tokens on one line, spaced as rustfmt spaces them.
//!
//! In: tokens of a type, pattern, path, signature or expression. Out: one line.
//! Works on tokens, so it need not know the grammar; in return it relies on what `emit` never writes: comparisons,
//! binary `&`, `|`, `-` and `*`, and labels.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use std::fmt::{Display, Write};
use unicode_width::UnicodeWidthStr;

/// One line for `tokens`.
pub(super) fn flat(tokens: impl ToTokens) -> String {
    let mut line = Line {
        text: String::with_capacity(ROOM),
        ..Line::default()
    };
    line.stream(tokens.into_token_stream());
    line.text
}

/// For most lines.
const ROOM: usize = 64;

/// The width of [`flat`] as rustfmt counts it: a Chinese character is as wide as two Latin ones.
pub(super) fn width(text: &str) -> usize {
    match text.is_ascii() {
        true => text.len(),
        false => text.width(),
    }
}

#[derive(Default)]
struct Line {
    text: String,
    /// The text of the token at hand.
    token: String,
    last: Last,
    /// Inside the parameters of a closure.
    in_pipes: bool,
}

/// What stands at the end of the line, as far as the next space depends on it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Last {
    /// Nothing, or something that is never followed by a space: `(`, `&`, `::`, `.`, `!`.
    #[default]
    Tight,
    /// An identifier or literal, a closing delimiter.
    Word,
    /// A word that ends no value: `return`, `mut`, `'static`.
    Keyword,
    /// `,`, `=`, `->`: a space follows whatever comes.
    Wide,
}

impl Line {
    fn stream(&mut self, tokens: TokenStream) {
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            match token {
                TokenTree::Group(group) => self.group(group.delimiter(), group.stream()),
                TokenTree::Ident(ident) => self.word(&ident),
                TokenTree::Literal(literal) => self.word(&literal),
                TokenTree::Punct(first) if first.as_char() == '\'' => {
                    let name = rest.next().map(|name| name.to_string()).unwrap_or_default();
                    self.word(&format_args!("'{name}"));
                    self.last = Last::Keyword;
                }
                TokenTree::Punct(first) => {
                    let mut symbol = String::from(first.as_char());
                    let mut spacing = first.spacing();
                    while let (Spacing::Joint, Some(TokenTree::Punct(next))) =
                        (spacing, rest.peek())
                    {
                        if !joins(&symbol, next.as_char()) {
                            break;
                        }
                        symbol.push(next.as_char());
                        spacing = next.spacing();
                        rest.next();
                    }
                    self.symbol(&symbol);
                }
            }
        }
    }

    fn word(&mut self, token: &impl Display) {
        if self.last != Last::Tight {
            self.text.push(' ');
        }
        self.token.clear();
        let _ = write!(self.token, "{token}");
        self.text.push_str(&self.token);
        self.last = match self.token.as_str() {
            "return" | "match" | "in" | "if" | "let" | "else" | "mut" | "dyn" | "as" | "move" => {
                Last::Keyword
            }
            _ => Last::Word,
        };
    }

    fn group(&mut self, delimiter: Delimiter, stream: TokenStream) {
        let (open, close) = match delimiter {
            Delimiter::None => return self.stream(stream),
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => return self.braces(stream),
        };
        if matches!(self.last, Last::Keyword | Last::Wide) {
            self.text.push(' ');
        }
        // A trailing comma is for lists of several lines; but `(a,)` is a tuple of one.
        let tuple_of_one = open == "(" && self.last != Last::Word && commas(&stream) == 1;
        self.text.push_str(open);
        self.nested(stream);
        if self.text.ends_with(',') && !tuple_of_one {
            self.text.pop();
        }
        self.text.push_str(close);
        self.last = Last::Word;
    }

    fn braces(&mut self, stream: TokenStream) {
        if self.last != Last::Tight {
            self.text.push(' ');
        }
        if stream.is_empty() {
            self.text.push_str("{}");
        } else {
            self.text.push_str("{ ");
            self.nested(stream);
            if self.text.ends_with(',') {
                self.text.pop();
            }
            self.text.push_str(" }");
        }
        self.last = Last::Word;
    }

    fn nested(&mut self, stream: TokenStream) {
        let outer = std::mem::take(&mut self.in_pipes);
        self.last = Last::Tight;
        self.stream(stream);
        self.in_pipes = outer;
    }

    fn symbol(&mut self, symbol: &str) {
        match symbol {
            "|" => {
                self.in_pipes = !self.in_pipes;
                let opening = self.in_pipes;
                self.push(
                    opening,
                    symbol,
                    if opening { Last::Tight } else { Last::Wide },
                );
            }
            "," | ";" | ":" => self.push(false, symbol, Last::Wide),
            // `a::b`, but `-> ::std::x`.
            "::" => self.push(self.last != Last::Word, symbol, Last::Tight),
            ".." => self.push(self.last == Last::Wide, symbol, Last::Tight),
            // `Vec<T>`, but `= <T as Default>::default()`.
            "<" => self.push(self.last != Last::Word, symbol, Last::Tight),
            "." | "..=" => self.push(false, symbol, Last::Tight),
            "?" | ">" => self.push(false, symbol, Last::Word),
            // Of a macro, and of a negation.
            "!" => self.push(self.last != Last::Word, symbol, Last::Tight),
            "&" | "*" | "-" | "&&" | "#" => self.push(true, symbol, Last::Tight),
            _ => self.push(true, symbol, Last::Wide),
        }
    }

    fn push(&mut self, space: bool, symbol: &str, last: Last) {
        if space && self.last != Last::Tight {
            self.text.push(' ');
        }
        self.text.push_str(symbol);
        self.last = last;
    }
}

fn commas(stream: &TokenStream) -> usize {
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == ',');
    stream.clone().into_iter().filter(is_comma).count()
}

/// Whether `next` belongs to the symbol so far.
fn joins(symbol: &str, next: char) -> bool {
    matches!(
        (symbol, next),
        (":", ':') | ("-", '>') | ("=", '>') | (".", '.') | ("..", '=') | ("&", '&')
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn a_chinese_character_is_as_wide_as_two() {
        assert_eq!(width("(\"é\", \"日本\")"), 13);
    }

    #[test]
    fn spaces_as_rustfmt_does() {
        let lines = [
            (
                quote!(impl Future<Output = Result<(), Error>> + Send),
                "impl Future<Output = Result<(), Error>> + Send",
            ),
            (quote!(&mut |r, key| match key), "&mut |r, key| match key"),
            (
                quote!(let it: &'static [&'static str] = &["a"]),
                "let it: &'static [&'static str] = &[\"a\"]",
            ),
            (
                quote!(c.length("n", self.n.as_deref(), Some(-1))),
                "c.length(\"n\", self.n.as_deref(), Some(-1))",
            ),
            (
                quote!(async move { api.call(cx).await }),
                "async move { api.call(cx).await }",
            ),
            (
                quote!(::std::option::Option<::std::string::String>),
                "::std::option::Option<::std::string::String>",
            ),
            (quote!(X { a: vec![1], ..it }), "X { a: vec![1], ..it }"),
            (quote!(Call<'_, X>), "Call<'_, X>"),
            (quote!(&'a dyn Write), "&'a dyn Write"),
            (quote!(200..=299), "200..=299"),
            (quote!(return Err(x?)), "return Err(x?)"),
        ];
        for (tokens, line) in lines {
            assert_eq!(flat(tokens), line);
        }
    }
}
