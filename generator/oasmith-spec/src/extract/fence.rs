//! Fenced code blocks, by the line (CommonMark 0.31, 4.5).

use super::Format;
use super::nest::Nest;

/// A line that opens a fenced block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fence {
    mark: u8,
    length: usize,
    /// Where the content of the list item starts that the fence stands in; 0 outside of lists.
    column: usize,
    pub(super) label: Label,
}

/// What the info string says about the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Format(Format),
    /// There is none, or one that names no format: the content decides.
    Missing,
    /// Another language.
    Other,
}

/// Whether a line inside a block goes on with it or ends it.
pub(super) enum Inside {
    Content,
    Closes,
    /// The list item that the block stands in is over, and the block with it (CommonMark, 5.2).
    Leaves,
}

impl Fence {
    /// The fence that this line opens. Its text is without line break.
    pub(super) fn open(line: &str) -> Option<Fence> {
        let (indent, fence) = Self::indented(line)?;
        (indent <= 3).then_some(fence)
    }

    /// The same, where the lines above say what the line stands in.
    pub(super) fn open_in(nest: &Nest, line: &str) -> Option<Fence> {
        let (indent, fence) = Self::indented(line)?;
        if indent <= 3 {
            return Some(fence);
        }
        let column = indent;
        (fence.column == 0 && nest.holds(indent)).then_some(Fence { column, ..fence })
    }

    /// The fence of a line, and how far it is indented.
    fn indented(line: &str) -> Option<(usize, Fence)> {
        let (column, line) = skip_list_markers(line);
        let (indent, rest) = split_indent(line);
        let (mark, length) = run(rest)?;
        let info = rest[length..].trim();
        // CommonMark: the info string of a backtick fence holds no backtick; otherwise it is inline code.
        if mark == b'`' && info.contains('`') {
            return None;
        }
        let label = label(info);
        let fence = Fence {
            mark,
            length,
            column,
            label,
        };
        Some((indent, fence))
    }

    /// What this line is to the block that the fence opened.
    pub(super) fn inside(&self, line: &str) -> Inside {
        let (indent, rest) = split_indent(line);
        if rest.is_empty() {
            return Inside::Content;
        }
        if indent < self.column {
            return Inside::Leaves;
        }
        let closes = run(rest).is_some_and(|(mark, length)| {
            mark == self.mark && length >= self.length && rest[length..].trim().is_empty()
        });
        if closes && indent - self.column <= 3 {
            Inside::Closes
        } else {
            Inside::Content
        }
    }

    /// Whether that fence, found inside this one's block, would rather be one after it: a block that was not closed
    /// before. A longer fence around a shorter one is how Markdown shows a fence.
    pub(super) fn hides(&self, inner: &Fence) -> bool {
        matches!(inner.label, Label::Format(_))
            && inner.mark == self.mark
            && inner.length >= self.length
    }
}

/// The character of a run of three or more backticks or tildes, and its length.
fn run(text: &str) -> Option<(u8, usize)> {
    let mark = *text.as_bytes().first()?;
    if !matches!(mark, b'`' | b'~') {
        return None;
    }
    let length = text.bytes().take_while(|it| *it == mark).count();
    (length >= 3).then_some((mark, length))
}

/// The column where the text of a line starts, and the text. A tab goes on to the next column that is a multiple of four
/// (CommonMark, 2.2).
pub(super) fn split_indent(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches([' ', '\t']);
    let blanks = line[..line.len() - rest.len()].bytes();
    let column = blanks.fold(0, |at, it| match it {
        b'\t' => at / TAB * TAB + TAB,
        _ => at + 1,
    });
    (column, rest.trim_end())
}

const TAB: usize = 4;

/// What an info string names: `json`, `yaml title="x"`, `json{1,3}`, `{.yaml}`.
fn label(info: &str) -> Label {
    let word = info
        .split(|it: char| !it.is_ascii_alphanumeric())
        .find(|it| !it.is_empty())
        .unwrap_or_default();
    match word.to_ascii_lowercase().as_str() {
        "json" | "jsonc" | "json5" => Label::Format(Format::Json),
        "yaml" | "yml" => Label::Format(Format::Yaml),
        "openapi" | "swagger" => Label::Missing,
        _ if info.is_empty() => Label::Missing,
        _ => Label::Other,
    }
}

/// Skips `- `, `* `, `+ `, `1. ` and `1) `, and gives the column where the content of the item starts.
fn skip_list_markers(line: &str) -> (usize, &str) {
    let mut at = 0;
    while let Some(width) = list_marker(&line[at..]) {
        at += width;
    }
    (at, &line[at..])
}

/// The width of the list marker that a text starts with, the blanks around it included.
pub(super) fn list_marker(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(' ');
    let indent = text.len() - rest.len();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mark = *rest.as_bytes().get(digits)?;
    let is_marker = match digits {
        0 => matches!(mark, b'-' | b'*' | b'+'),
        1..=9 => matches!(mark, b'.' | b')'),
        _ => false,
    };
    let after = &rest[digits + usize::from(is_marker)..];
    let blanks = after.len() - after.trim_start_matches([' ', '\t']).len();
    (is_marker && indent <= 3 && (1..=4).contains(&blanks)).then_some(indent + digits + 1 + blanks)
}
