//! What all code about the fields of one struct has in common.

use super::names::local;
use crate::ir::{Presence, Struct};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The field for members that are not named, called so unless a member is.
pub(super) fn additional(it: &Struct) -> Ident {
    local("additional", it.fields.iter().map(|it| &it.name))
}

/// Whether a value without any member is one.
pub(super) fn has_default(it: &Struct) -> bool {
    it.fields.iter().all(|it| it.presence != Presence::Required)
}

/// A value without any member. The setter of a field `default` would hide the trait's function.
pub(super) fn empty(it: &Struct) -> TokenStream {
    if it.fields.iter().any(|it| it.name.as_str() == "default") {
        quote!(<Self as Default>::default())
    } else {
        quote!(Self::default())
    }
}

/// `name: value`, or `name` where they are the same.
pub(super) fn member(name: &Ident, value: TokenStream) -> TokenStream {
    if *name == value.to_string() {
        quote!(#name)
    } else {
        quote!(#name: #value)
    }
}
