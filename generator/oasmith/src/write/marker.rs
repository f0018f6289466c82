//! The file by which oasmith knows a folder that it made, and what of it.
//!
//! It lists the entries of the folder, not every file below them, so that it hardly ever changes.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::Fault;

pub const NAME: &str = ".oasmith";

const HEAD: &str = "# Made by oasmith. The entries below are replaced when it runs again; what stands beside them is left alone.";

/// What the marker says for a folder with these entries.
pub fn text(entries: &BTreeSet<&str>) -> String {
    let mut text = format!("{HEAD}\n");
    for entry in entries {
        text += entry;
        text += "\n";
    }
    text
}

/// The entries of a folder that oasmith made; `None` when there is no marker.
pub fn read(folder: &Path) -> Result<Option<BTreeSet<String>>, Fault> {
    let path = folder.join(NAME);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Fault::refused("read", &path)(error)),
    };
    let mut lines = text.lines();
    if !lines
        .next()
        .is_some_and(|it| it.starts_with("# Made by oasmith"))
    {
        return Ok(None);
    }
    Ok(Some(
        lines
            .chain([NAME])
            // Only names: an edited marker must not make oasmith replace what stands elsewhere.
            .filter(|it| !it.is_empty() && !it.contains(['/', '\\']) && *it != "..")
            .map(str::to_owned)
            .collect(),
    ))
}
