//! What each comment belongs to.
//!
//! A comment on a line of its own belongs to what follows it, if that is not indented less: then the comment is the last
//! thing of what stands above. One at the end of a line belongs to the first thing that is complete on that line.

use std::collections::HashMap;

use oasmith_source::FileId;

use super::find::Found;
use super::{Around, Comments, Line, Place};
use crate::node::{Node, Value};

/// A member or an item, as it stands in the text.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: usize,
    end: usize,
    /// How far its line is indented up to it; of an item, up to its dash.
    column: usize,
    place: Place,
    /// Whether it is an item with something inside: nothing can stand beside its dash.
    is_open_item: bool,
    /// Whether it is an item with nothing inside.
    is_leaf_item: bool,
    /// The nearest entry before it that is indented less.
    outer: Option<usize>,
}

pub(super) fn attach(found: Vec<Found>, file: FileId, text: &str, root: &Node) -> Comments {
    let entries = entries(root, file, text);
    let mut cx = Cx {
        text,
        ends: ends(&entries),
        entries,
        comments: Comments {
            file,
            head: Vec::new(),
            head_is_apart: false,
            tail: Vec::new(),
            places: HashMap::new(),
        },
    };
    for comment in found {
        cx.attach(comment);
    }
    cx.comments
}

struct Cx<'a> {
    text: &'a str,
    /// In the order of the text, outer ones first.
    entries: Vec<Entry>,
    /// Where they end, and which they are, in the order of their ends; inner ones last.
    ends: Vec<(usize, usize)>,
    comments: Comments,
}

impl Cx<'_> {
    fn attach(&mut self, comment: Found) {
        let line = line_start(self.text, comment.at);
        let before = &self.text[line..comment.at];
        let next = self.entries.partition_point(|it| it.start < comment.at);
        if next == 0 {
            self.comments.head_is_apart = starts_with_blank_line(&self.text[comment.end..]);
            return self.comments.head.push(self.line(comment, line));
        }
        if before.trim().is_empty() {
            self.attach_line(comment, before.len(), next, line);
        } else {
            self.attach_end_of_line(comment, next, line);
        }
    }

    /// Attaches a comment on a line of its own.
    fn attach_line(&mut self, comment: Found, column: usize, next: usize, line: usize) {
        match self.entries.get(next) {
            Some(it) if it.column >= column => {
                let place = it.place;
                self.around(place).above.push(comment.text);
            }
            None if column == 0 => {
                let line = self.line(comment, line);
                self.comments.tail.push(line);
            }
            _ => {
                let owner = self.owner(next - 1, column);
                self.around(owner.place).below.push(comment.text);
            }
        }
    }

    /// Attaches a comment that follows something on its line.
    fn attach_end_of_line(&mut self, comment: Found, next: usize, line: usize) {
        let first = self.entries.partition_point(|it| it.start < line);
        let on_line = &self.entries[first..next];
        // `tags: [a, b] # of the tags`, `- name: x # of the name`
        let complete = on_line.iter().find(|it| it.end <= comment.at);
        let owner = self
            .block_item(&comment, next, line)
            .or(complete)
            .or(on_line.last())
            // The end of something longer: `] # of the list`.
            .or_else(|| self.ends_on(line, comment.at))
            .or(self.entries.get(next))
            .or(self.entries.last())
            .copied();
        let Some(owner) = owner else {
            return;
        };
        let is_before = owner.start > comment.at && !owner.is_leaf_item;
        let around = self.around(owner.place);
        if is_before || owner.is_open_item {
            around.above.push(comment.text);
        } else if around.beside.is_none() {
            around.beside = Some(comment.text);
        } else {
            around.below.push(comment.text);
        }
    }

    /// The last entry up to this one that is not indented more than a comment; the first of all where each is.
    fn owner(&self, last: usize, column: usize) -> Entry {
        let mut entry = self.entries[last];
        while entry.column > column {
            let Some(outer) = entry.outer else {
                break;
            };
            entry = self.entries[outer];
        }
        entry
    }

    /// The innermost entry that ends on a line, up to a comment.
    fn ends_on(&self, line: usize, comment: usize) -> Option<&Entry> {
        let after = self.ends.partition_point(|(end, _)| *end <= comment);
        let (end, entry) = self.ends[..after].last()?;
        (*end >= line).then(|| &self.entries[*entry])
    }

    /// The item whose block scalar starts on this line: `- | # of the text`. Its place is that of the text below.
    fn block_item(&self, comment: &Found, next: usize, line: usize) -> Option<&Entry> {
        let before = self.text[line..comment.at].trim_end();
        let is_header = before.rsplit(' ').next()?.starts_with(['|', '>']);
        let item = self.entries.get(next).filter(|it| it.is_leaf_item)?;
        let between = self.text.get(comment.end..item.start)?;
        (is_header && between.trim().is_empty()).then_some(item)
    }

    fn around(&mut self, place: Place) -> &mut Around {
        self.comments.places.entry(place).or_default()
    }

    fn line(&self, comment: Found, line: usize) -> Line {
        let above = self.text[..line].lines().next_back();
        Line {
            after_blank: above.is_some_and(|it| it.trim().is_empty()),
            text: comment.text,
        }
    }
}

/// The members and items of a tree that stand in a file.
fn entries(root: &Node, file: FileId, text: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    collect(root, file, text, &mut entries);
    // An item comes before its first member, which starts at the same byte.
    entries.sort_by_key(|it| (it.start, it.column));
    // Going back entry by entry for each comment would be quadratic.
    let mut open: Vec<usize> = Vec::new();
    for at in 0..entries.len() {
        let column = entries[at].column;
        while open.last().is_some_and(|it| entries[*it].column >= column) {
            open.pop();
        }
        entries[at].outer = open.last().copied();
        open.push(at);
    }
    entries
}

/// The entries by their ends, inner ones last.
fn ends(entries: &[Entry]) -> Vec<(usize, usize)> {
    let mut ends: Vec<_> = entries
        .iter()
        .enumerate()
        .map(|(at, it)| (it.end, at))
        .collect();
    ends.sort_unstable();
    ends
}

fn collect(node: &Node, file: FileId, text: &str, entries: &mut Vec<Entry>) {
    match &node.value {
        Value::Array(items) => {
            for item in items.iter().filter(|it| it.span.file == file) {
                let start = item.span.range().start;
                entries.push(Entry {
                    start,
                    end: item.span.range().end,
                    column: dash(text, start),
                    place: Place::item(item),
                    is_open_item: !is_leaf(item),
                    is_leaf_item: is_leaf(item),
                    outer: None,
                });
                collect(item, file, text, entries);
            }
        }
        Value::Object(object) => {
            let own =
                |it: &&crate::node::Member| it.key.span.file == file && it.value.span.file == file;
            for member in object.iter().filter(own) {
                let start = member.key.span.range().start;
                entries.push(Entry {
                    start,
                    end: member.value.span.range().end,
                    column: start - line_start(text, start),
                    place: Place::member(member),
                    is_open_item: false,
                    is_leaf_item: false,
                    outer: None,
                });
                collect(&member.value, file, text, entries);
            }
        }
        _ => {}
    }
}

fn is_leaf(node: &Node) -> bool {
    match &node.value {
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => true,
    }
}

/// The column of the dash before an item; of the item itself where there is none on its line.
fn dash(text: &str, item: usize) -> usize {
    let line = line_start(text, item);
    let before = &text[line..item];
    match before.trim_end().strip_suffix('-') {
        Some(before) => before.len(),
        None => before.len(),
    }
}

fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind(['\n', '\r']).map_or(0, |it| it + 1)
}

/// Whether a blank line follows the line that ends here.
fn starts_with_blank_line(text: &str) -> bool {
    let mut lines = text.lines().skip(1);
    lines.next().is_some_and(|it| it.trim().is_empty())
}
