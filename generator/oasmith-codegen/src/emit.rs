//! Writes an API as Rust.
//!
//! In: `ir::Api`. Out: a tree of modules, each with its tokens. Cannot fail.
//! One construct is one function, one family of them one file. Knows nothing of documents, files or layout.

mod accessors;
mod check;
mod choice;
mod client;
mod codec;
mod content;
mod conversions;
mod debug;
mod depth;
mod docs;
mod enums;
mod error_body;
pub(crate) mod example;
mod exports;
mod fields;
mod form;
mod items;
mod link;
mod mock;
mod models;
mod names;
mod operation;
mod operations;
mod output;
mod pages;
mod root;
mod runtime;
mod security;
mod sender;
mod server;
mod servers;
mod structs;
mod types;
mod unions;

#[cfg(test)]
pub(crate) mod tests;

use crate::ir::{Api, Group, Name, Targets};
use indexmap::IndexMap;
use link::{File, Root, link};
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) use docs::sanitise;
pub use mock::ANSWERS;
pub(crate) use runtime::Formats;

/// What is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The files of a package, whose parts are switched by features.
    Crate,
    /// One file, to be `include!`d in any module: for build scripts.
    Module,
}

/// A module and those inside of it.
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) is_public: bool,
    /// The feature that it is there with.
    pub(crate) feature: Option<Feature>,
    /// The lines of its documentation.
    pub(crate) docs: Vec<String>,
    pub(crate) items: TokenStream,
    /// In place of items: text that is copied.
    pub(crate) text: Option<&'static str>,
    pub(crate) children: Vec<Module>,
}

impl Module {
    /// A file that only its parent sees.
    fn file(name: impl Into<String>, docs: Vec<String>, items: TokenStream) -> Self {
        Module {
            name: name.into(),
            is_public: false,
            feature: None,
            docs,
            items,
            text: None,
            children: Vec::new(),
        }
    }
}

/// What a part of a package is switched by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Feature {
    Client,
    Server,
    /// `client` and `server`
    Both,
    /// `client` or `server`
    Either,
    Serde,
    Mock,
    Docs,
    Blocking,
    Record,
    Tracing,
}

impl Feature {
    /// The attribute of what is only there with the feature.
    pub(crate) fn gate(self) -> TokenStream {
        match self {
            Feature::Client => quote!(#[cfg(feature = "client")]),
            Feature::Server => quote!(#[cfg(feature = "server")]),
            Feature::Both => quote!(#[cfg(all(feature = "client", feature = "server"))]),
            Feature::Either => quote!(#[cfg(any(feature = "client", feature = "server"))]),
            Feature::Serde => quote!(#[cfg(feature = "serde")]),
            Feature::Mock => quote!(#[cfg(feature = "mock")]),
            Feature::Docs => quote!(#[cfg(feature = "docs")]),
            Feature::Blocking => quote!(#[cfg(feature = "blocking")]),
            Feature::Record => quote!(#[cfg(feature = "record")]),
            Feature::Tracing => quote!(#[cfg(feature = "tracing")]),
        }
    }
}

/// All modules, in a root that is the package's.
pub(crate) fn emit(api: &Api, shape: Shape) -> Module {
    let cx = Cx {
        api,
        shape,
        requirements: security::requirements(api),
    };
    let mut root = root::root(&cx);
    root.children.push(models::models(&cx));
    root.children.push(operations::operations(&cx));
    root.children.extend(security::security(&cx));
    root.children.extend(servers::servers(&cx));
    if api.targets.client {
        root.children.push(client::client(&cx));
    }
    if api.targets.server && !api.groups.is_empty() {
        root.children.push(server::server(&cx));
    }
    if sender::is_there(&cx) {
        root.children.push(sender::sender(&cx));
    }
    if cx.has_mock() {
        root.children.push(mock::mock(&cx));
    }
    root.children.push(runtime::runtime(&cx));
    finish(&mut root, &mut Vec::new(), None, cx.root());
    root
}

/// Links every module.
fn finish(module: &mut Module, path: &mut Vec<String>, gate: Option<Feature>, root: Root) {
    let gate = module.feature.or(gate);
    let items = std::mem::take(&mut module.items);
    module.items = link(&File { path, root, gate }, items);
    for child in &mut module.children {
        path.push(child.name.clone());
        finish(child, path, gate, root);
        path.pop();
    }
}

/// The attribute of what names models and stands in a root: it is compiled where it is called, so that a crate makes
/// machine code of the operations that it calls, and the generated one of none.
fn where_called(names_models: bool) -> TokenStream {
    match names_models {
        true => quote!(#[inline]),
        false => TokenStream::new(),
    }
}

/// What all emitters ask for.
struct Cx<'a> {
    api: &'a Api,
    shape: Shape,
    /// What operations require, with the names of the constants.
    requirements: IndexMap<&'a security::Alternatives, Name>,
}

impl Cx<'_> {
    fn root(&self) -> Root {
        match self.shape {
            Shape::Crate => Root::Crate,
            Shape::Module => Root::Relative,
        }
    }

    /// A part that is only there for servers: items or statements, of which the first gets the switch.
    fn for_server(&self, part: TokenStream) -> TokenStream {
        if !self.api.targets.server || part.is_empty() {
            return TokenStream::new();
        }
        let gate = self.root().gate(Feature::Server);
        quote!(#gate #part)
    }

    /// A part that is only there for clients.
    fn for_client(&self, part: TokenStream) -> TokenStream {
        if !self.api.targets.client || part.is_empty() {
            return TokenStream::new();
        }
        let gate = self.root().gate(Feature::Client);
        quote!(#gate #part)
    }

    /// The groups that the API serves.
    fn served(&self) -> impl Iterator<Item = &Group> {
        self.api.groups.iter().filter(|it| !it.is_received)
    }

    /// Whether there is a mock: its answers are a file of a package.
    fn has_mock(&self) -> bool {
        let Targets { server, mock, .. } = self.api.targets;
        server && mock && self.shape == Shape::Crate && self.served().next().is_some()
    }

    /// Whether there is a page that shows the document.
    fn has_docs(&self) -> bool {
        let Targets { server, docs, .. } = self.api.targets;
        server && docs && self.shape == Shape::Crate
    }

    /// Whether there is what a client may have besides: a module in somebody's crate has no features for it.
    fn has_extras(&self) -> bool {
        self.api.targets.client && self.shape == Shape::Crate
    }

    /// Whether models get serde's traits.
    fn has_serde(&self) -> bool {
        self.shape == Shape::Crate
    }
}
