//! Whether values survive the generated crate.
//!
//! In: a crate that compiles. Out: how many sampled inputs and answers went through it and came back the same, and which
//! did not. An input becomes the operation's type, a request, and the type again, checks included; an answer is read,
//! written, and read again; in the end both have to be the JSON that was sampled.
//! A harness is written into the crate, which reads the samples and writes what it saw; judging is done here.
//! Missing: bodies that are streamed or hold files, which are counted; webhooks and callbacks.

mod carried;
mod compare;
mod harness;
mod headers;
mod samples;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use oasmith_codegen::{Options, ir, lower};
use oasmith_source::{Diagnostics, SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::{Document, Valid, parse, read, resolve};

use super::attempt;
use super::outcome::RoundTrips;
use crate::cpu::{self, End, Limits};
use samples::{Kind, Sample};

/// Writes the harness into the crate of `folder`, runs it, and judges what it saw.
///
/// An error says that the harness could not be run; what is wrong with values is in the result.
pub fn run(folder: &Path, target: &Path, samples: usize, limits: Limits) -> Result<RoundTrips> {
    let package = folder.join("crate");
    let document = document(&package.join("openapi.json"))?;
    let (api, _) = lower(&document, &Options::default());
    let methods: Vec<&ir::Method> = api
        .groups
        .iter()
        .filter(|it| !it.is_received)
        .flat_map(|it| &it.methods)
        .collect();
    let sampled = samples::samples(&document, &api, &methods, samples);

    let write = |name: &str, text: &str| {
        let file = package.join(name);
        fs::write(&file, text).with_context(|| format!("could not write {}", file.display()))
    };
    write("src/round_trips.rs", &harness::write(&methods))?;
    write("samples.tsv", &sampled.lines())?;
    let lib = package.join("src/lib.rs");
    let text = fs::read_to_string(&lib).context("the crate has no lib.rs")?;
    write("src/lib.rs", &(text + "\n#[cfg(test)]\nmod round_trips;\n"))?;

    let attempt = cpu::attempt(&attempt::cargo_test(&package, target), limits)?;
    attempt::log(&folder.join("round-trips.log"), &attempt)?;
    if attempt.end != End::Code(0) {
        bail!(
            "the harness failed: {}",
            attempt::first_error(&attempt.ran.stderr)
        );
    }
    let seen = fs::read_to_string(package.join("seen.tsv")).context("the harness saw nothing")?;
    let outcome = judge(sampled, &seen, methods.len())?;
    let told = [&outcome.different[..], &outcome.not_sampled].concat();
    write("../round-trips.txt", &(told.join("\n") + "\n"))?;
    Ok(outcome)
}

fn judge(sampled: samples::Samples, seen: &str, operations: usize) -> Result<RoundTrips> {
    let mut outcome = RoundTrips {
        streamed: sampled.streamed,
        not_sampled: sampled.not_sampled,
        ..RoundTrips::default()
    };
    let mut is_fine = vec![true; operations];
    let mut seen = seen.lines();
    for sample in &sampled.all {
        let line = seen.next().context("the harness saw too little")?;
        match difference(sample, line) {
            None => outcome.same += 1,
            Some(how) => {
                is_fine[sample.operation] = false;
                outcome.different.push(format!("{}: {how}", sample.name));
            }
        }
    }
    outcome.operations = is_fine.iter().filter(|it| **it).count();
    Ok(outcome)
}

/// How what came back differs, if it does.
fn difference(sample: &Sample, line: &str) -> Option<String> {
    let mut cells = line.split('\t');
    if cells.next() != Some("ok") {
        return Some(cells.collect::<Vec<_>>().join(" "));
    }
    let seen: Vec<(&str, &str)> = cells
        .by_ref()
        .collect::<Vec<_>>()
        .chunks(2)
        .filter_map(|it| {
            let [name, value] = it else { return None };
            Some((*name, *value))
        })
        .collect();
    let mut faults = seen.iter().filter_map(|(name, got)| {
        let sent = sample.members.iter().find(|it| it.0 == *name);
        let sent = sent.map_or("absent", |it| it.1.as_str());
        let is_same = compare::is_http_date(name) && compare::is_same_second(sent, got);
        let how = compare::difference(sent, got).filter(|_| !is_same)?;
        Some(format!("{name}{how}"))
    });
    let wrong = faults.next();
    let lost = || {
        let is_lost = |it: &&(String, String)| {
            sample.kind != Kind::Input && !seen.iter().any(|(name, _)| *name == it.0)
        };
        sample
            .members
            .iter()
            .find(is_lost)
            .map(|it| format!("{} is lost", it.0))
    };
    wrong.or_else(lost)
}

/// The document that a crate was made from.
fn document(file: &Path) -> Result<Valid<Document>> {
    let text = fs::read_to_string(file).with_context(|| format!("no {}", file.display()))?;
    read_document(text)
}

fn read_document(text: String) -> Result<Valid<Document>> {
    let mut sources = SourceMap::default();
    let id = sources.add("openapi.json", text);
    let whole = Span::new(id, 0, sources.file(id).text().len());
    let (root, _) = parse::parse_at(&sources, whole, Format::Json);
    let root = root.context("the crate's document is no JSON")?;
    let (document, _) = read::read(&root);
    let document = document.context("the crate's document is none")?;
    let (valid, _) = resolve::confine(document, &root, &sources, &Diagnostics::default());
    valid.context("the crate's document is not valid")
}
