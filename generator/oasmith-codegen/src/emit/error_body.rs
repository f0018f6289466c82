//! What the declared errors of an operation hold.

use super::names::{Home, item};
use super::output::Of;
use super::{Cx, output, where_called};
use crate::ir::{Answer, Defined, ErrorBody, Method, Name, Statuses};
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

/// The enum of declared errors and its codec, if there is one; and another name for it where several operations have it.
pub(super) fn definition(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let ErrorBody::Typed {
        name,
        variants,
        defined,
    } = &it.error
    else {
        return TokenStream::new();
    };
    let docs = format!(" The errors that `{}` declares.", it.name.as_str());
    match defined {
        Defined::Here => enum_(name, &docs, variants, cx),
        Defined::HereAs(names) => {
            let variants = renamed(variants, names);
            let common = " Errors that several operations declare.";
            let definition = enum_(&names[0], common, &variants, cx);
            let other_names = other_names(it, names, &docs);
            quote!(#definition #other_names)
        }
        Defined::Before(names) => other_names(it, names, &docs),
    }
}

fn enum_(name: &Name, docs: &str, variants: &[(Name, Answer)], cx: &Cx<'_>) -> TokenStream {
    let definition = output::enum_(name, docs, variants, Of::Errors, cx);
    let codec = codec(name, variants, cx);
    quote!(#definition #codec)
}

/// The variants with the structs that are named by what they hold.
fn renamed(variants: &[(Name, Answer)], names: &[Name]) -> Vec<(Name, Answer)> {
    let mut variants = variants.to_vec();
    let headed = variants.iter_mut().filter_map(|it| it.1.headed.as_mut());
    for (headed, name) in headed.zip(&names[1..]) {
        headed.name = name.clone();
    }
    variants
}

/// What an operation calls the types that it has in common with others.
fn other_names(it: &Method, of: &[Name], docs: &str) -> TokenStream {
    let names = it.error.types().zip(of).map(|(name, of)| {
        let (name, of) = (item(Home::Operations, name), item(Home::Operations, of));
        quote! {
            #[doc = #docs]
            pub type #name = #of;
        }
    });
    quote!(#(#names)*)
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
