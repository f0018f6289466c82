//! What each construct looks like, one at a time.

mod checks;
pub(crate) mod everything;
mod formatting;
mod models;
mod operations;
mod package;
pub(crate) mod sample;
mod sides;

use crate::ir::Api;
use crate::{Shape, generate};

/// The text of one generated file.
fn file(api: &Api, path: &str) -> String {
    let files = generate(api, Shape::Crate, "{}");
    files.get(path).unwrap_or_default().to_owned()
}

/// An item of a file with its documentation and attributes, by how its first line begins.
fn item(api: &Api, path: &str, begins: &str) -> String {
    let text = file(api, path);
    let items = text.split("\n\n");
    let is_it = |it: &&str| it.lines().any(|line| line.starts_with(begins));
    let start = items
        .clone()
        .position(|it| is_it(&it))
        .unwrap_or(usize::MAX);
    let mut parts = Vec::new();
    for part in items.skip(start) {
        parts.push(part);
        // Blank lines inside of an item part it as well.
        if part
            .lines()
            .last()
            .is_some_and(|line| line.starts_with(['}', ']']) || line.ends_with("{}"))
        {
            break;
        }
    }
    parts.join("\n\n").trim_end().to_owned()
}
