//! `[merge.clashes]`: what happens where two sources say different things about one.

use oasmith_spec::merge::{Choice, NameChoice, Policies};
use toml::de::DeTable;

use super::table::{Faults, Table};

const CHOICES: [&str; 4] = ["error", "warn", "first", "last"];
const NAME_CHOICES: [&str; 4] = ["error", "first", "last", "rename"];

pub(super) fn read(table: &DeTable<'_>, faults: &mut Faults) -> Policies {
    let default = Policies::default();
    let mut table = Table::new("`[merge.clashes]`", table);
    let policies = Policies {
        operations: choice(&mut table, "operations", faults).unwrap_or(default.operations),
        components: name_choice(&mut table, "components", faults).unwrap_or(default.components),
        parts: name_choice(&mut table, "parts", faults).unwrap_or(default.parts),
        operation_ids: name_choice(&mut table, "operation_ids", faults)
            .unwrap_or(default.operation_ids),
        tags: choice(&mut table, "tags", faults).unwrap_or(default.tags),
        info: choice(&mut table, "info", faults).unwrap_or(default.info),
    };
    table.finish(faults);
    policies
}

fn choice(table: &mut Table<'_, '_>, key: &'static str, faults: &mut Faults) -> Option<Choice> {
    let (word, at) = table.string(key, faults)?;
    match word {
        "error" => return Some(Choice::Error),
        "warn" => return Some(Choice::Warn),
        "first" => return Some(Choice::First),
        "last" => return Some(Choice::Last),
        "rename" => faults.value(at, format!("`{key}` cannot be `rename`: {}", identity(key))),
        _ => faults.choice(at, "policy", word, &CHOICES),
    }
    None
}

/// Why a second one of equal name cannot have another.
fn identity(key: &str) -> &'static str {
    match key {
        "operations" => "an operation is its method and path, and another path is another request",
        "tags" => "operations name their tags, and both mean the same group",
        _ => "a document has one",
    }
}

fn name_choice(
    table: &mut Table<'_, '_>,
    key: &'static str,
    faults: &mut Faults,
) -> Option<NameChoice> {
    let (word, at) = table.string(key, faults)?;
    match word {
        "error" => return Some(NameChoice::Error),
        "first" => return Some(NameChoice::First),
        "last" => return Some(NameChoice::Last),
        "rename" => return Some(NameChoice::Rename),
        _ => faults.choice(at, "policy", word, &NAME_CHOICES),
    }
    None
}
