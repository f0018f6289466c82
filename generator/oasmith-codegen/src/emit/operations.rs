//! The module `operations`: one file for each tag.

use super::names::{Home, ident, item};
use super::{Cx, Module, Shape, choice, operation};
use crate::ir::{Group, Method, Name};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The module and its files.
pub(super) fn operations(cx: &Cx<'_>) -> Module {
    let exports = cx.api.groups.iter().map(exports);
    Module {
        name: "operations".to_owned(),
        is_public: true,
        feature: None,
        docs: vec!["Operations: what each takes, what it answers, and how both travel.".to_owned()],
        items: exports.collect(),
        text: None,
        children: cx.api.groups.iter().map(|it| file(it, cx)).collect(),
    }
}

fn file(group: &Group, cx: &Cx<'_>) -> Module {
    let docs = super::docs::sanitise(&format!("Operations {}.", group.shared));
    let (module, methods) = (group.module.as_str(), group.methods.iter());
    if !is_split(group, cx) {
        let items = methods.map(|it| operation::operation(it, cx)).collect();
        return Module::file(module, docs, items);
    }
    let parts = methods.clone().map(|it| {
        let items = operation::operation(it, cx);
        Module::file(module_of(it).to_string(), Vec::new(), items)
    });
    Module {
        children: parts.collect(),
        ..Module::file(module, docs, methods.map(reexports).collect())
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

fn reexports(it: &Method) -> TokenStream {
    let module = module_of(it);
    let names = types(it).map(|it| item(Home::Operations, it));
    quote!(pub use #module::{#(#names),*};)
}

fn exports(group: &Group) -> TokenStream {
    let module = ident(&group.module);
    let names = group
        .methods
        .iter()
        .flat_map(types)
        .map(|it| item(Home::Operations, it));
    quote!(pub use #module::{#(#names),*};)
}

/// The types that come with an operation.
fn types(it: &Method) -> impl Iterator<Item = &Name> {
    let body = choice::of(it).map(|it| &it.name);
    let answers = it.output.types().chain(it.error.types());
    std::iter::once(&it.input).chain(body).chain(answers)
}
