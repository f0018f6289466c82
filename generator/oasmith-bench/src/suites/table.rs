//! Their rules and ours, and the cases on which both disagree.
//!
//! Both are data, with one entry a line and tabs between: `suites/*.tsv`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::Suite;
use super::case::Case;

/// Their rules, each with the names of ours; none where ours have no counterpart.
pub struct Table(BTreeMap<String, Vec<String>>);

/// Cases by name, with the reason why both disagree.
pub struct Listed(BTreeMap<String, String>);

impl Table {
    pub fn of(suite: Suite) -> Result<Table> {
        let text = read(&format!("{}.tsv", suite.name()))?;
        let mut rules = BTreeMap::new();
        for line in entries(&text) {
            let mut cells = line.split('\t');
            let theirs = cells.next().unwrap_or_default();
            let ours = cells.next().unwrap_or_default();
            let names = ours.split(", ").filter(|it| *it != "-");
            rules.insert(theirs.to_owned(), names.map(str::to_owned).collect());
        }
        Ok(Table(rules))
    }

    /// The rules of ours that a case is about; `None` where one of theirs has no counterpart.
    pub fn ours(&self, case: &Case) -> Result<Option<Vec<String>>> {
        let mut all = Vec::new();
        for rule in &case.rules {
            match self.0.get(rule) {
                None => bail!("{}: `{rule}` is not in the table", case.name),
                Some(ours) if ours.is_empty() => return Ok(None),
                Some(ours) => all.extend(ours.iter().cloned()),
            }
        }
        Ok((!all.is_empty()).then_some(all))
    }
}

impl Listed {
    pub fn of(suite: Suite) -> Result<Listed> {
        let text = read("disagreements.tsv")?;
        let mut cases = BTreeMap::new();
        for line in entries(&text) {
            let mut cells = line.splitn(3, '\t');
            let (of, name, why) = (cells.next(), cells.next(), cells.next());
            let (Some(of), Some(name), Some(why)) = (of, name, why) else {
                bail!("an entry has a suite, a case and a reason: {line}");
            };
            if of == suite.name() {
                cases.insert(name.to_owned(), why.to_owned());
            }
        }
        Ok(Listed(cases))
    }

    /// The reason why both disagree. Cases that are not in the folder are kept back from it, and not stale.
    pub fn take(&mut self, case: &str) -> Option<String> {
        self.0.remove(case)
    }
}

fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
}

fn read(name: &str) -> Result<String> {
    let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("suites")
        .join(name);
    fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))
}
