//! Where things lie in the workspace, and copying folders out of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The workspace that this program was built in.
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The generated crate.
pub fn generated() -> Result<PathBuf> {
    existing(workspace().join("generated/portsip-pbx"))
}

/// The documents it is generated from.
pub fn specs() -> Result<PathBuf> {
    existing(workspace().join("specs/portsip"))
}

/// Room in the target folder, kept from run to run.
pub fn scratch(name: &str) -> Result<PathBuf> {
    let me = std::env::current_exe().context("where this program lies is not known")?;
    // target/release/oasmith-bench
    let target = me
        .ancestors()
        .nth(2)
        .with_context(|| format!("{} does not lie in a target folder", me.display()))?;
    let folder = target.join("bench").join(name);
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    Ok(folder)
}

/// The cargo that runs this program, or the one of the path.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// All files below `folder`, in path order; build output is left out.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let unreadable = || format!("could not read {}", folder.display());
        for entry in fs::read_dir(&folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            let kind = entry.file_type().with_context(unreadable)?;
            if kind.is_file() {
                found.push(entry.path());
            } else if kind.is_dir() && entry.file_name() != "target" {
                open.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Copies all files below `from` to the same places below `to`.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let place = to.join(file.strip_prefix(from).unwrap_or(&file));
        let copied = place
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::copy(&file, &place));
        copied.with_context(|| format!("could not copy to {}", place.display()))?;
    }
    Ok(())
}

fn existing(folder: PathBuf) -> Result<PathBuf> {
    if !folder.is_dir() {
        bail!("there is no folder {}", folder.display());
    }
    Ok(folder)
}
