//! A Markdown page, line by line: its headings, and the fenced blocks that are specs.

use oasmith_source::{Diagnostic, Diagnostics, FileId, Severity, Span};

use super::fence::{Fence, Inside, Label};
use super::nest::Nest;
use super::{Fragment, heading, lines::Line, lines::Lines, sniff, stream};
use crate::codes;

/// Finds the fragments of a page. Finding none is a fault: the page was asked for.
pub(super) fn fragments(file: FileId, text: &str) -> (Vec<Fragment>, Diagnostics) {
    let mut cx = Cx {
        file,
        lines: Lines::new(text),
        nest: Nest::default(),
        heading: None,
        above: None,
        found: Vec::new(),
        diagnostics: Diagnostics::default(),
    };
    cx.lines.skip_front_matter();
    while let Some(line) = cx.lines.next() {
        cx.line(line);
    }
    if cx.found.is_empty() && !cx.diagnostics.has_errors() {
        cx.diagnostics.push(no_fragment(file));
    }
    (cx.found, cx.diagnostics)
}

struct Cx<'a> {
    file: FileId,
    lines: Lines<'a>,
    nest: Nest,
    heading: Option<String>,
    /// The line above, where an underline would make it a heading.
    above: Option<&'a str>,
    found: Vec<Fragment>,
    diagnostics: Diagnostics,
}

/// How the text between two fences ended.
enum End<'a> {
    Closed,
    /// The next block begins before this one is closed.
    Next(Line<'a>),
    Page,
}

impl<'a> Cx<'a> {
    /// Takes a line that stands outside of blocks.
    fn line(&mut self, line: Line<'a>) {
        let above = self.above.take();
        if let Some(fence) = Fence::open_in(&self.nest, line.text) {
            return self.block(line, fence);
        }
        self.nest.take(line.text);
        if line.text.trim_start().starts_with("<!--") {
            self.lines.skip_comment(line);
        } else if let Some(text) = heading::marked(line.text) {
            self.heading = Some(text);
        } else if let Some(above) = above.filter(|_| heading::is_underline(line.text)) {
            self.heading = Some(heading::plain(above));
        } else {
            if sniff::starts_document(sniff::without_tags(line.text)) {
                self.diagnostics.push(unfenced(self.span(line)));
            } else if let Some(place) = sniff::left_out(line.text) {
                self.diagnostics.push(left_out(place, self.span(line)));
            }
            self.above = Some(line.text).filter(|it| heading::may_be_underlined(it));
        }
    }

    /// Takes the block whose opening fence is that line.
    fn block(&mut self, opening: Line<'a>, fence: Fence) {
        let start = self.lines.at();
        let end = self.skip_block(&fence);
        let stop = match end {
            End::Closed => self.lines.line_start(),
            End::Next(_) | End::Page => self.lines.at(),
        };
        let span = Span::new(self.file, start, stop);
        let text = self.lines.slice(span.range());
        let Some(guess) = sniff::format(text) else {
            if fence.label != Label::Other && sniff::lacks_version(text) {
                self.diagnostics.push(without_version(self.span(opening)));
            }
            return;
        };
        let format = match fence.label {
            Label::Format(format) => format,
            Label::Missing => guess,
            Label::Other => return,
        };
        match end {
            End::Closed => {
                let documents = stream::documents(text, format);
                let fragments = documents.into_iter().map(|it| Fragment {
                    span: Span::new(self.file, start + it.start, start + it.end),
                    format,
                    heading: self.heading.clone(),
                });
                self.found.extend(fragments);
            }
            End::Next(next) => {
                let fault = unclosed(self.span(opening));
                let next = self.span(next);
                self.diagnostics
                    .push(fault.also(next, "the next block begins here"));
            }
            End::Page => self.diagnostics.push(unclosed(self.span(opening))),
        }
    }

    /// Goes on to the line after the block, or to the one that cannot belong to it.
    fn skip_block(&mut self, fence: &Fence) -> End<'a> {
        while let Some(line) = self.lines.next() {
            match fence.inside(line.text) {
                Inside::Closes => return End::Closed,
                Inside::Leaves => {
                    self.lines.back();
                    return End::Closed;
                }
                Inside::Content => {
                    if Fence::open(line.text).is_some_and(|it| fence.hides(&it)) {
                        self.lines.back();
                        return End::Next(line);
                    }
                }
            }
        }
        End::Page
    }

    fn span(&self, line: Line<'_>) -> Span {
        Span::new(self.file, line.start, line.start + line.text.len())
    }
}

fn unclosed(opening: Span) -> Diagnostic {
    Diagnostic::error(&codes::FENCE_UNCLOSED, "this code block is never closed")
        .at(opening)
        .help("put a line with the same fence after the last line of the document")
}

fn unfenced(line: Span) -> Diagnostic {
    Diagnostic::error(
        &codes::FENCE_UNCLOSED,
        "an OpenAPI document stands outside of a code block",
    )
    .at(line.start())
    .help("put a line with ```` ```json ```` above the document and a line with ```` ``` ```` below it")
}

fn left_out(place: &str, line: Span) -> Diagnostic {
    let message = format!("an OpenAPI document in {place} is left out");
    Diagnostic::warning(&codes::FENCE_UNCLOSED, message)
        .at(line.start())
        .help("put it into a code block that is fenced and not indented")
}

fn without_version(block: Span) -> Diagnostic {
    let message = "a block with `paths` and without `openapi` is left out";
    Diagnostic::warning(&codes::NO_FRAGMENT, message)
        .at(block)
        .help("where it is a part of the API, give it the member `openapi`")
}

/// Whether a fault of a page is that of a block that is left out for want of a version.
pub(super) fn is_without_version(it: &Diagnostic) -> bool {
    it.code == &codes::NO_FRAGMENT && it.severity == Severity::Warning
}

fn no_fragment(file: FileId) -> Diagnostic {
    Diagnostic::error(&codes::NO_FRAGMENT, "the page holds no OpenAPI document")
        .at(Span::new(file, 0, 0))
        .help("a document is a fenced block marked `json` or `yaml` with a root member `openapi`")
        .help("a page that describes no operations is left out by `sources`")
}
