//! Annotations on the lines of a pull request: the workflow commands of GitHub Actions.

use super::Reported;
use crate::Severity;

/// One command a line. GitHub shows ten of each severity for a step, so the worst go first.
pub fn github(findings: &[Reported<'_>]) -> String {
    let mut findings: Vec<_> = findings.iter().collect();
    findings.sort_by_key(|it| std::cmp::Reverse(it.diagnostic.severity));
    findings.into_iter().map(command).collect()
}

fn command(it: &Reported<'_>) -> String {
    let command = match it.diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut properties = vec![("title", it.title())];
    if let Some((path, (start, end))) = it.path().zip(it.range()) {
        properties.push(("file", path));
        properties.push(("line", start.line.to_string()));
        properties.push(("endLine", end.line.to_string()));
        // Columns mean something within one line only.
        if start.line == end.line {
            properties.push(("col", start.column.to_string()));
            properties.push(("endColumn", end.column.to_string()));
        }
    }
    let properties = properties.iter();
    let properties = properties.map(|(name, value)| format!("{name}={}", property(value)));
    let properties: Vec<_> = properties.collect();
    format!(
        "::{command} {}::{}\n",
        properties.join(","),
        data(&it.text())
    )
}

/// A line break would end the command, and what follows could be another one.
fn data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '%' | '\n' | '\r' => out += &format!("%{:02X}", it as u32),
            it if it.is_control() => out.push(' '),
            it => out.push(it),
        }
    }
    out
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
