//! `oasmith merge --explain`: where a part of the merged document came from. Writes nothing, the ledger included.

use std::fmt::Write;

use oasmith::config::Recover;
use oasmith::findings::{Faults, Findings, Stopped};
use oasmith::report::counted;
use oasmith::{Api, overlays, pipeline, sources};
use oasmith_source::suggest;
use oasmith_source::{Diagnostic, Diagnostics, Severity, SourceMap, Span};
use oasmith_spec::merge::explain::{Again, Explanation, NotOne, Part, trace};
use oasmith_spec::recover::{By, Entry, Ledger};
use oasmith_spec::{Node, codes};

use super::{Exit, Said};

/// As many places as a person looks at.
const PLACES: usize = 8;

pub fn run(what: &str, api: &Api, findings: &mut Findings) -> Result<Said, Stopped> {
    let files = sources::load(api, findings)?;
    let fragments = pipeline::extract(&files, findings)?;
    let parts = pipeline::parse(&fragments, findings)?;
    let parts = pipeline::bundle(parts, api, Faults::Stop, findings)?;
    let (trace, said) = trace(parts, &api.config.clashes, &findings.sources);
    findings.diagnostics.extend(said.clone());
    // A clash is what one wants explained, so it does not end the run.
    let Some(trace) = trace else {
        return Err(Stopped);
    };
    let merged = pipeline::overlay(trace.merged.clone(), api, Faults::Stop, findings)?;
    let (document, ledger) = recovered(merged, api, findings)?;
    // What was decided is shown with what it is about.
    let all = std::mem::take(&mut findings.diagnostics).into_iter();
    let matters = all.filter(|it| it.severity != Severity::Info);
    findings.diagnostics.extend(matters);
    let actions = overlays::actions(api, findings);
    match trace.explain(what, &document, &actions, &ledger, &said) {
        Ok(explanation) => Ok(Said {
            exit: exit(&said),
            text: show(&explanation, &findings.sources),
        }),
        Err(fault) => findings.stop(not_one(what, &fault, &ledger)),
    }
}

fn exit(said: &Diagnostics) -> Exit {
    match said.has_errors() {
        true => Exit::Found,
        false => Exit::Fine,
    }
}

/// With the names that the ledger would have.
fn recovered(merged: Node, api: &Api, findings: &mut Findings) -> Result<(Node, Ledger), Stopped> {
    if api.config.recover == Recover::Nothing {
        return Ok((merged, Ledger::default()));
    }
    let recovered = pipeline::recovered(merged, api, findings)?;
    Ok((recovered.document, recovered.ledger))
}

fn not_one(what: &str, fault: &NotOne, ledger: &Ledger) -> Diagnostic {
    let code = &codes::EXPLAIN_NOT_ONE;
    if !fault.meanings.is_empty() {
        let meanings: Vec<_> = fault.meanings.iter().map(|it| format!("`{it}`")).collect();
        return Diagnostic::error(code, format!("`{what}` means several things"))
            .help(format!("ask for one of {}", meanings.join(", ")));
    }
    let message = format!("the merged document has no `{what}`");
    if let Some(other) = ledger.get(what).and_then(|it| it.same_as.as_ref()) {
        let help = format!("the name ledger has it as the same as `{other}`");
        return Diagnostic::error(code, message).help(help);
    }
    let help = match suggest::nearest(what, fault.known.iter().map(String::as_str)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "ask for a path, `GET /path`, a JSON Pointer, the name of a component or an operation id"
            .to_owned(),
    };
    Diagnostic::error(code, message).help(help)
}

fn show(explanation: &Explanation, sources: &SourceMap) -> String {
    let mut out = String::new();
    line(&mut out, 0, &explanation.subject);
    for part in &explanation.parts {
        show_part(&mut out, part, sources);
    }
    for said in &explanation.decisions {
        line(&mut out, 1, &format!("{} {}", said.code.id, said.message));
        let labels = said.primary.iter().chain(&said.secondary);
        for label in labels {
            let place = sources.place(label.span);
            line(&mut out, 2, format!("{place}  {}", label.text).trim_end());
        }
        for help in said.help.iter() {
            line(&mut out, 2, help);
        }
    }
    out
}

fn show_part(out: &mut String, part: &Part, sources: &SourceMap) {
    let mut depth = 1;
    if !part.name.is_empty() {
        line(out, depth, &part.name);
        depth += 1;
    }
    if let Some(entry) = &part.named {
        line(out, depth, &reason(entry));
    }
    line(out, depth, &format!("from {}", sources.place(part.place)));
    places(out, depth, "and from", &part.also, sources);
    let (equal, other): (Vec<&Again>, Vec<_>) =
        part.again.iter().partition(|it| it.differs.is_none());
    let equal: Vec<Span> = equal.into_iter().map(|it| it.place).collect();
    places(out, depth, "the same in", &equal, sources);
    for it in other.iter().take(PLACES) {
        let at = match it.differs.as_deref() {
            None | Some("") => "differs".to_owned(),
            Some(pointer) => format!("differs at `{pointer}`"),
        };
        line(out, depth, &format!("{at} in {}", sources.place(it.place)));
    }
    more(out, depth, other.len());
    places(
        out,
        depth,
        "changed by the action at",
        &part.changed,
        sources,
    );
    for (name, from) in &part.moved {
        let place = sources.place(*from);
        line(out, depth, &format!("{name} moved down from {place}"));
    }
    let holds = part.uses.iter();
    let holds = holds.map(|it| (format!("holds {}", it.name), &*it.at, it.span));
    table(out, depth, &holds.collect::<Vec<_>>(), sources);
    let stands = part.used.iter();
    let stands = stands.map(|it| (format!("stands in {}", it.at), "", it.span));
    table(out, depth, &stands.collect::<Vec<_>>(), sources);
}

/// `named by showTenant`
fn reason(entry: &Entry) -> String {
    let evidence = entry.evidence.as_deref().filter(|it| !it.is_empty());
    let mut reason = match (entry.by, evidence, &entry.note) {
        (By::Hand, _, Some(note)) => format!("named by hand: {note}"),
        (By::Hand, _, None) => "named by hand".to_owned(),
        (By::Evidence, Some(evidence), _) => format!("named by {evidence}"),
        (By::Evidence, None, _) => "named by the ledger".to_owned(),
    };
    if !entry.twins.is_empty() {
        let twins = entry.twins.join(", ");
        let _ = write!(reason, "; differs in prose only from {twins}");
    }
    reason
}

fn places(out: &mut String, depth: usize, what: &str, places: &[Span], sources: &SourceMap) {
    for place in places.iter().take(PLACES) {
        line(out, depth, &format!("{what} {}", sources.place(*place)));
    }
    more(out, depth, places.len());
}

fn table(out: &mut String, depth: usize, rows: &[(String, &str, Span)], sources: &SourceMap) {
    let shown = &rows[..rows.len().min(PLACES)];
    let wide = |it: &str| it.chars().count();
    let first = shown.iter().map(|it| wide(&it.0)).max().unwrap_or(0);
    let second = shown.iter().map(|it| wide(it.1)).max().unwrap_or(0);
    for (name, at, span) in shown {
        let place = sources.place(*span);
        let row = match second {
            0 => format!("{name:first$}  {place}"),
            _ => format!("{name:first$}  {at:second$}  {place}"),
        };
        line(out, depth, &row);
    }
    more(out, depth, rows.len());
}

fn more(out: &mut String, depth: usize, all: usize) {
    if all > PLACES {
        line(
            out,
            depth,
            &format!("and {}", counted(all - PLACES, "more place")),
        );
    }
}

fn line(out: &mut String, depth: usize, text: &str) {
    let _ = writeln!(out, "{:1$}{text}", "", 2 * depth);
}
