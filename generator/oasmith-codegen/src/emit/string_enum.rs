//! A string with known values, and room for others.

use super::Cx;
use super::docs::docs;
use super::names::{Home, item, plain};
use crate::ir::{StringEnum, TypeDef, Variant};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// Everything for one enum of strings.
pub(super) fn string_enum(def: &TypeDef, it: &StringEnum, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Models, &def.name);
    let docs = docs(&def.docs, &format!("`{}`.", def.name.as_str()));
    let definition = definition(&name, &docs, &it.variants);
    let named = match it.is_open {
        true => quote!(any #name),
        false => quote!(#name),
    };
    let codec = codec(&named, &it.variants, &cx.root().path(2));
    quote!(#definition #codec)
}

pub(super) fn definition(name: &Ident, docs: &TokenStream, variants: &[Variant]) -> TokenStream {
    let variants = variants.iter().map(variant);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that the document does not name.
            Unknown(String),
        }
    }
}

fn variant(it: &Variant) -> TokenStream {
    let name = plain(&it.name);
    let docs = docs(&it.docs, &format!("`{}`.", it.wire));
    quote! {
        #docs
        #name,
    }
}

/// `open_enum! { crate::runtime; Colour; Black = "black" }`, or `any Colour`
pub(super) fn codec(name: &TokenStream, variants: &[Variant], root: &TokenStream) -> TokenStream {
    let texts = variants.iter().map(|it| &it.wire);
    let variants = variants.iter().map(|it| plain(&it.name));
    quote!(#root::runtime::open_enum::open_enum! { #root::runtime; #name; #(#variants = #texts),* })
}
