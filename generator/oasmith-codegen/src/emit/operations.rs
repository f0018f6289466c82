//! The module `operations`: one file for each tag.

use super::exports::exports;
use super::names::{Home, ident, item};
use super::{Cx, Module, Shape, choice, operation};
use crate::ir::{Group, Method, Name};
use proc_macro2::Ident;
use quote::format_ident;

/// The module and its files.
pub(super) fn operations(cx: &Cx<'_>) -> Module {
    let names = cx.api.groups.iter().map(|group| {
        let names = group.methods.iter().flat_map(type_names);
        (ident(&group.module), names.collect())
    });
    let (exports, more) = exports(&names.collect::<Vec<_>>(), cx.shape);
    let files = cx.api.groups.iter().map(|it| file(it, cx));
    Module {
        name: "operations".to_owned(),
        is_public: true,
        feature: None,
        docs: vec!["Operations: what each takes, what it answers, and how both travel.".to_owned()],
        items: exports,
        text: None,
        children: files.chain(more).collect(),
    }
}

fn file(group: &Group, cx: &Cx<'_>) -> Module {
    let docs = super::docs::sanitise(&format!("Operations {}.", group.shared));
    let (module, methods) = (group.module.as_str(), group.methods.iter());
    if !is_split(group, cx) {
        let items = methods.map(|it| operation::operation(it, cx)).collect();
        return Module::file(module, docs, items);
    }
    let names = methods
        .clone()
        .map(|it| (module_of(it), type_names(it).collect()));
    let (exports, more) = exports(&names.collect::<Vec<_>>(), cx.shape);
    let parts = methods.map(|it| {
        let items = operation::operation(it, cx);
        Module::file(module_of(it).to_string(), Vec::new(), items)
    });
    Module {
        children: parts.chain(more).collect(),
        ..Module::file(module, docs, exports)
    }
}

/// How many operations stand in one file, and how many types of theirs: answers with headers have one each.
const MOST_IN_FILE: usize = 64;
const MOST_TYPES_IN_FILE: usize = 220;

/// Whether each operation has a file of its own. What is one file anyway is not parted.
pub(super) fn is_split(group: &Group, cx: &Cx<'_>) -> bool {
    let types = || group.methods.iter().flat_map(types).count();
    let is_long = || group.methods.len() > MOST_IN_FILE || types() > MOST_TYPES_IN_FILE;
    cx.shape == Shape::Crate && is_long()
}

/// A module is a file, whose name cannot be a raw identifier.
pub(super) fn module_of(it: &Method) -> Ident {
    let name = it.name.as_str();
    match name.strip_prefix("r#") {
        Some(keyword) => format_ident!("{keyword}_"),
        None => format_ident!("{name}"),
    }
}

fn type_names(it: &Method) -> impl Iterator<Item = Ident> {
    types(it).map(|it| item(Home::Operations, it))
}

/// The types that come with an operation.
fn types(it: &Method) -> impl Iterator<Item = &Name> {
    let body = choice::of(it).map(|it| &it.name);
    let errors = it.error.shared_types().iter().chain(it.error.types());
    let answers = it.output.types().chain(errors);
    std::iter::once(&it.input).chain(body).chain(answers)
}
