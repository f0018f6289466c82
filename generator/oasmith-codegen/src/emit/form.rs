//! How members of a form are written, as a table.

use super::names::{Home, item};
use crate::ir::Content;
use crate::ir::{Form, FormKind, FormMember, Method, RequestBody};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The table of an operation, if there is something to tell.
pub(super) fn definition(it: &Method) -> TokenStream {
    let form = it.body.as_ref().and_then(of);
    let Some(form) = form.filter(|it| !it.members.is_empty()) else {
        return TokenStream::new();
    };
    let name = item(Home::Operations, &it.input);
    let rows = rows(form);
    quote! {
        impl #name {
            const FORM: &'static [(&'static str, Form)] = #rows;
        }
    }
}

/// The table.
pub(super) fn rows(it: &Form) -> TokenStream {
    let rows = it.members.iter().map(|(wire, how)| {
        let how = member(how);
        quote!((#wire, #how))
    });
    quote!(&[#(#rows),*])
}

/// The form that a body is, or may be.
pub(super) fn of(it: &RequestBody) -> Option<&Form> {
    match &it.content {
        Content::Form(form) => Some(form),
        _ => it.form.as_ref(),
    }
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
        FormMember::Plain => quote!(Form::Plain),
        FormMember::Comma => quote!(Form::Comma),
        FormMember::Space => quote!(Form::Space),
        FormMember::Pipe => quote!(Form::Pipe),
        FormMember::Deep => quote!(Form::Deep),
        FormMember::Json => quote!(Form::Json),
        FormMember::JsonItems => quote!(Form::JsonItems),
        FormMember::File(media) => quote!(Form::File(#media)),
        FormMember::Part(media) => quote!(Form::Part(#media)),
        FormMember::OthersJson => quote!(Form::OthersJson),
        FormMember::OthersJsonItems => quote!(Form::OthersJsonItems),
        FormMember::Absent(json) => quote!(Form::Absent(#json)),
        FormMember::AbsentOf(mark, json) => {
            let has = mark
                .has
                .iter()
                .map(|(name, texts)| quote!((#name, &[#(#texts),*])));
            let lacks = &mark.lacks;
            quote!(Form::AbsentOf(&[#(#has),*], &[#(#lacks),*], #json))
        }
    }
}
