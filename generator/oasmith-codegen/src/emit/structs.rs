//! A model: its struct, how one is made, and the implementations that come with it.

use super::docs::{attributes, docs, lines, sanitise};
use super::fields::{additional, empty, has_default, member};
use super::names::{Home, ident, item, looks_like_a_trait_method};
use super::{Cx, accessors, check, codec, debug, types};
use crate::ir::{Field, Presence, Struct, TypeDef};
use proc_macro2::TokenStream;
use quote::quote;

/// Everything for one struct.
pub(super) fn struct_(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let definition = definition(def, it, cx);
    let methods = methods(def, it, cx);
    let debug = debug::debug(def, it, cx);
    let codec = codec::codec(def, it, cx);
    let check = check::model(def, it, cx);
    quote!(#definition #methods #debug #codec #check)
}

fn definition(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Models, &def.name);
    let mut lines = lines(&def.docs, &format!("`{}`.", def.name.as_str()));
    let constants = it.constants.iter();
    lines.extend(always(constants.map(|it| (&it.wire, &it.value))));
    let docs = attributes(&lines);
    let derives = derives(it);
    let types = it.fields.iter().map(|it| &it.ty).chain(&it.additional);
    // In `Option<Option<_>>` at most.
    let allow = types::allow_complex(types, 3, 30);
    let fields = it.fields.iter().map(|it| field(it, cx));
    let additional = it.additional.as_ref().map(|ty| {
        let (name, ty) = (additional(it), types::ty(ty, cx.api));
        quote! {
            /// Members that have no field of their own.
            pub #name: BTreeMap<String, #ty>,
        }
    });
    quote! {
        #docs
        #derives
        #allow
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #additional
        }
    }
}

/// What is always said, and is no field.
pub(super) fn always<'a>(said: impl Iterator<Item = (&'a String, &'a String)>) -> Vec<String> {
    let lines = said.map(|(wire, value)| {
        let code = |text: &str| text.replace('`', "'");
        format!("`{}` is always `{}`.", code(wire), code(value))
    });
    let lines = lines.flat_map(|line| sanitise(&line));
    let lines = lines.flat_map(|line| [String::new(), line]);
    lines.collect()
}

fn derives(it: &Struct) -> TokenStream {
    match (has_default(it), debug::by_hand(it)) {
        (true, true) => quote!(#[derive(Clone, Default, PartialEq)]),
        (true, false) => quote!(#[derive(Clone, Debug, Default, PartialEq)]),
        (false, true) => quote!(#[derive(Clone, PartialEq)]),
        (false, false) => quote!(#[derive(Clone, Debug, PartialEq)]),
    }
}

fn field(it: &Field, cx: &Cx<'_>) -> TokenStream {
    let (name, ty) = (ident(&it.name), types::field(it, cx.api));
    let docs = docs(&it.docs, &format!("`{}`.", it.wire));
    quote! {
        #docs
        pub #name: #ty,
    }
}

fn methods(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Models, &def.name);
    let new = new(def, it, cx);
    let setters = it
        .fields
        .iter()
        .filter(|_| def.in_requests)
        .map(|it| setter(it, cx));
    let taken = accessors::taken(it);
    let accessors = it
        .fields
        .iter()
        .map(|field| accessors::or_default(field, &taken, cx));
    let members: TokenStream = std::iter::once(new)
        .chain(setters)
        .chain(accessors)
        .collect();
    if members.is_empty() {
        return members;
    }
    quote!(impl #name { #members })
}

/// A value with what is required. Models that only come back and require nothing have `default` for that.
fn new(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    if has_default(it) {
        return if def.in_requests {
            new_empty(it)
        } else {
            TokenStream::new()
        };
    }
    let required = it
        .fields
        .iter()
        .filter(|it| it.presence == Presence::Required);
    let arguments: Vec<TokenStream> = required
        .map(|it| {
            let (name, ty) = (
                ident(&it.name),
                types::argument(&it.ty, it.boxed, cx.api).ty,
            );
            quote!(#name: #ty)
        })
        .collect();
    let values = it.fields.iter().map(|it| initial(it, cx));
    let additional = it.additional.is_some().then(|| {
        let name = additional(it);
        quote!(#name: BTreeMap::new())
    });
    let allow = many_arguments(arguments.len());
    quote! {
        /// With what is required.
        #allow
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values,)* #additional }
        }
    }
}

fn new_empty(it: &Struct) -> TokenStream {
    let empty = empty(it);
    quote! {
        /// With nothing set.
        pub fn new() -> Self {
            #empty
        }
    }
}

fn initial(it: &Field, cx: &Cx<'_>) -> TokenStream {
    let name = ident(&it.name);
    if it.presence != Presence::Required {
        return quote!(#name: None);
    }
    let value = (types::argument(&it.ty, it.boxed, cx.api).convert)(quote!(#name));
    member(&name, value)
}

/// clippy's limit is seven.
pub(super) fn many_arguments(count: usize) -> TokenStream {
    if count > 7 {
        quote!(#[allow(clippy::too_many_arguments)])
    } else {
        TokenStream::new()
    }
}

/// A chainable setter of what is optional.
fn setter(it: &Field, cx: &Cx<'_>) -> TokenStream {
    let name = ident(&it.name);
    let argument = types::argument(&it.ty, it.boxed, cx.api);
    let value = (argument.convert)(quote!(value));
    let inner = types::ty(&it.ty, cx.api);
    let boxed = it.boxed.then(|| quote!(.map(Box::new)));
    let nullable = quote!(impl Into<Option<#inner>>);
    let (ty, value) = match it.presence {
        Presence::Required => return TokenStream::new(),
        Presence::Optional => (argument.ty, quote!(Some(#value))),
        // `None` is a value here: `null`.
        Presence::Nullable => (nullable, quote!(value.into() #boxed)),
        Presence::OptionalNullable => (nullable, quote!(Some(value.into() #boxed))),
    };
    let is_null = match it.presence {
        Presence::Nullable | Presence::OptionalNullable => ", to `null` by `None`",
        _ => "",
    };
    let name_alone = it.name.as_str().trim_start_matches("r#");
    let docs = format!(" Sets `{name_alone}`{is_null}.");
    let allow = looks_like_a_trait_method(&it.name)
        .then(|| quote!(#[allow(clippy::should_implement_trait)]));
    quote! {
        #[doc = #docs]
        #allow
        pub fn #name(mut self, value: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}
