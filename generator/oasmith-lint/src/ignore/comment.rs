//! Comments `# oasmith: allow(rule, other-rule) reason`, and what they stand at.

use oasmith_source::{FileId, SourceMap, Span};
use oasmith_spec::Node;
use oasmith_spec::node::Value;
use std::collections::BTreeMap;
use std::ops::Range;

const MARK: &str = "oasmith: allow(";

/// A comment that stands at a member or an item.
pub(super) struct Comment {
    pub(super) names: Vec<(String, Span)>,
    pub(super) reason: String,
    pub(super) place: Span,
    pub(super) range: Span,
    /// `None`: it stands at nothing.
    pub(super) node: Option<*const Node>,
}

/// A comment, and the bytes of the line that it is about.
struct Candidate {
    comment: Comment,
    line: Range<usize>,
    /// It stands inside of a text.
    is_text: bool,
}

/// The comments of all files, in their order. One that stands at nothing holds for nothing.
pub(super) fn find(root: &Node, sources: &SourceMap) -> Vec<Comment> {
    let mut candidates = Vec::new();
    for (file, source) in sources.iter() {
        let mut lines = Lines::of(source.text());
        let marks = source.text().match_indices(MARK);
        candidates.extend(marks.filter_map(|(at, _)| candidate(file, at, &mut lines)));
    }
    if !candidates.is_empty() {
        Attaching::to(&mut candidates).node(root);
    }
    let comments = candidates.into_iter().filter(|it| !it.is_text);
    comments.map(|it| it.comment).collect()
}

/// How many marks of one line are looked at: a comment goes on to the end of its line, and texts may be in front of it.
const MOST_IN_LINE: usize = 8;

/// The lines of a text, asked for in their order; each is looked for once.
struct Lines<'t> {
    text: &'t str,
    line: Range<usize>,
    /// How often this line was asked for.
    asked: usize,
    /// Up to where there is no line break behind the start of the line.
    seen: usize,
    /// The last answer of [`Lines::next`].
    next: Option<Range<usize>>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        Lines {
            text,
            line: 0..0,
            asked: 0,
            seen: 0,
            next: None,
        }
    }

    /// The line in which a byte stands, unless it was asked for very often.
    fn at(&mut self, at: usize) -> Option<Range<usize>> {
        if at >= self.line.end {
            let start = self.text[self.seen..at].rfind('\n');
            let start = start.map_or(self.line.start, |it| self.seen + it + 1);
            let end = self.text[at..]
                .find('\n')
                .map_or(self.text.len(), |it| at + it);
            self.line = start..end;
            self.asked = 0;
        }
        self.seen = at;
        self.asked += 1;
        (self.asked <= MOST_IN_LINE).then(|| self.line.clone())
    }

    /// The next line that is neither blank nor a comment, behind the end of another one.
    fn next(&mut self, end: usize) -> Option<Range<usize>> {
        // What is between two comments that stand above the same line was looked at for the first of them.
        if self.next.as_ref().is_none_or(|it| it.start <= end) {
            self.next = next_line(self.text, end);
        }
        self.next.clone()
    }
}

fn candidate(file: FileId, at: usize, lines: &mut Lines<'_>) -> Option<Candidate> {
    let text = lines.text;
    let Range {
        start: line_start,
        end: line_end,
    } = lines.at(at)?;
    let before = text[line_start..at].trim_end().strip_suffix('#')?;
    // YAML 1.2, 6.6: a comment is set off by white space.
    if !before.is_empty() && !before.ends_with([' ', '\t']) {
        return None;
    }
    let place = Span::new(file, line_start + before.len(), line_end);
    let open = at + MARK.len();
    let (inside, reason) = text[open..line_end].split_once(')')?;
    let mut names = Vec::new();
    let mut from = open;
    for part in inside.split(',') {
        let start = from + (part.len() - part.trim_start().len());
        let name = part.trim();
        names.push((name.to_owned(), Span::new(file, start, start + name.len())));
        from += part.len() + 1;
    }
    let line = match before.trim().is_empty() {
        false => line_start..line_end,
        true => lines.next(line_end).unwrap_or_default(),
    };
    Some(Candidate {
        comment: Comment {
            names,
            reason: reason.trim().to_owned(),
            place,
            range: place.start(),
            node: None,
        },
        line,
        is_text: false,
    })
}

/// The next line that is neither blank nor a comment.
fn next_line(text: &str, mut at: usize) -> Option<Range<usize>> {
    while at < text.len() {
        let start = at + 1;
        let end = text
            .get(start..)?
            .find('\n')
            .map_or(text.len(), |it| start + it);
        let line = text[start..end].trim_start();
        if !line.is_empty() && !line.starts_with('#') {
            return Some(start..end);
        }
        at = end;
    }
    None
}

/// Finds the first member or item on each line, the outermost one where several start there.
struct Attaching<'c> {
    candidates: &'c mut [Candidate],
    /// Those that are about a line, by its start and with its end.
    of_line: BTreeMap<(FileId, usize), (usize, Vec<usize>)>,
    /// Where each of them stands.
    places: BTreeMap<(FileId, u32), usize>,
}

impl<'c> Attaching<'c> {
    fn to(candidates: &'c mut [Candidate]) -> Self {
        let mut of_line: BTreeMap<(FileId, usize), (usize, Vec<usize>)> = BTreeMap::new();
        let mut places = BTreeMap::new();
        for (index, it) in candidates.iter().enumerate() {
            let file = it.comment.place.file;
            places.insert((file, it.comment.place.start), index);
            if !it.line.is_empty() {
                let line = of_line.entry((file, it.line.start));
                let (_, all) = line.or_insert((it.line.end, Vec::new()));
                all.push(index);
            }
        }
        Attaching {
            candidates,
            of_line,
            places,
        }
    }

    fn node(&mut self, node: &Node) {
        match &node.value {
            Value::Array(items) => {
                for item in items {
                    self.take(item.span, item);
                    self.node(item);
                }
            }
            Value::Object(object) => {
                for it in object.iter() {
                    self.take(it.key.span.to(it.value.span), &it.value);
                    self.node(&it.value);
                }
            }
            Value::String(_) => {
                let Span { file, start, end } = node.span;
                for (_, index) in self.places.range((file, start)..(file, end.max(start))) {
                    self.candidates[*index].is_text = true;
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn take(&mut self, span: Span, node: &Node) {
        let at = span.start as usize;
        let mut before = self.of_line.range(..=(span.file, at));
        let Some((&line, &(end, _))) = before.next_back() else {
            return;
        };
        if line.0 != span.file || at >= end {
            return;
        }
        let (_, all) = self.of_line.remove(&line).unwrap_or_default();
        for index in all {
            let comment = &mut self.candidates[index].comment;
            comment.range = span;
            comment.node = Some(node);
        }
    }
}
