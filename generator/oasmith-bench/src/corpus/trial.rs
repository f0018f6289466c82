//! Generates one document, and checks the crate.
//!
//! In: a document, and where to work. Out: an [`Outcome`]; whatever is wrong with the document or the crate is in
//! there. An error means that this program cannot go on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::attempt::{cargo_check, ended, first_error, log};
use super::find::Document;
use super::outcome::{Made, Operations, Outcome, Verdict};
use super::round_trips;
use crate::cpu::{self, Attempt, End, Limits, Usage};
use crate::package;

/// What all documents have in common.
pub struct Workshop {
    /// The program under test.
    pub oasmith: PathBuf,
    /// The folder of all output.
    pub out: PathBuf,
    pub generating: Limits,
    /// `None` when crates are only generated.
    pub checking: Option<Limits>,
    pub features: Features,
    /// How many inputs and answers of each kind are sent through a crate; zero: none.
    pub samples: usize,
}

/// With which features a crate is checked.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum Features {
    All,
    /// With all of them, with none, and with those alone that decide what there is.
    Each,
}

const ALL: &[&str] = &["--all-features"];

const OTHERS: [&[&str]; 3] = [
    &["--no-default-features"],
    &["--no-default-features", "--features", "client"],
    &["--no-default-features", "--features", "server"],
];

/// Where a worker compiles, and within what.
pub struct Checking {
    target: PathBuf,
    limits: Option<Limits>,
}

impl Checking {
    pub fn of(worker: usize, workshop: &Workshop) -> Self {
        // Cargo locks a target folder, so that workers who share one would wait for each other.
        let target = match worker {
            0 => "target".to_owned(),
            n => format!("target-{n}"),
        };
        Checking {
            target: workshop.out.join(target),
            limits: workshop.checking,
        }
    }
}

/// The part of `--report` that is told here.
#[derive(Deserialize)]
struct Report {
    operations: Operations,
    lines: usize,
}

pub fn run(document: &Document, workshop: &Workshop, checking: &Checking) -> Result<Outcome> {
    let folder = workshop.out.join("documents").join(slug(&document.name));
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("could not remove {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;

    let generated = generate(document, workshop, &folder)?;
    let mut outcome = Outcome {
        document: document.name.clone(),
        bytes: document.bytes,
        generate: generated.ran.usage,
        made: None,
        check: None,
        round_trips: None,
        verdict: generation(&generated),
    };
    if outcome.verdict != Verdict::Generated {
        return Ok(outcome);
    }
    outcome.made = Some(made(&folder.join("report.json"))?);
    if let Some(limits) = checking.limits {
        let (usage, verdict) = check(&folder, &checking.target, limits)?;
        (outcome.check, outcome.verdict) = (Some(usage), verdict);
        if workshop.features == Features::Each && outcome.verdict.is_fine() {
            outcome.verdict = check_others(&folder, &checking.target, limits)?;
        }
        if workshop.samples > 0 && outcome.verdict.is_fine() {
            match round_trips::run(&folder, &checking.target, workshop.samples, limits) {
                Ok(it) => outcome.take(it),
                Err(why) => outcome.verdict = Verdict::NotSampled(format!("{why:#}")),
            }
        }
    }
    Ok(outcome)
}

/// `oai/petstore.yaml` -> `oai-petstore.yaml`
fn slug(name: &str) -> String {
    name.replace(
        |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '_'),
        "-",
    )
}

fn generate(document: &Document, workshop: &Workshop, folder: &Path) -> Result<Attempt> {
    let mut command = Command::new(&workshop.oasmith);
    command
        .arg("generate")
        .arg(&document.path)
        .arg("-o")
        .arg(folder.join("crate"))
        .arg("--root")
        .arg(&document.folder)
        .arg("--report")
        .arg(folder.join("report.json"))
        .args(["--message-format", "concise", "--color", "never"]);
    let mut attempt = cpu::attempt(&command, workshop.generating)?;
    let shown = format!("{}/", document.folder.display());
    attempt.ran.stderr = attempt.ran.stderr.replace(&shown, "");
    log(&folder.join("generate.log"), &attempt)?;
    Ok(attempt)
}

/// What the end of the program means.
fn generation(attempt: &Attempt) -> Verdict {
    let stderr = &attempt.ran.stderr;
    let panicked = stderr.lines().find(|it| it.contains("panicked at"));
    match (attempt.end, panicked) {
        (End::Code(0), None) => Verdict::Generated,
        (_, Some(line)) => Verdict::Crashed(line.to_owned()),
        (End::Code(1 | 2), None) => Verdict::Refused(first_error(stderr)),
        (end, None) => Verdict::Crashed(ended(end, stderr)),
    }
}

fn made(report: &Path) -> Result<Made> {
    let text = fs::read(report).with_context(|| format!("no {}", report.display()))?;
    let Report { operations, lines } = serde_json::from_slice(&text)
        .with_context(|| format!("{} is no report", report.display()))?;
    Ok(Made { operations, lines })
}

fn check(folder: &Path, target: &Path, limits: Limits) -> Result<(Usage, Verdict)> {
    let package = folder.join("crate");
    package::make_workspace(&package)?;
    let command = cargo_check(ALL, &package, target);
    let mut attempt = cpu::attempt(&command, limits)?;
    if attempt.ran.stderr.contains("--offline") {
        // A dependency is not here yet.
        let mut command = cargo_check(ALL, &package, target);
        command.env_remove("CARGO_NET_OFFLINE");
        attempt = cpu::attempt(&command, limits)?;
    }
    let checked = attempt.ran.stderr.lines().map(str::trim_start);
    let built = checked.filter(|it| it.starts_with("Checking ") || it.starts_with("Compiling "));
    if attempt.end == End::Code(0) && built.count() > 1 {
        // With dependencies; they are built now.
        package::touch(&package)?;
        attempt = cpu::attempt(&command, limits)?;
    }
    log(&folder.join("check.log"), &attempt)?;
    Ok((attempt.ran.usage, compilation(&attempt)))
}

/// Checks a crate with the other sets of features, up to the first with which it does not compile.
fn check_others(folder: &Path, target: &Path, limits: Limits) -> Result<Verdict> {
    for features in OTHERS {
        let command = cargo_check(features, &folder.join("crate"), target);
        let attempt = cpu::attempt(&command, limits)?;
        if let Verdict::DoesNotCompile(why) = compilation(&attempt) {
            log(&folder.join("check.log"), &attempt)?;
            let features = features.join(" ");
            return Ok(Verdict::DoesNotCompile(format!("{features}: {why}")));
        }
    }
    Ok(Verdict::Compiles)
}

fn compilation(attempt: &Attempt) -> Verdict {
    let stderr = &attempt.ran.stderr;
    let errors = || stderr.lines().filter(|it| it.starts_with("error"));
    match attempt.end {
        End::Code(0) => Verdict::Compiles,
        End::Code(_) => {
            // The last one says that there were some.
            let others = errors().count().saturating_sub(2);
            let mut why = errors().next().unwrap_or_default().to_owned();
            if let Some(place) = stderr.lines().find_map(|it| it.trim().strip_prefix("--> ")) {
                why += &format!(", {place}");
            }
            if others > 0 {
                why += &format!(", and {others} more");
            }
            Verdict::DoesNotCompile(why)
        }
        end @ End::Signal(_) => Verdict::DoesNotCompile(ended(end, stderr)),
    }
}
