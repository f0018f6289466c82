//! A summary in Markdown, for the page of a CI job or a comment: counts by rule, then the findings.
//!
//! What a document says stands in code spans only, where nothing is a link, a mention or HTML.

use super::{Reported, name};
use std::fmt::Write;

/// How many findings are listed: GitHub cuts a summary off at 1 MiB, and nobody reads a thousand.
const LISTED: usize = 100;

pub fn markdown(findings: &[Reported<'_>]) -> String {
    let summary = super::summary(findings.iter().map(|it| it.diagnostic));
    let mut out = match (findings.is_empty(), summary.is_empty()) {
        (true, _) => return "## oasmith lint\n\nNo findings.\n".to_owned(),
        (false, true) => "## oasmith lint\n\n".to_owned(),
        (false, false) => format!("## oasmith lint: {summary}\n\n"),
    };
    out += "| rule | severity | findings |\n|---|---|---:|\n";
    for (it, count) in by_rule(findings) {
        let severity = name(it.diagnostic.severity);
        let _ = writeln!(out, "| {} | {severity} | {count} |", it.title());
    }
    out.push('\n');
    for it in findings.iter().take(LISTED) {
        let place = it.place().map(|it| format!("{}: ", code(&it)));
        let (place, message) = (place.unwrap_or_default(), code(&it.diagnostic.message));
        let _ = writeln!(out, "- {place}**{}** {message}", it.title());
    }
    if findings.len() > LISTED {
        let _ = writeln!(out, "- and {} more", findings.len() - LISTED);
    }
    out
}

/// The worst first, then the most frequent; each with its first finding.
fn by_rule<'r, 'a>(findings: &'r [Reported<'a>]) -> Vec<(&'r Reported<'a>, usize)> {
    let mut rules: Vec<(&Reported<'_>, usize)> = Vec::new();
    for it in findings {
        let key = |it: &Reported<'_>| (it.diagnostic.code.id, it.diagnostic.severity);
        match rules.iter_mut().find(|(first, _)| key(first) == key(it)) {
            Some((_, count)) => *count += 1,
            None => rules.push((it, 1)),
        }
    }
    rules.sort_by_key(|(it, count)| std::cmp::Reverse((it.diagnostic.severity, *count)));
    rules
}

/// A code span (CommonMark, 6.1): its fence is longer than any row of backticks in it.
fn code(text: &str) -> String {
    let text = text.replace(char::is_control, " ");
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // One blank on each side is taken off again where both are there.
    match text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        true => format!("{fence} {text} {fence}"),
        false => format!("{fence}{text}{fence}"),
    }
}
