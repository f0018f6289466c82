//! `[generate.pagination]`: how lists are read page by page, where names do not tell.

use indexmap::IndexMap;
use oasmith_codegen::{PageRule, Pagination};
use toml::de::{DeTable, DeValue};

use super::table::{Faults, in_file_order};

/// `listPets = { by = "page", param = "p" }`, or `false`.
pub(super) fn read(table: &DeTable<'_>, faults: &mut Faults) -> IndexMap<String, Pagination> {
    let mut all = IndexMap::new();
    for (operation, value) in in_file_order(table) {
        let said = match value.get_ref() {
            DeValue::Boolean(false) => Some(Pagination::Off),
            DeValue::Table(words) => rule(words, value.span(), faults).map(Pagination::By),
            _ => {
                let message = format!("`{}` is neither a table nor false", operation.get_ref());
                faults.value(value.span(), message);
                None
            }
        };
        if let Some(said) = said {
            all.insert(operation.get_ref().clone().into_owned(), said);
        }
    }
    all
}

fn rule(
    words: &DeTable<'_>,
    whole: std::ops::Range<usize>,
    faults: &mut Faults,
) -> Option<PageRule> {
    let words = in_file_order(words);
    let mut texts = Vec::new();
    for (word, value) in &words {
        let text: &str = match value.get_ref() {
            DeValue::String(it) => it,
            DeValue::Integer(it) => it.as_str(),
            _ => {
                let message = format!("`{}` is neither a string nor a number", word.get_ref());
                faults.value(value.span(), message);
                return None;
            }
        };
        let word: &str = word.get_ref();
        texts.push((word, text));
    }
    match PageRule::read(&texts) {
        Ok(rule) => Some(rule),
        Err((at, message)) => {
            faults.value(at.map_or(whole, |at| words[at].1.span()), message);
            None
        }
    }
}
