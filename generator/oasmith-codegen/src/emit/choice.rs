//! A request's body that is one of several: an enum with a variant for each media type, or for those that hold the same.
//!
//! In: the bodies, each as if it were the only one. Out: the enum, and how it is sent and read.

use super::content::content;
use super::docs::attributes;
use super::names::{Home, item, plain};
use super::operation::request;
use super::{Cx, check, form, types};
use crate::ir::{Choice, Content, FormKind, Method, Name, RequestBody};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The body of a method, if it is one of several.
pub(super) fn of(it: &Method) -> Option<&Choice> {
    match &it.body.as_ref()?.content {
        Content::Choice(choice) => Some(choice),
        _ => None,
    }
}

/// The enum and what belongs to it, if the body is one of several.
pub(super) fn definition(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let Some(choice) = of(it) else {
        return TokenStream::new();
    };
    let ty = item(Home::Operations, &choice.name);
    let derives = match choice.bodies.iter().any(|it| it.1.content.is_streamed()) {
        true => quote!(#[derive(Debug)]),
        false => quote!(#[derive(Clone, Debug, PartialEq)]),
    };
    let docs = format!(" What `{}` is sent.", it.name.as_str());
    let variants = choice
        .bodies
        .iter()
        .map(|(name, body)| variant(name, body, cx));
    let codec = codec(&ty, choice, cx);
    let check = check::choice(choice, cx);
    quote! {
        #[doc = #docs]
        #derives
        #[allow(clippy::large_enum_variant)]
        #[non_exhaustive]
        pub enum #ty {
            #(#variants)*
        }

        #codec
        #check
    }
}

fn variant(name: &Name, body: &RequestBody, cx: &Cx<'_>) -> TokenStream {
    let (name, ty) = (plain(name), content(&body.content, cx));
    let media: Vec<String> = body
        .all_media()
        .map(|it| format!("`{}`", it.replace('`', "")))
        .collect();
    let docs = attributes(&[format!("{}.", media.join(", "))]);
    quote! {
        #docs
        #name(#ty),
    }
}

fn codec(ty: &Ident, choice: &Choice, cx: &Cx<'_>) -> TokenStream {
    let tables = choice.bodies.iter().filter_map(|(_, it)| {
        let (form, name) = (form::of(it)?, table_name(it));
        let rows = form::rows(form);
        (!form.members.is_empty())
            .then(|| quote!(const #name: &'static [(&'static str, Form)] = #rows;))
    });
    let new = choice.bodies.iter().filter_map(|it| with_files(it, cx));
    let body = quote!(body);
    let arms = choice.bodies.iter().map(|(name, it)| {
        let (name, table) = (plain(name), table(it));
        let encode = request::encode_one(it, (&quote!(&#body), &body), &table);
        quote!(Self::#name(body) => #encode,)
    });
    let decode = decode(choice, cx);
    let served = cx.for_server(quote! {
        impl #ty {
            #decode
        }
    });
    quote! {
        impl #ty {
            #(#tables)*
            #(#new)*

            fn encode(self, to: &mut Encoder) {
                match self {
                    #(#arms)*
                }
            }
        }

        #served
    }
}

/// What makes a variant of a form with files.
fn with_files((name, body): &(Name, RequestBody), cx: &Cx<'_>) -> Option<TokenStream> {
    let Content::Form(form) = &body.content else {
        return None;
    };
    if !form.has_files() {
        return None;
    }
    let (ty, name, table) = (types::ty(&form.ty, cx.api), plain(name), table(body));
    Some(quote! {
        /// A form with files, to be sent.
        pub fn multipart(form: #ty) -> Self {
            Self::#name(Multipart::new(form, #table))
        }
    })
}

/// By the media type; what says none is taken for the first one.
fn decode(choice: &Choice, cx: &Cx<'_>) -> TokenStream {
    let read = |(name, it): &(Name, RequestBody)| {
        let (name, table) = (plain(name), table(it));
        let check = match check::form_of(&choice.name, it, cx).is_empty() {
            true => quote!(|_| Vec::new()),
            false => quote!(Self::check_form),
        };
        let read = request::decode_one(it, &format_ident!("from"), (&table, &check));
        quote!(#read.map(Self::#name))
    };
    let (first, others) = match choice.bodies.split_first() {
        Some((first, others)) => (read(first), others),
        None => (quote!(None), &[] as &[_]),
    };
    let others = others.iter().map(|it| {
        let of_others = |media: &&str| {
            choice
                .bodies
                .iter()
                .any(|it| it.1.all_media().any(|it| it == *media))
        };
        let stand_in = request::stand_in(&it.1).filter(|it| !of_others(it));
        let (media, read) = (it.1.all_media().chain(stand_in), read(it));
        quote!(if from.is_of(&[#(#media),*]) { return #read; })
    });
    quote! {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            #(#others)*
            #first
        }
    }
}

/// The constant that has the table of a form; there is at most one of each kind.
fn table_name(it: &RequestBody) -> Ident {
    match &it.content {
        Content::Form(form) if form.kind == FormKind::Multipart => format_ident!("PARTS"),
        _ => format_ident!("FORM"),
    }
}

fn table(it: &RequestBody) -> TokenStream {
    match form::of(it) {
        Some(form) if !form.members.is_empty() => {
            let name = table_name(it);
            quote!(Self::#name)
        }
        _ => quote!(&[]),
    }
}
