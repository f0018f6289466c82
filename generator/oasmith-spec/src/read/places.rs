//! What the places of path templates are called.
//!
//! In: the document that was just read. Out: the same, whose templates have a plain name between braces. OAS knows no
//! other (OAS 3.1, 4.8.1), but documents are made from notations that do: `{+name}`, `{path*}` and `{.format}` (RFC
//! 6570), `{*path}` and `{path...}` of routers, `{id:[0-9]+}`, `{{id}}`. What such a notation asks for beside the name is
//! lost: a place holds one segment. `{?page,size}` at the end is a query, which is no part of a path.
//! `{name=projects/*}` (google.api.http) is several segments, and becomes what it means: `projects/{project}`.

use super::parameters_fit::follow;
use crate::codes::PATH_PARAMETER;
use crate::model::{Components, Document, ParameterPlace, PathItem};
use crate::plural::singular;
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics};
use std::collections::HashSet;

/// Takes each place for what its plain name says, unless a parameter has the longer one.
pub fn plain(document: &mut Document, diagnostics: &mut Diagnostics) {
    let is_odd = |(path, item): (&String, &PathItem)| {
        with_plain_names(path, &declared(item, &document.components)).is_some()
    };
    if !document.paths.iter().any(is_odd) {
        return;
    }
    let written: HashSet<String> = document.paths.keys().cloned().collect();
    let mut paths: IndexMap<String, PathItem> = IndexMap::new();
    for (path, item) in std::mem::take(&mut document.paths) {
        let names = declared(&item, &document.components);
        let is_free = |it: &String| !written.contains(it) && !paths.contains_key(it);
        let plain = with_plain_names(&path, &names).filter(is_free);
        if let Some(plain) = &plain {
            let message = format!("the path `{path}` is taken as `{plain}`");
            let fault = Diagnostic::warning(&PATH_PARAMETER, message).at(item.key_span);
            diagnostics.push(fault.help("between braces stands the name of a parameter"));
        }
        paths.insert(plain.unwrap_or(path), item);
    }
    document.paths = paths;
}

/// The names of all path parameters of a path and its operations.
fn declared<'a>(item: &'a PathItem, components: &'a Components) -> HashSet<&'a str> {
    let own = item.operations.iter().flat_map(|it| &it.parameters);
    let all = item.parameters.iter().chain(own);
    all.filter_map(|it| follow(it, components))
        .filter(|it| it.place == ParameterPlace::Path)
        .map(|it| it.name.value.as_str())
        .collect()
}

/// The template with plain names, when it is another one.
fn with_plain_names(path: &str, declared: &HashSet<&str>) -> Option<String> {
    let (mut plain, mut rest, mut is_changed) = (String::new(), path, false);
    while let Some((before, after)) = rest.split_once('{') {
        let end = end_of_place(after)?;
        let (inside, behind) = (&after[..end], &after[end + 1..]);
        plain.push_str(before);
        rest = behind;
        if let Some((_, segments)) = inside.split_once('=').filter(|it| it.1.contains('/')) {
            plain.push_str(&spelt_out(segments));
            is_changed = true;
            continue;
        }
        let can_stay = declared.contains(inside) && !inside.contains(['/', '{', '}']);
        if !can_stay && inside.starts_with(['?', '&']) && rest.is_empty() {
            is_changed = true;
            break;
        }
        let (sign, inside) = without_sign(inside, declared);
        let name = if can_stay { inside } else { name(inside) };
        is_changed |= name != inside || !sign.is_empty();
        plain.extend([sign, "{", name, "}"]);
    }
    plain.push_str(rest);
    is_changed.then_some(plain)
}

/// RFC 6570, 3.2.5 and 3.2.6: what `.` and `/` in front of a name say stands in front of its value.
fn without_sign<'p>(place: &'p str, declared: &HashSet<&str>) -> (&'p str, &'p str) {
    let (sign, after) = place.split_at(usize::from(place.starts_with(['.', '/'])));
    match declared.contains(name(after)) {
        true => (sign, after),
        false => ("", place),
    }
}

/// Segments, each `*` of which is a place that is called as the segment before: `projects/*/books/*`.
fn spelt_out(segments: &str) -> String {
    let mut before = "";
    let each = segments.split('/').enumerate().map(|(at, segment)| {
        let is_place = segment.starts_with('*');
        let called = std::mem::replace(&mut before, segment);
        let is_name = !called.is_empty() && !called.contains(['*', '{', '}']);
        match (is_place, is_name) {
            (false, _) => segment.to_owned(),
            (true, true) => format!("{{{}}}", singular(called)),
            (true, false) => format!("{{part{}}}", at + 1),
        }
    });
    each.collect::<Vec<_>>().join("/")
}

/// Where the brace is closed; there may be pairs of braces inside.
fn end_of_place(inside: &str) -> Option<usize> {
    let mut open = 0;
    for (at, char) in inside.char_indices() {
        match char {
            '{' => open += 1,
            '}' if open == 0 => return Some(at),
            '}' => open -= 1,
            _ => {}
        }
    }
    None
}

/// What of a place is its name; all of it, when nothing else is.
fn name(place: &str) -> &str {
    let inner = place.trim_matches(['{', '}', ' ']);
    let inner = inner.trim_start_matches(['+', '*']);
    let end = inner.find(['=', ':']).unwrap_or(inner.len());
    let name = inner[..end].trim_end_matches(['*', '+', '?', ' ']);
    let name = name.strip_suffix("...").unwrap_or(name);
    let is_name = |c: char| c.is_alphanumeric() || "_-.$@".contains(c);
    match !name.is_empty() && name.chars().all(is_name) {
        true => name,
        false => place,
    }
}
