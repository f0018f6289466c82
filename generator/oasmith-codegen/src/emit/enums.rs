//! Known values, strings or integers, and room for others.

use super::Cx;
use super::docs::docs;
use super::names::{Home, item, plain};
use crate::ir::{Enum, EnumOf, TypeDef, Variant};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// Everything for one enum.
pub(super) fn enums(def: &TypeDef, it: &Enum, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Models, &def.name);
    let docs = docs(&def.docs, &format!("`{}`.", def.name.as_str()));
    let root = cx.root().path(2);
    let named = match it.is_open {
        true => quote!(any #name),
        false => quote!(#name),
    };
    let (definition, codec) = match it.of {
        EnumOf::Strings => (
            definition(&name, &docs, &it.variants),
            codec(&named, &it.variants, &root),
        ),
        EnumOf::Integers => (
            integers(&name, &docs, &it.variants),
            integer_codec(&named, &it.variants, &root),
        ),
    };
    quote!(#definition #codec)
}

/// An enum of strings.
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

fn integers(name: &Ident, docs: &TokenStream, variants: &[Variant]) -> TokenStream {
    let variants = variants.iter().map(variant);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that the document does not name.
            Unknown(i64),
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

/// `integer_enum! { crate::runtime; Level; Low = 1 }`, or `any Level`
fn integer_codec(name: &TokenStream, variants: &[Variant], root: &TokenStream) -> TokenStream {
    let values = variants.iter().map(|it| integer(&it.wire));
    let variants = variants.iter().map(|it| plain(&it.name));
    quote!(#root::runtime::integer_enum::integer_enum! { #root::runtime; #name; #(#variants = #values),* })
}

/// An integer that fits into an `i64`, as a literal.
pub(super) fn integer(wire: &str) -> Literal {
    Literal::i64_unsuffixed(wire.parse().unwrap_or_default())
}
