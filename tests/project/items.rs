//! The public items of a crate or of one file with inline modules: `struct models::Tenant { id, name }`.
//!
//! In: the file at the top, and where its modules are. Out: one line an item, sorted. Paths inside of types are left
//! out: the same item is named from different places.

use quote::ToTokens;
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Fields, File, ImplItem, Item, TraitItem, Visibility};

/// The public items of the file at `path` and of all its modules.
pub fn public_items(path: &Path) -> Vec<String> {
    let mut found = Vec::new();
    // `src/lib.rs` has its modules beside it, as has `mod.rs`.
    let folder = path.parent().unwrap_or(path).to_owned();
    let file = parse(path);
    list(&file.items, "", &folder, &mut found);
    found.sort();
    found
}

fn parse(path: &Path) -> File {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn list(items: &[Item], module: &str, folder: &Path, found: &mut Vec<String>) {
    let mut add = |kind: &str, name: String, of: Vec<String>| {
        found.push(format!("{kind} {module}{name} {{{}}}", of.join(", ")))
    };
    let mut modules = Vec::new();
    for item in items {
        match item {
            Item::Struct(it) if public(&it.vis) => {
                add("struct", it.ident.to_string(), fields(&it.fields))
            }
            Item::Enum(it) if public(&it.vis) => {
                add(
                    "enum",
                    it.ident.to_string(),
                    it.variants.iter().map(|it| it.ident.to_string()).collect(),
                );
            }
            Item::Type(it) if public(&it.vis) => add("type", it.ident.to_string(), Vec::new()),
            Item::Fn(it) if public(&it.vis) => add("fn", it.sig.ident.to_string(), Vec::new()),
            Item::Static(it) if public(&it.vis) => add("static", it.ident.to_string(), Vec::new()),
            Item::Const(it) if public(&it.vis) => add("const", it.ident.to_string(), Vec::new()),
            Item::Trait(it) if public(&it.vis) => {
                add("trait", it.ident.to_string(), trait_methods(it))
            }
            Item::Impl(it) => add("impl", target(it), methods(it)),
            // What a macro makes is told by what it is given, but for the path to the runtime.
            Item::Macro(it) if it.ident.is_none() => {
                let given = it.mac.tokens.to_string();
                let given = given
                    .split_once(';')
                    .map_or(given.as_str(), |(_, rest)| rest);
                add(
                    "macro",
                    last(it.mac.path.to_token_stream()),
                    vec![given.to_owned()],
                );
            }
            Item::Mod(it) => modules.push(it),
            _ => {}
        }
    }
    for it in modules {
        let (module, folder) = (
            format!("{module}{}::", it.ident),
            folder.join(it.ident.to_string()),
        );
        match &it.content {
            Some((_, items)) => list(items, &module, &folder, found),
            None => {
                let (path, folder) = file_of(&folder);
                list(&parse(&path).items, &module, &folder, found);
            }
        }
    }
}

/// `models.rs` or `models/mod.rs`; either has its own modules in `models/`.
fn file_of(folder: &Path) -> (PathBuf, PathBuf) {
    let beside = folder.with_extension("rs");
    let path = if beside.exists() {
        beside
    } else {
        folder.join("mod.rs")
    };
    (path, folder.to_owned())
}

fn public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn fields(fields: &Fields) -> Vec<String> {
    let public = fields.iter().filter(|it| public(&it.vis));
    public
        .filter_map(|it| it.ident.as_ref())
        .map(ToString::to_string)
        .collect()
}

fn trait_methods(it: &syn::ItemTrait) -> Vec<String> {
    let methods = it.items.iter().filter_map(|it| match it {
        TraitItem::Fn(it) => Some(it.sig.ident.to_string()),
        _ => None,
    });
    methods.collect()
}

/// `Json for Tenant`
fn target(it: &syn::ItemImpl) -> String {
    let ty = last(it.self_ty.to_token_stream());
    match &it.trait_ {
        Some((path, _)) => format!("{} for {ty}", last(path.to_token_stream())),
        None => ty,
    }
}

/// `Call<'_, ListTenants>`: paths without what leads to them.
fn last(tokens: proc_macro2::TokenStream) -> String {
    let text = tokens.to_string().replace(' ', "");
    let parts = text
        .split('<')
        .map(|part| part.rsplit("::").next().unwrap_or(part));
    parts.collect::<Vec<_>>().join("<")
}

fn methods(it: &syn::ItemImpl) -> Vec<String> {
    let methods = it.items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) if it.trait_.is_some() || public(&method.vis) => {
            Some(method.sig.ident.to_string())
        }
        _ => None,
    });
    methods.collect()
}
