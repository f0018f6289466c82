//! The module `operations`: one file for each tag.

use super::names::{Home, ident, item};
use super::{Cx, Module, operation};
use crate::ir::{ErrorBody, Group, Method, Name, Output};
use proc_macro2::TokenStream;
use quote::quote;

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
        items: group
            .methods
            .iter()
            .map(|it| operation::operation(it, cx))
            .collect(),
        text: None,
        children: Vec::new(),
    }
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
