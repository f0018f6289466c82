//! Findings that were there before, and are not told again.
//!
//! In: the text of a baseline, findings. Out: those that are new, and the entries that are not there any more.
//! One line a finding: its fingerprint, and for people to read the rule and the place. Nothing here touches the disk.

use crate::codes;
use crate::report::Finding;
use oasmith_source::{Diagnostic, Diagnostics, FileId, SourceMap, Span};
use std::collections::HashMap;

const HEAD: &str =
    "# Findings that `oasmith lint` does not tell again; written by --write-baseline.\n";

/// How often each fingerprint may be found.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    entries: HashMap<String, Vec<Entry>>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// `None`: it was made from findings.
    span: Option<Span>,
    shown: String,
}

impl Baseline {
    /// That of these findings.
    pub fn of(findings: &[Finding], sources: &SourceMap) -> Baseline {
        let mut baseline = Baseline::default();
        for it in findings {
            let entries = baseline.entries.entry(it.fingerprint(sources));
            entries.or_default().push(Entry {
                span: None,
                shown: shown(it),
            });
        }
        baseline
    }

    /// Reads one.
    pub fn parse(sources: &SourceMap, file: FileId) -> (Option<Baseline>, Diagnostics) {
        let mut baseline = Baseline::default();
        let mut said = Diagnostics::default();
        let text = sources.file(file).text();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(file, start, start + line.trim_end().len());
            start += line.len();
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (hash, shown) = line.split_once(' ').unwrap_or((line, ""));
            if hash.len() != 16 || !hash.bytes().all(|it| it.is_ascii_hexdigit()) {
                let fault =
                    Diagnostic::error(&codes::BASELINE_SYNTAX, "this is no entry of a baseline");
                said.push(
                    fault
                        .at(span)
                        .help("write the baseline anew with `--write-baseline`"),
                );
                continue;
            }
            baseline
                .entries
                .entry(hash.to_owned())
                .or_default()
                .push(Entry {
                    span: Some(span),
                    shown: shown.to_owned(),
                });
        }
        (Some(baseline), said)
    }

    /// Leaves the findings that are not in it.
    pub fn sift(&mut self, findings: Vec<Finding>, sources: &SourceMap) -> Vec<Finding> {
        let is_new = |it: &Finding| match self.entries.get_mut(&it.fingerprint(sources)) {
            Some(left) => left.pop().is_none(),
            None => true,
        };
        findings.into_iter().filter(is_new).collect()
    }

    /// What of it was not found by [`Baseline::sift`], in the order of the file.
    pub fn stale(&self) -> Diagnostics {
        let mut left: Vec<&Entry> = self.entries.values().flatten().collect();
        left.sort_by_key(|it| it.span);
        let mut said = Diagnostics::default();
        for it in left {
            let message = format!("`{}` is not found any more", it.shown);
            let mut fault = Diagnostic::info(&codes::BASELINE_STALE, message);
            if let Some(span) = it.span {
                fault = fault.at(span);
            }
            said.push(fault.help("write the baseline anew with `--write-baseline`"));
        }
        said
    }
}

/// The text of a baseline of these findings, by place, so that its changes can be read.
pub fn write(findings: &[Finding], sources: &SourceMap) -> String {
    let line = |it: &Finding| (shown(it), it.fingerprint(sources));
    let mut lines: Vec<_> = findings.iter().map(line).collect();
    lines.sort();
    let lines = lines
        .iter()
        .map(|(shown, hash)| format!("{hash} {shown}\n"));
    HEAD.to_owned() + &lines.collect::<String>()
}

/// The rule and the place by names.
fn shown(it: &Finding) -> String {
    let location = it.location.replace(char::is_whitespace, " ");
    let location = location.replace(char::is_control, " ");
    format!("{} {location}", it.rule.name())
        .trim_end()
        .to_owned()
}
