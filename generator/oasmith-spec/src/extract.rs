//! Finds the OpenAPI documents in a file.
//!
//! In: a file of the map. Out: fragments, in the order in which they stand: the documents of JSON and YAML, mostly one,
//! and the fenced blocks of a Markdown page whose content has a root member `openapi` (or `swagger`, which is refused
//! later and with a reason); blocks with `paths` alone are told. The only code that knows Markdown.
//! Deliberately missing: links and includes (a page is what it holds), indented code blocks, and blocks in quotes, which
//! are told: exports of documentation use fences.

mod fence;
pub(crate) mod heading;
mod lines;
pub mod list;
mod nest;
mod page;
mod sniff;
mod stream;

use std::path::Path;

use oasmith_source::{Diagnostic, Diagnostics, FileId, SourceMap, Span};

use crate::codes;

pub use list::{Listed, list};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Json,
    Yaml,
}

/// A text that is to be read as one OpenAPI document.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// The text of the document inside the file.
    pub span: Span,
    pub format: Format,
    /// The nearest heading above, in a Markdown page.
    pub heading: Option<String>,
}

/// What a file is, by its name or else by its content.
enum Kind {
    Document(Format),
    Page,
}

pub fn extract(sources: &SourceMap, file: FileId) -> (Vec<Fragment>, Diagnostics) {
    let source = sources.file(file);
    let text = source.text();
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return (Vec::new(), empty(file).into());
    }
    match kind(source.name(), text) {
        Kind::Document(format) => {
            let documents = stream::documents(text, format).into_iter();
            let fragments = documents.map(|it| Fragment {
                span: Span::new(file, it.start, it.end),
                format,
                heading: None,
            });
            (fragments.collect(), Diagnostics::default())
        }
        Kind::Page => page::fragments(file, text),
    }
}

/// Whether a file has `paths` as a document has them, and no `openapi`: a part of a document that [`extract`] takes for
/// one only in JSON and YAML, or data that looks like it.
pub fn lacks_version(sources: &SourceMap, file: FileId) -> bool {
    let source = sources.file(file);
    match kind(source.name(), source.text()) {
        Kind::Document(_) => sniff::lacks_version(source.text()),
        Kind::Page => {
            let (_, said) = page::fragments(file, source.text());
            said.iter().any(page::is_without_version)
        }
    }
}

fn kind(name: &str, text: &str) -> Kind {
    let ending = Path::new(name).extension().and_then(|it| it.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("json") => Kind::Document(Format::Json),
        Some("yaml" | "yml") => Kind::Document(Format::Yaml),
        Some("md" | "markdown" | "mdx") => Kind::Page,
        _ => match sniff::format(text) {
            Some(format) => Kind::Document(format),
            None => Kind::Page,
        },
    }
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::error(&codes::PAGE_EMPTY, "the file is empty")
        .at(Span::new(file, 0, 0))
        .help("export it again, or take it out of `sources`")
}
