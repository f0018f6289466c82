//! The part of a line that is shown: documents inside pages are often one line of 100 KB.
//!
//! Only what is near the place is looked at, so that a thousand findings in one long line cost no more than in many.

use std::ops::Range;

use crate::{FileId, Position, SourceMap, Span};

/// How many characters of a line are shown.
const WIDTH: usize = 100;

/// How many of them stand before the place, in a long line.
const BEFORE: usize = 40;

const CUT: char = '…';

/// Text around a place.
#[derive(Debug)]
pub(super) struct Excerpt {
    pub(super) text: String,
    /// Where the place is in the file.
    pub(super) position: Position,
    file: FileId,
    /// The bytes of the file that are shown, and where they start in the text.
    shown: Range<usize>,
    shift: usize,
    /// Whether the line goes on after that.
    is_cut: bool,
}

/// The text around the start of a span.
pub(super) fn excerpt(sources: &SourceMap, span: Span) -> Excerpt {
    let file = sources.file(span.file);
    let position = file.position(span.range().start);
    let line = file.line_range(position.line);
    let start = span.range().start.clamp(line.start, line.end);
    let shown = window(file.text(), &line, start);
    let mut text = String::new();
    if shown.start > line.start {
        text.push(CUT);
    }
    let shift = text.len();
    text.push_str(&file.text()[shown.clone()]);
    let is_cut = shown.end < line.end;
    if is_cut {
        text.push(CUT);
    }
    Excerpt {
        text,
        position,
        file: span.file,
        shown,
        shift,
        is_cut,
    }
}

/// The bytes of a line that are shown for a place in it.
fn window(text: &str, line: &Range<usize>, at: usize) -> Range<usize> {
    if text[line.clone()].char_indices().nth(WIDTH).is_none() {
        return line.clone();
    }
    let before = text[line.start..floor(text, at)].char_indices().rev();
    let start = before.take(BEFORE).last();
    let start = start.map_or(floor(text, at), |(byte, _)| line.start + byte);
    let end = text[start..line.end].char_indices().nth(WIDTH);
    start..end.map_or(line.end, |(byte, _)| start + byte)
}

impl Excerpt {
    /// Where a place is in this text; `None` where its start is not shown. Of a place of many lines, only what is in
    /// the first one counts.
    pub(super) fn locate(&self, span: Span) -> Option<Range<usize>> {
        let (start, end) = (span.range().start, span.range().end);
        // The end of a line is a place too: there something is missing.
        let is_end = start == self.shown.end && !self.is_cut;
        let is_shown = self.shown.contains(&start) || is_end;
        let within = |at: usize| {
            let at = at.min(self.shown.end) - self.shown.start + self.shift;
            floor(&self.text, at)
        };
        (self.file == span.file && is_shown).then(|| within(start)..within(end))
    }
}

/// The last character boundary up to a byte.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
