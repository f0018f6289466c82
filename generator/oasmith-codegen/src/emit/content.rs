//! What a body holds, as Rust has it.

use super::names::{Home, item};
use super::{Cx, items, types};
use crate::ir::{Content, RequestBody};
use proc_macro2::TokenStream;
use quote::quote;

/// The type of a body.
pub(super) fn content(it: &Content, cx: &Cx<'_>) -> TokenStream {
    match it {
        Content::Empty => quote!(()),
        Content::Json(ty) => types::ty(ty, cx.api),
        Content::Text => quote!(String),
        Content::Stream => quote!(Body),
        Content::Form(form) => {
            let ty = types::ty(&form.ty, cx.api);
            match form.has_files() {
                true => quote!(Multipart<#ty>),
                false => ty,
            }
        }
        Content::Items(ty, framing) => items::ty(ty, *framing, cx),
        Content::Choice(choice) => {
            let name = item(Home::Operations, &choice.name);
            quote!(#name)
        }
    }
}

/// Whether there is anything in the body.
pub(super) fn has_body(it: &RequestBody) -> bool {
    it.content != Content::Empty
}

/// Whether the body is an `Option`. A stream is not: it may be empty.
pub(super) fn is_optional(it: &RequestBody) -> bool {
    !it.required
        && matches!(
            it.content,
            Content::Json(_) | Content::Text | Content::Form(_) | Content::Choice(_)
        )
}
