//! A name of its own for what another part calls the same.
//!
//! In: the name, and what its source is called. Out: the name with the words of the source, never with a number.

use crate::extract::heading;
use crate::node::Node;
use crate::recover::words::{pascal, split};
use oasmith_source::SourceMap;
use std::path::Path;

/// What a part is called, nearest first: the heading above it, as a page has many, its file, its title, and these
/// together.
pub(super) fn sources_words(part: &Node, sources: &SourceMap) -> Vec<Vec<String>> {
    let name = sources.file(part.span.file).name();
    let path = Path::new(name);
    let text = |it: Option<&std::ffi::OsStr>| split(it.and_then(|it| it.to_str()).unwrap_or(""));
    let stem = text(path.file_stem());
    let folder = text(path.parent().and_then(Path::file_name));
    let heading = split(&heading_above(part, sources).unwrap_or_default());
    let title = part.get("info").and_then(|it| it.get("title"));
    let title = split(title.and_then(Node::as_str).unwrap_or_default());
    let both = |a: &[String], b: &[String]| [a, b].concat();
    let mut all = vec![
        heading.clone(),
        stem.clone(),
        title.clone(),
        both(&stem, &heading),
        both(&folder, &stem),
        both(&title, &heading),
    ];
    all.retain(|it| !it.is_empty());
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
