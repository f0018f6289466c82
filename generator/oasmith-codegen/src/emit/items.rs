//! Bodies that are one value after the other.

use super::{Cx, types};
use crate::ir::{Framing, Type};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// `JsonLines<Cat>`
pub(super) fn ty(it: &Type, framing: Framing, cx: &Cx<'_>) -> TokenStream {
    let item = types::ty(it, cx.api);
    match framing {
        Framing::Lines | Framing::Sequence => quote!(JsonLines<#item>),
        Framing::Events | Framing::TextEvents => quote!(EventStream<#item>),
    }
}

/// The function that reads values of a body.
pub(super) fn from_body(it: Framing) -> TokenStream {
    match it {
        Framing::Lines => quote!(JsonLines::from_body),
        Framing::Sequence => quote!(JsonLines::from_sequence),
        Framing::Events => quote!(EventStream::from_body),
        Framing::TextEvents => quote!(EventStream::from_text_body),
    }
}

/// The method of an answer that reads its values.
pub(super) fn read(it: Framing) -> Ident {
    match it {
        Framing::Lines => format_ident!("read_lines"),
        Framing::Sequence => format_ident!("read_sequence"),
        Framing::Events => format_ident!("read_events"),
        Framing::TextEvents => format_ident!("read_text_events"),
    }
}

/// The method that makes a body of values.
pub(super) fn into_body(it: Framing) -> Ident {
    match it {
        Framing::Lines | Framing::Events => format_ident!("into_body"),
        Framing::Sequence => format_ident!("into_sequence"),
        Framing::TextEvents => format_ident!("into_text_body"),
    }
}
