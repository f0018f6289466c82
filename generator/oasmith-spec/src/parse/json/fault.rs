//! What is wrong with a JSON text, in a reader's words.

use oasmith_source::{Diagnostic, Span};

use super::Cx;
use crate::codes;
use crate::node::Value;

impl Cx<'_> {
    /// Something else stands here than `wanted`.
    pub(super) fn unexpected(&self, wanted: &str) -> Box<Diagnostic> {
        let fault = match self.found() {
            Some((found, span)) => syntax(format!("expected {wanted}, found {found}"), span),
            None => syntax(
                format!("expected {wanted}, found the end of the text"),
                self.end(),
            ),
        };
        Box::new(fault)
    }

    /// No value starts here.
    pub(super) fn no_value(&self) -> Box<Diagnostic> {
        let fault = self.unexpected("a value");
        let rest = &self.text[self.at..];
        let hint = |words: &[&str]| words.iter().any(|it| rest.starts_with(it));
        Box::new(if hint(&["'"]) {
            fault.help("JSON strings stand between double quotes")
        } else if hint(&["+", "."]) {
            fault.help("a JSON number starts with a digit, or with `-` and a digit")
        } else {
            *fault
        })
    }

    pub(super) fn bad_key(&self) -> Box<Diagnostic> {
        let fault = self.unexpected("a key between double quotes");
        let unquoted = |it: u8| it == b'\'' || it.is_ascii_alphanumeric() || it == b'_';
        Box::new(if self.peek().is_some_and(unquoted) {
            fault.help("write keys as `\"key\"`")
        } else {
            *fault
        })
    }

    /// Says once what is no JSON, and can mean one thing only.
    fn tolerate(&mut self, message: String, at: Span, help: &str) {
        if self.tolerated.insert(message.clone()) {
            let fault = Diagnostic::warning(&codes::JSON_SYNTAX, message).at(at);
            self.diagnostics.push(fault.help(help));
        }
    }

    pub(super) fn trailing_comma(&mut self, comma: usize, close: u8) {
        let last = if close == b'}' { "member" } else { "item" };
        let message = format!("a comma stands after the last {last}");
        let place = Span::new(self.file, comma, comma + 1);
        self.tolerate(message, place, "remove the comma");
    }

    pub(super) fn comment(&mut self, start: usize) {
        let message = "a comment stands in JSON, which has none".to_owned();
        let place = Span::new(self.file, start, start + 2);
        self.tolerate(message, place, "it is left out");
    }

    /// A word of another language.
    pub(super) fn other_word(&mut self, start: usize) {
        let span = self.span_from(start);
        let message = format!("`{}` is no word of JSON", &self.text[span.range()]);
        self.tolerate(message, span, "write `true`, `false` or `null`");
    }

    /// What is no number, as JavaScript writes it.
    pub(super) fn no_number(&mut self, start: usize) -> Value {
        let span = self.span_from(start);
        let message = format!("`{}` is no number of JSON", &self.text[span.range()]);
        self.tolerate(message, span, "it is read as `null`");
        Value::Null
    }

    /// RFC 8259, 7: characters below U+0020 must be escaped.
    pub(super) fn control_in_string(&mut self, found: u8) {
        let (what, escape) = match found {
            b'\t' => ("a tab", "\\t".to_owned()),
            b'\n' | b'\r' => ("a line break", "\\n".to_owned()),
            other => ("a control character", format!("\\u{other:04x}")),
        };
        let message = format!("{what} stands in a string");
        let help = format!("close the string, or write `{escape}`");
        self.tolerate(message, self.here(1), &help);
    }

    /// The text ends in the object or array that was opened there.
    pub(super) fn unclosed(&self, open: usize) -> Box<Diagnostic> {
        let what = match self.text.as_bytes().get(open) {
            Some(b'[') => "an array",
            _ => "an object",
        };
        Box::new(
            syntax(format!("the text ends inside {what}"), self.end())
                .also(Span::new(self.file, open, open + 1), "opened here"),
        )
    }

    pub(super) fn unclosed_string(&self, open: usize) -> Box<Diagnostic> {
        Box::new(
            syntax("the text ends inside a string", self.end())
                .also(Span::new(self.file, open, open + 1), "opened here"),
        )
    }

    /// A backslash before a letter that needs none: that of a pattern, most often.
    pub(super) fn bad_escape(&mut self, start: usize) {
        let span = self.span_from(start);
        let shown = &self.text[span.range()];
        let shown = if shown.contains(char::is_control) {
            "\\"
        } else {
            shown
        };
        let message = format!("`{shown}` is not an escape");
        self.tolerate(
            message,
            span,
            "it is read as it stands; a backslash itself is written as `\\\\`",
        );
    }

    pub(super) fn bad_unicode(&self, start: usize) -> Box<Diagnostic> {
        Box::new(syntax(
            "`\\u` needs four hexadecimal digits after it",
            self.span_from(start),
        ))
    }

    /// A string of ours is Unicode text, which has no place for half a character (RFC 8259, 8.2).
    pub(super) fn lone_surrogate(&mut self, start: usize) -> char {
        let span = self.span_from(start);
        let shown = &self.text[span.range()];
        let message = format!("`{shown}` is half of a character, and its other half is missing");
        let help = "it is read as U+FFFD, which stands for what is no character";
        self.tolerate(message, span, help);
        char::REPLACEMENT_CHARACTER
    }

    pub(super) fn bad_number(&self, start: usize, why: &str) -> Box<Diagnostic> {
        Box::new(syntax(
            why,
            Span::new(self.file, start, self.at.max(start + 1)),
        ))
    }

    /// What stands here, and its place: a word, or one character.
    fn found(&self) -> Option<(String, Span)> {
        const SHOWN: usize = 20;
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        if first.is_alphanumeric() || first == '_' {
            let word = |it: &char| it.is_alphanumeric() || *it == '_';
            let word: String = rest.chars().take_while(word).take(SHOWN).collect();
            return Some((format!("`{word}`"), self.here(word.len())));
        }
        let found = match first {
            '"' => "a string".to_owned(),
            '\u{feff}' => "a byte order mark".to_owned(),
            '\u{a0}' => "a no-break space".to_owned(),
            it if it.is_control() || it.is_whitespace() => format!("U+{:04X}", it as u32),
            it => format!("`{it}`"),
        };
        Some((found, self.here(first.len_utf8())))
    }

    pub(super) fn here(&self, length: usize) -> Span {
        Span::new(self.file, self.at, self.at + length)
    }

    /// Just after the last thing of the text: the line of a closing fence is no good place for a fault.
    fn end(&self) -> Span {
        let end = self.text.trim_end_matches([' ', '\n', '\r', '\t']).len();
        Span::new(self.file, end, end)
    }
}

fn syntax(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::error(&codes::JSON_SYNTAX, message).at(span)
}
