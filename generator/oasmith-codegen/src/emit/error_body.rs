//! What the declared errors of an operation hold.

use super::names::{Home, item};
use super::{Cx, output, types};
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

/// The enum of declared errors and its codec, if there is one.
pub(super) fn definition(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let ErrorBody::Typed { name, variants } = &it.error else {
        return TokenStream::new();
    };
    let docs = format!(" The errors that `{}` declares.", it.name.as_str());
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
    let root = cx.root().path(2);
    let ty = item(Home::Operations, name);
    let encode = output::encode_arms(&quote!(Self), variants, |answer| match answer.content {
        Content::Stream => quote!(body.into()),
        _ => quote!(body),
    });
    let decode = output::decode_by(&quote!(status), variants, |name, answer| {
        output::variant(&quote!(Self), name, answer, &quote!(status), read)
    });
    let is_json = |it: &Answer| matches!(it.content, Content::Json(_));
    let import = variants
        .iter()
        .any(|(_, it)| is_json(it))
        .then(|| quote!(use #root::runtime::answer::read_json;));
    let uses_status = variants.len() > 1 || !matches!(variants, [(_, it)] if is_exact(it));
    let status = if uses_status {
        quote!(status)
    } else {
        quote!(_)
    };
    let has_body = variants.iter().any(|(_, it)| it.content != Content::Empty);
    let body = if has_body { quote!(body) } else { quote!(_) };
    let served = cx.for_server(quote! {
        impl ErrorAnswer for #ty {
            fn encode(self) -> Answer {
                match self {
                    #encode
                }
            }
        }
    });
    quote! {
        impl ErrorBody for #ty {
            fn decode(#status: StatusCode, _: &HeaderMap, #body: &[u8]) -> Result<Self, DecodeError> {
                #import
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
        Content::Json(_) => quote!(read_json(body)?),
        Content::Text => quote!(String::from_utf8_lossy(body).into_owned()),
        _ => quote!(body.to_vec()),
    }
}
