//! Programs that are tried: how cargo is called in a generated crate, and what is kept and told of how one ended.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::cpu::{Attempt, End};
use crate::package;

/// How a program ended that should have ended otherwise, in a line.
pub fn ended(end: End, stderr: &str) -> String {
    let last = stderr.trim_end().lines().last().unwrap_or_default();
    match end {
        // SIGXCPU and SIGKILL are what the limit of CPU seconds sends.
        End::Signal(9 | 24) => format!("it took too long: {last}"),
        End::Signal(number) => format!("signal {number}: {last}"),
        End::Code(code) => format!("exit code {code}: {last}"),
    }
}

/// The line of what a program told that says what is wrong.
pub fn first_error(stderr: &str) -> String {
    let line = stderr.lines().find(|it| it.contains("error"));
    line.or(stderr.lines().next())
        .unwrap_or_default()
        .to_owned()
}

/// Checks a crate with a set of features.
pub fn cargo_check(features: &[&str], package: &Path, target: &Path) -> Command {
    let mut command = cargo(package, target);
    command.arg("check").args(features);
    command
}

/// Runs the tests of a crate, without the client: what sends requests is not needed, and long to build.
pub fn cargo_test(package: &Path, target: &Path) -> Command {
    let mut command = cargo(package, target);
    command
        .args([
            "test",
            "--lib",
            "--quiet",
            "--no-default-features",
            "--features",
            "server",
        ])
        .env("CARGO_PROFILE_TEST_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    command
}

fn cargo(folder: &Path, target: &Path) -> Command {
    let mut command = package::cargo(folder, target);
    command
        .env("CARGO_NET_OFFLINE", "true")
        .env("RUSTFLAGS", "-D warnings");
    command
}

/// Keeps what a program told, and how it ended.
pub fn log(file: &Path, attempt: &Attempt) -> Result<()> {
    let text = format!("{}\n{:?}\n", attempt.ran.stderr, attempt.end);
    fs::write(file, text).with_context(|| format!("could not write {}", file.display()))
}
