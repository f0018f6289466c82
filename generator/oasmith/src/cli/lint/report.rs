//! What `oasmith lint` found, in the form that was asked for.

use std::collections::BTreeMap;

use oasmith_lint::fingerprint::hash;
use oasmith_lint::{Finding, Timing};
use oasmith_source::render::{self, Reported, Style};
use oasmith_source::{Diagnostic, Diagnostics, SourceMap};

use super::super::args::ReportFormat;

/// What there is to tell.
pub struct Report {
    /// Findings, each with its fingerprint.
    findings: Vec<(Diagnostic, String)>,
    /// How many more the baseline has.
    known: usize,
}

impl Report {
    /// What other stages said goes first.
    pub fn new(
        before: Diagnostics,
        found: &[Finding],
        known: usize,
        sources: &SourceMap,
    ) -> Report {
        let before = before.into_iter().map(|it| {
            let place = it.primary.as_ref();
            let subject = place.map_or("", |label| sources.text(label.span));
            let fingerprint = hash(&[it.code.name, &it.message, subject].join("\0"));
            (it, fingerprint)
        });
        let found = found
            .iter()
            .map(|it| (it.diagnostic(), it.fingerprint(sources)));
        Report {
            findings: before.chain(found).collect(),
            known,
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter().map(|(it, _)| it)
    }

    /// `2 errors, 1 warning`, or `clean`, and what the baseline keeps quiet.
    pub fn summary(&self) -> String {
        let new = match render::summary(self.iter()) {
            it if it.is_empty() => "clean".to_owned(),
            it => it,
        };
        match self.known {
            0 => new,
            known => format!("{new}; {known} in the baseline"),
        }
    }

    pub fn rendered(&self, format: ReportFormat, style: Style, sources: &SourceMap) -> String {
        let each = |render: &dyn Fn(&Diagnostic) -> String| self.iter().map(render).collect();
        match format {
            ReportFormat::Pretty => {
                let shown: String = each(&|it| render::pretty(it, sources, style));
                shown + &self.by_rule() + &self.summary() + "\n"
            }
            ReportFormat::Concise => each(&|it| render::concise(it, sources)),
            ReportFormat::Json => each(&|it| render::json(it, sources)),
            ReportFormat::Sarif => render::sarif(&self.reported(sources)),
            ReportFormat::Github => render::github(&self.reported(sources)),
            ReportFormat::Gitlab => render::gitlab(&self.reported(sources)),
            ReportFormat::Junit => render::junit(&self.reported(sources)),
            ReportFormat::Markdown => render::markdown(&self.reported(sources)),
        }
    }

    fn reported<'a>(&'a self, sources: &'a SourceMap) -> Vec<Reported<'a>> {
        let reported = self
            .findings
            .iter()
            .map(|(diagnostic, fingerprint)| Reported {
                diagnostic,
                sources,
                fingerprint: fingerprint.clone(),
            });
        reported.collect()
    }

    /// How often each rule spoke, the loudest first, where there is more than fits a screen.
    fn by_rule(&self) -> String {
        if self.findings.len() < 10 {
            return String::new();
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for it in self.iter() {
            *counts.entry(it.code.name).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let lines = counts
            .iter()
            .map(|(name, count)| format!("{count:>6}  {name}\n"));
        lines.collect()
    }
}

/// What each rule cost, the dearest first.
pub fn table(timings: &[Timing]) -> String {
    let mut timings: Vec<&Timing> = timings.iter().collect();
    timings.sort_by_key(|it| std::cmp::Reverse(it.time));
    let line = |it: &&Timing| {
        let micros = it.time.as_micros();
        format!("{micros:>8} µs  {:>5}  {}\n", it.findings, it.rule.name())
    };
    timings.iter().map(line).collect()
}
