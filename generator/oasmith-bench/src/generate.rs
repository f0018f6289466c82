//! What a run of `oasmith generate specs/portsip` costs, as a whole process.
//!
//! The documents are copied first and the output goes to a temporary folder, a new one each time.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::report::{Figure, Goal, Report, Unit};
use crate::samples::spread;
use crate::{cpu, folder};

pub fn measure(rounds: usize) -> Result<Report> {
    let oasmith = build()?;
    let temporary = tempfile::tempdir().context("could not make a temporary folder")?;
    let specs = temporary.path().join("specs");
    folder::copy(&folder::specs()?, &specs)?;

    let (mut seconds, mut megabytes) = (Vec::new(), Vec::new());
    // The first run warms the file cache and does not count.
    for round in 0..=rounds {
        let output = temporary.path().join(format!("output-{round}"));
        let usage = cpu::run(&generate(&oasmith, &specs, &output))?.usage;
        if round > 0 {
            seconds.push(usage.cpu_seconds);
            megabytes.push(usage.peak_bytes as f64 / 1e6);
        }
    }
    Ok(Report {
        measurement: "generate",
        setup: format!(
            "`oasmith generate specs/portsip`, whole process, release build, {rounds} rounds"
        ),
        figures: vec![
            Figure::measured("user and system time", Unit::CpuSeconds, spread(seconds))
                .goal(Goal::AtMost(0.15)),
            Figure::measured("peak memory", Unit::Megabytes, spread(megabytes))
                .goal(Goal::AtMost(60.0)),
        ],
    })
}

fn generate(oasmith: &Path, specs: &Path, output: &Path) -> Command {
    let mut command = Command::new(oasmith);
    command.arg("generate").arg(specs).arg("-o").arg(output);
    command
}

/// Builds the program, and tells where it is.
pub fn build() -> Result<PathBuf> {
    let args = [
        "build",
        "--release",
        "-p",
        "oasmith",
        "--message-format=json-render-diagnostics",
    ];
    let output = folder::cargo()
        .args(args)
        .current_dir(folder::workspace())
        .output()
        .context("could not run cargo")?;
    if !output.status.success() {
        bail!(
            "oasmith does not build\n{}",
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == "oasmith")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .context("cargo built no program `oasmith`")
}
