//! What `cargo check` of the generated crate costs its users, dependencies already built.
//!
//! The crate is copied out of the workspace with the workspace's `Cargo.lock`, and built as it would be anywhere, in
//! a target folder of its own, which stays so that dependencies are built only once. A round makes cargo believe
//! that `lib.rs` is new; cargo's own work is part of the figures, as it is part of what users wait for, and is also
//! shown alone.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};

use crate::report::{Figure, Goal, Report, Unit};
use crate::samples::spread;
use crate::{cpu, folder};

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
            samples.push(seconds_alone(&package, check)?);
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
    let mut command = folder::cargo();
    command
        .arg("check")
        .args(features.args)
        .current_dir(package)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTC_WRAPPER");
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
    let manifest = package.join("Cargo.toml");
    let lock = package.join("Cargo.lock");
    fs::read_to_string(&manifest)
        .and_then(|text| fs::write(&manifest, text + "\n[workspace]\n"))
        .with_context(|| format!("could not change {}", manifest.display()))?;
    fs::copy(folder::workspace().join("Cargo.lock"), &lock)
        .with_context(|| format!("could not copy to {}", lock.display()))?;
    Ok(())
}

/// CPU seconds of a check in which only `lib.rs` is new.
fn seconds_alone(package: &Path, check: &Command) -> Result<f64> {
    let root = package.join("src/lib.rs");
    File::options()
        .append(true)
        .open(&root)
        .and_then(|file| file.set_modified(SystemTime::now()))
        .with_context(|| format!("could not touch {}", root.display()))?;
    let ran = cpu::run(check)?;
    let lines = ran.stderr.lines().map(str::trim_start);
    let checked: Vec<&str> = lines.filter(|it| it.starts_with("Checking ")).collect();
    ensure!(
        checked.len() == 1,
        "expected cargo to check one crate, it checked {checked:?}"
    );
    Ok(ran.usage.cpu_seconds)
}
