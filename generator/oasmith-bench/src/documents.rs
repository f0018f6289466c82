//! What whole documents cost: generating their crates, checking and building them, dependencies already built.
//!
//! Crates are made anew, in folders that stay so that dependencies are built only once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::cpu::{self, Usage};
use crate::report::{Figure, Goal, Report, Unit};
use crate::samples::spread;
use crate::{folder, generate, package};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Generate,
    Check,
    CheckClient,
    BuildClient,
}

use Step::{BuildClient, Check, CheckClient, Generate};

const STEPS: [Step; 4] = [Generate, CheckClient, Check, BuildClient];

const CLIENT: [&str; 3] = ["--no-default-features", "--features", "client"];

/// A figure of which a goal or other generators' is known.
struct Known {
    title: &'static str,
    step: Step,
    unit: Unit,
    goal: f64,
    peers: Option<&'static str>,
}

const KNOWN: [Known; 10] = [
    known(GITHUB, Generate, 2.0, Some("3.7, client only")),
    known_memory(GITHUB, Generate, 400.0, Some("941, client only")),
    known(GITHUB, CheckClient, 30.0, Some("225")),
    known_memory(GITHUB, CheckClient, 2_500.0, Some("12,200")),
    known(GITHUB, Check, 40.0, None),
    known_memory(GITHUB, Check, 3_000.0, None),
    known(OPENAI, CheckClient, 20.0, Some("77")),
    known_memory(OPENAI, CheckClient, 1_500.0, Some("4,500")),
    known(NEXUS, CheckClient, 3.0, Some("5.9")),
    known(NEXUS, BuildClient, 5.0, Some("6.9")),
];

const GITHUB: &str = "GitHub's official OpenAPI spec + Octokit extension";
const OPENAI: &str = "OpenAI API";
const NEXUS: &str = "Oxide Region API";

const fn known(title: &'static str, step: Step, goal: f64, peers: Option<&'static str>) -> Known {
    Known {
        title,
        step,
        unit: Unit::CpuSeconds,
        goal,
        peers,
    }
}

const fn known_memory(
    title: &'static str,
    step: Step,
    goal: f64,
    peers: Option<&'static str>,
) -> Known {
    Known {
        unit: Unit::Megabytes,
        ..known(title, step, goal, peers)
    }
}

pub fn measure(documents: &[PathBuf], rounds: usize) -> Result<Report> {
    let oasmith = generate::build()?;
    let folder = folder::scratch("documents")?;
    let mut figures = Vec::new();
    for document in documents {
        figures.extend(measure_one(&oasmith, document, &folder, rounds)?);
    }
    Ok(Report {
        measurement: "documents",
        setup: format!(
            "crates of whole documents, not incremental, dependencies built, release build of `oasmith`, {rounds} rounds"
        ),
        figures,
    })
}

fn measure_one(
    oasmith: &Path,
    document: &Path,
    folder: &Path,
    rounds: usize,
) -> Result<Vec<Figure>> {
    let package = folder.join("crate");
    let mut samples = STEPS.map(|_| Vec::new());
    // The first round builds dependencies, and does not count.
    for round in 0..=rounds {
        for (step, samples) in STEPS.into_iter().zip(&mut samples) {
            let usage = run(step, oasmith, document, &package, round == 0)?;
            if round > 0 {
                samples.push(usage);
            }
        }
    }
    let title = title(&package)?;
    let name = document
        .file_stem()
        .map_or_else(|| title.clone(), |it| it.to_string_lossy().into_owned());
    let figures = STEPS.into_iter().zip(samples).flat_map(|(step, usages)| {
        let seconds = usages.iter().map(|it| it.cpu_seconds).collect();
        let megabytes = usages.iter().map(|it| it.peak_bytes as f64 / 1e6).collect();
        [(Unit::CpuSeconds, seconds), (Unit::Megabytes, megabytes)]
            .map(|(unit, samples)| figure(&name, &title, step, unit, samples))
    });
    Ok(figures.collect())
}

fn run(step: Step, oasmith: &Path, document: &Path, package: &Path, first: bool) -> Result<Usage> {
    let target = package.with_file_name("target");
    let cargo = |arguments: &[&str]| {
        let mut command = package::cargo(package, &target);
        command.args(arguments);
        match first {
            true => cpu::run(&command).map(|it| it.usage),
            false => package::alone(package, &command),
        }
    };
    match step {
        Generate => {
            if package.exists() {
                fs::remove_dir_all(package)
                    .with_context(|| format!("could not remove {}", package.display()))?;
            }
            let mut command = Command::new(oasmith);
            command.arg("generate").arg(document).arg("-o").arg(package);
            let usage = cpu::run(&command)?.usage;
            package::make_workspace(package)?;
            Ok(usage)
        }
        Check => cargo(&["check"]),
        CheckClient => cargo(&[&["check"], &CLIENT[..]].concat()),
        BuildClient => cargo(&[&["build"], &CLIENT[..]].concat()),
    }
}

fn title(package: &Path) -> Result<String> {
    let file = package.join("openapi.json");
    let text = fs::read(&file).with_context(|| format!("could not read {}", file.display()))?;
    let document: serde_json::Value =
        serde_json::from_slice(&text).with_context(|| format!("{} is no JSON", file.display()))?;
    Ok(document["info"]["title"]
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

fn figure(name: &str, title: &str, step: Step, unit: Unit, samples: Vec<f64>) -> Figure {
    let step_name = match step {
        Generate => "generate client and server",
        Check => "`cargo check`, client and server",
        CheckClient => "`cargo check`, client",
        BuildClient => "`cargo build`, client",
    };
    let mut figure = Figure::measured(&format!("{name}: {step_name}"), unit, spread(samples));
    let is_it = |it: &&Known| it.title == title && it.step == step && it.unit == unit;
    if let Some(known) = KNOWN.iter().find(is_it) {
        figure.goal = Some(Goal::AtMost(known.goal));
        figure.peers = known.peers;
    }
    figure
}
