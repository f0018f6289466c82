//! What a build script tells cargo.
//!
//! One instruction a line: a text from a document never gets to start one.

use std::io::{self, Write};
use std::path::Path;

use oasmith_source::{Diagnostic, Severity, SourceMap};

use crate::api::Api;
use crate::findings::Findings;

/// Every file that was read, and the folders in which new ones would be found.
pub fn watched(api: &Api, findings: &Findings, out_dir: &Path) -> Vec<String> {
    let mut watched: Vec<String> = Vec::new();
    watched.extend(api.config_file.iter().map(|it| it.display().to_string()));
    let files = findings.sources.iter();
    watched.extend(files.map(|(id, _)| findings.sources.path(id)));
    // Cargo looks into a folder as deep as it goes: one that holds what is being built would always have changed.
    let settled = |it: &String| !holds(&api.root.join(it), out_dir);
    watched.extend(
        folders(&api.config.sources)
            .into_iter()
            .filter(settled)
            .map(|it| api.path(&it).display().to_string()),
    );
    watched
}

fn holds(folder: &Path, file: &Path) -> bool {
    match (folder.canonicalize(), file.canonicalize()) {
        (Ok(folder), Ok(file)) => file.starts_with(folder),
        _ => false,
    }
}

/// The folders in which patterns look, relative to the root: `a/b` for `a/b/*.md`.
fn folders(patterns: &[String]) -> Vec<String> {
    if patterns.is_empty() {
        return vec![String::new()];
    }
    let mut folders: Vec<String> = Vec::new();
    for pattern in patterns {
        let plain = |it: &&str| !it.contains(['*', '?', '[', '{']);
        let parts: Vec<_> = pattern.split('/').collect();
        let folder: Vec<_> = parts.iter().copied().take_while(plain).collect();
        if folder.len() < parts.len() {
            folders.push(folder.join("/"));
        }
    }
    folders.dedup();
    folders
}

/// Writes the instructions.
pub fn tell(to: &mut dyn Write, watched: &[String], findings: &Findings) -> io::Result<()> {
    // Such a path cannot be told; the folder it is in is watched too.
    for path in watched.iter().filter(|it| !it.contains(['\n', '\r'])) {
        writeln!(to, "cargo::rerun-if-changed={path}")?;
    }
    for it in &findings.diagnostics {
        let key = match it.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => continue,
        };
        writeln!(to, "cargo::{key}={}", one_line(it, &findings.sources))?;
    }
    to.flush()
}

/// `specs/pets.md:12:3: the fact [OAS101] (first described here: specs/cats.md:8:3; help: the remedy)`
fn one_line(it: &Diagnostic, sources: &SourceMap) -> String {
    let place = |label: &oasmith_source::Label| sources.place(label.span);
    let start = it.primary.as_ref().map(|label| place(label) + ": ");
    let others = it
        .secondary
        .iter()
        .map(|label| format!("{}: {}", label.text, place(label)));
    let remedies = it.help.iter().map(|help| format!("help: {help}"));
    let notes: Vec<_> = others.chain(remedies).collect();
    let notes = match notes.is_empty() {
        true => String::new(),
        false => format!(" ({})", notes.join("; ")),
    };
    let start = start.unwrap_or_default();
    let line = format!("{start}{} [{}]{notes}", it.message, it.code.id);
    line.replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes;
    use oasmith_source::Span;

    #[test]
    fn folders_of_globs_are_watched_and_plain_paths_need_none() {
        let patterns =
            |it: &[&str]| folders(&it.iter().map(|it| it.to_string()).collect::<Vec<_>>());
        assert_eq!(patterns(&[]), [""]);
        assert_eq!(patterns(&["a/b.md", "*.md", "a/b/*/c.md"]), ["", "a/b"]);
    }

    #[test]
    fn a_line_break_in_a_text_does_not_start_an_instruction() {
        let mut findings = Findings {
            sources: SourceMap::new("specs/"),
            ..Findings::default()
        };
        let file = findings.sources.add("a.md", "x");
        findings.diagnostics.push(
            Diagnostic::error(&codes::CONFIG_VALUE, "bad\ncargo::rustc-env=X=1")
                .at(Span::new(file, 0, 1))
                .also(Span::new(file, 1, 1), "the other")
                .help("mend it"),
        );
        let mut told = Vec::new();
        let watched = ["a.md".to_owned(), "b\ncargo::x=1".to_owned()];
        tell(&mut told, &watched, &findings).unwrap();
        insta::assert_snapshot!(String::from_utf8(told).unwrap(), @"
        cargo::rerun-if-changed=a.md
        cargo::error=specs/a.md:1:1: bad cargo::rustc-env=X=1 [OAS903] (the other: specs/a.md:1:2; help: mend it)
        ");
    }
}
