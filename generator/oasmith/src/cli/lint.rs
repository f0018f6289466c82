//! `oasmith lint`

mod report;

use std::path::PathBuf;

use oasmith::api::Holds;
use oasmith::findings::{Findings, Stopped};
use oasmith::{Api, api, codes, pipeline, revision, sources, write};
use oasmith_lint::{Baseline, Finding, Preset, baseline};
use oasmith_source::render::Style;
use oasmith_source::{Diagnostic, Severity};
use oasmith_spec::load::load_file;

use super::args::{self, FailOn, Lint};
use super::{Exit, Said};

pub fn run(args: &Lint, findings: &mut Findings) -> Result<Said, Stopped> {
    let mut api = api::open(&args.api, findings)?;
    api.widen(args.root.as_deref(), findings)?;
    let settings = api.config.lint.settings(args.preset.map(preset));
    let files = sources::load(&api, findings)?;
    let judged = pipeline::judged_files(&files, &api, &settings, findings)?;
    findings.diagnostics.extend(judged.said);
    let mut found = judged.findings;
    if let Some(revision) = &args.changed {
        let (sources, files) = revision::sources(revision, &api, &files, findings)?;
        let mut then = Findings {
            sources,
            ..Findings::default()
        };
        // What could not be judged then has no findings of then.
        if let Ok(before) = pipeline::judged_files(&files, &api, &settings, &mut then) {
            let mut before = Baseline::of(&before.findings, &then.sources);
            found = before.sift(found, &findings.sources);
        }
    }
    if args.write_baseline {
        return write_baseline(args, &api, &found, findings);
    }
    let count = found.len();
    let found = but_known(args, &api, found, findings)?;
    let known = count - found.len();
    let timings = args.timings.then_some(judged.timings.as_slice());
    said(args, &api, &found, known, timings, findings)
}

/// What the stages before said, and what is new among the findings, as one report.
fn said(
    args: &Lint,
    api: &Api,
    found: &[Finding],
    known: usize,
    timings: Option<&[oasmith_lint::Timing]>,
    findings: &mut Findings,
) -> Result<Said, Stopped> {
    let before = std::mem::take(&mut findings.diagnostics);
    let all = report::Report::new(before, found, known, &findings.sources);
    let fails = all.iter().any(|it| it.severity >= least(args.fail_on));
    // A file has no colours.
    let style = match args.output {
        Some(_) => Style::Plain,
        None => Style::Colour,
    };
    let mut text = all.rendered(args.format, style, &findings.sources);
    if let Some(output) = &args.output {
        api.check_not_source(output, Holds::Report, findings)?;
        if let Err(fault) = write::file(output, &text) {
            return findings.stop(fault.diagnostic());
        }
        text = format!("{}: {}\n", output.display(), all.summary());
    }
    if let Some(timings) = timings {
        text += &report::table(timings);
    }
    Ok(Said {
        exit: if fails { Exit::Found } else { Exit::Fine },
        text,
    })
}

/// Where the baseline is.
fn baseline_file(args: &Lint, api: &Api) -> Option<PathBuf> {
    let set = || api.config.lint.baseline.as_ref();
    args.baseline
        .clone()
        .or_else(|| set().map(|it| api.path(it)))
}

fn but_known(
    args: &Lint,
    api: &Api,
    found: Vec<Finding>,
    findings: &mut Findings,
) -> Result<Vec<Finding>, Stopped> {
    let Some(path) = baseline_file(args, api) else {
        return Ok(found);
    };
    // One that is named by a person has to be there; one that is set is not, before it is first written.
    if args.baseline.is_none() && !path.exists() {
        return Ok(found);
    }
    // Relative to the working folder, and not to that of the API.
    let place = std::path::absolute(&path).unwrap_or_else(|_| path.clone());
    let file = match load_file(&mut findings.sources, &api.root, &place.to_string_lossy()) {
        Ok(file) => file,
        Err(fault) => return findings.stop(fault),
    };
    findings.sources.show_as(file, path.to_string_lossy());
    let mut known = findings.take(Baseline::parse(&findings.sources, file))?;
    let found = known.sift(found, &findings.sources);
    // What a part of the findings lacks is not gone.
    if args.changed.is_none() {
        findings.diagnostics.extend(known.stale());
    }
    Ok(found)
}

fn write_baseline(
    args: &Lint,
    api: &Api,
    found: &[Finding],
    findings: &mut Findings,
) -> Result<Said, Stopped> {
    let Some(file) = baseline_file(args, api) else {
        let fault = Diagnostic::error(
            &codes::BASELINE_NOWHERE,
            "there is no place for the baseline",
        );
        return findings.stop(fault.help("give a file with `--baseline`"));
    };
    api.check_not_source(&file, Holds::Report, findings)?;
    let text = baseline::write(found, &findings.sources);
    match write::file(&file, &text) {
        Ok(_) => {
            let count = oasmith::report::counted(found.len(), "finding");
            Ok(Said::fine(format!("{}: {count}\n", file.display())))
        }
        Err(fault) => findings.stop(fault.diagnostic()),
    }
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
