//! Which rules of `recommended` fire, how often, and in how many documents.
//!
//! In: documents and folders of them. Out: a table, the most frequent rule first. A rule that fires in most documents
//! that are well kept says nothing about any of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::suites::ours;
use crate::{folder, generate};

#[derive(Default)]
struct Count {
    findings: usize,
    documents: BTreeSet<usize>,
}

pub fn count(given: &[PathBuf]) -> Result<()> {
    let mut documents = Vec::new();
    for path in given {
        match path.is_dir() {
            true => documents.extend(folder::files(path)?),
            false => documents.push(path.clone()),
        }
    }
    let endings = ["json", "yaml", "yml"];
    documents.retain(|it| {
        it.extension()
            .is_some_and(|it| endings.iter().any(|end| it == *end))
    });
    if documents.is_empty() {
        bail!("there are no documents");
    }
    let oasmith = generate::build()?;
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for (at, document) in documents.iter().enumerate() {
        for found in ours::lint(&oasmith, document, "recommended")? {
            let count = counts.entry(found.name).or_default();
            count.findings += 1;
            count.documents.insert(at);
        }
    }
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort_by_key(|(_, it)| std::cmp::Reverse(it.findings));
    println!("findings  documents of {}  rule", documents.len());
    for (name, it) in sorted {
        println!("{:>8}  {:>12}  {name}", it.findings, it.documents.len());
    }
    Ok(())
}
