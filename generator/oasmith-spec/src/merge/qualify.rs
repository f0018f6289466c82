//! A name of its own for what another part calls the same.
//!
//! In: the name, and what its source is called. Out: the name with the words of the source, never with a number.

use crate::extract::heading;
use crate::node::Node;
use crate::recover::words::{pascal, split};
use oasmith_source::{FileId, SourceMap};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// What parts are called, nearest first.
pub(super) struct Called(Vec<Words>);

pub(super) struct Words {
    /// What tells the source of the part from all others.
    pub apart: Vec<Vec<String>>,
    pub others: Vec<Vec<String>>,
}

impl Words {
    pub(super) fn all(&self) -> impl Iterator<Item = &Vec<String>> + Clone {
        self.apart.iter().chain(&self.others)
    }
}

impl Called {
    pub(super) fn of(parts: &[Node], sources: &SourceMap) -> Self {
        let all: Vec<_> = parts.iter().map(|it| called(it, sources)).collect();
        let mut files: HashMap<Vec<String>, HashSet<FileId>> = HashMap::new();
        for (part, words) in parts.iter().zip(&all) {
            for words in words {
                let files = files.entry(words.clone()).or_default();
                files.insert(part.span.file);
            }
        }
        let words = |words: Vec<Vec<String>>| {
            let (apart, others) = words.into_iter().partition(|it| files[it].len() == 1);
            Words { apart, others }
        };
        Called(all.into_iter().map(words).collect())
    }

    pub(super) fn words(&self, part: usize) -> &Words {
        &self.0[part]
    }
}

/// Words that say that something is described, and not what: `openapi.json`, `Pets API`.
const SAYS_NOTHING: [&str; 17] = [
    "api", "apis", "doc", "docs", "document", "index", "json", "main", "open", "openapi", "root",
    "schema", "spec", "specs", "swagger", "the", "yaml",
];

/// Nearest first: the heading above a part, as a page has many, its file, the folders of that, its title, and these
/// together; and what says nothing of them in the end.
fn called(part: &Node, sources: &SourceMap) -> Vec<Vec<String>> {
    let path = Path::new(sources.file(part.span.file).name());
    let text = |it: Option<&std::ffi::OsStr>| split(it.and_then(|it| it.to_str()).unwrap_or(""));
    let stem = text(path.file_stem());
    let folders = path.ancestors().skip(1).map(|it| text(it.file_name()));
    let folders: Vec<_> = folders.collect();
    let heading = split(&heading_above(part, sources).unwrap_or_default());
    let title = part.get("info").and_then(|it| it.get("title"));
    let title = split(title.and_then(Node::as_str).unwrap_or_default());
    let says = |words: &[String]| -> Vec<String> {
        let said = words
            .iter()
            .filter(|it| !SAYS_NOTHING.contains(&it.as_str()));
        said.cloned().collect()
    };
    let both = |a: &[String], b: &[String]| [a, b].concat();
    let folder = folders.first().cloned().unwrap_or_default();
    let mut all = vec![heading.clone(), says(&stem)];
    all.extend(folders.iter().map(|it| says(it)));
    all.extend([
        says(&title),
        both(&says(&stem), &heading),
        both(&says(&folder), &says(&stem)),
        both(&says(&title), &heading),
        stem.clone(),
        title,
        both(&folder, &stem),
    ]);
    let mut seen = HashSet::new();
    all.retain(|it| !it.is_empty() && seen.insert(it.clone()));
    all
}

/// A heading further above a document than this many bytes is not its own.
const NEAR: usize = 1 << 14;

/// The nearest heading before a part of a Markdown page.
fn heading_above(part: &Node, sources: &SourceMap) -> Option<String> {
    let file = sources.file(part.span.file);
    let ending = Path::new(file.name()).extension()?.to_str()?;
    if !ending.starts_with("md") && ending != "markdown" {
        return None;
    }
    let start = part.span.start as usize;
    let near = start.saturating_sub(NEAR);
    let near = (near..=start).find(|it| file.text().is_char_boundary(*it))?;
    let before = file.text().get(near..start)?;
    before.lines().rev().find_map(heading::marked)
}

/// `Pet` of `billing.yaml` is `BillingPet`, in the style in which the name is written.
pub(super) fn before(name: &str, words: &[String]) -> String {
    for separator in ['.', '-', '_'] {
        if name.contains(separator) {
            let separator = separator.to_string();
            return format!("{}{separator}{name}", words.join(&separator));
        }
    }
    match name.starts_with(|it: char| it.is_lowercase()) {
        true => camel(words) + &capital(name),
        false => pascal(words) + name,
    }
}

/// `list` of the tag `Pets` is `listPets`, in the style in which the name is written.
pub(super) fn after(name: &str, words: &[String]) -> String {
    for separator in ['.', '-', '_'] {
        if name.contains(separator) {
            let separator = separator.to_string();
            return format!("{name}{separator}{}", words.join(&separator));
        }
    }
    format!("{name}{}", pascal(words))
}

/// Whether the words stand in the name already, so that saying them again would read badly.
pub(super) fn says(name: &str, words: &[String]) -> bool {
    split(name)
        .windows(words.len().max(1))
        .any(|it| it == words)
}

pub(super) fn ends_in_number(name: &str) -> bool {
    name.ends_with(|it: char| it.is_ascii_digit())
}

fn camel(words: &[String]) -> String {
    match words {
        [first, rest @ ..] => first.clone() + &pascal(rest),
        [] => String::new(),
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
