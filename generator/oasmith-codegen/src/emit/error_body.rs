//! What the declared errors of an operation hold.

use super::names::{Home, item};
use super::{Cx, output, types, where_called};
use crate::ir::{Answer, Content, ErrorBody, Method, Name, Statuses};
use proc_macro2::TokenStream;
use quote::quote;

/// The type of the error: `()` where no declared error has a content.
pub(super) fn ty(it: &Method) -> TokenStream {
    match &it.error {
        ErrorBody::Untyped { .. } => quote!(()),
        ErrorBody::Typed { name, .. } => {
            let name = item(Home::Operations, name);
            quote!(#name)
        }
    }
}

/// The statuses of declared errors.
pub(super) fn statuses(it: &Method) -> Vec<Statuses> {
    match &it.error {
        ErrorBody::Untyped { declared } => declared.clone(),
        ErrorBody::Typed { variants, .. } => variants.iter().map(|(_, it)| it.status).collect(),
    }
}

/// The enum of declared errors and its codec, if there is one; or another name for that of an earlier operation.
pub(super) fn definition(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let ErrorBody::Typed {
        name,
        variants,
        same_as,
    } = &it.error
    else {
        return TokenStream::new();
    };
    let docs = format!(" The errors that `{}` declares.", it.name.as_str());
    if let Some(first) = same_as {
        let (name, first) = (item(Home::Operations, name), item(Home::Operations, first));
        return quote! {
            #[doc = #docs]
            pub type #name = #first;
        };
    }
    let definition = output::enum_(name, &docs, variants, &|answer| content(answer, cx));
    let codec = codec(name, variants, cx);
    quote!(#definition #codec)
}

/// Errors are collected before they are read, so that what is no JSON is bytes.
fn content(it: &Answer, cx: &Cx<'_>) -> TokenStream {
    match &it.content {
        Content::Empty => quote!(()),
        Content::Json(ty) => types::ty(ty, cx.api),
        Content::Text => quote!(String),
        _ => quote!(Vec<u8>),
    }
}

fn codec(name: &Name, variants: &[(Name, Answer)], cx: &Cx<'_>) -> TokenStream {
    let ty = item(Home::Operations, name);
    let encode = output::encode_arms(&quote!(Self), variants, |answer| match answer.content {
        Content::Stream => quote!(body.into()),
        _ => quote!(body),
    });
    let status = quote!(answer.status);
    let decode = output::decode_by(&status, variants, |name, answer| {
        output::variant(&quote!(Self), name, answer, &status, read)
    });
    let is_told = |it: &Answer| is_exact(it) && it.content == Content::Empty;
    let answer = match variants {
        [(_, it)] if is_told(it) => quote!(_),
        _ => quote!(answer),
    };
    let served = cx.for_server(quote! {
        impl ErrorAnswer for #ty {
            fn encode(self) -> Answer {
                match self {
                    #encode
                }
            }
        }
    });
    let inline = where_called(variants.iter().any(|(_, it)| it.content.ty().is_some()));
    quote! {
        impl ErrorBody for #ty {
            #inline
            fn decode(#answer: Answer) -> Result<Self, DecodeError> {
                #decode
            }
        }

        #served
    }
}

fn is_exact(it: &Answer) -> bool {
    matches!(it.status, Statuses::Status(_))
}

fn read(it: &Answer) -> TokenStream {
    match it.content {
        Content::Empty => quote!(()),
        Content::Json(_) => quote!(answer.read_json()?),
        Content::Text => quote!(answer.read_lossy()?),
        _ => quote!(answer.read_bytes()?),
    }
}
