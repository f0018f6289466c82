//! The module `models`: one file for each component, inline types beside their owner.

use super::exports::{MOST_NAMES, beside, exports};
use super::names::{Home, ident, item};
use super::{Cx, Feature, Module, Shape, conversions, enums, structs, unions};
use crate::ir::{Name, Type, TypeDef, TypeKind};
use heck::ToSnakeCase;
use indexmap::IndexMap;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// The module and its files.
pub(super) fn models(cx: &Cx<'_>) -> Module {
    let mut files: IndexMap<&Name, Vec<&TypeDef>> = IndexMap::new();
    for def in &cx.api.types {
        files.entry(&def.module).or_default().push(def);
    }
    let names = files.iter().map(|(module, defs)| {
        let names = defs.iter().map(|it| item(Home::Models, &it.name));
        (ident(module), names.collect())
    });
    let names: Vec<(Ident, Vec<Ident>)> = names.collect();
    let (exports, more) = exports(&names, cx.shape);
    let (shims, parts) = shims(cx, &names, !more.is_empty());
    let mut made = conversions::by_module(cx);
    Module {
        name: "models".to_owned(),
        is_public: true,
        feature: None,
        docs: vec!["Models: what travels in bodies.".to_owned()],
        items: quote!(#exports #shims),
        text: None,
        children: files
            .into_iter()
            .map(|(module, defs)| {
                let made = made.remove(module).unwrap_or_default();
                file(module, &defs, made, cx)
            })
            .chain(more)
            .chain(parts)
            .collect(),
    }
}

fn file(module: &Name, defs: &[&TypeDef], made: TokenStream, cx: &Cx<'_>) -> Module {
    if cx.shape == Shape::Crate && defs.len() > MOST_IN_FILE {
        return parted(module, defs, made, cx);
    }
    let models: TokenStream = defs.iter().map(|it| model(it, cx)).collect();
    Module::file(module.as_str(), Vec::new(), quote!(#models #made))
}

/// How many types stand in one file.
const MOST_IN_FILE: usize = 100;

/// A file for each type, where a component has very many inside of it.
fn parted(module: &Name, defs: &[&TypeDef], made: TokenStream, cx: &Cx<'_>) -> Module {
    let mut taken = BTreeSet::new();
    let names: Vec<String> = defs
        .iter()
        .map(|def| {
            let mut name = def.name.as_str().to_snake_case();
            let is_keyword = syn::parse_str::<Ident>(&name).is_err();
            name.push_str(if is_keyword { "_" } else { "" });
            while !taken.insert(name.clone()) {
                name.push('_');
            }
            name
        })
        .collect();
    let exports = names.iter().zip(defs).map(|(name, def)| {
        let (file, def) = (format_ident!("{name}"), item(Home::Models, &def.name));
        quote!(pub use #file::#def;)
    });
    let exports: TokenStream = exports.collect();
    let parts = names.iter().zip(defs);
    let parts = parts.map(|(name, def)| Module::file(name, Vec::new(), model(def, cx)));
    Module {
        children: parts.collect(),
        ..Module::file(module.as_str(), Vec::new(), quote!(#exports #made))
    }
}

fn model(def: &TypeDef, cx: &Cx<'_>) -> TokenStream {
    match &def.kind {
        TypeKind::Struct(it) => structs::struct_(def, it, cx),
        TypeKind::Enum(it) => enums::enums(def, it, cx),
        TypeKind::Union(it) => unions::union(def, it, cx),
    }
}

fn has_file(def: &TypeDef) -> bool {
    let TypeKind::Struct(it) = &def.kind else {
        return false;
    };
    let is_file = |ty: &Type| match ty {
        Type::List(inner) => **inner == Type::File,
        ty => *ty == Type::File,
    };
    it.fields.iter().any(|it| is_file(&it.ty))
}

/// serde's traits for all models, by one macro: items, or files where their names are passed on by files as well.
fn shims(
    cx: &Cx<'_>,
    files: &[(Ident, Vec<Ident>)],
    is_parted: bool,
) -> (TokenStream, Vec<Module>) {
    // JSON holds no files.
    let types = cx.api.types.iter().filter(|it| !has_file(it));
    let names: Vec<Ident> = types.map(|it| item(Home::Models, &it.name)).collect();
    if !cx.has_serde() || names.is_empty() {
        return Default::default();
    }
    let shims = |names: &[Ident], depth: usize| {
        let root = cx.root().path(depth);
        quote!(#root::runtime::serde_shims::shims! { #root::runtime; #(#names),* })
    };
    if !is_parted {
        let (gate, shims) = (cx.root().gate(Feature::Serde), shims(&names, 1));
        return (quote!(#gate #shims), Vec::new());
    }
    let parts = names.chunks(MOST_NAMES).enumerate().map(|(at, names)| {
        let name = beside(files.iter().map(|(file, _)| file), &format!("serde_{at}"));
        Module {
            feature: Some(Feature::Serde),
            ..Module::file(name, Vec::new(), shims(names, 2))
        }
    });
    (TokenStream::new(), parts.collect())
}
