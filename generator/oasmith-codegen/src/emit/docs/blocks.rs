//! The lines of Markdown: fences, lists, quotes, paragraphs.
//!
//! Indentation is set anew for every line, so that none can become a code block, which rustdoc would run as a test.

use super::html;
use super::spans::spans;

/// What the lines before have opened.
#[derive(Default)]
struct State {
    lines: Vec<String>,
    /// Where the text of each open list item begins: in the source, and as it is written here.
    items: Vec<Item>,
    in_quote: bool,
    in_table: bool,
}

#[derive(Clone, Copy)]
struct Item {
    /// The column of its mark in the source.
    mark: usize,
    /// The column of its text here.
    text: usize,
}

/// The lines of `text`, safe.
pub(super) fn blocks(text: &str) -> Vec<String> {
    let text = html::markdown(text);
    let mut state = State::default();
    let mut rest = text.lines();
    while let Some(line) = rest.next() {
        match fence(line) {
            Some(fence) => state.fence(&fence, &mut rest),
            None => state.line(line),
        }
    }
    while state.lines.last().is_some_and(String::is_empty) {
        state.lines.pop();
    }
    state.lines
}

pub(super) struct Fence {
    mark: char,
    length: usize,
    indent: usize,
}

pub(super) fn fence(line: &str) -> Option<Fence> {
    let text = line.trim_start();
    let mark = text.chars().next().filter(|it| matches!(it, '`' | '~'))?;
    let length = text.chars().take_while(|it| *it == mark).count();
    // CommonMark, section 4.5: the info string of a fence of backticks has none; with one it is a code span.
    let is_span = mark == '`' && text[length..].contains('`');
    (length >= 3 && !is_span).then(|| Fence {
        mark,
        length,
        indent: line.len() - text.len(),
    })
}

impl State {
    /// A fenced block, to its end or that of the text. As `text`, so that it is no test.
    fn fence<'t>(&mut self, fence: &Fence, rest: &mut impl Iterator<Item = &'t str>) {
        let closes = |line: &str| {
            let line = line.trim();
            line.len() >= fence.length && line.chars().all(|it| it == fence.mark)
        };
        let content: Vec<&str> = rest.take_while(|line| !closes(line)).collect();
        // Longer than whatever stands inside.
        let longest = content
            .iter()
            .map(|line| longest_run(line, '`'))
            .max()
            .unwrap_or(0);
        let marks = "`".repeat(longest.max(2) + 1);
        self.end_blocks();
        self.blank();
        self.lines.push(format!("{marks}text"));
        for line in content {
            let indent = line.len() - line.trim_start().len();
            self.lines
                .push(line[indent.min(fence.indent)..].trim_end().to_owned());
        }
        self.lines.push(marks);
        self.blank();
    }

    fn line(&mut self, line: &str) {
        let text = line.trim();
        let indent = line.len() - line.trim_start().len();
        if text.is_empty() {
            self.in_quote = false;
            self.in_table = false;
            return self.blank();
        }
        if text.starts_with('>') {
            return self.quote(text);
        }
        if std::mem::take(&mut self.in_quote) {
            self.blank();
        }
        match mark(text) {
            Some((mark, text)) => self.item(mark, text, indent),
            None => self.paragraph(text, indent),
        }
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|it| !it.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn end_blocks(&mut self) {
        self.items.clear();
        self.in_quote = false;
        self.in_table = false;
    }

    fn quote(&mut self, text: &str) {
        if !self.in_quote {
            self.end_blocks();
            self.blank();
        }
        self.in_quote = true;
        let text = spans(innermost(text));
        self.lines.push(format!("> {text}").trim_end().to_owned());
    }

    fn item(&mut self, mark: &str, text: &str, indent: usize) {
        self.items.retain(|it| it.mark < indent);
        // A list right behind a paragraph is read as a list only if it starts with a bullet or `1.`.
        if self.items.is_empty()
            && self
                .lines
                .last()
                .is_some_and(|it| !it.is_empty() && !is_item(it))
        {
            self.blank();
        }
        let column = self.items.last().map_or(0, |it| it.text);
        self.items.push(Item {
            mark: indent,
            text: column + mark.len() + 1,
        });
        let text = spans(innermost(text));
        let line = format!("{}{mark} {text}", " ".repeat(column));
        self.lines.push(line.trim_end().to_owned());
    }

    fn paragraph(&mut self, text: &str, indent: usize) {
        let after_blank = self.lines.last().is_none_or(String::is_empty);
        if after_blank {
            // Behind a blank line, text belongs to the items that it is indented deeper than.
            self.items.retain(|it| it.mark < indent);
        }
        let column = self.items.last().map_or(0, |it| it.text);
        let is_table = column == 0 && text.starts_with('|');
        if is_table && !std::mem::replace(&mut self.in_table, is_table) {
            self.blank();
        }
        self.in_table = is_table;
        self.lines
            .push(format!("{}{}", " ".repeat(column), spans(text)));
    }
}

/// The mark of a list item (`-`, `1.`), and what follows it. Every bullet becomes `-`, every number stays.
fn mark(text: &str) -> Option<(&str, &str)> {
    let (mark, rest) = text.split_once(' ')?;
    let number = mark.strip_suffix(['.', ')']);
    let is_number = number
        .is_some_and(|it| (1..=9).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit()));
    match mark {
        "-" | "*" | "+" => Some(("-", rest.trim_start())),
        _ if is_number => Some((mark, rest.trim_start())),
        _ => None,
    }
}

/// Without the marks of quotes, lists and fences: a block that opens inside of another one's first line is text here.
fn innermost(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        text = match (text.strip_prefix('>'), mark(text), fence(text)) {
            (Some(rest), ..) | (_, Some((_, rest)), _) => rest,
            (.., Some(fence)) => text.trim_start_matches(fence.mark),
            _ => return text,
        };
    }
}

fn is_item(line: &str) -> bool {
    mark(line.trim_start()).is_some() || line.starts_with(' ')
}

fn longest_run(line: &str, mark: char) -> usize {
    let runs = line.split(|it| it != mark).map(str::len);
    runs.max().unwrap_or(0)
}
