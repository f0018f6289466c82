//! The types of values.

use super::names::{Home, item};
use crate::ir::{Api, Field, Presence, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// A type as fields and signatures have it.
pub(super) fn ty(it: &Type, api: &Api) -> TokenStream {
    match it {
        Type::Named(id) => {
            let name = item(Home::Models, &api.ty(*id).name);
            quote!(#name)
        }
        Type::String => quote!(String),
        Type::Bool => quote!(bool),
        Type::I32 => quote!(i32),
        Type::I64 => quote!(i64),
        Type::U32 => quote!(u32),
        Type::U64 => quote!(u64),
        Type::F32 => quote!(f32),
        Type::F64 => quote!(f64),
        Type::DateTime => quote!(Timestamp),
        Type::Date => quote!(Date),
        Type::Uuid => quote!(Uuid),
        Type::Base64 => quote!(Base64),
        Type::File => quote!(File),
        Type::List(inner) => {
            let inner = ty(inner, api);
            quote!(Vec<#inner>)
        }
        Type::Map(inner) => {
            let inner = ty(inner, api);
            quote!(BTreeMap<String, #inner>)
        }
        Type::Tuple { items, least } => {
            let items = items.iter().map(|it| ty(it, api)).enumerate();
            let items = items.map(|(at, it)| match at < *least {
                true => it,
                false => quote!(Trailing<#it>),
            });
            quote!((#(#items),*))
        }
        Type::Nullable(inner) => {
            let inner = ty(inner, api);
            quote!(Option<#inner>)
        }
        Type::Raw => quote!(Raw),
        Type::Unit => quote!(()),
    }
}

/// The type of a field: of its value, boxed and optional as it is.
pub(super) fn field(it: &Field, api: &Api) -> TokenStream {
    let inner = value(it, api);
    match it.presence {
        Presence::Required => inner,
        Presence::Optional | Presence::Nullable => quote!(Option<#inner>),
        Presence::OptionalNullable => quote!(Option<Option<#inner>>),
    }
}

/// The type of a field's value when it has one.
pub(super) fn value(it: &Field, api: &Api) -> TokenStream {
    let inner = ty(&it.ty, api);
    if it.boxed { quote!(Box<#inner>) } else { inner }
}

/// An argument that a caller gives, and how it becomes the value: whatever turns into a `String` for one.
pub(super) struct Argument {
    pub(super) ty: TokenStream,
    /// `value`, `value.into()` or `Box::new(value)`, of the argument's name.
    pub(super) convert: fn(TokenStream) -> TokenStream,
}

pub(super) fn argument(it: &Type, boxed: bool, api: &Api) -> Argument {
    let ty = ty(it, api);
    match it {
        Type::String if !boxed => Argument {
            ty: quote!(impl Into<#ty>),
            convert: |value| quote!(#value.into()),
        },
        _ if boxed => Argument {
            ty,
            convert: |value| quote!(Box::new(#value)),
        },
        _ => Argument {
            ty,
            convert: |value| value,
        },
    }
}

/// clippy's limit for a type, by its measure: ten for each part, times how deep it is nested.
const MOST_COMPLEX: u32 = 250;

/// `#[allow(..)]` for an item that names a type which clippy minds. `depth` is how deep the type is nested there,
/// `around` the measure of what it is nested in.
pub(super) fn allow_complex<'t>(
    types: impl Iterator<Item = &'t Type>,
    depth: u32,
    around: u32,
) -> TokenStream {
    let most = types.map(|it| complexity(it, depth)).max().unwrap_or(0);
    if around + most > MOST_COMPLEX {
        quote!(#[allow(clippy::type_complexity)])
    } else {
        TokenStream::new()
    }
}

fn complexity(it: &Type, depth: u32) -> u32 {
    10 * depth
        + match it {
            Type::List(inner) | Type::Nullable(inner) => complexity(inner, depth + 1),
            Type::Tuple { items, .. } => items.iter().map(|it| complexity(it, depth + 2)).sum(),
            Type::Map(inner) => 10 * (depth + 1) + complexity(inner, depth + 1),
            _ => 0,
        }
}
