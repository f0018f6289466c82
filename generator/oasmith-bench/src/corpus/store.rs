//! What earlier runs found, so that a run that was broken off can go on.
//!
//! An outcome belongs to a program, to a document's text and to what was asked; lines of others are left alone.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::find::Document;
use super::outcome::{Outcome, Verdict};
use super::trial::{Features, Workshop};

pub struct Store {
    program: u64,
    checked: bool,
    features: Features,
    samples: usize,
    known: Vec<Entry>,
    file: Mutex<File>,
}

/// One line of the file.
#[derive(Clone, Deserialize, Serialize)]
struct Entry {
    program: u64,
    text: u64,
    features: Features,
    #[serde(default)]
    samples: usize,
    outcome: Outcome,
}

impl Store {
    /// The store of a folder. Unless it is asked for, what was known is forgotten.
    pub fn open(workshop: &Workshop, resume: bool) -> Result<Self> {
        let path = workshop.out.join("outcomes.jsonl");
        let known = match fs::read_to_string(&path) {
            // A line that was cut off is as good as none.
            Ok(text) if resume => text
                .lines()
                .filter_map(|it| serde_json::from_str(it).ok())
                .collect(),
            _ => Vec::new(),
        };
        let file = File::options()
            .create(true)
            .append(resume)
            .write(true)
            .truncate(!resume)
            .open(&path);
        Ok(Store {
            program: hash(&workshop.oasmith)?,
            checked: workshop.checking.is_some(),
            features: workshop.features,
            samples: workshop.samples,
            known,
            file: Mutex::new(file.with_context(|| format!("could not open {}", path.display()))?),
        })
    }

    /// What is known of a document; a crate that was not checked is no answer where it is to be.
    pub fn known(&self, document: &Document) -> Result<Option<Outcome>> {
        if self.known.is_empty() {
            return Ok(None);
        }
        let text = hash(&document.path)?;
        let found = self.known.iter().rev().find(|it| {
            (it.program, it.text, &it.outcome.document) == (self.program, text, &document.name)
                && (it.features, it.samples) == (self.features, self.samples)
                && (it.outcome.verdict != Verdict::Generated || !self.checked)
        });
        Ok(found.map(|it| it.outcome.clone()))
    }

    pub fn keep(&self, document: &Document, outcome: &Outcome) -> Result<()> {
        let entry = Entry {
            program: self.program,
            text: hash(&document.path)?,
            features: self.features,
            samples: self.samples,
            outcome: outcome.clone(),
        };
        let line = serde_json::to_string(&entry)? + "\n";
        if let Ok(mut file) = self.file.lock() {
            file.write_all(line.as_bytes())
                .context("could not keep an outcome")?;
        }
        Ok(())
    }
}

fn hash(path: &Path) -> Result<u64> {
    let bytes = fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&bytes);
    Ok(hasher.finish())
}
