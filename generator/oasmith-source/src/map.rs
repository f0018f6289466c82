//! The files that were read, in the order in which they were asked for.

use std::collections::HashMap;

use crate::{FileId, Position, Span};

/// All text of one run. File ids are indices of this map; there is no global counter.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    shown_root: String,
    files: Vec<SourceFile>,
    /// The first file of each name: documents are split over thousands.
    by_name: HashMap<String, FileId>,
}

/// One file: its name, relative to the root of the sources with `/` between its parts, and its text.
#[derive(Clone, Debug, Default)]
pub struct SourceFile {
    name: String,
    /// The path that people see, where it is not the one that the name gives.
    shown: Option<String>,
    text: String,
    line_starts: Vec<u32>,
    /// Then every character is a byte, and columns need no counting: lines of megabytes are common.
    is_ascii: bool,
}

impl SourceMap {
    /// An empty map. `shown_root` is put before every file's name where people see it: `specs/portsip/`.
    pub fn new(shown_root: impl Into<String>) -> Self {
        SourceMap {
            shown_root: shown_root.into(),
            files: Vec::new(),
            by_name: HashMap::new(),
        }
    }

    /// Adds a file. Its name is relative to the root, so that nothing made from it depends on the working folder.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(SourceFile::new(name.into(), text.into()))
    }

    fn push(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"));
        self.by_name.entry(file.name.clone()).or_insert(id);
        self.files.push(file);
        id
    }

    /// A map of these files alone, and what their ids are in it. No span of this map means anything in that one.
    pub fn only(mut self, files: &[FileId]) -> (SourceMap, Vec<FileId>) {
        let mut kept = SourceMap::new(self.shown_root);
        let mut ids = Vec::new();
        for file in files {
            let file = std::mem::take(&mut self.files[file.0 as usize]);
            ids.push(kept.push(file));
        }
        (kept, ids)
    }

    /// The file that has been added under a name.
    pub fn find(&self, name: &str) -> Option<FileId> {
        self.by_name.get(name).copied()
    }

    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(i, file)| (FileId(i as u32), file))
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The text under a span.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.range()).unwrap_or("")
    }

    /// Where a span starts.
    pub fn position(&self, span: Span) -> Position {
        self.file(span.file).position(span.start as usize)
    }

    /// The path of a file as a person would open it.
    pub fn path(&self, id: FileId) -> String {
        let file = self.file(id);
        file.shown.clone().unwrap_or_else(|| self.shown(&file.name))
    }

    /// Shows a file by a path that is shorter than the root and its name: `a.yaml` for `specs/` and `../a.yaml`.
    pub fn show_as(&mut self, id: FileId, path: impl Into<String>) {
        self.files[id.0 as usize].shown = Some(path.into());
    }

    /// A name as a person would open it. One that is absolute stands for itself.
    pub fn shown(&self, name: &str) -> String {
        if name.starts_with('/') {
            name.to_owned()
        } else {
            format!("{}{name}", self.shown_root)
        }
    }

    /// `path:line:column` of the start of a span.
    pub fn place(&self, span: Span) -> String {
        format!("{}:{}", self.path(span.file), self.position(span))
    }
}

impl SourceFile {
    fn new(name: String, text: String) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        let line_starts = std::iter::once(0)
            .chain(breaks.map(|(i, _)| i as u32 + 1))
            .collect();
        SourceFile {
            name,
            shown: None,
            is_ascii: text.is_ascii(),
            text,
            line_starts,
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte; past the end, those of the end.
    pub fn position(&self, at: usize) -> Position {
        let at = at.min(self.text.len());
        let line = self
            .line_starts
            .partition_point(|start| *start as usize <= at)
            - 1;
        let before = &self.text.as_bytes()[self.line_starts[line] as usize..at];
        let column = match self.is_ascii {
            true => before.len(),
            // Every byte that does not go on with a character starts one.
            false => before.iter().filter(|it| (**it as i8) >= -0x40).count(),
        };
        Position {
            line: line as u32 + 1,
            column: column as u32 + 1,
        }
    }

    /// The text of a line (from 1), without its line break.
    pub fn line(&self, line: u32) -> &str {
        &self.text[self.line_range(line)]
    }

    /// The bytes of a line (from 1), without its line break.
    pub(crate) fn line_range(&self, line: u32) -> std::ops::Range<usize> {
        let index = (line as usize).saturating_sub(1);
        let end_of_text = self.text.len();
        let start_of = |index: usize| {
            let start = self.line_starts.get(index);
            start.map_or(end_of_text, |it| *it as usize)
        };
        let (start, end) = (start_of(index), start_of(index + 1));
        let text = self.text[start..end].trim_end_matches(['\n', '\r']);
        start..start + text.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_positions_past_the_end_are_the_end() {
        let mut map = SourceMap::default();
        let file = map.add("a.md", "å b\r\nc");
        let place = |at| map.place(Span::new(file, at, at));
        assert_eq!(place(0), "a.md:1:1");
        assert_eq!(
            place(3),
            "a.md:1:3",
            "`b` after a two-byte letter and a blank"
        );
        assert_eq!(place(6), "a.md:2:1");
        assert_eq!(place(99), "a.md:2:2");
        assert_eq!(map.file(file).line(1), "å b");
    }
}
