//! The sources of an API as a git revision had them.
//!
//! In: the names of files, a revision. Out: their texts, by git, the only program that the library runs. A file that the
//! revision lacks is left out.

use std::path::Path;
use std::process::Command;

use oasmith_source::{Diagnostic, FileId, SourceMap};
use oasmith_spec::load;

use crate::api::Api;
use crate::codes;
use crate::findings::{Findings, Stopped};

/// The files of a run as a revision had them, and which of them are the sources.
pub fn sources(
    revision: &str,
    api: &Api,
    files: &[FileId],
    findings: &mut Findings,
) -> Result<(SourceMap, Vec<FileId>), Stopped> {
    let commit = match commit(revision, &api.root) {
        Ok(commit) => commit,
        Err(said) => {
            let message = format!("the revision `{revision}` cannot be read: {said}");
            let fault = Diagnostic::error(&codes::REVISION_UNREADABLE, message);
            return findings.stop(fault.help("fetch it first"));
        }
    };
    let mut then = SourceMap::new(&api.shown_root);
    let mut kept = Vec::new();
    for (file, source) in findings.sources.iter() {
        let Some(text) = text(&commit, source.name(), &api.root) else {
            continue;
        };
        let id = then.add(source.name(), text);
        if files.contains(&file) {
            kept.push(id);
        }
    }
    Ok((then, kept))
}

/// The commit that a revision names. Nothing that a person gives is taken for an option.
fn commit(revision: &str, folder: &Path) -> Result<String, String> {
    let name = format!("{revision}^{{commit}}");
    let output = Command::new("git")
        .args(["rev-parse", "--verify", "--end-of-options", &name])
        .current_dir(folder)
        .output();
    match output {
        Ok(it) if it.status.success() => Ok(String::from_utf8_lossy(&it.stdout).trim().to_owned()),
        Ok(it) => {
            let said = String::from_utf8_lossy(&it.stderr);
            let line = said.lines().next().unwrap_or("git says nothing");
            Err(line.trim_start_matches("fatal: ").to_owned())
        }
        Err(error) => Err(error.to_string()),
    }
}

fn text(commit: &str, name: &str, folder: &Path) -> Option<String> {
    // Relative to the folder, wherever in the repository that is.
    let object = match name.starts_with('/') {
        true => return None,
        false => format!("{commit}:./{name}"),
    };
    let mut git = Command::new("git");
    let output = git.args(["show", &object]).current_dir(folder).output();
    let output = output.ok().filter(|it| it.status.success())?;
    load::decoded(output.stdout)
}
