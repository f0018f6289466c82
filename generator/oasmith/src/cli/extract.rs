//! `oasmith extract`

use std::path::Path;

use oasmith::findings::{Findings, Stopped};
use oasmith::report::counted;
use oasmith::{api, sources};
use oasmith_spec::extract::{Listed, extract, list};
use oasmith_spec::parse::parse;
use serde::Serialize;

use super::args::{Extract, ListFormat};
use super::{Exit, Said};

/// Lists what can be listed, whatever is wrong with the rest. Each path has sources of its own.
pub fn run(args: &Extract, all: &mut Vec<Findings>) -> Said {
    let mut rows = Vec::new();
    let mut exit = Exit::Fine;
    for path in &args.paths {
        let mut findings = Findings::default();
        if look_at(path, &mut rows, &mut findings).is_err() {
            exit = Exit::Failed;
        }
        all.push(findings);
    }
    let text = match args.format {
        ListFormat::Table => table(&rows),
        ListFormat::Json => json(&rows),
    };
    Said { exit, text }
}

fn look_at(path: &Path, rows: &mut Vec<Listed>, findings: &mut Findings) -> Result<(), Stopped> {
    let api = if path.is_dir() && !path.join(api::CONFIG).exists() {
        api::folder(path)
    } else {
        api::open(path, findings)?
    };
    for file in sources::load(&api, findings)? {
        let (fragments, said) = extract(&findings.sources, file);
        findings.diagnostics.extend(said);
        for fragment in &fragments {
            let (node, said) = parse(&findings.sources, fragment);
            findings.diagnostics.extend(said);
            rows.push(list(&findings.sources, fragment, node.as_ref()));
        }
    }
    if findings.diagnostics.has_errors() {
        return Err(Stopped);
    }
    Ok(())
}

fn table(rows: &[Listed]) -> String {
    let heading = ["PLACE", "BYTES", "OPERATIONS", "HEADING"].map(str::to_owned);
    let cells: Vec<_> = std::iter::once(heading)
        .chain(rows.iter().map(cells))
        .collect();
    let width = |column: usize| {
        let widths = cells.iter().map(|row| row[column].chars().count());
        // One long row must not push all others off the screen.
        widths.max().unwrap_or(0).min(60)
    };
    let [place, bytes, operations] = [0, 1, 2].map(width);
    let mut text = String::new();
    for [a, b, c, d] in &cells {
        let line = format!("{a:place$}  {b:>bytes$}  {c:operations$}  {d}");
        text += line.trim_end();
        text += "\n";
    }
    text + &summary(rows)
}

fn cells(row: &Listed) -> [String; 4] {
    let operations = match row.operations.as_slice() {
        [] => "-".to_owned(),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    };
    [
        format!("{}:{}", row.page, row.line),
        row.bytes.to_string(),
        operations,
        row.heading.clone(),
    ]
}

/// `73 documents, 73 operations`
fn summary(rows: &[Listed]) -> String {
    let operations: usize = rows.iter().map(|it| it.operations.len()).sum();
    format!(
        "{}, {}\n",
        counted(rows.len(), "document"),
        counted(operations, "operation")
    )
}

fn json(rows: &[Listed]) -> String {
    #[derive(Serialize)]
    struct Row<'a> {
        page: &'a str,
        heading: &'a str,
        line: u32,
        operations: &'a [String],
        bytes: usize,
    }
    let rows: Vec<_> = rows
        .iter()
        .map(|it| Row {
            page: &it.page,
            heading: &it.heading,
            line: it.line,
            operations: &it.operations,
            bytes: it.bytes,
        })
        .collect();
    let text = serde_json::to_string_pretty(&rows)
        .unwrap_or_else(|error| unreachable!("strings and numbers have a form in JSON: {error}"));
    text + "\n"
}
