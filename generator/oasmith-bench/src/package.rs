//! A generated crate by itself, as its users have it.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};

use crate::cpu::{self, Usage};
use crate::folder;

/// Makes a crate a workspace of its own, with versions of dependencies that are at hand.
pub fn make_workspace(package: &Path) -> Result<()> {
    let manifest = package.join("Cargo.toml");
    fs::read_to_string(&manifest)
        .and_then(|text| fs::write(&manifest, text + "\n[workspace]\n"))
        .with_context(|| format!("could not change {}", manifest.display()))?;
    let lock = package.join("Cargo.lock");
    fs::copy(folder::workspace().join("Cargo.lock"), &lock)
        .with_context(|| format!("could not copy to {}", lock.display()))?;
    Ok(())
}

/// Cargo in a crate, not incremental, with flags of nobody's.
pub fn cargo(package: &Path, target: &Path) -> Command {
    let mut command = folder::cargo();
    command
        .current_dir(package)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTC_WRAPPER");
    command
}

/// Makes cargo believe that a crate is new.
pub fn touch(package: &Path) -> Result<()> {
    let root = package.join("src/lib.rs");
    File::options()
        .append(true)
        .open(&root)
        .and_then(|it| it.set_modified(SystemTime::now()))
        .with_context(|| format!("could not touch {}", root.display()))
}

/// What a call of cargo uses for which the crate is new, and nothing else.
pub fn alone(package: &Path, command: &Command) -> Result<Usage> {
    touch(package)?;
    let ran = cpu::run(command)?;
    let lines = ran.stderr.lines().map(str::trim_start);
    let compiled: Vec<&str> = lines
        .filter(|it| it.starts_with("Checking ") || it.starts_with("Compiling "))
        .collect();
    ensure!(
        compiled.len() == 1,
        "expected cargo to compile one crate, it compiled {compiled:?}"
    );
    Ok(ran.usage)
}
