//! What a run of `oasmith lint` costs, as a whole process, and the peers that are on the path beside it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::cpu::{End, Limits};
use crate::report::{Figure, Goal, Report, Unit};
use crate::samples::spread;
use crate::{cpu, folder, generate};

mod rules;

pub use rules::count;

/// What to measure besides PortSIP's pages.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Settings {
    /// Documents to judge; goals are for those of up to 13 MB
    #[arg(value_name = "FILE")]
    pub documents: Vec<PathBuf>,
    /// Count documents and findings by rule in place of measuring; folders stand for the documents in them
    #[arg(long)]
    pub rules: bool,
}

/// Other linters, by the name of their program; they are measured where they are installed.
const PEERS: [&str; 3] = ["redocly", "spectral", "vacuum"];

/// How often a peer is run: they take seconds.
const PEER_ROUNDS: usize = 3;

pub fn measure(documents: &[PathBuf], rounds: usize) -> Result<Report> {
    let oasmith = generate::build()?;
    let mut figures = run(
        "oasmith, PortSIP",
        &judged(&oasmith, &folder::specs()?),
        rounds,
        0.02,
        60.0,
    )?;
    for file in documents {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let what = format!("oasmith, {name}");
        figures.extend(run(&what, &judged(&oasmith, file), rounds, 0.35, 250.0)?);
        for peer in PEERS.iter().filter_map(|it| installed(it)) {
            let program = peer.file_name().unwrap_or_default().to_string_lossy();
            let mut command = Command::new(&peer);
            command.arg("lint").arg(file);
            let (seconds, megabytes) = usage(&command, PEER_ROUNDS.min(rounds))?;
            let what = format!("{program}, {name}");
            figures.push(Figure::measured(&what, Unit::CpuSeconds, spread(seconds)));
            figures.push(Figure::measured(&what, Unit::Megabytes, spread(megabytes)));
        }
    }
    Ok(Report {
        measurement: "lint",
        setup: format!(
            "`oasmith lint`, `recommended`, whole process, release build, {rounds} rounds"
        ),
        figures,
    })
}

fn judged(oasmith: &Path, document: &Path) -> Command {
    let mut command = Command::new(oasmith);
    command
        .arg("lint")
        .arg(document)
        .args(["--preset", "recommended"]);
    command
}

fn run(
    what: &str,
    command: &Command,
    rounds: usize,
    most_seconds: f64,
    most_megabytes: f64,
) -> Result<Vec<Figure>> {
    let (seconds, megabytes) = usage(command, rounds)?;
    Ok(vec![
        Figure::measured(what, Unit::CpuSeconds, spread(seconds)).goal(Goal::AtMost(most_seconds)),
        Figure::measured(what, Unit::Megabytes, spread(megabytes))
            .goal(Goal::AtMost(most_megabytes)),
    ])
}

/// The CPU seconds and peak megabytes of each round; the first run warms the file cache and does not count.
fn usage(command: &Command, rounds: usize) -> Result<(Vec<f64>, Vec<f64>)> {
    let (mut seconds, mut megabytes) = (Vec::new(), Vec::new());
    for round in 0..=rounds {
        let attempt = cpu::attempt(command, Limits::default())?;
        // 1 means findings, to all of them.
        if !matches!(attempt.end, End::Code(0 | 1)) {
            bail!("{command:?} failed\n{}", attempt.ran.stderr.trim_end());
        }
        if round > 0 {
            seconds.push(attempt.ran.usage.cpu_seconds);
            megabytes.push(attempt.ran.usage.peak_bytes as f64 / 1e6);
        }
    }
    Ok((seconds, megabytes))
}

fn installed(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let mut places = env::split_paths(&path).map(|it| it.join(program));
    places.find(|it| it.is_file())
}
