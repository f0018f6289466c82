//! `oasmith dump`

use oasmith::findings::{Faults, Findings, Stopped};
use oasmith::{Api, api, pipeline, sources};
use oasmith_codegen::{Shape, ir};
use oasmith_source::FileId;
use oasmith_spec::extract::{Format, Fragment};
use oasmith_spec::recover::{By, Entry};
use oasmith_spec::{Node, model, write};

use super::Said;
use super::args::{Dump, Stage};

/// What is shown is what `generate` makes.
const FAULTS: Faults = Faults::Confine;

pub fn run(args: &Dump, findings: &mut Findings) -> Result<Said, Stopped> {
    let mut api = api::open(&args.api, findings)?;
    api.widen(args.root.as_deref(), findings)?;
    let text = match args.after {
        Stage::Load
        | Stage::Extract
        | Stage::Parse
        | Stage::Bundle
        | Stage::Merge
        | Stage::Overlay => before_recover(args.after, &api, findings)?,
        later => from_recover(later, &api, findings)?,
    };
    Ok(Said::fine(text))
}

fn before_recover(after: Stage, api: &Api, findings: &mut Findings) -> Result<String, Stopped> {
    let files = sources::load(api, findings)?;
    if after == Stage::Load {
        return Ok(files.iter().map(|it| loaded(*it, findings)).collect());
    }
    let fragments = pipeline::extract(&files, findings)?;
    if after == Stage::Extract {
        return Ok(fragments.iter().map(|it| fragment(it, findings)).collect());
    }
    let parts = pipeline::parse(&fragments, findings)?;
    if after == Stage::Parse {
        return Ok(parts.iter().map(|it| part(it, findings)).collect());
    }
    let parts = pipeline::bundle(parts, api, FAULTS, findings)?;
    if after == Stage::Bundle {
        return Ok(parts.iter().map(|it| part(it, findings)).collect());
    }
    let mut document = pipeline::merge(parts, api, FAULTS, findings)?;
    if after == Stage::Overlay {
        document = pipeline::overlay(document, api, FAULTS, findings)?;
    }
    Ok(with_origins(document, findings))
}

fn from_recover(after: Stage, api: &Api, findings: &mut Findings) -> Result<String, Stopped> {
    let merged = pipeline::merged(api, FAULTS, findings)?;
    let document = merged.document;
    if after == Stage::Recover {
        let names = merged.names;
        let decided = names.export.words();
        let decided = decided.map(|(of, word)| format!("# {of}: {word}\n"));
        let names = names.entries.iter().map(reason);
        let names: String = decided.chain(names).collect();
        return Ok(names + &with_origins(document, findings));
    }
    let read = pipeline::read(&document, FAULTS, findings)?;
    if after == Stage::Read {
        return Ok(model::print(&read));
    }
    let valid = pipeline::resolve(read, &document, FAULTS, findings)?;
    if after == Stage::Resolve {
        return Ok(model::print(&valid));
    }
    let lowered = pipeline::lower(&valid, api, findings)?;
    if after == Stage::Lower {
        return Ok(ir::print(&lowered));
    }
    let files = pipeline::emit(&lowered, Shape::Crate, &document);
    Ok(files.iter().map(|(path, text)| file(path, text)).collect())
}

/// `specs/pets.md 1234`
fn loaded(it: FileId, findings: &Findings) -> String {
    let (sources, file) = (&findings.sources, findings.sources.file(it));
    format!("{} {}\n", sources.path(it), file.text().len())
}

/// `specs/pets.md:12:1 json 1234 Pets`
fn fragment(it: &Fragment, findings: &Findings) -> String {
    let format = match it.format {
        Format::Json => "json",
        Format::Yaml => "yaml",
    };
    let heading = it.heading.as_deref().unwrap_or("-");
    let (place, bytes) = (findings.sources.place(it.span), it.span.range().len());
    format!("{place} {format} {bytes} {heading}\n")
}

/// `# Pet: noun of getPet; GET /pets/{id} 200, ...`, a comment above the document.
fn reason(it: &Entry) -> String {
    let by_hand = (it.by == By::Hand).then_some("by hand");
    let reasons = [by_hand, it.evidence.as_deref(), it.note.as_deref()];
    let reasons: Vec<&str> = reasons.into_iter().flatten().collect();
    let mut line = format!(
        "# {}: {}; {}",
        it.name,
        reasons.join(", "),
        it.places.join(", ")
    );
    if !it.twins.is_empty() {
        line += &format!("; differs in prose only from {}", it.twins.join(", "));
    }
    // Text of the document and of the ledger stays on its line.
    line.retain(|it| !it.is_control());
    line + "\n"
}

fn part(it: &Node, findings: &Findings) -> String {
    let place = findings.sources.place(it.span);
    format!("--- # {place}\n{}", write::yaml(it))
}

fn with_origins(document: Node, findings: &Findings) -> String {
    write::yaml(&oasmith_spec::merge::with_origins(
        document,
        &findings.sources,
    ))
}

fn file(path: &str, text: &str) -> String {
    format!("==> {path} <==\n{text}\n")
}
