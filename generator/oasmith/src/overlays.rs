//! The overlays of an API: which files they are, and that they are applied.
//!
//! In: a merged document, and names that are relative to the folder of the API. Out: the changed document.
//! What an overlay means is [`oasmith_spec::overlay`]'s.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use oasmith_source::{Diagnostic, Diagnostics, FileId, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::overlay::{self, Overlay};
use oasmith_spec::{Node, codes, load, merge, parse};

use crate::api::Api;
use crate::findings::{Faults, Findings, Stopped};

/// Applies the overlays of an API in their order.
pub fn apply(
    mut document: Node,
    api: &Api,
    faults: Faults,
    findings: &mut Findings,
) -> Result<Node, Stopped> {
    if api.config.overlays.is_empty() {
        return Ok(document);
    }
    let known: HashSet<PathBuf> = files(api, findings);
    let mut copies: Vec<Span> = Vec::new();
    for name in &api.config.overlays {
        let overlay = read(name, api, findings)?;
        copies.extend(overlay.copies());
        findings
            .diagnostics
            .extend(astray(&overlay, name, &known, api));
        let (changed, said) = overlay::apply(document, &overlay, api.config.unmatched);
        document = findings.take((Some(changed), said))?;
    }
    let said = merge::check_unique(&document, &copies);
    findings.take_confined((Some(document), said), faults)
}

/// The places of the actions of the overlays. What is wrong with these was said by [`apply`].
pub fn actions(api: &Api, findings: &mut Findings) -> Vec<Span> {
    let mut actions = Vec::new();
    for name in &api.config.overlays {
        let file = load::load_named(&mut findings.sources, &api.root, name).ok();
        let root = file.and_then(|it| tree(it, findings).0);
        let overlay = root.and_then(|it| overlay::read(&it).0);
        actions.extend(overlay.iter().flat_map(Overlay::actions));
    }
    actions
}

/// Leaves out what an overlay may still put right: [`apply`] looks once more.
pub fn postpone(said: Diagnostics, api: &Api) -> Diagnostics {
    if api.config.overlays.is_empty() {
        return said;
    }
    let again = [&codes::OPERATION_ID_TWICE, &codes::PATHS_EQUIVALENT];
    let mut left = Diagnostics::default();
    left.extend(said.into_iter().filter(|it| !again.contains(&it.code)));
    left
}

/// Adds an overlay that is named on the command line, by a path from the working folder.
pub fn add(file: &Path, api: &mut Api, findings: &mut Findings) -> Result<(), Stopped> {
    match relative(file, &api.root) {
        Some(name) => {
            api.config.overlays.push(name);
            Ok(())
        }
        None => findings.stop(missing(&file.display().to_string())),
    }
}

/// Whether a file of the API, by its name, is an overlay of it.
pub fn is_one(name: &str, api: &Api) -> bool {
    let plain = |it: &str| -> PathBuf {
        let parts = Path::new(it).components();
        parts.filter(|it| *it != Component::CurDir).collect()
    };
    api.config
        .overlays
        .iter()
        .any(|it| plain(it) == plain(name))
}

fn read(name: &str, api: &Api, findings: &mut Findings) -> Result<Overlay, Stopped> {
    let file = match load::load_named(&mut findings.sources, &api.root, name) {
        Ok(file) => file,
        Err(fault) if fault.code == &codes::FILE_MISSING => {
            return findings.stop(missing(&api.path(name).display().to_string()));
        }
        Err(fault) => return findings.stop(fault),
    };
    let shown = api.path(name).display().to_string();
    findings.sources.show_as(file, shown);
    let root = findings.take(tree(file, findings))?;
    findings.take(overlay::read(&root))
}

/// The files that a document is made of, as they are known to the disk.
fn files(api: &Api, findings: &Findings) -> HashSet<PathBuf> {
    let files = findings.sources.iter();
    files.map(|(_, it)| on_disk(it.name(), api)).collect()
}

fn on_disk(name: &str, api: &Api) -> PathBuf {
    let path = api.root.join(name);
    path.canonicalize().unwrap_or(path)
}

/// That an overlay is written for a file which is no part of what it is applied to.
fn astray(
    overlay: &Overlay,
    name: &str,
    known: &HashSet<PathBuf>,
    api: &Api,
) -> Option<Diagnostic> {
    let (file, span) = overlay.written_for(name)?;
    let shown = api.path(&file).display().to_string();
    let message =
        format!("the overlay is written for `{shown}`, which is not what it is applied to");
    let said = Diagnostic::warning(&codes::OVERLAY_NO_EFFECT, message).at(span);
    let said = said.help("correct `extends`, or leave it out where any document is meant");
    (!known.contains(&on_disk(&file, api))).then_some(said)
}

fn tree(file: FileId, findings: &Findings) -> (Option<Node>, Diagnostics) {
    let source = findings.sources.file(file);
    let format = match source.name().ends_with(".json") {
        true => Format::Json,
        false => Format::Yaml,
    };
    let span = Span::new(file, 0, source.text().len());
    parse::parse_at(&findings.sources, span, format)
}

fn missing(path: &str) -> Diagnostic {
    Diagnostic::error(
        &codes::FILE_MISSING,
        format!("the overlay `{path}` does not exist"),
    )
    .help("`overlays` is relative to `oasmith.toml`, and `--overlay` to the working folder")
}

/// A path from the folder of the API to a file, so that what is made does not depend on the working folder.
/// `None` when there is no such file.
fn relative(file: &Path, root: &Path) -> Option<String> {
    let (file, root) = (file.canonicalize().ok()?, root.canonicalize().ok()?);
    let common = file
        .components()
        .zip(root.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = root.components().skip(common).map(|_| Component::ParentDir);
    let path: PathBuf = up.chain(file.components().skip(common)).collect();
    Some(path.to_string_lossy().into_owned())
}
