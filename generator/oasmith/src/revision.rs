//! The sources of an API as a git revision had them.
//!
//! In: the names of files, a revision. Out: their texts, by git, the only program that the library runs. A file that the
//! revision lacks is left out.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

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
    let names: Vec<&str> = findings.sources.iter().map(|it| it.1.name()).collect();
    let texts = texts(&commit, &names, &api.root).unwrap_or_default();
    for ((file, source), text) in findings.sources.iter().zip(texts) {
        let Some(text) = text.and_then(load::decoded) else {
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

/// The bytes of each file, by one process, since an API may have thousands of them.
fn texts(commit: &str, names: &[&str], folder: &Path) -> io::Result<Vec<Option<Vec<u8>>>> {
    let mut git = Command::new("git")
        .args(["cat-file", "--batch"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let (Some(mut ask), Some(answers)) = (git.stdin.take(), git.stdout.take()) else {
        unreachable!("both are pipes");
    };
    let mut answers = BufReader::new(answers);
    let texts = std::thread::scope(|scope| {
        // Asked and read at once: neither pipe has room for all.
        scope.spawn(move || {
            names
                .iter()
                .try_for_each(|it| writeln!(ask, "{}", object(commit, it)))
        });
        names.iter().map(|_| answer(&mut answers)).collect()
    });
    git.wait()?;
    texts
}

/// What git calls a file: its name is relative to the folder, wherever in the repository that is.
fn object(commit: &str, name: &str) -> String {
    match name.starts_with('/') || name.contains('\n') {
        // Names nothing.
        true => format!("{commit}:"),
        false => format!("{commit}:./{name}"),
    }
}

/// `<id> blob <length>`, a line of its own, before the bytes and a line's end; anything else is no file.
fn answer(answers: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    let mut words = head.trim_end().rsplit(' ');
    let length: Option<usize> = words.next().and_then(|it| it.parse().ok());
    let kind = words.next();
    let (Some(length), Some(kind)) = (length, kind) else {
        return Ok(None);
    };
    let mut bytes = vec![0; length];
    answers.read_exact(&mut bytes)?;
    answers.read_exact(&mut [0])?;
    Ok((kind == "blob").then_some(bytes))
}
