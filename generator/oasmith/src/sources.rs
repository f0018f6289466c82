//! Which files of an API are its sources, and what else stands in its folder.
//!
//! In: an [`Api`]. Out: the files that it is made from. Where nobody named them, documents are told from data by what
//! they hold.

use oasmith_source::{Diagnostic, Diagnostics, FileId, Severity, SourceMap};
use oasmith_spec::{codes, extract, load, parse};

use crate::api::Api;
use crate::findings::{Findings, Stopped};
use crate::overlays;

/// Reads the sources.
///
/// What is left out is forgotten again: it is no part of the API, and a report may replace it.
pub fn load(api: &Api, findings: &mut Findings) -> Result<Vec<FileId>, Stopped> {
    let (loaded, mut said) = load::load(&api.request());
    let mut files = loaded.files;
    let sources = loaded.sources;
    files.retain(|it| {
        !overlays::is_one(sources.file(*it).name(), api) || is_document(*it, &sources)
    });
    // One alone is what was meant, whatever it holds.
    if api.config.sources.is_empty() && files.len() > 1 {
        leave_out_others(&mut files, &sources, &mut said);
    }
    // A fault is shown at its place, in whichever file that is.
    if said.has_errors() {
        findings.sources = sources;
    } else {
        (findings.sources, files) = sources.only(&files);
    }
    findings.take((Some(files), said))
}

/// Of sources that nobody named, those that are no documents: data that stands beside them.
fn leave_out_others(files: &mut Vec<FileId>, sources: &SourceMap, said: &mut Diagnostics) {
    let (documents, others): (Vec<_>, Vec<_>) =
        files.iter().partition(|it| is_document(**it, sources));
    // Where none is left, the next stage says what is wrong with what there is.
    if documents.is_empty() {
        return;
    }
    *files = documents;
    for file in others {
        if extract::lacks_version(sources, file) {
            said.push(without_version(&sources.path(file)));
        }
    }
}

/// Whether a file has a document, whose root has the member `openapi` (OAS 3.1, OpenAPI Object) or that of Swagger 2.0,
/// which is told as such; or what seems to be one and is broken: its fault is worth telling.
fn is_document(file: FileId, sources: &SourceMap) -> bool {
    const VERSIONS: [&str; 2] = ["openapi", "swagger"];
    let source = sources.file(file);
    let text = source.text();
    let is_empty_page = source.name().ends_with(".md") && text.trim().is_empty();
    // Most data is told without a parse.
    if !is_empty_page && !VERSIONS.iter().any(|it| text.contains(it)) {
        return false;
    }
    let (fragments, said) = extract::extract(sources, file);
    let is_fault =
        |it: &Diagnostic| it.severity == Severity::Error && it.code != &codes::NO_FRAGMENT;
    said.iter().any(is_fault)
        || fragments.iter().any(|it| match parse::parse(sources, it) {
            (Some(root), said) if !said.has_errors() => {
                VERSIONS.iter().any(|it| root.get(it).is_some())
            }
            _ => true,
        })
}

fn without_version(path: &str) -> Diagnostic {
    let message = format!("`{path}` has `paths` and no `openapi`, and is left out");
    Diagnostic::warning(&codes::NO_FRAGMENT, message)
        .help("name it in `sources` where it is a part of the API, or give it the member `openapi`")
}
