//! Accessors for declared defaults.
//!
//! A default is what the server takes an absent value for. It is never filled in: whoever reads may ask for it.

use super::docs::attributes;
use super::names::{Home, ident, item, plain};
use super::{Cx, types};
use crate::ir::{EnumOf, Field, Literal, Presence, Struct, Type, TypeKind};
use proc_macro2::{Literal as Token, TokenStream};
use quote::{format_ident, quote};
use std::collections::HashSet;

/// The fields that are called like an accessor.
pub(super) fn taken(owner: &Struct) -> HashSet<&str> {
    let names = owner.fields.iter().map(|it| it.name.as_str());
    names.filter(|it| it.ends_with(ENDING)).collect()
}

const ENDING: &str = "_or_default";

/// `port_or_default()`, for a field that has a default.
pub(super) fn or_default(it: &Field, taken: &HashSet<&str>, cx: &Cx<'_>) -> TokenStream {
    let Some(default) = &it.default else {
        return TokenStream::new();
    };
    let field = ident(&it.name);
    let spoken = it.name.as_str().trim_start_matches("r#");
    let name = format!("{}{ENDING}", spoken.trim_end_matches('_'));
    if it.presence != Presence::Optional || it.boxed || taken.contains(name.as_str()) {
        return TokenStream::new();
    }
    let name = format_ident!("{name}");
    let ty = types::ty(&it.ty, cx.api);
    let (ty, value) = match default {
        Literal::Bool(value) => (ty, quote!(self.#field.unwrap_or(#value))),
        Literal::Number(text) => match number(text, &it.ty) {
            Some(value) => (ty, quote!(self.#field.unwrap_or(#value))),
            None => return TokenStream::new(),
        },
        Literal::String(text) => (
            quote!(&str),
            quote!(self.#field.as_deref().unwrap_or(#text)),
        ),
        Literal::Variant(id, variant) => {
            let (model, variant) = (item(Home::Models, &cx.api.ty(*id).name), plain(variant));
            let value = match cx.api.ty(*id).kind {
                // Those are `Copy`.
                TypeKind::Enum(ref it) if it.of == EnumOf::Integers => quote!(self.#field),
                _ => quote!(self.#field.clone()),
            };
            (ty, quote!(#value.unwrap_or(#model::#variant)))
        }
    };
    let docs = attributes(&[format!("`{spoken}`, or its default {}.", told(default))]);
    quote! {
        #docs
        pub fn #name(&self) -> #ty {
            #value
        }
    }
}

/// A default in words. A long text is not repeated.
fn told(default: &Literal) -> String {
    const LONGEST: usize = 40;
    match default {
        Literal::Bool(value) => format!("`{value}`"),
        Literal::Number(text) => format!("`{text}`"),
        Literal::Variant(_, variant) => format!("`{}`", variant.as_str()),
        Literal::String(text) if text.is_empty() => "of nothing".to_owned(),
        Literal::String(text) if text.len() > LONGEST || text.contains('`') => "text".to_owned(),
        Literal::String(text) => format!("`{text}`"),
    }
}

/// A number as Rust writes it for this type: `-5`, `1.0`.
fn number(text: &str, ty: &Type) -> Option<TokenStream> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (quote!(-), digits),
        None => (TokenStream::new(), text),
    };
    let literal = match ty {
        Type::F32 => Token::f32_unsuffixed(digits.parse().ok()?),
        Type::F64 => Token::f64_unsuffixed(digits.parse().ok()?),
        _ => Token::u64_unsuffixed(digits.parse().ok()?),
    };
    Some(quote!(#sign #literal))
}
