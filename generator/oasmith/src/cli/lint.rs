//! `oasmith lint`

use oasmith::findings::{Findings, Stopped};
use oasmith::{api, pipeline};
use oasmith_lint::{Preset, Settings, Timing};
use oasmith_source::render::{self, Style};
use oasmith_source::{Diagnostic, Severity, SourceMap};
use std::collections::BTreeMap;

use super::args::{self, FailOn, Lint, MessageFormat};
use super::{Exit, Said};

pub fn run(args: &Lint, findings: &mut Findings) -> Result<Said, Stopped> {
    let mut api = api::open(&args.api, findings)?;
    api.widen(args.root.as_deref(), findings)?;
    let settings = Settings {
        preset: preset(args.preset),
        ..Settings::default()
    };
    let (found, timings) = pipeline::judged(&api, &settings, findings)?;
    // What the stages before said is a part of the result.
    let mut all: Vec<Diagnostic> = std::mem::take(&mut findings.diagnostics)
        .into_iter()
        .collect();
    all.extend(found.iter().map(|it| it.diagnostic()));
    let fails = all.iter().any(|it| it.severity >= least(args.fail_on));
    let mut text = rendered(&all, &findings.sources, args.format);
    if args.timings {
        text += &table(&timings);
    }
    Ok(Said {
        exit: if fails { Exit::Found } else { Exit::Fine },
        text,
    })
}

pub(super) fn preset(given: args::Preset) -> Preset {
    match given {
        args::Preset::Minimal => Preset::Minimal,
        args::Preset::Recommended => Preset::Recommended,
        args::Preset::Strict => Preset::Strict,
    }
}

fn least(given: FailOn) -> Severity {
    match given {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Info => Severity::Info,
    }
}

fn rendered(all: &[Diagnostic], sources: &SourceMap, format: MessageFormat) -> String {
    let one = |it: &Diagnostic| match format {
        MessageFormat::Pretty => render::pretty(it, sources, Style::Colour),
        MessageFormat::Concise => render::concise(it, sources),
        MessageFormat::Json => render::json(it, sources),
    };
    let mut text: String = all.iter().map(one).collect();
    if format == MessageFormat::Pretty {
        text += &by_rule(all);
        let summary = render::summary(all);
        text += match summary.is_empty() {
            true => "clean\n".into(),
            false => format!("{summary}\n"),
        }
        .as_str();
    }
    text
}

/// How often each rule spoke, the loudest first, where there is more than fits a screen.
fn by_rule(all: &[Diagnostic]) -> String {
    if all.len() < 10 {
        return String::new();
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for it in all {
        *counts.entry(it.code.name).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let lines = counts
        .iter()
        .map(|(name, count)| format!("{count:>6}  {name}\n"));
    lines.collect()
}

fn table(timings: &[Timing]) -> String {
    let mut timings: Vec<&Timing> = timings.iter().collect();
    timings.sort_by_key(|it| std::cmp::Reverse(it.time));
    let line = |it: &&Timing| {
        let micros = it.time.as_micros();
        format!("{micros:>8} µs  {:>5}  {}\n", it.findings, it.rule.name())
    };
    timings.iter().map(line).collect()
}
