//! The lines of a page, with their places.

/// A line without its line break.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
}

pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where the last line that was given out starts, and where the next one does.
    last: usize,
    at: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let bom = text.len() - text.trim_start_matches('\u{feff}').len();
        Lines {
            text,
            last: bom,
            at: bom,
        }
    }

    pub(super) fn next(&mut self) -> Option<Line<'a>> {
        let rest = self.text.get(self.at..).filter(|it| !it.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |it| it + 1);
        (self.last, self.at) = (self.at, self.at + length);
        Some(Line {
            text: rest[..length].trim_end_matches(['\n', '\r']),
            start: self.last,
        })
    }

    /// Gives the last line out again.
    pub(super) fn back(&mut self) {
        self.at = self.last;
    }

    /// Where the next line starts.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Where the last line starts.
    pub(super) fn line_start(&self) -> usize {
        self.last
    }

    pub(super) fn slice(&self, range: std::ops::Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// Skips YAML between two lines of `---` at the top of the page: no part of Markdown, and not of the API.
    pub(super) fn skip_front_matter(&mut self) {
        let top = self.at;
        if self.next().is_some_and(|it| it.text.trim_end() == "---") {
            while let Some(line) = self.next() {
                if matches!(line.text.trim_end(), "---" | "...") {
                    return;
                }
            }
        }
        (self.last, self.at) = (top, top);
    }

    /// Skips the HTML comment that starts in that line (CommonMark, 4.6, second kind): what an author has commented
    /// out is not a spec.
    pub(super) fn skip_comment(&mut self, line: Line<'a>) {
        let mut line = Some(line);
        while let Some(it) = line {
            if it.text.contains("-->") {
                return;
            }
            line = self.next();
        }
    }
}
