//! How a model is read from JSON and written to it.
//!
//! Both are a table of the members: where each goes, and what is written of it. The compiler is done with it soon.
//! Most models have optional members only, and theirs would differ in nothing but names: a macro of the runtime holds it
//! once. All others are written out.

use super::Cx;
use super::fields::{additional, empty, has_default};
use super::names::{Home, ident, item};
use crate::ir::{Constant, ConstantOf, Field, Presence, Struct, TypeDef};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

/// Both implementations.
pub(super) fn codec(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Models, &def.name);
    if is_plain(it) {
        return members(&name, it, cx);
    }
    let (blank, read, write) = (blank(it), read(it), write(it));
    quote! {
        impl Json for #name {
            #[inline]
            fn blank() -> Self {
                #blank
            }

            #[inline]
            fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
                #read
            }
        }

        impl Write for #name {
            #[inline]
            fn write(&self, w: &mut Writer) {
                #write
            }
        }
    }
}

/// Whether a model has optional members only, and nothing else about it.
pub(super) fn is_plain(it: &Struct) -> bool {
    let is_optional = |it: &Field| it.presence == Presence::Optional;
    // Its setter would hide `Default::default`.
    let hides = |it: &Field| it.name.as_str() == "default";
    it.additional.is_none()
        && !it.is_closed
        && it.constants.is_empty()
        && !it.fields.is_empty()
        && it.fields.iter().all(|it| is_optional(it) && !hides(it))
}

/// `members! { crate::runtime; Tenant; id, name }`
fn members(name: &Ident, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let root = cx.root().path(2);
    let is_same = |it: &Field| it.name.as_str() == it.wire;
    let fields = it.fields.iter().map(|it| ident(&it.name));
    if it.fields.iter().all(is_same) {
        return quote!(#root::runtime::members::members! { #root::runtime; #name; #(#fields),* });
    }
    let wires = it.fields.iter().map(|it| &it.wire);
    quote!(#root::runtime::members::members! { #root::runtime; #name; #(#fields = #wires),* })
}

/// What reading begins with. Where a required member is missing or wrong, its blank is left, so that the rest can be
/// checked as well; the fault that the reader has noted keeps it from going any further.
fn blank(it: &Struct) -> TokenStream {
    if has_default(it) {
        return empty(it);
    }
    let values = it.fields.iter().map(|it| {
        let name = ident(&it.name);
        match it.presence {
            Presence::Required => quote!(#name: Json::blank()),
            _ => quote!(#name: None),
        }
    });
    let rest = it.additional.as_ref().map(|_| {
        let name = additional(it);
        quote!(#name: BTreeMap::new())
    });
    let values = values.chain(rest);
    quote!(Self { #(#values),* })
}

fn read(it: &Struct) -> TokenStream {
    let constants = it.constants.iter().map(|it| {
        let (wire, value) = (&it.wire, constant(it));
        match it.of {
            ConstantOf::Text => quote!((#wire, &mut Constant(#value))),
            ConstantOf::Integer | ConstantOf::Boolean => quote!((#wire, &mut Only(#value))),
        }
    });
    let slots = constants.chain(it.fields.iter().map(|it| {
        let (wire, name) = (&it.wire, ident(&it.name));
        match it.presence {
            Presence::Nullable => quote!((#wire, &mut Null(&mut self.#name))),
            _ => quote!((#wire, &mut self.#name)),
        }
    }));
    let other_way = it.other_way.iter().filter(|_| it.is_closed);
    let slots = slots.chain(other_way.map(|wire| quote!((#wire, &mut OtherWay))));
    match &it.additional {
        Some(_) => {
            let rest = additional(it);
            quote!(r.members_and(&mut [#(#slots),*], &mut self.#rest))
        }
        None if it.is_closed => quote!(r.only_members(&mut [#(#slots),*])),
        None => quote!(r.members(&mut [#(#slots),*])),
    }
}

fn write(it: &Struct) -> TokenStream {
    let constants = it.constants.iter().map(|it| {
        let (wire, value) = (&it.wire, constant(it));
        quote!((#wire, &#value))
    });
    let members = constants.chain(it.fields.iter().map(|it| {
        let (wire, value) = (&it.wire, written(it));
        quote!((#wire, #value))
    }));
    match &it.additional {
        Some(_) => {
            let name = additional(it);
            quote!(w.object_with(&[#(#members),*], &self.#name);)
        }
        None => quote!(w.object(&[#(#members),*]);),
    }
}

/// The one value of a member.
fn constant(it: &Constant) -> TokenStream {
    match it.of {
        ConstantOf::Text => it.value.to_token_stream(),
        ConstantOf::Boolean => (it.value == "true").to_token_stream(),
        ConstantOf::Integer => {
            Literal::i64_suffixed(it.value.parse().unwrap_or_default()).into_token_stream()
        }
    }
}

/// What the writer is given for a member.
fn written(it: &Field) -> TokenStream {
    let name = ident(&it.name);
    match it.presence {
        Presence::Nullable => quote!(&Always(&self.#name)),
        _ => quote!(&self.#name),
    }
}
