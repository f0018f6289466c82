//! The module `servers`: where the API is served, with typed variables.

use super::docs::docs;
use super::names::{ident, plain};
use super::{Cx, Module, enums};
use crate::ir::{Server, ServerVariable};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::HashMap;

/// The module, if the document names servers.
pub(super) fn servers(cx: &Cx<'_>) -> Option<Module> {
    if cx.api.servers.is_empty() {
        return None;
    }
    Some(Module {
        name: "servers".to_owned(),
        is_public: true,
        feature: None,
        docs: vec!["Where the API is served.".to_owned()],
        items: cx.api.servers.iter().map(|it| server(it, cx)).collect(),
        text: None,
        children: Vec::new(),
    })
}

/// The path that the document's first server has, with the defaults of its variables: `/api`.
pub(super) fn base_path(cx: &Cx<'_>) -> String {
    let Some(server) = cx.api.servers.first() else {
        return "/".to_owned();
    };
    let pieces = pieces(server);
    let url = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.as_str(),
        Piece::Variable(it) => it.default.as_str(),
    });
    let url: String = url.collect();
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => &url,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    format!("/{}", path.trim_matches('/'))
}

enum Piece<'a> {
    Text(String),
    Variable(&'a ServerVariable),
}

/// The URL, taken apart at its variables.
fn pieces(it: &Server) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let variables = it.variables.iter();
    let variables: HashMap<&str, _> = variables.map(|it| (it.wire.as_str(), it)).collect();
    let mut rest = it.url.as_str();
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let inside = rest[open + 1..].split_once('}');
        let variable = inside.and_then(|(name, _)| variables.get(name));
        match (variable, inside) {
            (Some(variable), Some((_, after))) => {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Variable(variable));
                rest = after;
            }
            _ => {
                text.push('{');
                rest = &rest[open + 1..];
            }
        }
    }
    text.push_str(rest);
    pieces.push(Piece::Text(text));
    pieces
}

fn server(it: &Server, cx: &Cx<'_>) -> TokenStream {
    let name = plain(&it.name);
    let docs = docs(&it.docs, &format!("`{}`", it.url.replace('`', "")));
    let enums: TokenStream = it
        .variables
        .iter()
        .map(|it| variable_enum(it, cx))
        .collect();
    let fields = it.variables.iter().map(field);
    let default = default(&name, it);
    let derives = match it.variables.is_empty() {
        true => quote!(#[derive(Clone, Debug, Default, PartialEq, Eq)]),
        false => quote!(#[derive(Clone, Debug, PartialEq, Eq)]),
    };
    let setters = it.variables.iter().map(setter);
    let url = url(it);
    let conversion = cx.for_client(quote! {
        impl From<#name> for BaseUrl {
            fn from(server: #name) -> Self {
                Self::declared(server.url())
            }
        }
    });
    quote! {
        #enums

        #docs
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
        }

        #default

        impl #name {
            #(#setters)*

            #url
        }

        #conversion
    }
}

fn variable_enum(it: &ServerVariable, cx: &Cx<'_>) -> TokenStream {
    let Some(name) = &it.enum_name else {
        return TokenStream::new();
    };
    let name = plain(name);
    let docs = docs(&it.docs, &format!("`{}`.", it.wire));
    let definition = enums::definition(&name, &docs, &it.values);
    let codec = enums::codec(&quote!(#name), &it.values, &cx.root().path(1));
    quote!(#definition #codec)
}

fn field(it: &ServerVariable) -> TokenStream {
    let (name, ty) = (ident(&it.name), ty(it));
    let docs = docs(&it.docs, &format!("`{}`.", it.wire));
    quote! {
        #docs
        pub #name: #ty,
    }
}

fn ty(it: &ServerVariable) -> TokenStream {
    match &it.enum_name {
        Some(name) => {
            let name = plain(name);
            quote!(#name)
        }
        None => quote!(String),
    }
}

fn default(name: &Ident, it: &Server) -> TokenStream {
    if it.variables.is_empty() {
        return TokenStream::new();
    }
    let values = it.variables.iter().map(|it| {
        let (name, default) = (ident(&it.name), &it.default);
        let known = it.values.iter().find(|variant| variant.wire == *default);
        match (&it.enum_name, known) {
            (Some(ty), Some(variant)) => {
                let (ty, variant) = (plain(ty), plain(&variant.name));
                quote!(#name: #ty::#variant)
            }
            (Some(_), None) => quote!(#name: OpenEnum::from_text(#default)),
            (None, _) => quote!(#name: #default.to_owned()),
        }
    });
    quote! {
        impl Default for #name {
            fn default() -> Self {
                Self { #(#values),* }
            }
        }
    }
}

fn setter(it: &ServerVariable) -> TokenStream {
    let name = ident(&it.name);
    let docs = format!(
        " Sets `{}`; `{}` unless set.",
        it.wire,
        it.default.replace('`', "")
    );
    let docs = super::docs::sanitise(&docs).join(" ");
    let docs = format!(" {docs}");
    let (ty, value) = match &it.enum_name {
        Some(_) => (ty(it), quote!(value)),
        None => (quote!(impl Into<String>), quote!(value.into())),
    };
    quote! {
        #[doc = #docs]
        pub fn #name(mut self, value: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

fn url(it: &Server) -> TokenStream {
    let mut template = String::new();
    let mut values = Vec::new();
    for piece in pieces(it) {
        match piece {
            Piece::Text(text) => template.push_str(&text.replace('{', "{{").replace('}', "}}")),
            Piece::Variable(it) => {
                template.push_str("{}");
                let name = ident(&it.name);
                values.push(match it.enum_name {
                    Some(_) => quote!(OpenEnum::as_str(&self.#name)),
                    None => quote!(self.#name),
                });
            }
        }
    }
    let value = match values.as_slice() {
        [] => {
            let url = &it.url;
            quote!(#url.to_owned())
        }
        values => quote!(format!(#template, #(#values),*)),
    };
    quote! {
        /// The URL.
        pub fn url(&self) -> String {
            #value
        }
    }
}
