//! How members of a form are written, as a table.

use super::names::{Home, item};
use crate::ir::Content;
use crate::ir::{Form, FormKind, FormMember, Method};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The table of an operation, if there is something to tell.
pub(super) fn definition(it: &Method) -> TokenStream {
    let form = it.body.as_ref().map(|it| &it.content);
    let Some(Content::Form(form)) = form.filter(|it| !is_plain(it)) else {
        return TokenStream::new();
    };
    let name = item(Home::Operations, &it.input);
    let rows = form.members.iter().map(|(wire, how)| {
        let how = member(how);
        quote!((#wire, #how))
    });
    quote! {
        impl #name {
            const FORM: &'static [(&'static str, Form)] = &[#(#rows),*];
        }
    }
}

fn is_plain(it: &Content) -> bool {
    matches!(it, Content::Form(form) if form.members.is_empty())
}

/// The argument that tells the table.
pub(super) fn table(it: &Form) -> TokenStream {
    match it.members.is_empty() {
        true => quote!(&[]),
        false => quote!(Self::FORM),
    }
}

/// The method that reads or writes a form.
pub(super) fn method(it: FormKind) -> Ident {
    match it {
        FormKind::UrlEncoded => format_ident!("form"),
        FormKind::Multipart => format_ident!("multipart"),
    }
}

fn member(it: &FormMember) -> TokenStream {
    match it {
        FormMember::Comma => quote!(Form::Comma),
        FormMember::Space => quote!(Form::Space),
        FormMember::Pipe => quote!(Form::Pipe),
        FormMember::Deep => quote!(Form::Deep),
        FormMember::Json => quote!(Form::Json),
        FormMember::JsonItems => quote!(Form::JsonItems),
        FormMember::File(media) => quote!(Form::File(#media)),
        FormMember::Part(media) => quote!(Form::Part(#media)),
        FormMember::Absent(json) => quote!(Form::Absent(#json)),
    }
}
