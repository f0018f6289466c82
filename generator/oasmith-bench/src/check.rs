//! What `cargo check` of the generated crate costs its users, dependencies already built.
//!
//! The crate is copied out of the workspace with the workspace's `Cargo.lock`, and built as it would be anywhere, in
//! a target folder of its own, which stays so that dependencies are built only once. A round makes cargo believe
//! that `lib.rs` is new; cargo's own work is part of the figures, as it is part of what users wait for, and is also
//! shown alone.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::report::{Figure, Goal, Report, Unit};
use crate::samples::spread;
use crate::{cpu, folder, package};

struct Features {
    what: &'static str,
    args: &'static [&'static str],
    goal: Option<f64>,
    peers: Option<&'static str>,
}

const ALL: [Features; 4] = [
    Features {
        what: "client, server and serde",
        args: &[],
        goal: Some(1.5),
        peers: None,
    },
    Features {
        what: "--no-default-features --features client",
        args: &["--no-default-features", "--features", "client"],
        goal: Some(1.2),
        peers: Some("2.7 to 3.6 for 61 of the 73 operations"),
    },
    Features {
        what: "--no-default-features --features server",
        args: &["--no-default-features", "--features", "server"],
        goal: Some(1.4),
        peers: None,
    },
    Features {
        what: "--no-default-features",
        args: &["--no-default-features"],
        goal: None,
        peers: None,
    },
];

pub fn measure(rounds: usize) -> Result<Report> {
    let folder = folder::scratch("check")?;
    let package = folder.join("portsip-pbx");
    copy(&package)?;
    let target = folder.join("target");
    let checks = ALL.each_ref().map(|it| check(it, &package, &target));
    for check in &checks {
        cpu::run(check)?;
    }

    let mut samples = ALL.each_ref().map(|_| Vec::new());
    let mut idle = Vec::new();
    // All feature sets take turns, so that a busy minute of the machine is no one set's loss.
    for _ in 0..rounds {
        for (check, samples) in checks.iter().zip(&mut samples) {
            samples.push(package::alone(&package, check)?.cpu_seconds);
            idle.push(cpu::run(check)?.usage.cpu_seconds);
        }
    }
    let mut figures: Vec<Figure> = ALL.iter().zip(samples).map(figure).collect();
    let idle = Figure::measured(
        "cargo with nothing to check",
        Unit::CpuSeconds,
        spread(idle),
    );
    figures.push(idle);
    Ok(Report {
        measurement: "check",
        setup: format!(
            "`cargo check` of generated/portsip-pbx alone, not incremental, dependencies built, {rounds} rounds"
        ),
        figures,
    })
}

fn check(features: &Features, package: &Path, target: &Path) -> Command {
    let mut command = package::cargo(package, target);
    command.arg("check").args(features.args);
    command
}

fn figure((features, samples): (&Features, Vec<f64>)) -> Figure {
    let mut figure = Figure::measured(features.what, Unit::CpuSeconds, spread(samples));
    figure.goal = features.goal.map(Goal::AtMost);
    figure.peers = features.peers;
    figure
}

/// Copies the crate, as a workspace of its own.
fn copy(package: &Path) -> Result<()> {
    // What an earlier run copied may have files that the crate has no more.
    if package.exists() {
        fs::remove_dir_all(package)
            .with_context(|| format!("could not remove {}", package.display()))?;
    }
    folder::copy(&folder::generated()?, package)?;
    package::make_workspace(package)
}
