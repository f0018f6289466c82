//! The module `operations`: one file for each tag.

use super::names::{Home, ident, item};
use super::{Cx, Module, Shape, operation};
use crate::ir::{ErrorBody, Group, Method, Name, Output};
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
    Module {
        name: group.module.as_str().to_owned(),
        is_public: false,
        feature: None,
        docs: super::docs::sanitise(&format!("Operations tagged {}.", group.tag)),
        items: if is_split(group, cx) {
            group.methods.iter().map(reexports).collect()
        } else {
            group
                .methods
                .iter()
                .map(|it| operation::operation(it, cx))
                .collect()
        },
        text: None,
        children: if is_split(group, cx) {
            group.methods.iter().map(|it| single(it, cx)).collect()
        } else {
            Vec::new()
        },
    }
}

/// How many operations stand in one file.
const MOST_IN_FILE: usize = 64;

/// Whether each operation has a file of its own. What is one file anyway is not parted.
pub(super) fn is_split(group: &Group, cx: &Cx<'_>) -> bool {
    cx.shape == Shape::Crate && group.methods.len() > MOST_IN_FILE
}

/// The file of one operation.
fn single(it: &Method, cx: &Cx<'_>) -> Module {
    Module {
        name: module_of(it).to_string(),
        is_public: false,
        feature: None,
        docs: Vec::new(),
        items: operation::operation(it, cx),
        text: None,
        children: Vec::new(),
    }
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
    let output = match &it.output {
        Output::Plain(_) => None,
        Output::WithHeaders { name, .. } | Output::Several { name, .. } => Some(name),
    };
    let error = match &it.error {
        ErrorBody::Untyped { .. } => None,
        ErrorBody::Typed { name, .. } => Some(name),
    };
    [Some(&it.input), output, error].into_iter().flatten()
}
