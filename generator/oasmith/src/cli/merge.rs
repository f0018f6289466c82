//! `oasmith merge`

use std::path::Path;

use oasmith::api::Holds;
use oasmith::config::Recover;
use oasmith::findings::{Faults, Findings, Stopped};
use oasmith::pipeline::Merged;
use oasmith::report::counted;
use oasmith::{Api, api, codes, overlays, pipeline, write};
use oasmith_source::{Code, Diagnostic, Diagnostics, Severity};
use oasmith_spec::dereference::{Options, Siblings, dereference};
use oasmith_spec::overlay::Unmatched;
use oasmith_spec::write::Comments;
use oasmith_spec::{Node, codes as spec_codes, parts, read, resolve};

use super::args::Merge;
use super::convert::convert;
use super::{Said, merge_explain};

/// How a document is written.
#[derive(Clone, Copy)]
enum Format {
    Yaml,
    Json,
}

pub fn run(args: &Merge, findings: &mut Findings) -> Result<Said, Stopped> {
    let format = match &args.output {
        Some(file) => format(file, findings)?,
        None => Format::Yaml,
    };
    let mut api = api::open_all(&args.api, findings)?;
    api.widen(args.root.as_deref(), findings)?;
    if args.no_recover || args.dereference {
        api.config.recover = Recover::Nothing;
    }
    for file in &args.overlay {
        overlays::add(file, &mut api, findings)?;
    }
    if args.strict_overlays {
        api.config.unmatched = Unmatched::Refuse;
    }
    if let Some(what) = &args.explain {
        return merge_explain::run(what, &api, findings);
    }
    let mut merged = pipeline::merged(&api, Faults::Stop, findings)?;
    refuse_faulty(&merged.document, findings)?;
    if let Some(file) = &args.output {
        api.check_not_source(file, Holds::Document, findings)?;
    }
    if args.dereference {
        let options = Options::new(Siblings::Wrapped);
        merged.document = findings.take(dereference(&merged.document, &options))?;
    }
    let comments = pipeline::comments(&merged, findings);
    let operations = count_operations(&merged.document);
    if !args.no_origins {
        merged.document = oasmith_spec::merge::with_origins(merged.document, &findings.sources);
    }
    if let Some(version) = args.version {
        merged.document = convert(merged.document, version, findings)?;
    }
    let text = match format {
        Format::Yaml => yaml(&merged.document, comments.as_ref()),
        Format::Json => oasmith_spec::write::json(&merged.document),
    };
    let said = match &args.output {
        None => text,
        Some(file) => match write::file(file, &text) {
            Ok(_) => format!("{}: {operations}\n", file.display()),
            Err(fault) => return findings.stop(fault.diagnostic()),
        },
    };
    // Names are kept of what has been written.
    keep_ledger(&api, &merged, findings)?;
    Ok(Said::fine(said))
}

/// What cannot be read once everything is in one document, and references that lead nowhere.
fn refuse_faulty(document: &Node, findings: &mut Findings) -> Result<(), Stopped> {
    let (read, said) = read::read(document);
    let is_lost = |it: &Diagnostic| LOST.iter().any(|code| code.id == it.code.id);
    let mut faults = Diagnostics::default();
    let said = said.into_iter();
    faults.extend(said.filter(|it| it.severity == Severity::Error || is_lost(it)));
    if let Some(read) = read {
        let (_, said) = resolve::resolve(read, document, &findings.sources);
        faults.extend(said.into_iter().filter(is_lost));
    }
    findings.take((Some(()), faults))
}

const LOST: [&Code; 6] = [
    &spec_codes::REF_UNRESOLVED,
    &spec_codes::REF_OUTSIDE_ROOT,
    &spec_codes::REF_REMOTE,
    &spec_codes::REF_WRONG_KIND,
    &spec_codes::REF_CYCLE,
    &spec_codes::REF_OTHER_FILE,
];

fn yaml(document: &Node, comments: Option<&Comments>) -> String {
    match comments {
        Some(comments) => oasmith_spec::write::yaml_with_comments(document, comments),
        None => oasmith_spec::write::yaml(document),
    }
}

/// By the ending of the file.
fn format(file: &Path, findings: &mut Findings) -> Result<Format, Stopped> {
    let ending = file.extension().and_then(|it| it.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("yaml" | "yml") => Ok(Format::Yaml),
        Some("json") => Ok(Format::Json),
        _ => findings.stop(
            Diagnostic::error(
                &codes::OUTPUT_FORMAT,
                format!(
                    "`{}` is neither YAML nor JSON by its ending",
                    file.display()
                ),
            )
            .help("end the name in `.yaml`, `.yml` or `.json`"),
        ),
    }
}

fn keep_ledger(api: &Api, merged: &Merged, findings: &mut Findings) -> Result<(), Stopped> {
    let (Some(path), Some(text)) = (api.ledger(), &merged.ledger) else {
        return Ok(());
    };
    match write::file(&path, text) {
        Ok(_) => Ok(()),
        Err(fault) => findings.stop(fault.diagnostic()),
    }
}

/// `73 operations on 49 paths`
fn count_operations(document: &Node) -> String {
    let paths = document.get("paths").and_then(Node::as_object);
    let items = || paths.into_iter().flat_map(|it| it.iter());
    let operations: usize = items()
        .filter_map(|it| behind(document, &it.value).as_object())
        .map(|item| {
            let operations = item.iter().map(parts::operations);
            operations.map(<[_]>::len).sum::<usize>()
        })
        .sum();
    format!(
        "{} on {}",
        counted(operations, "operation"),
        counted(items().count(), "path")
    )
}

/// A path item may be a component (OAS 3.1, Path Item Object).
fn behind<'d>(document: &'d Node, item: &'d Node) -> &'d Node {
    let reference = item.get("$ref").and_then(Node::as_str);
    let pointer = reference.and_then(|it| it.strip_prefix('#'));
    pointer.and_then(|it| document.pointer(it)).unwrap_or(item)
}
