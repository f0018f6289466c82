//! An operation: its input, how that becomes a request, and back. The way back is the server's, and gated.

pub(super) mod answers;
pub(super) mod request;

pub(super) use request::is_object;

use super::content::{content, has_body, is_optional};
use super::docs::{attributes, docs, lines, summary_line};
use super::fields::member;
use super::names::{Home, ident, item};
use super::structs::{always, many_arguments};
use super::{Cx, check, choice, error_body, example, form, output, security, types};
use crate::ir::{Content, Form, Method, Param, Place, RequestBody, Statuses, Type};
use answers::Answers;
use indexmap::IndexSet;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// Everything for one operation.
pub(super) fn operation(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let input = input(it, cx);
    let new = new(it, cx);
    let form = form::definition(it);
    let name = item(Home::Operations, &it.input);
    let info = info(it, cx);
    let (output, error) = (output::ty(it, cx), error_body::ty(it));
    let encode = request::encode(it);
    let Answers {
        encode: encode_answer,
        decode: decode_answer,
    } = answers::answers(it, cx);
    let decode = request::decode(it, cx);
    let served = cx.for_server(quote! {
        impl Served for #name {
            #decode
            #encode_answer
        }
    });
    let check = check::input(it, cx);
    let check_form = check::form(it, cx);
    let choice = choice::definition(it, cx);
    let types = output::definition(it, cx);
    let errors = error_body::definition(it, cx);
    quote! {
        #input
        #new
        #form

        impl Operation for #name {
            const INFO: &'static Info = &#info;
            type Output = #output;
            type Error = #error;
            #encode
            #decode_answer
        }

        #served
        #check
        #check_form
        #choice
        #types
        #errors
    }
}

/// `GET /tenants`
pub(super) fn request_line(it: &Method) -> String {
    format!("`{} {}`", it.http, it.path.replace('`', ""))
}

/// The documentation of the method that serves an operation.
pub(super) fn method_docs(it: &Method) -> TokenStream {
    attributes(&lines(&it.docs, &request_line(it)))
}

/// The documentation of the method that calls an operation: the same, and how that looks from `caller`.
pub(super) fn call_docs(it: &Method, caller: &str) -> TokenStream {
    let mut lines = lines(&it.docs, &request_line(it));
    lines.extend(example::docs(it, caller));
    attributes(&lines)
}

fn input(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Operations, &it.input);
    let constants = it.constants.iter().map(|it| (&it.wire, &it.value));
    let mut lines = vec![input_line(it)];
    lines.extend(always(constants));
    let docs = attributes(&lines);
    let derives = derives(it);
    let params = it.params.iter().map(|it| param(it, cx));
    let body = it.body.as_ref().map(|it| body(it, cx));
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#params)*
            #body
        }
    }
}

/// `List tenants: `GET /tenants`.`
fn input_line(it: &Method) -> String {
    let line = summary_line(&it.docs, "").pop().unwrap_or_default();
    let line = line.trim_end_matches(['.', ':', ' ']);
    let request = request_line(it);
    match line {
        line if line.is_empty() || line == request => format!("{request}."),
        line => format!("{line}: {request}."),
    }
}

fn derives(it: &Method) -> TokenStream {
    if it.body.as_ref().is_some_and(|it| it.content.is_streamed()) {
        // A stream can be read once, and tells nothing of itself.
        return quote!(#[derive(Debug)]);
    }
    if has_default(it) {
        quote!(#[derive(Clone, Debug, Default, PartialEq)])
    } else {
        quote!(#[derive(Clone, Debug, PartialEq)])
    }
}

/// Whether an input with nothing set is one. Those that take a body have it as an argument, required or not.
pub(super) fn has_default(it: &Method) -> bool {
    !it.body.as_ref().is_some_and(has_body) && it.params.iter().all(|it| !it.required)
}

fn param(it: &Param, cx: &Cx<'_>) -> TokenStream {
    let (name, ty) = (ident(&it.name), types::ty(&it.ty, cx.api));
    let ty = if it.required { ty } else { quote!(Option<#ty>) };
    let docs = docs(&it.docs, &format!("`{}`.", it.wire));
    quote! {
        #docs
        pub #name: #ty,
    }
}

fn body(it: &RequestBody, cx: &Cx<'_>) -> TokenStream {
    if it.content == Content::Empty {
        return TokenStream::new();
    }
    let (name, ty) = (ident(&it.name), content(&it.content, cx));
    let ty = if is_optional(it) {
        quote!(Option<#ty>)
    } else {
        ty
    };
    let docs = docs(&it.docs, "The body of the request.");
    quote! {
        #docs
        pub #name: #ty,
    }
}

/// An argument of `new` and of the client's method: its name, its type, and what becomes of it.
pub(super) struct Argument {
    pub(super) name: Ident,
    pub(super) ty: TokenStream,
    value: TokenStream,
}

/// What a caller has to give.
pub(super) fn arguments(it: &Method, cx: &Cx<'_>) -> Vec<Argument> {
    let params = it.params.iter().filter(|it| it.required).map(|it| {
        let name = ident(&it.name);
        let argument = types::argument(&it.ty, false, cx.api);
        Argument {
            value: (argument.convert)(quote!(#name)),
            ty: argument.ty,
            name,
        }
    });
    let body = it.body.iter().filter(|it| has_body(it)).map(|it| {
        let (name, ty) = (ident(&it.name), content(&it.content, cx));
        if let Content::Form(form) = &it.content
            && form.has_files()
        {
            return upload(it, form, cx);
        }
        let takes = match &it.content {
            _ if is_optional(it) => quote!(impl Into<Option<#ty>>),
            content if is_given(content) => {
                return Argument {
                    value: quote!(#name),
                    ty,
                    name,
                };
            }
            _ => quote!(impl Into<#ty>),
        };
        Argument {
            value: quote!(#name.into()),
            ty: takes,
            name,
        }
    });
    params.chain(body).collect()
}

/// Whether nothing else could become it.
fn is_given(it: &Content) -> bool {
    let is_choice = matches!(it, Content::Choice(_));
    is_choice || it.ty().is_some_and(|it| *it != Type::String)
}

/// A caller gives the form as a whole.
fn upload(it: &RequestBody, form: &Form, cx: &Cx<'_>) -> Argument {
    let (name, ty) = (ident(&it.name), types::ty(&form.ty, cx.api));
    let (ty, value) = match is_optional(it) {
        true => (
            quote!(impl Into<Option<#ty>>),
            quote!(#name.into().map(|it| Multipart::new(it, Self::FORM))),
        ),
        false => (ty, quote!(Multipart::new(#name, Self::FORM))),
    };
    Argument { name, ty, value }
}

fn new(it: &Method, cx: &Cx<'_>) -> TokenStream {
    if has_default(it) {
        return TokenStream::new();
    }
    let name = item(Home::Operations, &it.input);
    let arguments = arguments(it, cx);
    let allow = many_arguments(arguments.len());
    let names: Vec<&Ident> = arguments.iter().map(|it| &it.name).collect();
    let types = arguments.iter().map(|it| &it.ty);
    let given = arguments
        .iter()
        .map(|it| member(&it.name, it.value.clone()));
    let optional = it.params.iter().filter(|it| !it.required).map(|it| {
        let name = ident(&it.name);
        quote!(#name: None)
    });
    quote! {
        impl #name {
            /// With what is required.
            #allow
            pub fn new(#(#names: #types),*) -> Self {
                Self { #(#given,)* #(#optional),* }
            }
        }
    }
}

fn info(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let (id, path) = (&it.id, &it.path);
    let method = method(&it.http);
    let body = it.body.as_ref().filter(|it| has_body(it));
    let stand_ins = body.into_iter().flat_map(RequestBody::each);
    let stand_ins = stand_ins.filter_map(request::stand_in);
    let consumes = body.into_iter().flat_map(RequestBody::all_media);
    let consumes: IndexSet<&str> = consumes.chain(stand_ins).collect();
    let consumes = consumes.into_iter().map(|it| quote!(#it));
    let produces = output::media(it);
    let accept = it.accept.as_ref();
    let accept = accept.filter(|it| !["*/*"].iter().chain(&produces).any(|known| known == it));
    let accept = accept.map(|it| quote!(accept: #it,));
    let produces = produces.into_iter().map(|it| quote!(#it));
    let offers = it.offers.iter().map(|it| quote!(#it));
    let success = output::statuses(it).into_iter().map(statuses);
    let alike = it.output.is_alike().then(|| quote!(alike: true,));
    let errors = error_body::statuses(it).into_iter().map(statuses);
    let streams = output::streams(it).then(|| quote!(streams: true,));
    let collects = output::collects(it).into_iter().map(|it| quote!(#it));
    let uploads = body.is_some_and(|it| it.content.is_streamed());
    let gathers = body.filter(|_| uploads).map(RequestBody::each);
    let gathers = gathers.into_iter().flatten();
    let gathers = gathers.filter(|it| !it.content.is_streamed());
    let gathers = gathers
        .flat_map(RequestBody::all_media)
        .map(|it| quote!(#it));
    let gathers = list("gathers", gathers);
    let uploads = uploads.then(|| quote!(uploads: true,));
    let security = match it.security.is_empty() {
        true => TokenStream::new(),
        false => {
            let security = security::requirement(&it.security, cx);
            quote!(security: #security,)
        }
    };
    let wide = it.params.iter();
    let wide = wide.filter(|it| it.place == Place::Path && it.reserved);
    let wide = wide.map(|it| &it.wire).map(|it| quote!(#it));
    let said = [
        list("wide", wide),
        list("consumes", consumes),
        list("produces", produces),
        list("offers", offers),
        accept.unwrap_or_default(),
        list("success", success),
        alike.unwrap_or_default(),
        list("errors", errors),
        streams.unwrap_or_default(),
        list("collects", collects),
        uploads.unwrap_or_default(),
        gathers,
        security,
    ];
    // What says nothing takes no line; and of `method` and `extension` one never says anything.
    quote! {
        Info {
            id: #id,
            #method
            path: #path,
            #(#said)*
            ..Info::PLAIN
        }
    }
}

/// The method: one that every version of the crate `http` has a constant for, or another.
fn method(http: &str) -> TokenStream {
    const KNOWN: [&str; 8] = [
        "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
    ];
    match KNOWN.contains(&http) {
        true => {
            let name = Ident::new(http, Span::call_site());
            quote!(method: Method::#name,)
        }
        false => quote!(extension: #http,),
    }
}

/// A member of the description, unless it is empty.
fn list(name: &str, items: impl Iterator<Item = TokenStream>) -> TokenStream {
    let items: Vec<TokenStream> = items.collect();
    let name = Ident::new(name, Span::call_site());
    match items.is_empty() {
        true => TokenStream::new(),
        false => quote!(#name: &[#(#items),*],),
    }
}

fn statuses(it: Statuses) -> TokenStream {
    match it {
        Statuses::Status(code) => {
            let code = proc_macro2::Literal::u16_unsuffixed(code);
            quote!(Statuses::Status(#code))
        }
        Statuses::Range(hundreds) => {
            let hundreds = proc_macro2::Literal::u8_unsuffixed(hundreds);
            quote!(Statuses::Range(#hundreds))
        }
        Statuses::Default => quote!(Statuses::Default),
    }
}
