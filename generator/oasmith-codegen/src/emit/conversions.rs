//! Models that are made from others: `From`.
//!
//! Most of them hold fewer members of the same types, and differ in nothing but names: a macro of the runtime makes
//! those. All others are written out.

use super::Cx;
use super::fields::{additional, member};
use super::names::{Home, ident, item};
use crate::ir::{
    Carried, Carrying, Conversion, EnumOf, Field, Name, Presence, Struct, TypeDef, TypeKind,
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::HashMap;

/// What stands below the models of each file: all that they are made from.
pub(super) fn by_module<'a>(cx: &Cx<'a>) -> HashMap<&'a Name, TokenStream> {
    let mut found: HashMap<&Name, TokenStream> = HashMap::new();
    for it in &cx.api.conversions {
        let module = &cx.api.ty(it.to).module;
        found.entry(module).or_default().extend(conversion(it, cx));
    }
    found
}

fn conversion(it: &Conversion, cx: &Cx<'_>) -> TokenStream {
    let (from, to) = (cx.api.ty(it.from), cx.api.ty(it.to));
    match (&from.kind, &to.kind) {
        (TypeKind::Struct(source), TypeKind::Struct(target)) => {
            let fields = pairs(&it.members, source, target);
            if target.additional.is_none() && fields.iter().all(|it| it.is_plain()) {
                by_macro(from, to, target, cx)
            } else {
                written_out(from, to, &fields, rest(source, target))
            }
        }
        (TypeKind::Enum(it), _) => of_enum(from, to, it.of),
        _ => TokenStream::new(),
    }
}

/// `convert! { Tenant => UpdateTenantRequest; name, domain }`
fn by_macro(from: &TypeDef, to: &TypeDef, target: &Struct, cx: &Cx<'_>) -> TokenStream {
    let root = cx.root().path(2);
    let (from, to) = names(from, to);
    let fields = target.fields.iter().map(|it| ident(&it.name));
    quote!(#root::runtime::convert::convert! { #from => #to; #(#fields),* })
}

fn written_out(
    from: &TypeDef,
    to: &TypeDef,
    fields: &[Pair<'_>],
    rest: Option<TokenStream>,
) -> TokenStream {
    let (from, to) = names(from, to);
    let values = fields.iter().map(|it| {
        let name = ident(&it.to.name);
        member(&name, it.value())
    });
    quote! {
        impl From<#from> for #to {
            fn from(it: #from) -> Self {
                Self { #(#values,)* #rest }
            }
        }
    }
}

/// Members that are not named go along, where both have them.
fn rest(source: &Struct, target: &Struct) -> Option<TokenStream> {
    target.additional.as_ref()?;
    let (name, from) = (additional(target), additional(source));
    Some(quote!(#name: it.#from))
}

/// Enums meet in what is sent, values that no document names included.
fn of_enum(from: &TypeDef, to: &TypeDef, of: EnumOf) -> TokenStream {
    let (from, to) = names(from, to);
    let converted = match of {
        EnumOf::Strings => quote!(OpenEnum::from_text(OpenEnum::as_str(&it))),
        EnumOf::Integers => quote!(i64::from(it).into()),
    };
    quote! {
        impl From<#from> for #to {
            fn from(it: #from) -> Self {
                #converted
            }
        }
    }
}

fn names(from: &TypeDef, to: &TypeDef) -> (Ident, Ident) {
    (item(Home::Models, &from.name), item(Home::Models, &to.name))
}

/// A field, and that from which it has its value.
struct Pair<'a> {
    from: &'a Field,
    to: &'a Field,
    how: Carrying,
}

fn pairs<'a>(members: &[Carried], source: &'a Struct, target: &'a Struct) -> Vec<Pair<'a>> {
    let pairs = members.iter().zip(&target.fields);
    let pairs = pairs.map(|(it, to)| Pair {
        from: &source.fields[it.from],
        to,
        how: it.how,
    });
    pairs.collect()
}

impl Pair<'_> {
    /// Whether the value is moved from a field of the same name.
    fn is_plain(&self) -> bool {
        let is_moved = self.how == Carrying::AsItIs
            && self.from.boxed == self.to.boxed
            && options(self.from.presence) == options(self.to.presence);
        is_moved && self.from.name == self.to.name
    }

    /// The value, `it` being the source.
    fn value(&self) -> TokenStream {
        let name = ident(&self.from.name);
        let value = match options(self.from.presence) {
            0 => self.converted(quote!(it.#name)),
            1 => self.mapped(quote!(it.#name)),
            _ if self.converted(quote!(it)).to_string() == "it" => quote!(it.#name),
            _ => {
                let inner = self.mapped(quote!(it));
                quote!(it.#name.map(|it| #inner))
            }
        };
        match (options(self.from.presence), options(self.to.presence)) {
            (0, 1) => quote!(Some(#value)),
            (0, 2) => quote!(Some(Some(#value))),
            // What is always there may be `null`; what may be left out is left out.
            (1, 2) if self.from.presence == Presence::Nullable => quote!(Some(#value)),
            (1, 2) => quote!(#value.map(Some)),
            (2, 1) => quote!(#value.flatten()),
            _ => value,
        }
    }

    /// Of an option's value.
    fn mapped(&self, option: TokenStream) -> TokenStream {
        let converted = self.converted(quote!(it));
        match (self.how, self.from.boxed, self.to.boxed) {
            (Carrying::AsItIs, from, to) if from == to => option,
            (Carrying::Into, false, false) => quote!(#option.map(Into::into)),
            _ => quote!(#option.map(|it| #converted)),
        }
    }

    fn converted(&self, value: TokenStream) -> TokenStream {
        if self.how == Carrying::AsItIs && self.from.boxed == self.to.boxed {
            return value;
        }
        let value = match (self.from.boxed, self.how) {
            (true, Carrying::EachInto) => quote!((*#value)),
            (true, _) => quote!(*#value),
            (false, _) => value,
        };
        let value = match self.how {
            Carrying::AsItIs => value,
            // A setter may be called `into`.
            Carrying::Into => quote!(Into::into(#value)),
            Carrying::EachInto => quote!(#value.into_iter().map(Into::into).collect()),
        };
        if self.to.boxed {
            quote!(Box::new(#value))
        } else {
            value
        }
    }
}

/// How many times a field's type is optional.
fn options(presence: Presence) -> u8 {
    match presence {
        Presence::Required => 0,
        Presence::Optional | Presence::Nullable => 1,
        Presence::OptionalNullable => 2,
    }
}
