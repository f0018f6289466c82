//! The stages, one after the other.
//!
//! ```text
//! load -> extract -> parse -> bundle -> merge -> overlay -> recover -> read -> resolve -> lower -> emit
//! ```
//!
//! In: an [`Api`]. Out: what any of the stages makes; what they say is kept in [`Findings`], and an error ends the run
//! after the stage that found it, so that one run says as much as it can. When a crate is generated, a fault of the
//! document ends no run but costs the operations concerned: [`Faults`] says which of the two it is.
//! Only [`sources::load`], the reading of the files that a document refers to, [`overlay`], the ledger's part of [`recover`] and
//! the reading of examples read the disk. Nothing here writes.

use oasmith_codegen::{FileSet, Options, Shape, ir};
use oasmith_lint::{Judged, Settings};
use oasmith_source::{Diagnostic, Diagnostics, FileId, Severity, SourceMap, Span};
use oasmith_spec::extract::{Format, Fragment};
use oasmith_spec::recover::{Ledger, Recovered};
use oasmith_spec::write::Comments;
use oasmith_spec::{Document, Node, Valid, codes, resolve};

use crate::answers;
use crate::api::Api;
use crate::config::Recover;
use crate::findings::{Faults, Findings, Stopped};
use crate::{overlays, sources};

/// One document, and the ledger as it is to be kept.
#[derive(Debug)]
pub struct Merged {
    pub document: Node,
    /// The text that the document was read from, when it is a single one in YAML: its comments may be kept.
    pub source: Option<Span>,
    /// The text of the ledger; `None` when the API has none.
    pub ledger: Option<String>,
    /// What the components that were made are called, and why.
    pub names: Ledger,
}

/// The files to write, and what they were made from.
#[derive(Debug)]
pub struct Generated {
    pub api: ir::Api,
    pub files: FileSet,
    pub document: Node,
    pub ledger: Option<String>,
}

/// Everything up to `recover`.
pub fn merged(api: &Api, faults: Faults, findings: &mut Findings) -> Result<Merged, Stopped> {
    let files = sources::load(api, findings)?;
    let fragments = extract(&files, findings)?;
    let parts = parse(&fragments, findings)?;
    let parts = bundle(parts, api, faults, findings)?;
    // Between several sources, clashes are settled by policies, or by nobody.
    let faults = if parts.len() > 1 {
        Faults::Stop
    } else {
        faults
    };
    let document = merge(parts, api, faults, findings)?;
    let document = overlay(document, api, faults, findings)?;
    let merged = recover(document, api, findings)?;
    Ok(Merged {
        source: single_yaml(&fragments, &findings.sources),
        ..merged
    })
}

fn single_yaml(fragments: &[Fragment], sources: &SourceMap) -> Option<Span> {
    let [only] = fragments else {
        return None;
    };
    let is_page = sources.file(only.span.file).name().ends_with(".md");
    (only.format == Format::Yaml && !is_page).then_some(only.span)
}

/// The comments of the text that a document was read from.
pub fn comments(merged: &Merged, findings: &Findings) -> Option<Comments> {
    let span = merged.source?;
    // Read once more, since the stages in between have changed the tree, and few ask for this.
    let (root, _) = oasmith_spec::parse::parse_at(&findings.sources, span, Format::Yaml);
    Some(Comments::of(&findings.sources, span, &root?))
}

/// What rules say of the document before components are made, as its authors know it.
pub fn judged(api: &Api, settings: &Settings, findings: &mut Findings) -> Result<Judged, Stopped> {
    let files = sources::load(api, findings)?;
    judged_files(&files, api, settings, findings)
}

/// What rules say of files that have been read.
pub fn judged_files(
    files: &[FileId],
    api: &Api,
    settings: &Settings,
    findings: &mut Findings,
) -> Result<Judged, Stopped> {
    let fragments = extract(files, findings)?;
    let parts = parse(&fragments, findings)?;
    let parts = bundle(parts, api, Faults::Tell, findings)?;
    let document = merge(parts, api, Faults::Tell, findings)?;
    let document = overlay(document, api, Faults::Tell, findings)?;
    Ok(oasmith_lint::judge(&document, &findings.sources, settings))
}

/// Everything up to `resolve`.
pub fn valid(
    document: &Node,
    faults: Faults,
    findings: &mut Findings,
) -> Result<Valid<Document>, Stopped> {
    let read = read(document, faults, findings)?;
    resolve(read, document, faults, findings)
}

/// All stages.
pub fn generated(api: &Api, shape: Shape, findings: &mut Findings) -> Result<Generated, Stopped> {
    let mut merged = merged(api, Faults::Confine, findings)?;
    // Nobody asks for the model once it is lowered, and what follows takes as much memory.
    let mut lowered = {
        let valid = valid(&merged.document, Faults::Confine, findings)?;
        oasmith_spec::read::write_plain(&mut merged.document, &valid);
        lower(&valid, api, findings)?
    };
    lowered.examples = examples(api, findings)?;
    let mut files = emit(&lowered, shape, &merged.document);
    if lowered.targets.mock && shape == Shape::Crate {
        let mut meant = merged.document.clone();
        answers::mean_formats(&mut meant, &api.config.formats);
        // What is wrong with the document was said before.
        let meant = valid(&meant, Faults::Confine, &mut findings.clone())?;
        let answers = answers::answers(&meant, &lowered, api.config.seed);
        files.insert(oasmith_codegen::ANSWERS, answers);
    }
    Ok(Generated {
        api: lowered,
        files,
        document: merged.document,
        ledger: merged.ledger,
    })
}

/// Finds the documents in the sources.
pub fn extract(files: &[FileId], findings: &mut Findings) -> Result<Vec<Fragment>, Stopped> {
    let mut fragments = Vec::new();
    let mut said = Diagnostics::default();
    for file in files {
        let (found, more) = oasmith_spec::extract::extract(&findings.sources, *file);
        fragments.extend(found);
        said.extend(more);
    }
    findings.take((Some(fragments), said))
}

/// Reads the documents as trees.
///
/// A member that stands twice in one document is that document's own fault. Where several are put together it is a clash
/// like any between two of them, which is never settled in silence.
pub fn parse(fragments: &[Fragment], findings: &mut Findings) -> Result<Vec<Node>, Stopped> {
    let mut parts = Vec::new();
    let mut said = Diagnostics::default();
    for fragment in fragments {
        let (part, more) = oasmith_spec::parse::parse(&findings.sources, fragment);
        parts.extend(part);
        said.extend(more.into_iter().map(|it| match fragments {
            [_, _, ..] if it.code == &codes::DUPLICATE_KEY => Diagnostic {
                severity: Severity::Error,
                ..it
            },
            _ => it,
        }));
    }
    findings.take((Some(parts), said))
}

/// Puts together each document that is split over files.
pub fn bundle(
    parts: Vec<Node>,
    api: &Api,
    faults: Faults,
    findings: &mut Findings,
) -> Result<Vec<Node>, Stopped> {
    let bundled = crate::bundle::bundle(parts, api, &mut findings.sources);
    // What cannot be had is still referred to.
    findings.take_confined(bundled, faults)
}

/// Makes one document of many.
pub fn merge(
    parts: Vec<Node>,
    api: &Api,
    faults: Faults,
    findings: &mut Findings,
) -> Result<Node, Stopped> {
    let policies = &api.config.clashes;
    let (document, said) = oasmith_spec::merge::merge(parts, policies, &findings.sources);
    findings.take_confined((document, overlays::postpone(said, api)), faults)
}

/// Applies the overlays.
pub fn overlay(
    document: Node,
    api: &Api,
    faults: Faults,
    findings: &mut Findings,
) -> Result<Node, Stopped> {
    overlays::apply(document, api, faults, findings)
}

/// Makes components of inlined copies, unless the settings say otherwise.
pub fn recover(document: Node, api: &Api, findings: &mut Findings) -> Result<Merged, Stopped> {
    if api.config.recover == Recover::Nothing {
        return Ok(Merged {
            document,
            source: None,
            ledger: None,
            names: Ledger::default(),
        });
    }
    let Recovered { document, ledger } = recovered(document, api, findings)?;
    Ok(Merged {
        document,
        source: None,
        ledger: api.config.names.is_some().then(|| ledger.to_toml()),
        names: ledger,
    })
}

/// Makes components of inlined copies, with the ledger that names them.
pub fn recovered(document: Node, api: &Api, findings: &mut Findings) -> Result<Recovered, Stopped> {
    let ledger = read_ledger(api, findings)?;
    let (recovered, said) = oasmith_spec::recover::recover(document, &ledger);
    findings.take((Some(recovered), said))
}

fn read_ledger(api: &Api, findings: &mut Findings) -> Result<Ledger, Stopped> {
    let (Some(path), Some(name)) = (api.ledger(), &api.config.names) else {
        return Ok(Ledger::default());
    };
    if !path.exists() {
        return Ok(Ledger::default());
    }
    match oasmith_spec::load::load_file(&mut findings.sources, &api.root, name) {
        Ok(file) => {
            let (ledger, said) = Ledger::parse(&findings.sources, file);
            findings.take((Some(ledger), said))
        }
        Err(fault) => findings.stop(fault),
    }
}

/// Reads the tree as an OpenAPI document.
pub fn read(document: &Node, faults: Faults, findings: &mut Findings) -> Result<Document, Stopped> {
    findings.take_confined(oasmith_spec::read::read(document), faults)
}

/// Follows the references.
pub fn resolve(
    document: Document,
    root: &Node,
    faults: Faults,
    findings: &mut Findings,
) -> Result<Valid<Document>, Stopped> {
    let sources = &findings.sources;
    let resolved = match faults {
        Faults::Stop | Faults::Tell => resolve::resolve(document, root, sources),
        Faults::Confine => resolve::confine(document, root, sources, &findings.diagnostics),
    };
    findings.take(resolved)
}

/// Turns the document into Rust's terms.
pub fn lower(
    document: &Valid<Document>,
    api: &Api,
    findings: &mut Findings,
) -> Result<ir::Api, Stopped> {
    let options = Options {
        package: api.config.name.clone(),
        targets: api.config.targets,
        formats: api.config.formats.clone(),
        pagination: api.config.pagination.clone(),
        null_is_absent: api.config.null_is_absent,
        assert_formats: api.config.assert_formats.clone(),
        operations: api.config.operations.clone(),
    };
    let (lowered, said) = oasmith_codegen::lower(document, &options);
    findings.take((Some(lowered), said))
}

/// Reads the programs that go along with the crate.
fn examples(api: &Api, findings: &mut Findings) -> Result<Vec<ir::Example>, Stopped> {
    let mut examples = Vec::new();
    for path in &api.config.examples {
        match oasmith_spec::load::load_file(&mut findings.sources, &api.root, path) {
            Ok(file) => examples.push(ir::Example {
                name: path.rsplit('/').next().unwrap_or(path).to_owned(),
                text: findings.sources.file(file).text().to_owned(),
            }),
            Err(fault) => return findings.stop(fault),
        }
    }
    Ok(examples)
}

/// Writes the Rust. Cannot fail.
pub fn emit(api: &ir::Api, shape: Shape, document: &Node) -> FileSet {
    oasmith_codegen::generate(api, shape, &oasmith_spec::write::json(document))
}
