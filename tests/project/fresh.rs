//! The committed crate is what a run makes now, byte by byte, wherever it runs.

use crate::run::{RUN, committed, pages, run};
use oasmith::write::{Tree, compare, compare_file};
use oasmith_codegen::Shape;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_committed_crate_is_what_a_run_makes() {
    let tree = Tree::new(RUN.made.files.iter()).expect("paths inside the folder");
    let differences = compare(&committed(), &tree).expect("a folder that can be read");
    assert!(
        differences.is_empty(),
        "run `cargo run --release -- generate specs/portsip`: {differences:#?}"
    );
}

#[test]
fn the_name_ledger_is_what_a_run_keeps() {
    let path = RUN.api.ledger().expect("a ledger");
    let text = RUN.made.ledger.as_deref().expect("a ledger");
    assert_eq!(
        compare_file(&path, text).expect("a file that can be read"),
        None
    );
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let from = entry.expect("an entry").path();
        let to = to.join(from.file_name().expect("a name"));
        match from.is_dir() {
            true => copy(&from, &to),
            false => drop(fs::copy(&from, &to).expect("a copy")),
        }
    }
}

#[test]
fn the_output_does_not_depend_on_where_the_pages_are() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let folder = elsewhere.path().join("a b/ü");
    copy(&pages(), &folder);
    // Cargo runs tests in the package's folder: this is the way a person names it.
    for folder in [
        folder.as_path(),
        Path::new("specs/portsip"),
        Path::new("generated/../specs/./portsip/oasmith.toml"),
    ] {
        let other = run(folder, Shape::Crate);
        let files: Vec<_> = other.made.files.iter().collect();
        assert!(
            files == RUN.made.files.iter().collect::<Vec<_>>(),
            "{} gives other files",
            folder.display()
        );
        assert_eq!(other.made.ledger, RUN.made.ledger);
    }
}

#[test]
fn nothing_is_said_about_the_pages_that_needs_a_person() {
    let said: Vec<_> = RUN
        .findings
        .diagnostics
        .iter()
        .map(|it| it.code.id)
        .collect();
    assert_eq!(said, Vec::<&str>::new(), "{:#?}", RUN.findings.diagnostics);
}

#[test]
fn the_output_is_formatted() {
    let files = RUN
        .made
        .files
        .iter()
        .map(|(path, _)| committed().join(path));
    let files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|it| it == "rs"))
        .collect();
    let mut rustfmt = Command::new("rustfmt");
    // The crate is formatted as anyone's, not by settings of this project.
    rustfmt
        .args(["--check", "--edition", "2024", "--config-path", "/dev/null"])
        .args(files);
    let done = rustfmt.output().expect("rustfmt is part of the toolchain");
    let shown = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success(),
        "{}",
        shown.lines().take(12).collect::<Vec<_>>().join("\n")
    );
}
