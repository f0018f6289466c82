//! Outcomes for people, and for other programs.

use std::fmt::Write;

use super::outcome::{Made, Outcome, RoundTrips};
use crate::cpu::Usage;

const HEAD: [&str; 15] = [
    "document", "kB", "full", "degraded", "skipped", "gen s", "gen MB", "lines", "check s",
    "check MB", "same", "differ", "streamed", "no value", "result",
];

/// One document, while the others are still to come.
pub fn line(outcome: &Outcome) -> String {
    let (kind, why) = outcome.verdict.told();
    let why = if why.is_empty() {
        String::new()
    } else {
        format!(": {why}")
    };
    format!("{}: {kind}{why}", outcome.document)
}

/// All documents, and the sums.
pub fn table(outcomes: &[Outcome]) -> String {
    let mut rows = vec![HEAD.map(str::to_owned)];
    rows.extend(outcomes.iter().map(cells));
    rows.push(sums(outcomes));
    let widths: [usize; HEAD.len()] = std::array::from_fn(|column| {
        let lengths = rows.iter().map(|row| row[column].chars().count());
        lengths.max().unwrap_or(0)
    });
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let is_figure = (1..HEAD.len() - 1).contains(&column);
            // Writing to a string does not fail.
            let _ = if is_figure {
                write!(line, "  {cell:>width$}")
            } else {
                write!(line, "  {cell:<width$}")
            };
        }
        text += line.trim();
        text.push('\n');
    }
    text
}

/// The table's rows, one a line, without sums.
pub fn tsv(outcomes: &[Outcome]) -> String {
    let rows = outcomes.iter().map(cells);
    let rows = std::iter::once(HEAD.map(str::to_owned)).chain(rows);
    rows.map(|row| row.map(|it| it.replace(['\t', '\n'], " ")).join("\t") + "\n")
        .collect()
}

fn cells(outcome: &Outcome) -> [String; HEAD.len()] {
    let (kind, why) = outcome.verdict.told();
    let [full, degraded, skipped, lines] = counts(outcome.made);
    let [generate_seconds, generate_mb] = used(Some(outcome.generate));
    let [check_seconds, check_mb] = used(outcome.check);
    let [same, differ, streamed, not_sampled] = sent(outcome.round_trips.as_ref());
    [
        outcome.document.clone(),
        kilobytes(outcome.bytes),
        full,
        degraded,
        skipped,
        generate_seconds,
        generate_mb,
        lines,
        check_seconds,
        check_mb,
        same,
        differ,
        streamed,
        not_sampled,
        format!("{kind} {why}").trim_end().to_owned(),
    ]
}

fn sums(outcomes: &[Outcome]) -> [String; HEAD.len()] {
    let made = || outcomes.iter().filter_map(|it| it.made);
    let sum = |count: fn(Made) -> usize| made().map(count).sum::<usize>().to_string();
    let sent = || outcomes.iter().filter_map(|it| it.round_trips.as_ref());
    let values = |count: fn(&RoundTrips) -> usize| match sent().next() {
        Some(_) => sent().map(count).sum::<usize>().to_string(),
        None => String::new(),
    };
    let fine = outcomes.iter().filter(|it| it.verdict.is_fine()).count();
    let generating = outcomes.iter().map(|it| it.generate.cpu_seconds);
    let checking = outcomes.iter().filter_map(|it| it.check);
    let checking = checking.map(|it| it.cpu_seconds).reduce(|sum, it| sum + it);
    [
        format!("{} documents", outcomes.len()),
        kilobytes(outcomes.iter().map(|it| it.bytes).sum()),
        sum(|it| it.operations.full),
        sum(|it| it.operations.degraded),
        sum(|it| it.operations.skipped),
        seconds(generating.sum()),
        String::new(),
        sum(|it| it.lines),
        checking.map_or_else(String::new, seconds),
        String::new(),
        values(|it| it.same),
        values(|it| it.different.len()),
        values(|it| it.streamed),
        values(|it| it.not_sampled.len()),
        format!("{fine} fine, {} not", outcomes.len() - fine),
    ]
}

fn counts(made: Option<Made>) -> [String; 4] {
    let Some(Made { operations, lines }) = made else {
        return Default::default();
    };
    [
        operations.full,
        operations.degraded,
        operations.skipped,
        lines,
    ]
    .map(|it| it.to_string())
}

fn sent(it: Option<&RoundTrips>) -> [String; 4] {
    let Some(it) = it else {
        return Default::default();
    };
    [
        it.same,
        it.different.len(),
        it.streamed,
        it.not_sampled.len(),
    ]
    .map(|it| it.to_string())
}

fn used(usage: Option<Usage>) -> [String; 2] {
    let Some(usage) = usage else {
        return Default::default();
    };
    let megabytes = usage.peak_bytes as f64 / 1e6;
    [seconds(usage.cpu_seconds), format!("{megabytes:.0}")]
}

fn seconds(seconds: f64) -> String {
    format!("{seconds:.2}")
}

fn kilobytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e3)
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::corpus::outcome::{Made, Operations, Outcome, Verdict};
    use crate::cpu::Usage;

    #[test]
    fn a_document_that_fails_says_why_in_its_row() {
        let generate = Usage {
            cpu_seconds: 0.125,
            peak_bytes: 9_000_000,
        };
        let refused = Outcome {
            document: "bad.yaml".to_owned(),
            bytes: 500,
            generate,
            made: None,
            check: None,
            round_trips: None,
            verdict: Verdict::Refused("OAS130 points to nothing".to_owned()),
        };
        let operations = Operations {
            full: 19,
            degraded: 1,
            skipped: 0,
        };
        let compiles = Outcome {
            document: "pets.yaml".to_owned(),
            bytes: 12_345,
            made: Some(Made {
                operations,
                lines: 2_000,
            }),
            check: Some(Usage {
                cpu_seconds: 1.5,
                peak_bytes: 400_000_000,
            }),
            verdict: Verdict::Compiles,
            ..refused.clone()
        };
        insta::assert_snapshot!(table(&[refused, compiles]), @"
        document       kB  full  degraded  skipped  gen s  gen MB  lines  check s  check MB  same  differ  streamed  no value  result
        bad.yaml      0.5                            0.12       9                                                              REFUSED OAS130 points to nothing
        pets.yaml    12.3    19         1        0   0.12       9   2000     1.50       400                                    compiles
        2 documents  12.8    19         1        0   0.25           2000     1.50                                              1 fine, 1 not
        ");
    }
}
