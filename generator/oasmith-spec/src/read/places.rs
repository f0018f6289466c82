//! Takes the paths of a document for what they mean: see [`template`].
//!
//! In: the document that was just read. Out: the same, whose templates have a plain name between braces.

use super::parameters_fit::follow;
use crate::codes::PATH_PARAMETER;
use crate::model::{Components, Document, ParameterPlace, PathItem};
use crate::node::Node;
use crate::template;
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics};
use std::collections::{HashMap, HashSet};

/// Takes each place for what its plain name says, unless a parameter has the longer one.
pub fn plain(document: &mut Document, diagnostics: &mut Diagnostics) {
    let is_odd = |(path, item): (&String, &PathItem)| {
        let names = declared(item, &document.components);
        template::plain(path, &|it| names.contains(it)).is_some()
    };
    if !document.paths.iter().any(is_odd) {
        return;
    }
    let written: HashSet<String> = document.paths.keys().cloned().collect();
    let mut paths: IndexMap<String, PathItem> = IndexMap::new();
    for (path, item) in std::mem::take(&mut document.paths) {
        let names = declared(&item, &document.components);
        let is_free = |it: &String| !written.contains(it) && !paths.contains_key(it);
        let plain = template::plain(&path, &|it| names.contains(it)).filter(is_free);
        if let Some(plain) = &plain {
            document.taken_as.push((path.clone(), plain.clone()));
            let message = format!("the path `{path}` is taken as `{plain}`");
            let fault = Diagnostic::warning(&PATH_PARAMETER, message).at(item.key_span);
            diagnostics.push(fault.help("between braces stands the name of a parameter"));
        }
        paths.insert(plain.unwrap_or(path), item);
    }
    document.paths = paths;
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
