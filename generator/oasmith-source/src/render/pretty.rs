//! For people at a terminal: the fact, the lines it is about, the remedy, in the manner of rustc.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::excerpt::{Excerpt, excerpt};
use crate::{Diagnostic, Label, Severity, SourceMap};

/// Whether text carries terminal colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    Colour,
}

/// Wider than an excerpt: the renderer has nothing to cut.
const WIDTH: usize = 140;

/// Stands before paths while they are rendered; a private character, which no text needs.
const MARK: char = '\u{f8ff}';

/// Several lines, and an empty one after them.
pub fn pretty(diagnostic: &Diagnostic, sources: &SourceMap, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let pieces = pieces(diagnostic, sources);
    let title = level
        .primary_title(unmarked(&diagnostic.message))
        .id(diagnostic.code.id);
    let snippets = pieces.iter().map(Piece::snippet);
    let mut group = Group::with_title(title).elements(snippets);
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(unmarked(help)));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colour => Renderer::styled(),
    };
    let rendered = renderer.term_width(WIDTH).render(&[group]);
    with_true_places(&rendered, &pieces) + "\n\n"
}

/// A piece of a line that is shown, with all that is to be seen in it.
struct Piece<'a> {
    path: String,
    excerpt: Excerpt,
    marks: Vec<Mark<'a>>,
}

struct Mark<'a> {
    kind: AnnotationKind,
    range: Range<usize>,
    text: &'a str,
}

/// The places of a finding, the primary one first. What an earlier piece shows already is marked there.
fn pieces<'a>(diagnostic: &'a Diagnostic, sources: &SourceMap) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let primary = diagnostic.primary.iter();
    let primary = primary.map(|it| (AnnotationKind::Primary, it));
    let secondary = diagnostic.secondary.iter();
    let secondary = secondary.map(|it| (AnnotationKind::Context, it));
    for (kind, label) in primary.chain(secondary) {
        if !pieces.iter_mut().any(|it| it.take(kind, label)) {
            let mut piece = Piece {
                path: sources.path(label.span.file),
                excerpt: excerpt(sources, label.span),
                marks: Vec::new(),
            };
            piece.take(kind, label);
            pieces.push(piece);
        }
    }
    pieces
}

impl<'a> Piece<'a> {
    /// Marks a place, if it is shown here.
    fn take(&mut self, kind: AnnotationKind, label: &'a Label) -> bool {
        let Some(range) = self.excerpt.locate(label.span) else {
            return false;
        };
        let text = &label.text;
        self.marks.push(Mark { kind, range, text });
        true
    }

    fn snippet(&self) -> Snippet<'_, Annotation<'_>> {
        let annotations = self.marks.iter().map(|mark| {
            let annotation = mark.kind.span(mark.range.clone());
            match mark.text {
                "" => annotation,
                text => annotation.label(unmarked(text)),
            }
        });
        Snippet::source(unmarked(&self.excerpt.text))
            .path(format!("{MARK}{}", unmarked(&self.path)))
            .line_start(self.excerpt.position.line as usize)
            .annotations(annotations)
    }
}

/// Puts lines and columns of the file where the renderer has written those of the excerpt.
fn with_true_places(rendered: &str, pieces: &[Piece<'_>]) -> String {
    let mut parts = rendered.split(MARK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (part, piece) in parts.zip(pieces) {
        // The place ends with its line, or with its colour.
        let end = part.find(['\n', '\u{1b}']).unwrap_or(part.len());
        let path = part[..end].rsplitn(3, ':').last().unwrap_or_default();
        out += &format!("{path}:{}", piece.excerpt.position);
        out += &part[end..];
    }
    out
}

fn unmarked(text: &str) -> String {
    text.replace(MARK, "\u{fffd}")
}
