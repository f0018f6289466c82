//! A code quality report for GitLab's merge requests: a JSON array.

use super::Reported;
use super::members::members;
use crate::Severity;
use std::collections::HashMap;

/// The whole file. Findings without a place stand at the first line of `.`, since GitLab demands one.
pub fn gitlab(findings: &[Reported<'_>]) -> String {
    let mut seen = HashMap::new();
    let entries: Vec<_> = findings.iter().map(|it| entry(it, &mut seen)).collect();
    match entries.is_empty() {
        true => "[]\n".to_owned(),
        false => format!("[\n{}\n]\n", entries.join(",\n")),
    }
}

fn entry<'a>(it: &'a Reported<'_>, seen: &mut HashMap<&'a str, usize>) -> String {
    let severity = match it.diagnostic.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    };
    // GitLab drops an entry whose fingerprint it has seen.
    let again = seen.entry(&it.fingerprint).or_default();
    let fingerprint = match *again {
        0 => it.fingerprint.clone(),
        more => format!("{}-{more}", it.fingerprint),
    };
    *again += 1;
    let fields = members(&[
        ("description", it.text().into()),
        ("check_name", it.diagnostic.code.name.into()),
        ("fingerprint", fingerprint.into()),
        ("severity", severity.into()),
    ]);
    let path = it.path().unwrap_or_else(|| ".".into());
    let line = it.range().map_or(1, |(start, _)| start.line);
    let path = members(&[("path", path.into())]);
    format!("{{{fields},\"location\":{{{path},\"lines\":{{\"begin\":{line}}}}}}}")
}
