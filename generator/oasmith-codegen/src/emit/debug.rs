//! `Debug` of a model that holds secrets.

use super::Cx;
use super::fields::additional;
use super::names::{Home, ident, item};
use crate::ir::{Field, Presence, Struct, TypeDef};
use proc_macro2::TokenStream;
use quote::quote;

/// Whether `Debug` cannot be derived.
pub(super) fn by_hand(it: &Struct) -> bool {
    it.fields.iter().any(|it| it.secret)
}

/// Whether the macro of the runtime does it: it tells of secrets whether there is a value.
pub(super) fn by_macro(it: &Struct) -> bool {
    let is_optional = |it: &Field| !it.secret || it.presence != Presence::Required;
    let is_raw = |it: &Field| it.name.as_str().starts_with("r#");
    by_hand(it) && it.fields.iter().all(|it| is_optional(it) && !is_raw(it))
}

/// Prints what a derived `Debug` does, but no secrets.
pub(super) fn debug(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    if by_macro(it) {
        redacted(def, it, cx)
    } else if by_hand(it) {
        written_out(def, it, cx)
    } else {
        TokenStream::new()
    }
}

fn redacted(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let (name, root) = (item(Home::Models, &def.name), cx.root().path(2));
    let fields = it.fields.iter().map(|it| {
        let name = ident(&it.name);
        if it.secret {
            quote!([#name])
        } else {
            quote!(#name)
        }
    });
    let additional = it.additional.iter().map(|_| {
        let name = additional(it);
        quote!(#name)
    });
    let fields = fields.chain(additional);
    quote!(#root::runtime::redacted::redacted! { #root::runtime; #name; #(#fields),* })
}

fn written_out(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let root = cx.root().path(2);
    let (name, shown) = (item(Home::Models, &def.name), def.name.as_str());
    let fields = it.fields.iter().map(field);
    let additional = it.additional.as_ref().map(|_| {
        let name = additional(it);
        let shown = name.to_string();
        quote!((#shown, &self.#name))
    });
    quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                use #root::runtime::secret;
                secret::debug_struct(f, #shown, &[#(#fields,)* #additional])
            }
        }
    }
}

fn field(it: &Field) -> TokenStream {
    let name = ident(&it.name);
    let shown = it.name.as_str().trim_start_matches("r#");
    match (it.secret, it.presence) {
        (false, _) => quote!((#shown, &self.#name)),
        (true, Presence::Required) => quote!((#shown, &secret::Redacted)),
        (true, _) => quote!((#shown, &secret::redacted(&self.#name))),
    }
}
