//! `oasmith generate`

use std::path::{Path, PathBuf};
use std::time::Instant;

use oasmith::api::Holds;
use oasmith::findings::{Findings, Stopped};
use oasmith::pipeline::Generated;
use oasmith::report::{Report, State, counted, report};
use oasmith::write::{self, Difference, Fault, Kind, Outcome, Tree};
use oasmith::{Api, api, codes, pipeline};
use oasmith_codegen::Shape;
use oasmith_source::Diagnostic;

use super::args::{Deny, Generate};
use super::{Exit, Said};

pub fn run(args: &Generate, findings: &mut Findings) -> Result<Said, Stopped> {
    let start = Instant::now();
    let mut api = api::open_all(&args.api, findings)?;
    api.widen(args.root.as_deref(), findings)?;
    if !args.operation.is_empty() {
        api.config.operations = args.operation.clone();
    }
    let output = output(args, &api, findings)?;
    let made = pipeline::generated(&api, Shape::Crate, findings)?;
    let report = report(&made, findings, start.elapsed());
    // First, so that nothing of the crate has changed when there is no place for the report.
    if let Some(Some(file)) = &args.report {
        api.check_not_source(file, Holds::Report, findings)?;
        if let Err(fault) = write::file(file, &report.json()) {
            return findings.stop(fault.diagnostic());
        }
    }
    if let Some(denied) = denied(&args.deny, &report) {
        return Ok(denied);
    }
    let done = if args.check {
        check(&api, &output, &made)
    } else {
        put(&api, &output, &made)
    };
    let mut said = match done {
        Ok(done) => done.said(&output, &report),
        Err(fault) => return findings.stop(fault.diagnostic()),
    };
    if args.report == Some(None) {
        said.text += &report.list();
    }
    // The program is about to end, so millions of small values need not be freed one by one.
    std::mem::forget(made);
    Ok(said)
}

/// What is said in place of writing when there are operations that are not to be.
fn denied(deny: &[Deny], report: &Report) -> Option<Said> {
    let states = deny.iter().map(|it| match it {
        Deny::Degraded => State::Degraded,
        Deny::Skipped => State::Skipped,
    });
    let report = report.only(&states.collect::<Vec<_>>());
    let count = report.operations.incomplete.len();
    (count > 0).then(|| Said {
        exit: Exit::Found,
        text: format!(
            "nothing is written: {} denied\n{}",
            counted(count, "operation"),
            report.list()
        ),
    })
}

fn output(args: &Generate, api: &Api, findings: &mut Findings) -> Result<PathBuf, Stopped> {
    match args.output.clone().or_else(|| api.output()) {
        Some(output) => Ok(output),
        None => findings.stop(
            Diagnostic::error(&codes::OUTPUT_MISSING, "no output folder is given").help(
                if api.config_file.is_some() {
                    "set `output` in `oasmith.toml`, or give a folder with `-o`"
                } else {
                    "give a folder with `-o`"
                },
            ),
        ),
    }
}

/// What became of the output.
enum Done {
    Put(Outcome),
    Checked(Vec<Difference>),
}

fn put(api: &Api, output: &Path, made: &Generated) -> Result<Done, Fault> {
    let mut outcome = write::folder(output, &tree(made)?)?;
    if let (Some(path), Some(text)) = (api.ledger(), &made.ledger)
        && write::file(&path, text)? == Outcome::Written
    {
        outcome = Outcome::Written;
    }
    Ok(Done::Put(outcome))
}

fn check(api: &Api, output: &Path, made: &Generated) -> Result<Done, Fault> {
    let tree = tree(made)?;
    write::check(output, &tree)?;
    let mut differences: Vec<_> = write::compare(output, &tree)?
        .into_iter()
        .map(|it| Difference {
            path: output.join(it.path).display().to_string(),
            ..it
        })
        .collect();
    if let (Some(path), Some(text)) = (api.ledger(), &made.ledger)
        && let Some(kind) = write::compare_file(&path, text)?
    {
        differences.push(Difference {
            path: path.display().to_string(),
            kind,
        });
    }
    Ok(Done::Checked(differences))
}

fn tree(made: &Generated) -> Result<Tree<'_>, Fault> {
    Tree::new(made.files.iter())
}

impl Done {
    fn said(&self, output: &Path, report: &Report) -> Said {
        let (output, line) = (output.display(), report.line());
        match self {
            Done::Put(Outcome::Written) => Said::fine(format!("{output}: {line}\n")),
            Done::Put(Outcome::Unchanged) => Said::fine(format!("{output}: {line}, unchanged\n")),
            Done::Checked(differences) if differences.is_empty() => {
                Said::fine(format!("{output} is fresh: {line}\n"))
            }
            Done::Checked(differences) => Said {
                exit: Exit::Found,
                text: format!("{output} is stale: {line}\n{}", list(differences)),
            },
        }
    }
}

fn list(differences: &[Difference]) -> String {
    let mut text = String::new();
    for Difference { path, kind } in differences {
        text += &match kind {
            Kind::Added => format!("  added    {path}\n"),
            Kind::Removed => format!("  removed  {path}\n"),
            Kind::Changed { line, old, new } => format!(
                "  changed  {path}:{line}\n    - {}\n    + {}\n",
                excerpt(old),
                excerpt(new)
            ),
        };
    }
    text
}

/// A line as far as it fits, with what cannot be seen made visible.
fn excerpt(line: &str) -> String {
    const WIDTH: usize = 100;
    let mut seen = String::new();
    for c in line.chars().take(WIDTH) {
        if c.is_control() {
            seen.extend(c.escape_default());
        } else {
            seen.push(c);
        }
    }
    if line.chars().nth(WIDTH).is_some() {
        seen += "...";
    }
    seen
}
