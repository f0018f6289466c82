//! Lays a tree of modules out as files.
//!
//! In: the tree that `emit` made. Out: a [`FileSet`], formatted.
//! Knows what a package looks like and nothing of APIs; never touches the disk.

mod package;

use crate::emit::{self, Feature, Module, Shape};
use crate::file_set::FileSet;
use crate::format::format;
use crate::ir::Api;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// Generates an API: a package, or one file for build scripts. `openapi_json` is the merged document, which goes along.
pub fn generate(api: &Api, shape: Shape, openapi_json: &str) -> FileSet {
    let root = emit::emit(api, shape);
    match shape {
        Shape::Crate => {
            let mut files = package::package(api);
            files.insert("openapi.json", openapi_json);
            file(root, "src", &mut files);
            files
        }
        Shape::Module => {
            let mut files = FileSet::default();
            let name = api.package.replace('-', "_");
            files.insert(format!("{name}.rs"), one_file(root));
            files
        }
    }
}

/// A module and those inside of it, below `folder`.
fn file(module: Module, folder: &str, files: &mut FileSet) {
    let is_root = folder == "src";
    let path = match (is_root, module.children.is_empty()) {
        (true, _) => "src/lib.rs".to_owned(),
        (_, true) => format!("{folder}.rs"),
        (_, false) => format!("{folder}/mod.rs"),
    };
    if let Some(text) = module.text {
        return files.insert(path, text);
    }
    let declarations = module.children.iter().map(|it| {
        let (vis, name) = (visibility(it), name(it));
        let gate = it.feature.map(Feature::gate);
        // A tag may be called as the part that its file is in.
        let allow = (it.name == module.name).then(|| quote!(#[allow(clippy::module_inception)]));
        quote!(#gate #allow #vis mod #name;)
    });
    let declarations: TokenStream = declarations.collect();
    // Moved, as tokens that somebody else has too would be copied to be read.
    let (mut items, rest) = match is_root {
        // Attributes of the crate.
        true => (module.items, declarations),
        false => (declarations, module.items),
    };
    items.extend(rest);
    let head = comment("//!", &module.docs);
    files.insert(path, format(&head, items));
    for child in module.children {
        let folder = format!("{folder}/{}", child.name);
        file(child, &folder, files);
    }
}

fn visibility(module: &Module) -> TokenStream {
    if module.is_public {
        quote!(pub)
    } else {
        TokenStream::new()
    }
}

fn name(module: &Module) -> Ident {
    Ident::new(&module.name, Span::call_site())
}

fn comment(mark: &str, lines: &[String]) -> String {
    let lines = lines
        .iter()
        .map(|line| format!("{mark} {line}").trim_end().to_owned() + "\n");
    lines.collect()
}

/// All modules in one file. What is copied stands as it is, at the end.
fn one_file(root: Module) -> String {
    let (copied, made): (Vec<_>, Vec<_>) = root.children.into_iter().partition(is_copied);
    let modules = made.into_iter().map(nested);
    let mut text = format(&comment("//", &root.docs), modules.collect());
    for module in copied {
        text.push('\n');
        copy(module, &mut text);
    }
    text
}

fn is_copied(module: &Module) -> bool {
    module.children.iter().any(|it| it.text.is_some())
}

fn nested(module: Module) -> TokenStream {
    let (vis, name) = (visibility(&module), name(&module));
    let docs = module.docs.iter().map(|line| format!(" {line}"));
    let children = module.children.into_iter().map(nested);
    let mut items: TokenStream = children.collect();
    items.extend(module.items);
    // Somebody's module may be private, and then nobody else uses what is not used there.
    let allow = module
        .is_public
        .then(|| quote!(#[allow(dead_code, unused_imports)]));
    quote! {
        #(#[doc = #docs])*
        #allow
        #vis mod #name {
            #items
        }
    }
}

fn copy(module: Module, out: &mut String) {
    out.push_str(&comment("///", &module.docs));
    out.push_str("#[allow(dead_code, unused_imports)]\n");
    out.push_str(&format!("pub mod {} {{\n", module.name));
    if !module.items.is_empty() {
        out.push_str(&format("", module.items));
    }
    for child in &module.children {
        out.push_str(&format!("pub mod {} {{\n", child.name));
        out.push_str(child.text.unwrap_or_default());
        out.push_str("}\n");
    }
    out.push_str("}\n");
}
