//! The figures as text: a line for each document and style, then the medians and the worst.

use std::fmt::Write;

use super::Style;
use super::trial::{Figures, Outcome};
use crate::report::Goal;

/// Documents with fewer components say little.
const COUNTED: usize = 20;
const WORST: usize = 3;

type Row = (String, Style, Figures);

pub fn head() -> String {
    format!(
        "{:<36} {:<7} {:>5} {:>5} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>4} {:>5} {:>7} {:>7}  {}\n",
        "document",
        "style",
        "comps",
        "ops",
        "recall",
        "prec",
        "v.rec",
        "v.prec",
        "1:1",
        "v.1:1",
        "equal",
        "half",
        "num",
        "diff",
        "CPU s",
        "MB",
        "apart"
    )
}

pub fn row(name: &str, style: Style, outcome: &Outcome) -> String {
    let it = &outcome.figures;
    let name: String = name.chars().take(36).collect();
    let titled = if it.titled { ", titled" } else { "" };
    let few = if it.schemas < COUNTED {
        ", not counted"
    } else {
        ""
    };
    format!(
        "{name:<36} {:<7} {:>5} {:>5} {:>6.4} {:>6.4} {:>6.4} {:>6.4} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>4} {:>5} {:>7.3} {:>7.2}  \
         {} recursive, {} plain{titled}{few}\n",
        style.name(),
        it.schemas,
        it.operations,
        it.ours.recall,
        it.ours.precision,
        it.verbatim.recall,
        it.verbatim.precision,
        it.one_to_one,
        it.verbatim_one_to_one,
        it.names_equal,
        it.names_half,
        it.numbered,
        it.differ,
        it.cpu_seconds,
        it.megabytes,
        it.kept,
        it.by_design,
    )
}

pub fn details(outcome: &Outcome) -> String {
    let lists = [&outcome.notes, &outcome.names, &outcome.misses];
    let lines = lists.into_iter().flatten();
    lines.map(|it| format!("    {it}\n")).collect()
}

/// A figure over all documents.
struct Column {
    what: &'static str,
    value: fn(&Figures) -> Option<f64>,
    goal: Goal,
    /// Whether every document has to meet it, or their median.
    each: bool,
}

fn columns() -> Vec<Column> {
    use Goal::{AtLeast, AtMost};
    let column = |what, value, goal, each| Column {
        what,
        value,
        goal,
        each,
    };
    vec![
        column("recall", |it| Some(it.ours.recall), AtLeast(0.99), true),
        column(
            "recall, verbatim",
            |it| Some(it.verbatim.recall),
            AtLeast(0.0),
            true,
        ),
        column(
            "precision below verbatim",
            |it| Some(it.verbatim.precision - it.ours.precision),
            AtMost(0.005),
            true,
        ),
        column("one to one", |it| Some(it.one_to_one), AtLeast(0.95), false),
        column(
            "one to one, verbatim",
            |it| Some(it.verbatim_one_to_one),
            AtLeast(0.0),
            false,
        ),
        column(
            "names equal, titled",
            |it| it.titled.then_some(it.names_equal),
            AtLeast(0.9),
            true,
        ),
        // What can be reached where titles and components' names differ by intention.
        column(
            "titles that are names, kept",
            |it| it.titles_kept,
            AtLeast(0.98),
            true,
        ),
        column(
            "half of the words, untitled",
            |it| (!it.titled).then_some(it.names_half),
            AtLeast(0.6),
            true,
        ),
        // What can be reached where names have packages in front of them.
        column(
            "the same, without packages",
            |it| (!it.titled).then_some(it.last_half),
            AtLeast(0.6),
            true,
        ),
        column(
            "numbered names",
            |it| Some(it.numbered as f64),
            AtMost(0.0),
            true,
        ),
        column(
            "operations that differ",
            |it| Some(it.differ as f64),
            AtMost(0.0),
            true,
        ),
        column(
            "CPU s for each MB",
            |it| Some(it.cpu_seconds / it.megabytes),
            AtMost(1.0),
            false,
        ),
    ]
}

/// The document that costs most, then medians and the worst for documents with enough components.
pub fn summary(rows: &[Row]) -> String {
    let counted: Vec<&Row> = rows.iter().filter(|it| it.2.schemas >= COUNTED).collect();
    let mut out = String::from("\n");
    if let Some((name, style, it)) = rows
        .iter()
        .max_by(|a, b| a.2.megabytes.total_cmp(&b.2.megabytes))
    {
        let (size, rate) = (it.megabytes, it.megabytes / it.cpu_seconds);
        let style = style.name();
        let _ = writeln!(
            out,
            "largest: {name} {style}, {size:.0} MB at {rate:.0} MB/s"
        );
    }
    let _ = writeln!(out, "{} of {} rows are counted", counted.len(), rows.len());
    for column in columns() {
        let value = |it: &&Row| Some(((column.value)(&it.2)?, format!("{} {}", it.0, it.1.name())));
        let mut values: Vec<(f64, String)> = counted.iter().filter_map(value).collect();
        let is_least = matches!(column.goal, Goal::AtLeast(_));
        values.sort_by(|a, b| {
            if is_least {
                a.0.total_cmp(&b.0)
            } else {
                b.0.total_cmp(&a.0)
            }
        });
        push(&mut out, &column, &values);
    }
    out
}

/// Adds the line of a figure; `values` has the worst first.
fn push(out: &mut String, column: &Column, values: &[(f64, String)]) {
    let meets = |it: f64| match column.goal {
        Goal::AtLeast(least) => it >= least,
        Goal::AtMost(most) => it <= most,
    };
    let (Some(median), Some(worst)) = (values.get(values.len() / 2), values.first()) else {
        return;
    };
    let judged = if column.each { worst.0 } else { median.0 };
    let verdict = if meets(judged) { "met" } else { "missed" };
    let goal = match column.goal {
        Goal::AtLeast(least) => format!(">= {least}"),
        Goal::AtMost(most) => format!("<= {most}"),
    };
    let scope = if column.each {
        "in each"
    } else {
        "at the median"
    };
    let missing = values.iter().filter(|it| !meets(it.0)).count();
    let worst: Vec<String> = values
        .iter()
        .take(WORST)
        .map(|(value, name)| format!("{value:.4} {name}"))
        .collect();
    let _ = writeln!(
        out,
        "{:<28} median {:>8.4}  goal {goal} {scope}: {verdict}, {missing} of {} miss it; worst: {}",
        column.what,
        median.0,
        values.len(),
        worst.join(", ")
    );
}
