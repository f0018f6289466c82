//! `oasmith dump`

use oasmith::findings::{Findings, Stopped};
use oasmith::{Api, api, pipeline};
use oasmith_codegen::{Shape, ir};
use oasmith_source::FileId;
use oasmith_spec::extract::{Format, Fragment};
use oasmith_spec::{Node, write};

use super::Said;
use super::args::{Dump, Stage};

pub fn run(args: &Dump, findings: &mut Findings) -> Result<Said, Stopped> {
    let api = api::open(&args.api, findings)?;
    let text = match args.after {
        Stage::Load | Stage::Extract | Stage::Parse | Stage::Merge | Stage::Overlay => {
            before_recover(args.after, &api, findings)?
        }
        later => from_recover(later, &api, findings)?,
    };
    Ok(Said::fine(text))
}

fn before_recover(after: Stage, api: &Api, findings: &mut Findings) -> Result<String, Stopped> {
    let files = pipeline::load(api, findings)?;
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
    let mut document = pipeline::merge(parts, api, findings)?;
    if after == Stage::Overlay {
        document = pipeline::overlay(document, api, findings)?;
    }
    Ok(with_origins(document, findings))
}

fn from_recover(after: Stage, api: &Api, findings: &mut Findings) -> Result<String, Stopped> {
    let document = pipeline::merged(api, findings)?.document;
    if after == Stage::Recover {
        return Ok(with_origins(document, findings));
    }
    let read = pipeline::read(&document, findings)?;
    if after == Stage::Read {
        return Ok(format!("{read:#?}\n"));
    }
    let valid = pipeline::resolve(read, &document, findings)?;
    if after == Stage::Resolve {
        return Ok(format!("{valid:#?}\n"));
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
