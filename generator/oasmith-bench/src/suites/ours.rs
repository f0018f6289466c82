//! What oasmith finds in a document.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

/// A finding: lines and columns count from 1.
#[derive(Debug, Deserialize)]
pub struct Found {
    pub name: String,
    #[serde(flatten)]
    pub place: Place,
    /// Second places.
    #[serde(default)]
    pub labels: Vec<Place>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Place {
    #[serde(default)]
    pub line: usize,
    #[serde(default)]
    pub column: usize,
}

impl Found {
    pub fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        let all = std::iter::once(&self.place).chain(&self.labels);
        all.map(|it| (it.line, it.column))
    }
}

/// All findings of the rules of a preset; none where the document cannot be read.
pub fn lint(oasmith: &Path, document: &Path, preset: &str) -> Result<Vec<Found>> {
    let output = Command::new(oasmith)
        .arg("lint")
        .arg(document)
        .args(["--preset", preset, "--format", "json"])
        .output()
        .with_context(|| format!("could not run {}", oasmith.display()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let found = text.lines().filter_map(|it| serde_json::from_str(it).ok());
    Ok(found.collect())
}
