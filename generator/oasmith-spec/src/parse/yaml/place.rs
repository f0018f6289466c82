//! From the parser's marks, which count characters, to bytes of the file.

use oasmith_source::Span;
use saphyr_parser::{Marker, Span as Marks};

use super::lax::Added;

/// Every how many characters the byte is kept: a look-up walks over fewer than that.
const STEP: usize = 64;

pub(super) struct Places<'a> {
    /// The whole text that is parsed.
    whole: Span,
    text: &'a str,
    /// How the text differs from that of the file.
    added: Added,
    /// The bytes where the characters 0, `STEP`, 2 · `STEP`, ... start. Empty when every character is a byte.
    steps: Vec<u32>,
}

impl<'a> Places<'a> {
    pub(super) fn new(whole: Span, text: &'a str, added: Added) -> Self {
        let steps = if text.is_ascii() {
            Vec::new()
        } else {
            let starts = text.char_indices().step_by(STEP);
            starts.map(|(byte, _)| byte as u32).collect()
        };
        Places {
            whole,
            text,
            added,
            steps,
        }
    }

    pub(super) fn span(&self, marks: Marks) -> Span {
        let start = self.byte(marks.start.index());
        let end = self.byte(marks.end.index());
        self.in_file(start, end)
    }

    /// As [`span`](Self::span), without white space at the end: block scalars take the next lines' with them.
    pub(super) fn trimmed(&self, marks: Marks) -> Span {
        let (start, end) = (self.byte(marks.start.index()), self.byte(marks.end.index()));
        let text = self.text.get(start..end).unwrap_or_default();
        self.in_file(start, start + text.trim_end().len())
    }

    /// The place of a scalar in quotes: the parser takes what follows it on the line, comments too, for a part of it.
    pub(super) fn quoted(&self, marks: Marks) -> Span {
        let (start, end) = (self.byte(marks.start.index()), self.byte(marks.end.index()));
        let text = self.text.get(start..end).unwrap_or_default();
        match quoted(text) {
            Some(length) => self.in_file(start, start + length),
            None => self.trimmed(marks),
        }
    }

    /// The place of one character; the empty one of a line break, which cannot be underlined.
    pub(super) fn character(&self, mark: Marker) -> Span {
        let start = self.byte(mark.index());
        let rest = self.text.get(start..).unwrap_or_default();
        let visible = rest.chars().next().filter(|it| !it.is_whitespace());
        self.in_file(start, start + visible.map_or(0, char::len_utf8))
    }

    /// The span of a collection: to the closing bracket, or, where there is none, to the end of the last thing in it.
    pub(super) fn collection(&self, start: Span, last: Option<Span>, end: Marks) -> Span {
        // The parser takes what follows the bracket on its line, comments too, for a part of it.
        let bracket = Some(self.character(end.start)).filter(|_| end.start != end.end);
        let last = last.filter(|it| it.start >= start.start);
        match bracket.or(last) {
            Some(end) => start.to(end),
            None => start,
        }
    }

    fn in_file(&self, start: usize, end: usize) -> Span {
        let shift = self.whole.range().start;
        let (start, end) = (self.added.original(start), self.added.original(end));
        Span::new(self.whole.file, shift + start, shift + end)
    }

    /// The byte of the parsed text at which a character starts.
    fn byte(&self, index: usize) -> usize {
        if self.steps.is_empty() {
            return index.min(self.text.len());
        }
        let Some(&step) = self.steps.get(index / STEP) else {
            return self.text.len();
        };
        let rest = self.text.get(step as usize..).unwrap_or_default();
        let walked = rest.char_indices().nth(index % STEP);
        walked.map_or(self.text.len(), |(byte, _)| step as usize + byte)
    }
}

/// The length of the quoted string that a text starts with; `None` where it starts with something else, as a tag.
fn quoted(text: &str) -> Option<usize> {
    let quote = *text.as_bytes().first()?;
    if !matches!(quote, b'"' | b'\'') {
        return None;
    }
    let mut at = 1;
    loop {
        match *text.as_bytes().get(at)? {
            b'\\' if quote == b'"' => at += 1,
            it if it != quote => {}
            // Two single quotes inside single quotes are one.
            _ if quote == b'\'' && text.as_bytes().get(at + 1) == Some(&quote) => at += 1,
            _ => return Some(at + 1),
        }
        at += 1;
    }
}
