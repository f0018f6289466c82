//! How much code is generated.
//!
//! Every line of every `.rs` file counts: code, documentation, blank lines. The vendored runtime is the same for
//! every API, and is counted apart. `Cargo.toml`, the README and `openapi.json` are not counted.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use indexmap::IndexMap;

use crate::folder;
use crate::report::{Figure, Goal, Report, Unit};

/// What stands in the middle of every operation's own code.
const OPERATION: &str = "impl Operation for ";

pub fn count() -> Result<Report> {
    let source = folder::generated()?.join("src");
    let mut parts: IndexMap<&str, usize> = [
        "models",
        "operations",
        "client",
        "server",
        "others",
        "runtime",
    ]
    .map(|part| (part, 0))
    .into();
    let mut operations = 0;
    for file in folder::files(&source)? {
        let text = fs::read_to_string(&file)
            .with_context(|| format!("could not read {}", file.display()))?;
        let name = part(file.strip_prefix(&source).unwrap_or(&file));
        let name = if parts.contains_key(name) {
            name
        } else {
            "others"
        };
        parts[name] += text.lines().count();
        if name == "operations" {
            operations += text
                .lines()
                .filter(|line| line.starts_with(OPERATION))
                .count();
        }
    }
    ensure!(operations > 0, "{} has no operations", source.display());
    Ok(report(&parts, operations))
}

/// The part that a file belongs to: `models` for `models/tenant.rs` and for `models.rs`.
fn part(file: &Path) -> &str {
    let first = file
        .iter()
        .next()
        .and_then(|it| it.to_str())
        .unwrap_or_default();
    first.strip_suffix(".rs").unwrap_or(first)
}

fn report(parts: &IndexMap<&str, usize>, operations: usize) -> Report {
    let lines = |what: &str, count| Figure::counted(what, Unit::Lines, count as f64);
    let besides: usize = parts
        .iter()
        .filter(|(part, _)| **part != "runtime")
        .map(|(_, count)| count)
        .sum();
    let mut figures = vec![
        lines("all but the runtime", besides)
            .goal(Goal::AtMost(13_000.0))
            .peers("5.8 k to 16.7 k for the client alone, 23.2 k with a server"),
    ];
    figures.extend(parts.iter().map(|(part, count)| lines(part, *count)));
    let each = parts["client"] as f64 / operations as f64;
    figures
        .push(Figure::counted("client, for each operation", Unit::Lines, each).peers("22, 44, 98"));
    Report {
        measurement: "lines",
        setup: format!("lines of Rust in generated/portsip-pbx, {operations} operations"),
        figures,
    }
}

#[cfg(test)]
mod tests {
    use super::part;
    use std::path::Path;

    #[test]
    fn a_part_is_a_folder_or_a_file_of_that_name() {
        assert_eq!(part(Path::new("models/tenant.rs")), "models");
        assert_eq!(part(Path::new("client.rs")), "client");
    }
}
