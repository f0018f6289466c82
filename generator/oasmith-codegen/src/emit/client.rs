//! The module `client`: a method for each operation, a setter for each of its optional parameters.

use super::docs::summary;
use super::names::{Home, ident, item, looks_like_a_trait_method, scheme};
use super::operation::{arguments, call_docs, has_default};
use super::operations::{is_split, module_of};
use super::structs::many_arguments;
use super::{Cx, Feature, Module, pages, types};
use crate::ir::{Group, Method, Param, Place, Scheme, SchemeKind};
use proc_macro2::TokenStream;
use quote::quote;

/// The module and its files.
pub(super) fn client(cx: &Cx<'_>) -> Module {
    let root = cx.root().path(1);
    let credentials = cx.api.schemes.iter().map(credential);
    let credentials = (!cx.api.schemes.is_empty()).then(|| {
        quote! {
            impl ClientBuilder {
                #(#credentials)*
            }
        }
    });
    Module {
        name: "client".to_owned(),
        is_public: true,
        feature: Some(Feature::Client),
        docs: vec!["The client: a method for each operation.".to_owned()],
        items: quote! {
            pub use #root::runtime::client::{
                BaseUrl, BuildError, Call, Client, ClientBuilder, Drift, Error, Failure, Response, RetryPolicy,
                Token, TokenSource, Transport,
            };

            #credentials
        },
        text: None,
        children: cx.served().map(|it| file(it, cx)).collect(),
    }
}

fn credential(it: &Scheme) -> TokenStream {
    let (name, scheme) = (ident(&it.name), scheme(&it.name));
    let docs = summary(&it.docs, &format!("The credential for `{}`.", it.wire));
    match it.kind {
        SchemeKind::Bearer => quote! {
            #docs
            pub fn #name(self, token: impl Into<String>) -> Self {
                self.credential(&#scheme, Credential::bearer(token))
            }
        },
        SchemeKind::Basic => quote! {
            #docs
            pub fn #name(self, user: impl Into<String>, password: impl Into<String>) -> Self {
                self.credential(&#scheme, Credential::basic(user, password))
            }
        },
        SchemeKind::ApiKey { .. } => quote! {
            #docs
            pub fn #name(self, key: impl Into<String>) -> Self {
                self.credential(&#scheme, Credential::key(key))
            }
        },
    }
}

fn file(group: &Group, cx: &Cx<'_>) -> Module {
    let docs = super::docs::sanitise(&format!("Calls of operations {}.", group.shared));
    let module = group.module.as_str();
    if !is_split(group, cx) {
        return Module::file(module, docs, calls(&group.methods, cx));
    }
    let parts = group.methods.iter().map(|it| {
        let items = calls(std::slice::from_ref(it), cx);
        Module::file(module_of(it).to_string(), Vec::new(), items)
    });
    Module {
        children: parts.collect(),
        ..Module::file(module, docs, TokenStream::new())
    }
}

fn calls(all: &[Method], cx: &Cx<'_>) -> TokenStream {
    let methods = all.iter().map(|it| method(it, call_docs(it, "client"), cx));
    let setters = all.iter().map(|it| setters(it, cx));
    let paged = all.iter().map(|it| pages::paged(it, cx));
    quote! {
        impl Client {
            #(#methods)*
        }

        #(#setters)*
        #(#paged)*
    }
}

/// The method that calls an operation.
pub(super) fn method(it: &Method, docs: TokenStream, cx: &Cx<'_>) -> TokenStream {
    let (name, input) = (ident(&it.name), item(Home::Operations, &it.input));
    let arguments = arguments(it, cx);
    let allow = many_arguments(arguments.len() + 1);
    let names: Vec<_> = arguments.iter().map(|it| &it.name).collect();
    let types = arguments.iter().map(|it| &it.ty);
    let value = match has_default(it) {
        true => quote!(#input::default()),
        false => quote!(#input::new(#(#names),*)),
    };
    quote! {
        #docs
        #allow
        pub fn #name(&self, #(#names: #types),*) -> Call<'_, #input> {
            self.call(#value)
        }
    }
}

/// Setters of what a call may leave out.
pub(super) fn setters(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let input = item(Home::Operations, &it.input);
    let setters = it
        .params
        .iter()
        .filter(|it| !it.required && !is_of_every_call(it))
        .map(|it| setter(it, cx));
    let setters: TokenStream = setters.collect();
    if setters.is_empty() {
        return setters;
    }
    quote! {
        impl Call<'_, #input> {
            #setters
        }
    }
}

/// Every call has a setter for this header, which goes before what stands in the parameter.
fn is_of_every_call(it: &Param) -> bool {
    it.name.as_str() == "idempotency_key" && it.place == Place::Header
}

fn setter(it: &Param, cx: &Cx<'_>) -> TokenStream {
    let name = ident(&it.name);
    let docs = summary(&it.docs, &format!("Sets `{}`.", it.wire));
    let argument = types::argument(&it.ty, false, cx.api);
    let (ty, value) = (argument.ty, (argument.convert)(quote!(value)));
    let allow = looks_like_a_trait_method(&it.name)
        .then(|| quote!(#[allow(clippy::should_implement_trait)]));
    quote! {
        #docs
        #allow
        pub fn #name(mut self, value: #ty) -> Self {
            self.operation.#name = Some(#value);
            self
        }
    }
}
