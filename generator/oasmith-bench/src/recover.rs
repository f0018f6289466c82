//! How well `recover` finds again what an author shared.
//!
//! In: OpenAPI documents with components. Each one is dereferenced, in both styles in which exporters write siblings
//! of a reference, split into one document per operation, merged and recovered; the outcome is compared with what the
//! author wrote. Out: figures for each document, their medians, and the worst.
//! Schemas that contain themselves stay references and keep their names, so they are not scored.

mod agreed;
mod document;
mod follow;
mod hash;
mod judged;
mod names;
mod renamed;
mod same;
mod score;
mod show;
mod size;
mod split;
#[cfg(test)]
mod tests;
mod trial;
mod truth;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use oasmith_spec::Node;
use oasmith_spec::dereference::Siblings;

use document::Document;
use truth::Weight;

/// What to run over, and what to say besides the figures.
#[derive(Clone, Debug, clap::Args)]
pub struct Settings {
    /// Documents, or folders to look for documents in
    #[arg(required = true, value_name = "FILE|FOLDER")]
    paths: Vec<PathBuf>,
    /// Print each author's name with ours and our evidence
    #[arg(long)]
    names: bool,
    /// Print what was not found again, and what was put together wrongly
    #[arg(long)]
    misses: bool,
    /// Run one export style only
    #[arg(long, value_enum)]
    style: Option<Style>,
    /// What a place counts
    #[arg(long, value_enum, default_value = "operation")]
    weight: Weight,
    /// Leave out documents whose dereferenced text is larger
    #[arg(long, value_name = "MB", default_value_t = 300)]
    limit_mb: usize,
}

/// How an exporter writes the siblings of an inlined reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Style {
    /// `{ allOf: [copy], siblings... }`
    Wrapped,
    /// Over the members of the copy
    Merged,
}

#[cfg(test)]
impl Default for Settings {
    fn default() -> Self {
        Settings {
            paths: Vec::new(),
            names: false,
            misses: false,
            style: None,
            weight: Weight::default(),
            limit_mb: 1,
        }
    }
}

impl Style {
    fn siblings(self) -> Siblings {
        match self {
            Style::Wrapped => Siblings::Wrapped,
            Style::Merged => Siblings::Merged,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Style::Wrapped => "wrapped",
            Style::Merged => "merged",
        }
    }
}

/// Bytes of a dereferenced document.
const LARGEST: usize = 1_000_000_000;

/// Trees of references are deeper than trees of text: what is walked through them needs room.
const STACK: usize = 1 << 30;

/// Runs all documents and prints the figures.
pub fn run(settings: Settings) -> Result<()> {
    let thread = std::thread::Builder::new().stack_size(STACK);
    let run = thread.spawn(move || run_here(&settings));
    let run = run.context("could not start a thread")?;
    match run.join() {
        Ok(result) => result,
        Err(_) => bail!("the run panicked"),
    }
}

/// One document's panic does not cost the figures of the others.
fn tried(document: &Document, style: Style, settings: &Settings) -> Result<trial::Outcome> {
    let run = AssertUnwindSafe(|| trial::run(document, style, settings));
    catch_unwind(run).unwrap_or_else(|_| bail!("it panicked, which is a bug"))
}

/// A document as documentation pages would have it: without references, one part for each operation.
pub fn pages(file: &Path, style: Style) -> Result<Vec<Node>> {
    let Some(document) = document::read(file)? else {
        bail!("{} is no OpenAPI document with components", file.display());
    };
    let input = trial::dereferenced(&document, style, LARGEST)?;
    Ok(split::split(&input, LARGEST).0)
}

fn run_here(settings: &Settings) -> Result<()> {
    let files = document::files(&settings.paths)?;
    if files.is_empty() {
        bail!("no document was found");
    }
    let styles = match settings.style {
        Some(style) => vec![style],
        None => vec![Style::Wrapped, Style::Merged],
    };
    let mut rows = Vec::new();
    print!("{}", show::head());
    for file in &files {
        let name = document::name(file);
        let document = match document::read(file) {
            Ok(Some(document)) => document,
            Ok(None) => continue,
            Err(error) => {
                println!("{name}: {error:#}");
                continue;
            }
        };
        for style in &styles {
            match tried(&document, *style, settings) {
                Ok(outcome) => {
                    print!("{}", show::row(&name, *style, &outcome));
                    print!("{}", show::details(&outcome));
                    rows.push((name.clone(), *style, outcome.figures));
                }
                Err(error) => println!("{name} {}: {error:#}", style.name()),
            }
        }
    }
    print!("{}", show::summary(&rows));
    Ok(())
}
