//! Comments `# oasmith: allow(rule, other-rule) reason`, and what they stand at.

use oasmith_source::{FileId, SourceMap, Span};
use oasmith_spec::Node;
use oasmith_spec::node::Value;
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
        let text = source.text();
        let marks = text.match_indices(MARK).map(|(at, _)| at);
        candidates.extend(marks.filter_map(|at| candidate(file, text, at)));
    }
    if !candidates.is_empty() {
        attach(root, &mut candidates);
    }
    let comments = candidates.into_iter().filter(|it| !it.is_text);
    comments.map(|it| it.comment).collect()
}

fn candidate(file: FileId, text: &str, at: usize) -> Option<Candidate> {
    let line_start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let end_of_line = |from: usize| text[from..].find('\n').map_or(text.len(), |it| from + it);
    let line_end = end_of_line(at);
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
        true => next_line(text, line_end).unwrap_or_default(),
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
fn attach(node: &Node, candidates: &mut [Candidate]) {
    match &node.value {
        Value::Array(items) => {
            for item in items {
                take(item.span, item, candidates);
                attach(item, candidates);
            }
        }
        Value::Object(object) => {
            for it in object.iter() {
                take(it.key.span.to(it.value.span), &it.value, candidates);
                attach(&it.value, candidates);
            }
        }
        Value::String(_) => {
            for it in candidates.iter_mut() {
                let (place, text) = (it.comment.place, node.span);
                it.is_text |=
                    place.file == text.file && text.start <= place.start && place.start < text.end;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn take(span: Span, node: &Node, candidates: &mut [Candidate]) {
    for it in candidates.iter_mut().filter(|it| it.comment.node.is_none()) {
        if span.file == it.comment.place.file && it.line.contains(&(span.start as usize)) {
            it.comment.range = span;
            it.comment.node = Some(node);
        }
    }
}
