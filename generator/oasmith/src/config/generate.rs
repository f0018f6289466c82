//! `[generate]`: what is made of the document.

use super::table::{Faults, Selection, Table, in_file_order, string};
use super::{Config, is_package_name, pagination};
use oasmith_codegen::ir::{FORMATS, Format, Targets, format_named};
use toml::de::DeTable;

/// The words that `targets` takes.
const TARGETS: [&str; 4] = ["client", "server", "mock", "docs"];

pub(super) fn read(table: &DeTable<'_>, config: &mut Config, faults: &mut Faults) {
    let mut table = Table::new("`[generate]`", table);
    if let Some(words) = table.strings("targets", faults) {
        let has = |target| words.iter().any(|(word, _)| *word == target);
        config.targets = Targets {
            client: has("client"),
            // A mock is a server that makes up what it says, and the page is served beside an API.
            server: has("server") || has("mock") || has("docs"),
            mock: has("mock"),
            docs: has("docs"),
        };
        for (word, at) in words.into_iter().filter(|(it, _)| !TARGETS.contains(it)) {
            faults.choice(at, "target", word, &TARGETS);
        }
    }
    if let Some(operations) = table.strings("operations", faults) {
        let operations = operations.into_iter();
        config.operations = operations.map(|(it, _)| it.to_owned()).collect();
    }
    if let Some(examples) = table.strings("examples", faults) {
        for (path, at) in examples {
            match is_program(path) {
                true => config.examples.push(path.to_owned()),
                false => faults.value(at, format!("`{path}` is not the name of a Rust program")),
            }
        }
    }
    if let Some(said) = table.table("pagination", faults) {
        config.pagination = pagination::read(said, faults);
    }
    if let Some(it) = table.flag("null_is_absent", faults) {
        config.null_is_absent = it;
    }
    if let Some(wanted) = table.selection("assert_formats", faults) {
        config.assert_formats = asserted(wanted, faults);
    }
    if let Some(formats) = table.table("formats", faults) {
        for (key, value) in in_file_order(formats) {
            if let Some((meaning, _)) = string(&format!("`{}`", key.get_ref()), value, faults) {
                let key = key.get_ref().clone().into_owned();
                config.formats.insert(key, meaning.to_owned());
            }
        }
    }
    table.finish(faults);
}

fn asserted(wanted: Selection<'_>, faults: &mut Faults) -> Vec<Format> {
    let names = FORMATS.map(|(name, _)| name);
    let mut asserted = Vec::new();
    match wanted {
        Selection::All => asserted.extend(FORMATS.map(|(_, format)| format)),
        Selection::None => {}
        Selection::These(words) => {
            for (word, at) in words {
                match format_named(word) {
                    Some(format) => asserted.push(format),
                    None => faults.choice(at, "format", word, &names),
                }
            }
        }
    }
    asserted
}

/// Whether a path ends in what cargo takes for the name of an example: `download_rules.rs`.
fn is_program(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.strip_suffix(".rs").is_some_and(is_package_name)
}
