//! Takes the paths of a document for what they mean: see [`template`].
//!
//! In: the document that was just read. Out: the same, whose templates have a plain name between braces.

use super::parameters_fit::follow;
use crate::codes::PATH_PARAMETER;
use crate::model::{Components, Document, ParameterPlace, PathItem};
use crate::node::Node;
use crate::template::{self, Meaning};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics};
use std::collections::{HashMap, HashSet};

/// Takes each place for what its plain name says, unless a parameter has the longer one.
pub fn plain(document: &mut Document, diagnostics: &mut Diagnostics) {
    let is_odd = |(path, item): (&String, &PathItem)| {
        let names = declared(item, &document.components);
        let meaning = template::meaning(path, &|it| names.contains(it));
        meaning.is_some_and(|it| it.path != *path || !it.wide.is_empty())
    };
    if !document.paths.iter().any(is_odd) {
        return;
    }
    let written: HashSet<String> = document.paths.keys().cloned().collect();
    let mut paths: IndexMap<String, PathItem> = IndexMap::new();
    for (path, mut item) in std::mem::take(&mut document.paths) {
        let names = declared(&item, &document.components);
        let is_free = |it: &Meaning| {
            it.path == path || (!written.contains(&it.path) && !paths.contains_key(&it.path))
        };
        let meaning = template::meaning(&path, &|it| names.contains(it)).filter(is_free);
        let meaning = meaning.unwrap_or_else(|| Meaning {
            path: path.clone(),
            ..Meaning::default()
        });
        if meaning.path != path {
            diagnostics.push(taken(&path, &meaning).at(item.key_span));
            document.taken_as.push((path, meaning.path.clone()));
        }
        item.wide = meaning.wide;
        item.spelt_out = meaning.spelt_out;
        paths.insert(meaning.path, item);
    }
    document.paths = paths;
}

fn taken(path: &str, meaning: &Meaning) -> Diagnostic {
    let mut message = format!("the path `{path}` is taken as `{}`", meaning.path);
    if !meaning.wide.is_empty() {
        let names = meaning.wide.iter().map(|it| format!("`{it}`"));
        let names = names.collect::<Vec<_>>().join(" and ");
        message += &format!(", where {names} may hold several segments");
    }
    let help = match meaning.spelt_out.is_empty() {
        true => "between braces stands the name of a parameter",
        false => "each `*` is a parameter of its own, called as the segment before it",
    };
    Diagnostic::warning(&PATH_PARAMETER, message).help(help)
}

/// Gives the tree that a document was read from the paths that it was taken for, so that both can be looked up by one
/// name.
pub fn write_plain(root: &mut Node, document: &Document) {
    let paths = root.as_object_mut().and_then(|it| it.get_mut("paths"));
    let Some(paths) = paths.and_then(Node::as_object_mut) else {
        return;
    };
    let taken: HashMap<&str, &str> = document
        .taken_as
        .iter()
        .map(|(written, plain)| (written.as_str(), plain.as_str()))
        .collect();
    for it in &mut paths.members {
        if let Some(plain) = taken.get(&*it.key.text) {
            it.key.text = (*plain).into();
        }
    }
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
