//! How a model is read from JSON and written to it.
//!
//! Both are a table of the members: where each goes, and what is written of it. The compiler is done with it soon.
//! Most models have optional members only, and theirs would differ in nothing but names: a macro of the runtime holds it
//! once. All others are written out.

use super::Cx;
use super::names::{Home, ident, item, local};
use super::structs::{additional, empty, has_default, member};
use crate::ir::{EnumOf, Field, Presence, Struct, Type, TypeDef, TypeKind};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// Both implementations.
pub(super) fn codec(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Models, &def.name);
    if is_plain(it) {
        return members(&name, it, cx);
    }
    let read = if it.fields.iter().all(|it| !is_needed(it)) {
        read_into_default(it)
    } else {
        read_into_locals(it, cx)
    };
    let write = write(it);
    quote! {
        impl Json for #name {
            #[inline]
            fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
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

/// Nothing is required: members go right into an empty value.
fn read_into_default(it: &Struct) -> TokenStream {
    let empty = empty(it);
    let skip = skip(it);
    if it.fields.is_empty() && it.constants.is_empty() && it.additional.is_none() {
        return quote! {
            r.object(&mut |r, _| r.#skip())?;
            Ok(#empty)
        };
    }
    if is_table(it) {
        let slots = it.fields.iter().map(|field| {
            let name = ident(&field.name);
            slot(field, &quote!(it.#name))
        });
        return quote! {
            let mut it = #empty;
            r.members(&mut [#(#slots),*])?;
            Ok(it)
        };
    }
    let arms = it.fields.iter().map(|it| {
        let (wire, name, read) = (&it.wire, ident(&it.name), reader(it));
        quote!(#wire => r.#read(&mut it.#name),)
    });
    let rest = match &it.additional {
        Some(_) => {
            let name = additional(it);
            quote!(r.additional(&mut it.#name, key))
        }
        None => quote!(r.#skip()),
    };
    let constants = Constants::of(it, "r");
    let arms = constants.arms.into_iter().chain(arms);
    let object = object(&quote!(r), &quote!(key), arms, &rest);
    let (start, end) = (constants.start, constants.end);
    // Constants alone leave nothing to be set.
    let is_changed = !it.fields.is_empty() || it.additional.is_some();
    let mutable = is_changed.then(|| quote!(mut));
    quote! {
        let #mutable it = #empty;
        #start
        #object
        #end
        Ok(it)
    }
}

/// What becomes of a member that has no field.
fn skip(it: &Struct) -> Ident {
    format_ident!("{}", if it.is_closed { "unknown" } else { "other" })
}

/// Something is required: members are held in locals until all have been seen.
fn read_into_locals(it: &Struct, cx: &Cx<'_>) -> TokenStream {
    let (rest_name, skip) = (additional(it), skip(it));
    let fields = || it.fields.iter().map(|it| &it.name);
    let (r, key) = (local("r", fields()), local("key", fields()));
    let names: Vec<Ident> = it.fields.iter().map(|it| ident(&it.name)).collect();
    let arms = it.fields.iter().zip(&names).map(|(it, name)| {
        let (wire, read) = (&it.wire, reader(it));
        quote!(#wire => #r.#read(&mut #name),)
    });
    let (rest_local, rest) = match &it.additional {
        Some(_) => (
            quote!(let mut #rest_name = BTreeMap::new();),
            quote!(#r.additional(&mut #rest_name, #key)),
        ),
        None => (TokenStream::new(), quote!(#r.#skip())),
    };
    let constants = Constants::of(it, &r.to_string());
    let arms = constants.arms.into_iter().chain(arms);
    let object = match is_table(it) {
        true => {
            let slots = it.fields.iter().zip(&names);
            let slots = slots.map(|(it, name)| slot(it, &quote!(#name)));
            quote!(#r.members(&mut [#(#slots),*])?;)
        }
        false => object(&quote!(#r), &quote!(#key), arms, &rest),
    };
    let (start, end) = (constants.start, constants.end);
    // All are asked for before any is missed, so that every fault is found.
    let needed = it.fields.iter().zip(&names).filter(|(it, _)| is_needed(it));
    let needed = needed.map(|(it, name)| {
        let wire = &it.wire;
        quote!(let #name = #r.need(#wire, #name);)
    });
    let values = it.fields.iter().zip(&names).map(|(it, name)| {
        let value = if is_needed(it) {
            needed_value(name, it, cx)
        } else {
            quote!(#name)
        };
        member(name, value)
    });
    let rest_value = it.additional.is_some().then(|| quote!(#rest_name));
    let rename = (r != "r").then(|| quote!(let #r = r;));
    quote! {
        #rename
        #(let mut #names = None;)*
        #rest_local
        #start
        #object
        #end
        #(#needed)*
        Ok(Self { #(#values,)* #rest_value })
    }
}

/// Whether a table of members says all: where one has a single value, or any may come, a `match` does.
fn is_table(it: &Struct) -> bool {
    it.constants.is_empty() && !it.is_closed && it.additional.is_none()
}

/// A line of the table: where the member goes.
fn slot(it: &Field, place: &TokenStream) -> TokenStream {
    let wire = &it.wire;
    match is_nullable(it) {
        true => quote!((#wire, &mut Nullable(&mut #place))),
        false => quote!((#wire, &mut #place)),
    }
}

fn is_nullable(it: &Field) -> bool {
    matches!(it.presence, Presence::Nullable | Presence::OptionalNullable)
}

/// How members that have one value are read: noted as seen, and missed at the end.
struct Constants {
    start: TokenStream,
    arms: Vec<TokenStream>,
    end: TokenStream,
}

impl Constants {
    fn of(it: &Struct, r: &str) -> Self {
        let r = Ident::new(r, proc_macro2::Span::call_site());
        let seen = local("seen", it.fields.iter().map(|it| &it.name));
        let arms = it.constants.iter().enumerate().map(|(bit, it)| {
            let (wire, value) = (&it.wire, &it.value);
            let bit = proc_macro2::Literal::usize_unsuffixed(bit);
            quote!(#wire => #r.constant(#value, #bit, &mut #seen),)
        });
        let arms: Vec<TokenStream> = arms.collect();
        let wires = it.constants.iter().map(|it| &it.wire);
        let (start, end) = match arms.is_empty() {
            true => Default::default(),
            false => (
                quote!(let mut #seen = 0;),
                quote!(#r.need_constants(#seen, &[#(#wires),*]);),
            ),
        };
        Constants { start, arms, end }
    }
}

fn object(
    r: &TokenStream,
    key: &TokenStream,
    arms: impl Iterator<Item = TokenStream>,
    rest: &TokenStream,
) -> TokenStream {
    quote! {
        #r.object(&mut |#r, #key| match #key {
            #(#arms)*
            _ => #rest,
        })?;
    }
}

/// A blank takes the place of a member that is missing or wrong, so that the rest can be checked as well. The fault
/// that the reader has noted keeps it from going any further. Where there is no blank, the whole value is skipped.
fn needed_value(name: &Ident, it: &Field, cx: &Cx<'_>) -> TokenStream {
    match &it.ty {
        _ if it.presence == Presence::Nullable => quote!(#name.unwrap_or_default()),
        Type::Named(id) => match &cx.api.ty(*id).kind {
            TypeKind::Enum(it) if it.of == EnumOf::Integers => {
                quote!(#name.unwrap_or_else(|| 0_i64.into()))
            }
            TypeKind::Enum(_) => quote!(#name.unwrap_or_else(OpenEnum::blank)),
            TypeKind::Struct(inner) if has_default(inner) => quote!(#name.unwrap_or_default()),
            _ => quote!(#name.ok_or(Fault::Skipped)?),
        },
        Type::Base64 | Type::File | Type::Raw | Type::Nullable(_) | Type::Tuple(_) => {
            quote!(#name.ok_or(Fault::Skipped)?)
        }
        _ => quote!(#name.unwrap_or_default()),
    }
}

/// Whether the member has to be there, `null` or not.
fn is_needed(it: &Field) -> bool {
    matches!(it.presence, Presence::Required | Presence::Nullable)
}

/// The method of the reader for a member.
fn reader(it: &Field) -> Ident {
    let name = match is_nullable(it) {
        false => "field",
        true => "field_nullable",
    };
    Ident::new(name, proc_macro2::Span::call_site())
}

fn write(it: &Struct) -> TokenStream {
    let constants = it.constants.iter().map(|it| {
        let (wire, value) = (&it.wire, &it.value);
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

/// What the writer is given for a member.
fn written(it: &Field) -> TokenStream {
    let name = ident(&it.name);
    match it.presence {
        Presence::Nullable => quote!(&Always(&self.#name)),
        _ => quote!(&self.#name),
    }
}
