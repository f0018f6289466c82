//! Imports and module declarations: sorted and wrapped as rustfmt does.

use super::flat::{flat, width};
use super::list::fill;
use super::{STEP, WIDTH, item, pad};
use std::cmp::Ordering;
use syn::{ItemUse, UseTree};

/// A run of imports.
pub(super) fn uses(run: &[&ItemUse], indent: usize, out: &mut String) {
    let mut lines: Vec<(String, Vec<String>, &ItemUse)> = run
        .iter()
        .map(|it| (path(&it.tree), names(&it.tree), *it))
        .collect();
    lines.sort_by(|a, b| by_path((&a.0, &a.1), (&b.0, &b.1)));
    for (path, names, it) in lines {
        for attribute in &it.attrs {
            item::attribute(attribute, indent, out);
        }
        let vis = flat(&it.vis);
        let head = if vis.is_empty() {
            "use ".to_owned()
        } else {
            format!("{vis} use ")
        };
        pad(indent, out);
        out.push_str(&tree(&head, &path, &names, indent));
        out.push('\n');
    }
}

fn tree(head: &str, path: &str, names: &[String], indent: usize) -> String {
    let single = match names {
        [only] if path.is_empty() => format!("{head}{only};"),
        [only] => format!("{head}{path}::{only};"),
        _ => format!("{head}{path}::{{{}}};", names.join(", ")),
    };
    // rustfmt keeps two columns free behind a list.
    if indent + width(&single) <= WIDTH - 2 || names.len() < 2 {
        return single;
    }
    let mut text = format!("{head}{path}::{{\n");
    fill(names, indent + STEP, &mut text);
    pad(indent, &mut text);
    text + "};"
}

/// What stands before the names.
fn path(tree: &UseTree) -> String {
    let mut segments = Vec::new();
    let mut rest = tree;
    while let UseTree::Path(it) = rest {
        segments.push(it.ident.to_string());
        rest = &it.tree;
    }
    segments.join("::")
}

/// The names, sorted.
fn names(tree: &UseTree) -> Vec<String> {
    match tree {
        UseTree::Path(it) => names(&it.tree),
        UseTree::Group(it) => {
            let mut all: Vec<String> = it.items.iter().map(name).collect();
            all.sort_by(|a, b| by_segment(a, b));
            all.dedup();
            all
        }
        other => vec![name(other)],
    }
}

fn name(tree: &UseTree) -> String {
    match tree {
        UseTree::Name(it) => it.ident.to_string(),
        other => flat(other),
    }
}

/// Segment by segment; a list comes behind every name.
fn by_path(a: (&str, &[String]), b: (&str, &[String])) -> Ordering {
    let (left, right) = (segments(a), segments(b));
    for index in 0.. {
        let ordering = match (left.get(index), right.get(index)) {
            (Some(x), Some(y)) => by_segment(x, y),
            (Some(_), None) => return Ordering::Less,
            (None, Some(_)) => return Ordering::Greater,
            (None, None) => return a.1.cmp(b.1),
        };
        if ordering.is_ne() {
            return ordering;
        }
    }
    Ordering::Equal
}

fn segments<'a>((path, names): (&'a str, &'a [String])) -> Vec<&'a str> {
    let path = path.split("::").filter(|it| !it.is_empty());
    let only = names.iter().take(if names.len() == 1 { 1 } else { 0 });
    path.chain(only.map(String::as_str)).collect()
}

/// `self`, `super`, `crate`, then everything else in the order of versions, capitals first.
fn by_segment(a: &str, b: &str) -> Ordering {
    rank(a)
        .cmp(&rank(b))
        .then_with(|| version(plain(a), plain(b)))
}

fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

fn rank(name: &str) -> usize {
    let first = ["self", "super", "crate"];
    first
        .iter()
        .position(|it| *it == name)
        .unwrap_or(first.len())
}

/// `a2` before `a10`: the "version sort" of the Rust style guide, edition 2024.
fn version(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    while let (Some(x), Some(y)) = (left.chars().next(), right.chars().next()) {
        let ordering = match (number(&mut left), number(&mut right)) {
            (Some(n), Some(m)) => n.len().cmp(&m.len()).then_with(|| n.cmp(m)),
            // `_` comes before every other character.
            _ => (x != '_', x).cmp(&(y != '_', y)),
        };
        if ordering.is_ne() {
            return ordering;
        }
        if x == y && !x.is_ascii_digit() {
            (left, right) = (&left[x.len_utf8()..], &right[y.len_utf8()..]);
        }
    }
    // Leading zeroes decide at last, the longer number first.
    left.len()
        .cmp(&right.len())
        .then_with(|| b.len().cmp(&a.len()))
}

/// Takes a number off the front, without its leading zeroes.
fn number<'a>(text: &mut &'a str) -> Option<&'a str> {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    if digits.is_empty() {
        return None;
    }
    *text = rest;
    Some(digits.trim_start_matches('0'))
}
