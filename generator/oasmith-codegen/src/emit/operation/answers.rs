//! How what a handler returns becomes an answer, and how an answer is read.

use crate::emit::fields::member;
use crate::emit::names::{Home, ident, item, local};
use crate::emit::output::Of;
use crate::emit::{Cx, output, where_called};
use crate::ir::{Answer, Content, Headed, HeaderForm, Method, Name, Output};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The two methods.
pub(super) struct Answers {
    pub(super) encode: TokenStream,
    pub(super) decode: TokenStream,
}

pub(super) fn answers(it: &Method, cx: &Cx<'_>) -> Answers {
    match &it.output {
        Output::Plain(answer) => match &answer.headed {
            Some(headed) => with_headers(answer, headed),
            None => plain(answer, &output::ty(it, cx)),
        },
        Output::Several { name, variants } => several(name, variants),
    }
}

fn plain(answer: &Answer, ty: &TokenStream) -> Answers {
    let status = output::sent(answer.status);
    if answer.content == Content::Empty {
        let nothing = output::encode(answer, Of::Successes, &status, &quote!(()));
        return Answers {
            encode: quote! {
                fn encode_answer(_: ()) -> Answer {
                    #nothing
                }
            },
            decode: quote! {
                fn decode_answer(_: Answer) -> Result<(), DecodeError> {
                    Ok(())
                }
            },
        };
    }
    let encode = output::encode(answer, Of::Successes, &status, &quote!(output));
    let decode = match answer.content {
        Content::Json(_) if answer.or_text => quote!(answer.read_json_or_text()),
        Content::Json(_) => quote!(answer.read_json()),
        Content::Text => quote!(answer.read_text()),
        _ => {
            let body = output::decode(answer, Of::Successes, &quote!(answer));
            quote!(Ok(#body))
        }
    };
    let inline = where_called(answer.content.ty().is_some());
    Answers {
        encode: quote! {
            fn encode_answer(output: #ty) -> Answer {
                #encode
            }
        },
        decode: quote! {
            #inline
            fn decode_answer(answer: Answer) -> Result<#ty, DecodeError> {
                #decode
            }
        },
    }
}

fn with_headers(answer: &Answer, headed: &Headed) -> Answers {
    let ty = item(Home::Operations, &headed.name);
    let status = output::sent(answer.status);
    let encode = write_headed(answer, headed, Of::Successes, &status);
    let (received, decode) = read_headed(answer, headed, Of::Successes);
    let inline = where_called(answer.content.ty().is_some());
    Answers {
        encode: quote! {
            fn encode_answer(output: #ty) -> Answer {
                #encode
            }
        },
        decode: quote! {
            #inline
            fn decode_answer(#received: Answer) -> Result<#ty, DecodeError> {
                #decode
            }
        },
    }
}

/// The codec of one of several answers that has headers.
pub(in crate::emit) fn headed(answer: &Answer, of: Of, cx: &Cx<'_>) -> TokenStream {
    let Some(headed) = &answer.headed else {
        return TokenStream::new();
    };
    let ty = item(Home::Operations, &headed.name);
    let encode = write_headed(answer, headed, of, &quote!(status));
    let (received, decode) = read_headed(answer, headed, of);
    let served = cx.for_server(quote! {
        impl #ty {
            fn answer(output: Self, status: u16) -> Answer {
                #encode
            }
        }
    });
    quote! {
        impl #ty {
            fn of(#received: Answer) -> Result<Self, DecodeError> {
                #decode
            }
        }

        #served
    }
}

/// What `output` becomes, of which there is a header at least.
fn write_headed(answer: &Answer, headed: &Headed, of: Of, status: &TokenStream) -> TokenStream {
    let encode = output::encode(answer, of, status, &quote!(output.body));
    let mut lines = headed.headers.iter().map(|it| {
        let (name, wire) = (ident(&it.name), &it.wire);
        match it.form {
            HeaderForm::Value => quote!(answer.header(#wire, &output.#name)),
            HeaderForm::Lines => quote!(answer.header_lines(#wire, &output.#name)),
            HeaderForm::Json => quote!(answer.header_json(#wire, &output.#name)),
            HeaderForm::OneOrSeveral => {
                quote!(answer.header_one_or_several(#wire, &output.#name))
            }
            HeaderForm::Members => {
                quote!(answer.header_object(#wire, &output.#name, Style::Comma))
            }
            HeaderForm::Exploded => {
                quote!(answer.header_object(#wire, &output.#name, Style::Exploded))
            }
        }
    });
    let last = lines.next_back();
    quote!(let answer = #encode; #(let answer = #lines;)* #last)
}

/// What is read is called, and becomes a struct.
fn read_headed(answer: &Answer, headed: &Headed, of: Of) -> (Ident, TokenStream) {
    let ty = item(Home::Operations, &headed.name);
    let received = local("answer", headed.headers.iter().map(|it| &it.name));
    let reads = headed.headers.iter().map(|it| {
        let (name, wire) = (ident(&it.name), &it.wire);
        match it.form {
            HeaderForm::Value => quote!(let #name = #received.header_param(#wire);),
            HeaderForm::Lines => quote!(let #name = #received.lines_param(#wire);),
            HeaderForm::Json => quote!(let #name = #received.json_param(#wire);),
            HeaderForm::OneOrSeveral => {
                quote!(let #name = #received.one_or_several_param(#wire);)
            }
            HeaderForm::Members => {
                quote!(let #name = #received.object_param(#wire, Style::Comma);)
            }
            HeaderForm::Exploded => {
                quote!(let #name = #received.object_param(#wire, Style::Exploded);)
            }
        }
    });
    let required = headed.headers.iter().filter(|it| it.required);
    let required: Vec<&str> = required.map(|it| it.wire.as_str()).collect();
    let expect =
        (!required.is_empty()).then(|| quote!(#received.expect_headers(&[#(#required),*]);));
    let values = headed.headers.iter().map(|it| ident(&it.name));
    let body = (answer.content != Content::Empty).then(|| {
        let value = output::decode(answer, of, &quote!(#received));
        member(&quote::format_ident!("body"), value)
    });
    let decode = quote! {
        #expect
        #(#reads)*
        Ok(#ty { #(#values,)* #body })
    };
    (received, decode)
}

fn several(name: &Name, variants: &[(Name, Answer)]) -> Answers {
    let ty = item(Home::Operations, name);
    let encode = output::encode_arms(&quote!(#ty), variants, Of::Successes);
    let decode = output::decode_by(&quote!(#ty), variants, Of::Successes);
    let inline = where_called(variants.iter().any(|(_, it)| it.content.ty().is_some()));
    Answers {
        encode: quote! {
            fn encode_answer(output: #ty) -> Answer {
                match output {
                    #encode
                }
            }
        },
        decode: quote! {
            #inline
            fn decode_answer(answer: Answer) -> Result<#ty, DecodeError> {
                #decode
            }
        },
    }
}
