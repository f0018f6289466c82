//! What merging and recovering cost: PortSIP's pages, a document as large as one likes, one over many files.
//!
//! Documents are copied or written to a temporary folder first, so that no ledger in the workspace changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use oasmith_source::{Diagnostics, Severity, SourceMap, Span};
use oasmith_spec::load::{self, Limits, Request};
use oasmith_spec::node::Value;
use oasmith_spec::recover::{Ledger, recover};
use oasmith_spec::resolve::Place;
use oasmith_spec::{Node, extract, merge, parse, write};

use crate::recover::{Style, pages};
use crate::report::{Figure, Goal, Report, Unit};
use crate::samples::{Spread, spread};
use crate::{cpu, folder, generate};

/// What to measure besides PortSIP's pages.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Settings {
    /// A document to dereference and split per operation, to be merged and recovered again
    #[arg(long, value_name = "FILE")]
    pub large: Option<PathBuf>,
    /// The root of a document that is split over files, to be bundled
    #[arg(long, value_name = "FILE")]
    pub bundle: Option<PathBuf>,
}

pub fn measure(rounds: usize) -> Result<Report> {
    let oasmith = generate::build()?;
    Ok(Report {
        measurement: "merge",
        setup: format!("PortSIP's pages, merged and recovered, release build, {rounds} rounds"),
        figures: vec![in_process(rounds)?, as_process(&oasmith, rounds)?],
    })
}

/// From the text of the pages to one document and its ledger.
fn in_process(rounds: usize) -> Result<Figure> {
    let specs = folder::specs()?;
    let names =
        fs::read_to_string(specs.join("names.toml")).context("could not read the ledger")?;
    let mut milliseconds = Vec::new();
    for round in 0..=rounds {
        let before = cpu::own_seconds()?;
        let document = merged(&specs, &names)?;
        let seconds = cpu::own_seconds()? - before;
        std::hint::black_box(document);
        // The first round warms the caches and does not count.
        if round > 0 {
            milliseconds.push(seconds * 1e3);
        }
    }
    let what = "PortSIP, load to recover, in process";
    let figure = Figure::measured(what, Unit::CpuMilliseconds, spread(milliseconds));
    Ok(figure.goal(Goal::AtMost(50.0)))
}

fn merged(specs: &Path, names: &str) -> Result<(Node, String)> {
    let (mut loaded, said) = load::load(&Request {
        root: specs,
        shown_root: "",
        patterns: &["*.md".to_owned()],
        written: None,
        limits: Limits::default(),
    });
    check(&said)?;
    let mut parts = Vec::new();
    for file in &loaded.files {
        let (fragments, said) = extract::extract(&loaded.sources, *file);
        check(&said)?;
        for fragment in &fragments {
            let (part, said) = parse::parse(&loaded.sources, fragment);
            check(&said)?;
            parts.extend(part);
        }
    }
    let ledger = loaded.sources.add("names.toml", names);
    let (ledger, said) = Ledger::parse(&loaded.sources, ledger);
    check(&said)?;
    let (document, said) = merge::merge(parts, &merge::Policies::default(), &loaded.sources);
    check(&said)?;
    let (recovered, said) = recover(document.context("there are no pages")?, &ledger);
    check(&said)?;
    Ok((recovered.document, recovered.ledger.to_toml()))
}

fn check(said: &Diagnostics) -> Result<()> {
    match said.iter().find(|it| it.severity == Severity::Error) {
        Some(fault) => bail!("PortSIP's pages do not merge: {}", fault.message),
        None => Ok(()),
    }
}

fn as_process(oasmith: &Path, rounds: usize) -> Result<Figure> {
    let temporary = temporary()?;
    let specs = temporary.path().join("specs");
    folder::copy(&folder::specs()?, &specs)?;
    let mut command = Command::new(oasmith);
    command
        .arg("merge")
        .arg(&specs)
        .arg("-o")
        .arg(temporary.path().join("out.yaml"));
    let (seconds, _) = runs(&command, rounds)?;
    let milliseconds = scaled(seconds, 1e3);
    let what = "`oasmith merge specs/portsip`, whole process";
    let figure = Figure::measured(what, Unit::CpuMilliseconds, milliseconds);
    Ok(figure.goal(Goal::AtMost(50.0)))
}

/// A document without references, in one file for each operation.
pub fn large(file: &Path, rounds: usize) -> Result<Report> {
    let oasmith = generate::build()?;
    let temporary = temporary()?;
    let folder = temporary.path().join("pages");
    fs::create_dir(&folder).context("could not make a folder for the pages")?;
    let mut bytes = 0;
    let parts = pages(file, Style::Wrapped)?;
    let count = parts.len();
    for (at, part) in parts.iter().enumerate() {
        let text = write::json(part);
        bytes += text.len();
        let page = folder.join(format!("{at:05}.json"));
        fs::write(&page, text).with_context(|| format!("could not write {}", page.display()))?;
    }
    drop(parts);
    let settings = "[api]\nname = \"large\"\n\n[merge]\nnames = \"names.toml\"\n";
    fs::write(folder.join("oasmith.toml"), settings).context("could not write the settings")?;
    let mut command = Command::new(&oasmith);
    command
        .arg("merge")
        .arg(&folder)
        .arg("-o")
        .arg(temporary.path().join("out.json"));
    let (seconds, peak) = runs(&command, rounds)?;
    let megabytes = bytes as f64 / 1e6;
    let rate = Spread {
        min: megabytes / seconds.max,
        median: megabytes / seconds.median,
        max: megabytes / seconds.min,
    };
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let setup = format!(
        "{name} without references, {count} pages of {megabytes:.0} MB in all, `oasmith merge`, {rounds} rounds"
    );
    Ok(Report {
        measurement: "large",
        setup,
        figures: vec![
            Figure::measured("user and system time", Unit::CpuSeconds, seconds),
            Figure::measured("throughput", Unit::MegabytesPerSecond, rate),
            Figure::measured("peak memory", Unit::Megabytes, peak),
        ],
    })
}

pub fn bundle(root: &Path, rounds: usize) -> Result<Report> {
    let oasmith = generate::build()?;
    let temporary = temporary()?;
    let mut command = Command::new(&oasmith);
    let output = temporary.path().join("out.yaml");
    command.arg("merge").arg(root).arg("-o").arg(&output);
    let (seconds, peak) = runs(&command, rounds)?;
    let text = fs::read_to_string(&output).context("nothing was written")?;
    let megabytes = text.len() as f64 / 1e6;
    if let Some(reference) = leading_out(&text)? {
        bail!(
            "{} is not bundled: it still refers to {reference}",
            root.display()
        );
    }
    Ok(Report {
        measurement: "bundle",
        setup: format!(
            "`oasmith merge {}`, {megabytes:.1} MB written, {rounds} rounds",
            root.display()
        ),
        figures: vec![
            Figure::measured("user and system time", Unit::CpuSeconds, seconds)
                .goal(Goal::AtMost(1.0))
                .peers("DigitalOcean, 2,850 files: swagger-cli 3.7, Redocly 6.1"),
            Figure::measured("peak memory", Unit::Megabytes, peak),
        ],
    })
}

/// A reference to another file: what is quick because it is not done is no figure.
fn leading_out(text: &str) -> Result<Option<String>> {
    let mut sources = SourceMap::default();
    let file = sources.add("out.yaml", text);
    let all = Span::new(file, 0, text.len());
    let (root, _) = parse::parse_at(&sources, all, extract::Format::Yaml);
    let root = root.context("what was written cannot be read")?;
    Ok(reference_out(&root, Place::Document))
}

fn reference_out(node: &Node, place: Place) -> Option<String> {
    if let (Place::One(_), Some(text)) = (place, node.get("$ref").and_then(Node::as_str))
        && !text.starts_with('#')
    {
        return Some(text.to_owned());
    }
    let inside = |step: &str, it: &Node| match place.inside(step) {
        Place::Unknown => None,
        place => reference_out(it, place),
    };
    match &node.value {
        Value::Object(object) => object.iter().find_map(|it| inside(&it.key.text, &it.value)),
        Value::Array(items) => items.iter().find_map(|it| inside("", it)),
        _ => None,
    }
}

/// CPU seconds and peak megabytes of a command.
fn runs(command: &Command, rounds: usize) -> Result<(Spread, Spread)> {
    let (mut seconds, mut megabytes) = (Vec::new(), Vec::new());
    // The first run warms the file cache and does not count.
    for round in 0..=rounds {
        let usage = cpu::run(command)?.usage;
        if round > 0 {
            seconds.push(usage.cpu_seconds);
            megabytes.push(usage.peak_bytes as f64 / 1e6);
        }
    }
    Ok((spread(seconds), spread(megabytes)))
}

fn scaled(it: Spread, factor: f64) -> Spread {
    Spread {
        min: it.min * factor,
        median: it.median * factor,
        max: it.max * factor,
    }
}

fn temporary() -> Result<tempfile::TempDir> {
    tempfile::tempdir().context("could not make a temporary folder")
}
