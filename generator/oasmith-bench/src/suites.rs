//! How far `oasmith lint` agrees with other linters on their own test cases.
//!
//! In: a folder of cases, each a document and what the other linter says of it (`*.expect.json`); a table of their rules
//! and ours; a list of the cases on which both disagree, with the reason for each. Out: how many agree by rule.
//! Both agree on a case when both find something or both are silent, and each place of theirs has a finding of ours at it
//! or inside. A disagreement that is not in the list is a fault, and so is one in the list that is none any more.
//! Missing: cases that set options of a rule, since ours have others; they are counted.

mod case;
pub mod ours;
mod table;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{folder, generate};
use case::Case;
use table::{Listed, Table};

/// Which cases to run.
#[derive(Clone, Debug, clap::Args)]
pub struct Settings {
    /// Whose cases they are
    suite: Suite,
    /// The folder of cases
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Print each disagreement, also those that are listed
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Suite {
    Spectral,
    Redocly,
}

impl Suite {
    fn name(self) -> &'static str {
        match self {
            Suite::Spectral => "spectral",
            Suite::Redocly => "redocly",
        }
    }
}

/// Cases by rule of theirs.
#[derive(Default)]
struct Score {
    agreed: usize,
    compared: usize,
}

pub fn run(settings: &Settings) -> Result<()> {
    let table = Table::of(settings.suite)?;
    let mut listed = Listed::of(settings.suite)?;
    let oasmith = generate::build()?;
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for file in cases(&settings.folder)? {
        let case = Case::read(&file, settings.suite)?;
        let Some(rules) = table.ours(&case)? else {
            *left_out.entry("rules without a counterpart").or_default() += 1;
            continue;
        };
        if case.has_options {
            *left_out.entry("rules with options").or_default() += 1;
            continue;
        }
        let found = ours::lint(&oasmith, &case.document, "strict")?;
        let fault = case.disagreement(&rules, &found)?;
        let score = scores.entry(case.rules.join(", ")).or_default();
        score.compared += 1;
        score.agreed += usize::from(fault.is_none());
        match (fault, listed.take(&case.name)) {
            (Some(fault), None) => faults.push(format!("{}: {fault}", case.name)),
            (None, Some(_)) => faults.push(format!("{}: is listed, and both agree", case.name)),
            (Some(fault), Some(why)) if settings.all => {
                println!("{}: {fault}\n  listed: {why}", case.name);
            }
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
    show(&scores, &left_out);
    if !faults.is_empty() {
        bail!("{} are not as listed\n{}", faults.len(), faults.join("\n"));
    }
    Ok(())
}

/// What the other linter says, one file a case.
fn cases(at: &Path) -> Result<Vec<PathBuf>> {
    let mut files = folder::files(at)?;
    files.retain(|it| it.to_string_lossy().ends_with(case::EXPECTED));
    if files.is_empty() {
        bail!("{} has no cases", at.display());
    }
    Ok(files)
}

fn show(scores: &BTreeMap<String, Score>, left_out: &BTreeMap<&str, usize>) {
    for (rule, it) in scores {
        let mark = if it.agreed < it.compared { " *" } else { "" };
        println!("{:>4} of {:>3}  {rule}{mark}", it.agreed, it.compared);
    }
    let sum = |of: fn(&Score) -> usize| scores.values().map(of).sum::<usize>();
    let (agreed, compared) = (sum(|it| it.agreed), sum(|it| it.compared));
    let share = 100.0 * (compared - agreed) as f64 / compared.max(1) as f64;
    println!("{agreed:>4} of {compared:>3}  all; {share:.1} % disagree");
    for (what, count) in left_out {
        println!("{count:>4}         left out: {what}");
    }
}
