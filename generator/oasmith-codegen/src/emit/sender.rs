//! The module `sender`: what the API sends, a method for each webhook and callback.
//!
//! It is there where those are received as well: a crate with a client alone is for those who call the API, and they
//! send none of it.

use super::client::{method, setters};
use super::docs::{attributes, sanitise};
use super::names::{Home, ident, item, plain};
use super::operation::call_docs;
use super::{Cx, Feature, Module};
use crate::ir::{Address, AddressPiece, Group};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// Whether there is anything to send, and whoever sends it.
pub(super) fn is_there(cx: &Cx<'_>) -> bool {
    let targets = cx.api.targets;
    targets.client && targets.server && groups(cx).next().is_some()
}

fn groups<'a>(cx: &Cx<'a>) -> impl Iterator<Item = &'a Group> {
    cx.api.groups.iter().filter(|it| it.is_received)
}

/// Where callbacks go, as far as requests say it.
pub(super) fn addresses<'a>(cx: &Cx<'a>) -> impl Iterator<Item = &'a Address> {
    groups(cx).flat_map(|it| &it.addresses)
}

/// The module and its files.
pub(super) fn sender(cx: &Cx<'_>) -> Module {
    let root = cx.root().path(1);
    Module {
        name: "sender".to_owned(),
        is_public: true,
        feature: Some(Feature::Client),
        docs: vec!["What the API sends to others: webhooks and callbacks.".to_owned()],
        items: quote! {
            pub use #root::runtime::sender::{Receiver, Sender};
        },
        text: None,
        children: groups(cx).map(|it| file(it, cx)).collect(),
    }
}

fn file(group: &Group, cx: &Cx<'_>) -> Module {
    let all = &group.methods;
    let methods = all
        .iter()
        .map(|it| method(it, call_docs(it, "sender.to(url)?"), cx));
    let setters = all.iter().map(|it| setters(it, cx));
    let addresses = group.addresses.iter().map(address);
    let items = quote! {
        impl Receiver {
            #(#methods)*
        }

        #(#setters)*
        #(#addresses)*
    };
    let docs = sanitise(&format!("Sends {}.", group.tag));
    Module::file(group.module.as_str(), docs, items)
}

fn address(it: &Address) -> TokenStream {
    let owner = item(Home::Operations, &it.owner);
    let called = it.method.as_str().trim_start_matches("r#");
    let name = format_ident!("{}_url", called.trim_end_matches('_'));
    let key = it.key.replace('`', "");
    let docs = format!("Where `{called}` goes, if this request says so: `{key}`.");
    let docs = attributes(&sanitise(&docs));
    let body = it.pieces.iter().find_map(body);
    let pieces = it.pieces.iter().map(piece);
    quote! {
        impl #owner {
            #docs
            pub fn #name(&self) -> Option<String> {
                #body
                Address::new() #(#pieces)* .finish()
            }
        }
    }
}

fn piece(it: &AddressPiece) -> TokenStream {
    let value = |field, required: &bool| {
        let field = ident(field);
        match required {
            true => quote!(Some(&self.#field)),
            false => quote!(self.#field.as_ref()),
        }
    };
    match it {
        AddressPiece::Text(text) => quote!(.text(#text)),
        AddressPiece::Param { field, required } => {
            let value = value(field, required);
            quote!(.param(#value))
        }
        AddressPiece::Member {
            field,
            required,
            among: None,
            pointer,
        } => {
            let value = value(field, required);
            quote!(.member(#value, #pointer))
        }
        AddressPiece::Member { pointer, .. } => quote!(.member(body.as_ref(), #pointer)),
    }
}

/// The JSON of a body that is one of several, where it has members.
fn body(it: &AddressPiece) -> Option<TokenStream> {
    let AddressPiece::Member {
        field,
        required,
        among: Some(among),
        ..
    } = it
    else {
        return None;
    };
    let (field, ty) = (ident(field), item(Home::Operations, &among.name));
    let arms = among.variants.iter().map(|(name, has_members)| {
        let name = plain(name);
        let (binding, found) = match has_members {
            true => (quote!(body), quote!(Some(Raw::of(body)))),
            false => (quote!(_), quote!(None)),
        };
        match required {
            true => quote!(#ty::#name(#binding) => #found,),
            false => quote!(Some(#ty::#name(#binding)) => #found,),
        }
    });
    let missing = (!required).then(|| quote!(None => None,));
    Some(quote! {
        let body = match &self.#field {
            #(#arms)*
            #missing
        };
    })
}
