//! What the declared errors of an operation hold.

use super::names::{Home, item};
use super::output::Of;
use super::{Cx, output, where_called};
use crate::ir::{Answer, ErrorBody, Method, Name, Statuses};
use proc_macro2::TokenStream;
use quote::quote;

/// The type of the error: `()` where no declared error has a content or headers.
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
        let names = it.error.types().zip(first).map(|(name, first)| {
            let (name, first) = (item(Home::Operations, name), item(Home::Operations, first));
            quote! {
                #[doc = #docs]
                pub type #name = #first;
            }
        });
        return quote!(#(#names)*);
    }
    let definition = output::enum_(name, &docs, variants, Of::Errors, cx);
    let codec = codec(name, variants, cx);
    quote!(#definition #codec)
}

fn codec(name: &Name, variants: &[(Name, Answer)], cx: &Cx<'_>) -> TokenStream {
    let ty = item(Home::Operations, name);
    let encode = output::encode_arms(&quote!(Self), variants, Of::Errors);
    let decode = output::decode_by(&quote!(Self), variants, Of::Errors);
    let is_told = |it: &Answer| is_exact(it) && !output::holds(it);
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
