//! What came out of a run, in figures.
//!
//! In: what was generated, and what was said. Out: the JSON of `--report`, and the one line for people.

mod untyped;

use std::collections::BTreeMap;
use std::time::Duration;

use indexmap::IndexSet;
use oasmith_codegen::ir;
use serde::Serialize;

use crate::findings::Findings;
use crate::pipeline::Generated;

/// The whole report, in the order in which it is written.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub package: String,
    pub operations: Operations,
    /// Generated types.
    pub models: usize,
    /// Places of the public API that hold raw JSON because its shape is not known.
    pub untyped_values: usize,
    pub files: usize,
    /// Lines of Rust, documentation included, besides the vendored runtime.
    pub lines: usize,
    /// How often each code was reported.
    pub diagnostics: BTreeMap<&'static str, usize>,
    pub seconds: f64,
}

/// How many operations came out how.
#[derive(Clone, Debug, Serialize)]
pub struct Operations {
    pub total: usize,
    pub full: usize,
    pub degraded: usize,
    pub skipped: usize,
    /// Those that are not full, in the order of the document.
    pub incomplete: Vec<Incomplete>,
}

/// An operation that is generated in part or not at all.
#[derive(Clone, Debug, Serialize)]
pub struct Incomplete {
    /// `GET /pets`
    pub operation: String,
    pub state: State,
    /// `pets.md:12:3`
    pub place: String,
    pub reasons: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Degraded,
    Skipped,
}

/// Counts what was generated.
pub fn report(made: &Generated, findings: &Findings, took: Duration) -> Report {
    let mut diagnostics = BTreeMap::new();
    for it in &findings.diagnostics {
        *diagnostics.entry(it.code.id).or_insert(0) += 1;
    }
    Report {
        package: made.api.package.clone(),
        operations: operations(made, findings),
        models: made.api.types.len(),
        untyped_values: untyped::count(&made.api),
        files: made.files.iter().count(),
        lines: lines(made),
        diagnostics,
        seconds: (took.as_secs_f64() * 1000.0).round() / 1000.0,
    }
}

impl Report {
    /// As `--report` writes it.
    pub fn json(&self) -> String {
        let text = serde_json::to_string_pretty(self).unwrap_or_else(|error| {
            unreachable!("strings, numbers and lists have a form in JSON: {error}")
        });
        text + "\n"
    }

    /// `73 operations (73 full, 0 degraded, 0 skipped), 84 models, 120 files, 0.08 s`
    pub fn line(&self) -> String {
        let it = &self.operations;
        format!(
            "{} ({} full, {} degraded, {} skipped), {}, {}, {:.2} s",
            counted(it.total, "operation"),
            it.full,
            it.degraded,
            it.skipped,
            counted(self.models, "model"),
            counted(self.files, "file"),
            self.seconds
        )
    }

    /// The operations that are not full, with place and reasons, a line each.
    pub fn list(&self) -> String {
        let mut text = String::new();
        for it in &self.operations.incomplete {
            let state = match it.state {
                State::Degraded => "degraded",
                State::Skipped => "skipped",
            };
            text += &format!("  {state:<8}  {}  {}\n", shown(&it.operation), it.place);
            for reason in &it.reasons {
                text += &format!("    {}\n", shown(reason));
            }
        }
        text
    }

    /// The report with no other incomplete operations than those of these states.
    pub fn only(&self, states: &[State]) -> Report {
        let mut report = self.clone();
        let incomplete = &mut report.operations.incomplete;
        incomplete.retain(|it| states.contains(&it.state));
        report
    }
}

/// The text of a document on one line, with what cannot be seen made visible.
fn shown(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            seen.extend(c.escape_default());
        } else {
            seen.push(c);
        }
    }
    seen
}

/// `1 model`, `2 models`
pub fn counted(count: usize, word: &str) -> String {
    match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    }
}

fn operations(made: &Generated, findings: &Findings) -> Operations {
    let incomplete = incomplete(made, findings);
    let count = |state| incomplete.iter().filter(|it| it.state == state).count();
    let (degraded, skipped) = (count(State::Degraded), count(State::Skipped));
    let generated = made.api.methods().count();
    Operations {
        total: generated + skipped,
        full: generated - degraded,
        degraded,
        skipped,
        incomplete,
    }
}

fn incomplete(made: &Generated, findings: &Findings) -> Vec<Incomplete> {
    let degraded = made
        .api
        .methods()
        .filter(|it| !it.degraded.is_empty())
        .map(|it| {
            let operation = format!("{} {}", it.http, it.path);
            (operation, State::Degraded, it.degraded.clone())
        });
    let skipped = made.api.skipped.iter().map(|it| {
        let ir::Skipped { operation, reason } = it.clone();
        (operation, State::Skipped, vec![reason])
    });
    degraded
        .chain(skipped)
        .map(|(operation, state, reasons)| Incomplete {
            place: place(&operation, made, findings).unwrap_or_default(),
            operation,
            state,
            reasons: distinct(reasons),
        })
        .collect()
}

/// Without repetitions: two members of one kind have one reason.
fn distinct(reasons: Vec<String>) -> Vec<String> {
    let reasons: IndexSet<String> = reasons.into_iter().collect();
    reasons.into_iter().collect()
}

/// Where an operation was written: `GET /pets`, ``callback `done` of GET /pets``, ``POST webhook `new` ``, or all those of
/// a path, `/pets`. Those that stand elsewhere, or under `additionalOperations`, are told by their path.
fn place(operation: &str, made: &Generated, findings: &Findings) -> Option<String> {
    let (method, kind, name) = match operation.split_once(" webhook `") {
        Some((method, name)) => (method, "webhooks", name.strip_suffix('`')?),
        None if operation.starts_with('/') => ("", "paths", operation),
        None => {
            let at = operation.find(" /")?;
            let method = operation[..at].rsplit(' ').next().unwrap_or_default();
            (method, "paths", &operation[at + 1..])
        }
    };
    let item = made.document.get(kind)?.as_object()?.member(name)?;
    let own = item.value.as_object();
    let own = own.and_then(|it| it.member(&method.to_ascii_lowercase()));
    let key = own.map_or(&item.key, |it| &it.key);
    Some(findings.sources.place(key.span))
}

fn lines(made: &Generated) -> usize {
    let ours = |path: &str| path.ends_with(".rs") && !path.starts_with("src/runtime/");
    made.files
        .iter()
        .filter(|(path, _)| ours(path))
        .map(|(_, text)| text.lines().count())
        .sum()
}
