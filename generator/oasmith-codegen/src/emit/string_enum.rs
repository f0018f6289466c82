//! A string with known values, and room for others.

use super::docs::docs;
use super::names::{Home, item, plain};
use crate::ir::{StringEnum, TypeDef, Variant};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// Everything for one enum of strings.
pub(super) fn string_enum(def: &TypeDef, it: &StringEnum) -> TokenStream {
    let name = item(Home::Models, &def.name);
    let docs = docs(&def.docs, &format!("`{}`.", def.name.as_str()));
    let definition = definition(&name, &docs, &it.variants);
    let open = open_enum(&name, &it.variants);
    let known = known_enum(&name, &it.variants);
    let text = text(&name);
    quote!(#definition #open #known #text)
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

pub(super) fn open_enum(name: &Ident, variants: &[Variant]) -> TokenStream {
    let names: Vec<Ident> = variants.iter().map(|it| plain(&it.name)).collect();
    let wires: Vec<&String> = variants.iter().map(|it| &it.wire).collect();
    // A document may name a value twice; the first one is read.
    let mut seen = BTreeSet::new();
    let read = variants.iter().filter(|it| seen.insert(&it.wire));
    let read = read.map(|it| {
        let (name, wire) = (plain(&it.name), &it.wire);
        quote!(#wire => Self::#name,)
    });
    quote! {
        impl OpenEnum for #name {
            fn as_str(&self) -> &str {
                match self {
                    #(Self::#names => #wires,)*
                    Self::Unknown(text) => text,
                }
            }

            fn from_text(text: &str) -> Self {
                match text {
                    #(#read)*
                    _ => Self::Unknown(text.to_owned()),
                }
            }
        }
    }
}

fn known_enum(name: &Ident, variants: &[Variant]) -> TokenStream {
    let wires = variants.iter().map(|it| &it.wire);
    quote! {
        impl KnownEnum for #name {
            const VALUES: &'static [&'static str] = &[#(#wires),*];
        }
    }
}

/// To text, and from it.
fn text(name: &Ident) -> TokenStream {
    quote! {
        impl From<&str> for #name {
            fn from(text: &str) -> Self {
                Self::from_text(text)
            }
        }

        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    }
}
