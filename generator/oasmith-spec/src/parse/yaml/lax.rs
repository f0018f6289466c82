//! Indentation inside brackets and quotes, which YAML asks for and most readers do not look at.
//!
//! ```yaml
//! enum: [
//!   a
//! ]
//! ```
//! The bracket should be indented by one blank (YAML 1.2.2, 7.4), and our parser refuses it; one published document
//! in twenty is written like that. White space at the start of such a line never means anything, so this adds what
//! is missing and keeps account of it. It runs only after the parser has complained about indentation.

/// A text with blanks added.
pub(super) struct Indented {
    pub(super) text: String,
    pub(super) added: Added,
}

/// Where blanks were added: the byte after them in the new text, and how many there are up to it.
#[derive(Default)]
pub(super) struct Added(Vec<(usize, usize)>);

impl Added {
    /// The byte of the old text that a byte of the new one was.
    pub(super) fn original(&self, at: usize) -> usize {
        let before = self.0.partition_point(|(byte, _)| *byte <= at);
        let added = before.checked_sub(1).and_then(|it| self.0.get(it));
        at - added.map_or(0, |(_, count)| *count)
    }
}

/// Indents what is inside brackets and quotes, up to the first that are never closed; `None` when nothing lacks.
pub(super) fn indented(text: &str) -> Option<Indented> {
    let mut cx = Cx {
        bytes: text.as_bytes(),
        at: 0,
        missing: Vec::new(),
    };
    while cx.at < cx.bytes.len() && cx.line().is_some() {}
    if cx.missing.is_empty() {
        return None;
    }
    Some(add(text, &cx.missing))
}

fn add(text: &str, missing: &[(usize, usize)]) -> Indented {
    let mut out = String::with_capacity(text.len() + missing.len() * 8);
    let (mut copied, mut total, mut added) = (0, 0, Vec::with_capacity(missing.len()));
    for &(at, blanks) in missing {
        out.push_str(&text[copied..at]);
        out.extend(std::iter::repeat_n(' ', blanks));
        total += blanks;
        added.push((out.len(), total));
        copied = at;
    }
    out.push_str(&text[copied..]);
    Indented {
        text: out,
        added: Added(added),
    }
}

struct Cx<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Starts of lines, and how many blanks they lack.
    missing: Vec<(usize, usize)>,
}

impl Cx<'_> {
    /// Steps over a line of block structure, and over the lines that belong to its value.
    fn line(&mut self) -> Option<()> {
        let start = self.at;
        self.skip_blanks();
        let mut column = self.at - start;
        // The column that the value must be indented beyond: that of the key, or of the last dash.
        let (mut parent, mut has_parent) = (column, false);
        while matches!(self.peek(), Some(b'-' | b'?')) && self.is_blank_at(1) {
            (parent, has_parent) = (column, true);
            self.at += 1;
            self.skip_blanks();
            column = self.at - start;
        }
        if matches!(self.peek(), Some(b'"' | b'\'')) {
            self.quoted(parent + 1)?;
        }
        if let Some(colon) = self.colon() {
            (parent, has_parent) = (column, true);
            self.at = colon + 1;
            self.skip_blanks();
        }
        self.skip_properties();
        match self.peek() {
            Some(b'"' | b'\'') => self.quoted(parent + 1)?,
            Some(b'[' | b'{') => self.flow(parent + 1)?,
            None | Some(b'#' | b'\r' | b'\n') => {}
            // A block scalar, or a plain one: all lines that are indented further belong to it.
            Some(_) if has_parent => {
                self.skip_line();
                self.skip_indented(parent);
                return Some(());
            }
            Some(_) => {}
        }
        self.skip_line();
        Some(())
    }

    /// Where the `:` of a key stands, if this line goes on with one.
    fn colon(&self) -> Option<usize> {
        let mut at = self.at;
        if matches!(self.peek(), Some(b'[' | b'{' | b'#')) {
            return None;
        }
        while let Some(byte) = self.bytes.get(at) {
            let ends = |it: Option<&u8>| it.is_none_or(u8::is_ascii_whitespace);
            match byte {
                b':' if ends(self.bytes.get(at + 1)) => return Some(at),
                b'\n' => return None,
                b'#' if at > 0 && self.bytes[at - 1] == b' ' => return None,
                _ => at += 1,
            }
        }
        None
    }

    /// Skips tags and anchors.
    fn skip_properties(&mut self) {
        while let Some(b'!' | b'&') = self.peek() {
            while self.peek().is_some_and(|it| !it.is_ascii_whitespace()) {
                self.at += 1;
            }
            self.skip_blanks();
        }
    }

    /// Steps over lines that are empty, or indented further than the parent.
    fn skip_indented(&mut self, parent: usize) {
        while self.at < self.bytes.len() {
            let start = self.at;
            self.skip_blanks();
            let is_empty = matches!(self.peek(), None | Some(b'\r' | b'\n'));
            if !is_empty && self.at - start <= parent {
                self.at = start;
                return;
            }
            self.skip_line();
        }
    }

    /// Steps over a quoted string.
    fn quoted(&mut self, indent: usize) -> Option<()> {
        let quote = self.peek()?;
        self.at += 1;
        loop {
            match self.peek()? {
                b'\\' if quote == b'"' => {
                    self.at += 1;
                    if self.peek() != Some(b'\n') {
                        self.at += 1;
                    }
                }
                b'\n' => self.continuation(indent),
                it if it == quote => {
                    self.at += 1;
                    // Two single quotes inside single quotes are one.
                    if quote == b'"' || self.peek() != Some(quote) {
                        return Some(());
                    }
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }

    /// Steps over a flow collection.
    fn flow(&mut self, indent: usize) -> Option<()> {
        let mut depth = 0_usize;
        // Quotes are such only where a token starts: `[don't]` has none.
        let mut starts = true;
        loop {
            let byte = self.peek()?;
            match byte {
                b'"' | b'\'' if starts => {
                    self.quoted(indent)?;
                    starts = false;
                    continue;
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth -= 1,
                b'#' if self.at > 0 && self.bytes[self.at - 1].is_ascii_whitespace() => {
                    while self.peek().is_some_and(|it| it != b'\n') {
                        self.at += 1;
                    }
                    continue;
                }
                b'\n' => {
                    self.continuation(indent);
                    continue;
                }
                _ => {}
            }
            starts =
                matches!(byte, b'[' | b'{' | b',' | b':') || starts && byte.is_ascii_whitespace();
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Steps over a line break, and notes what the next line lacks.
    fn continuation(&mut self, indent: usize) {
        self.at += 1;
        let start = self.at;
        self.skip_blanks();
        let has = self.at - start;
        if has < indent && !matches!(self.peek(), None | Some(b'\r' | b'\n')) {
            self.missing.push((start, indent - has));
        }
    }

    fn skip_line(&mut self) {
        while self.peek().is_some_and(|it| it != b'\n') {
            self.at += 1;
        }
        self.at += 1;
    }

    fn skip_blanks(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn is_blank_at(&self, ahead: usize) -> bool {
        self.bytes.get(self.at + ahead) == Some(&b' ')
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}
