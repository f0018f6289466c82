//! Figures with their goals, as a table or as JSON.

use std::fmt::Write;

use serde::Serialize;

use crate::samples::Spread;

/// What one measurement found.
#[derive(Debug, Serialize)]
pub struct Report {
    pub measurement: &'static str,
    /// What was run, and how often.
    pub setup: String,
    pub figures: Vec<Figure>,
}

#[derive(Debug, Serialize)]
pub struct Figure {
    pub what: String,
    pub unit: Unit,
    #[serde(flatten)]
    pub value: Value,
    pub goal: Option<Goal>,
    /// The same figure of other generators for the same API, where it is known.
    pub peers: Option<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Value {
    Measured(Spread),
    Counted { count: f64 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Unit {
    #[serde(rename = "CPU s")]
    CpuSeconds,
    #[serde(rename = "CPU ms")]
    CpuMilliseconds,
    #[serde(rename = "CPU us")]
    CpuMicroseconds,
    #[serde(rename = "MB/s")]
    MegabytesPerSecond,
    #[serde(rename = "MB")]
    Megabytes,
    #[serde(rename = "KB")]
    Kilobytes,
    #[serde(rename = "ratio")]
    Ratio,
    #[serde(rename = "lines")]
    Lines,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

impl Figure {
    pub fn measured(what: &str, unit: Unit, spread: Spread) -> Self {
        Self::new(what, unit, Value::Measured(spread))
    }

    pub fn counted(what: &str, unit: Unit, count: f64) -> Self {
        Self::new(what, unit, Value::Counted { count })
    }

    fn new(what: &str, unit: Unit, value: Value) -> Self {
        Self {
            what: what.to_owned(),
            unit,
            value,
            goal: None,
            peers: None,
        }
    }

    pub fn goal(mut self, goal: Goal) -> Self {
        self.goal = Some(goal);
        self
    }

    pub fn peers(mut self, peers: &'static str) -> Self {
        self.peers = Some(peers);
        self
    }
}

impl Unit {
    fn label(self) -> &'static str {
        match self {
            Self::CpuSeconds => "CPU s",
            Self::CpuMilliseconds => "CPU ms",
            Self::CpuMicroseconds => "CPU us",
            Self::MegabytesPerSecond => "MB/s",
            Self::Megabytes => "MB",
            Self::Kilobytes => "KB",
            Self::Ratio => "ratio",
            Self::Lines => "lines",
        }
    }

    fn digits(self) -> usize {
        match self {
            Self::CpuSeconds | Self::Ratio => 3,
            Self::CpuMicroseconds | Self::Kilobytes => 2,
            Self::CpuMilliseconds | Self::MegabytesPerSecond | Self::Megabytes | Self::Lines => 1,
        }
    }
}

pub fn json(reports: &[Report]) -> String {
    // Reports hold no maps and no foreign types: there is nothing in them that JSON cannot say.
    serde_json::to_string_pretty(reports).unwrap_or_default()
}

pub fn table(reports: &[Report]) -> String {
    let mut out = String::new();
    for report in reports {
        let blank = if out.is_empty() { "" } else { "\n" };
        // Writing to a string does not fail.
        let _ = writeln!(out, "{blank}{}: {}", report.measurement, report.setup);
        push_rows(&mut out, report);
    }
    out
}

fn push_rows(out: &mut String, report: &Report) {
    let head = ["", "unit", "median", "min", "max", "goal", "", "peers"].map(str::to_owned);
    let mut rows = vec![head];
    rows.extend(report.figures.iter().map(cells));
    let widths: [usize; 8] = std::array::from_fn(|column| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    });
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let _ = match column {
                2..=4 => write!(line, "  {cell:>width$}"),
                _ => write!(line, "  {cell:<width$}"),
            };
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

fn cells(figure: &Figure) -> [String; 8] {
    let digits = figure.unit.digits();
    let number = |value: f64| format!("{value:.digits$}");
    let (value, low, high) = match figure.value {
        Value::Measured(it) => (it.median, number(it.min), number(it.max)),
        Value::Counted { count } => (count, String::new(), String::new()),
    };
    let (goal, verdict) = match figure.goal {
        Some(Goal::AtMost(most)) => (format!("<= {most}"), verdict(value <= most)),
        Some(Goal::AtLeast(least)) => (format!(">= {least}"), verdict(value >= least)),
        None => Default::default(),
    };
    let value = match figure.unit {
        Unit::Lines if value.fract() == 0.0 => format!("{value}"),
        _ => number(value),
    };
    [
        figure.what.clone(),
        figure.unit.label().to_owned(),
        value,
        low,
        high,
        goal,
        verdict.to_owned(),
        figure.peers.unwrap_or_default().to_owned(),
    ]
}

fn verdict(met: bool) -> &'static str {
    if met { "met" } else { "missed" }
}

#[cfg(test)]
mod tests {
    use super::{Figure, Goal, Report, Unit, table};
    use crate::samples::spread;

    #[test]
    fn a_table_sets_figures_beside_goals_and_peers() {
        let report = Report {
            measurement: "check",
            setup: "3 rounds".to_owned(),
            figures: vec![
                Figure::measured("client", Unit::CpuSeconds, spread(vec![1.0, 1.25, 3.0]))
                    .goal(Goal::AtMost(1.2))
                    .peers("2.7 to 3.6"),
                Figure::counted("models", Unit::Lines, 12_000.0).goal(Goal::AtMost(13_000.0)),
            ],
        };
        insta::assert_snapshot!(table(&[report]), @r"
        check: 3 rounds
                  unit   median    min    max  goal              peers
          client  CPU s   1.250  1.000  3.000  <= 1.2    missed  2.7 to 3.6
          models  lines   12000                <= 13000  met
        ");
    }
}
