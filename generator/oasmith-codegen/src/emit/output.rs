//! What an operation answers when it succeeds: its type, and the parts of types and codecs that errors share.

use super::content::content;
use super::docs::docs;
use super::names::{Home, ident, item, plain};
use super::operation::answers;
use super::structs::many_arguments;
use super::{Cx, items, types};
use crate::ir::{Answer, AnswerHeader, Content, Headed, Method, Name, Output, Statuses, Type};
use indexmap::IndexSet;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Whose answers they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Successes,
    /// Which are collected before they are read, so that what is no JSON is bytes.
    Errors,
}

/// The type of the output.
pub(super) fn ty(it: &Method, cx: &Cx<'_>) -> TokenStream {
    match &it.output {
        Output::Plain(answer) => held(answer, Of::Successes, cx),
        Output::Several { name, .. } => {
            let name = item(Home::Operations, name);
            quote!(#name)
        }
    }
}

/// The type of what an answer holds.
fn held(it: &Answer, of: Of, cx: &Cx<'_>) -> TokenStream {
    match &it.headed {
        None => body(it, of, cx),
        Some(headed) => {
            let name = item(Home::Operations, &headed.name);
            quote!(#name)
        }
    }
}

/// The type of a body.
fn body(it: &Answer, of: Of, cx: &Cx<'_>) -> TokenStream {
    match (&it.content, of) {
        (Content::Stream, Of::Errors) => quote!(Vec<u8>),
        (it, _) => content(it, cx),
    }
}

/// The type that is defined for the output, if there is one.
pub(super) fn definition(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let docs = format!(" What `{}` answers.", it.name.as_str());
    match &it.output {
        Output::Plain(answer) => with_headers(&docs, answer, Of::Successes, cx),
        Output::Several { name, variants } => enum_(name, &docs, variants, Of::Successes, cx),
    }
}

/// The type of an output that is nothing but JSON.
pub(super) fn json(it: &Method) -> Option<&Type> {
    match &it.output {
        Output::Plain(Answer {
            content: Content::Json(ty),
            headed: None,
            ..
        }) => Some(ty),
        _ => None,
    }
}

/// The statuses of declared successes.
pub(super) fn statuses(it: &Method) -> Vec<Statuses> {
    it.output
        .answers()
        .into_iter()
        .map(|it| it.status)
        .collect()
}

/// The media types that are answered: of successes, then of errors.
pub(super) fn media(it: &Method) -> Vec<&str> {
    let mut media = Vec::new();
    for answer in it.output.answers().into_iter().chain(it.error.answers()) {
        let said = answer.media.as_deref();
        let said = said.filter(|_| answer.content != Content::Empty);
        media.extend(
            said.filter(|it| !media.contains(it))
                .into_iter()
                .collect::<Vec<_>>(),
        );
    }
    media
}

/// Whether the body of the answer is passed on as it comes.
pub(super) fn streams(it: &Method) -> bool {
    it.output
        .answers()
        .iter()
        .any(|it| it.content.is_streamed())
}

/// The media types of successes that are read as a whole, though others are streams.
pub(super) fn collects(it: &Method) -> Vec<&str> {
    let whole = |it: &&Answer| !it.content.is_streamed() && it.content != Content::Empty;
    let answers = it.output.answers().into_iter().filter(whole);
    let media: IndexSet<&str> = answers.filter_map(|it| it.media.as_deref()).collect();
    match streams(it) {
        true => media.into_iter().collect(),
        false => Vec::new(),
    }
}

/// The struct of an answer with typed headers.
fn with_headers(type_docs: &str, answer: &Answer, of: Of, cx: &Cx<'_>) -> TokenStream {
    let Some(Headed { name, headers }) = &answer.headed else {
        return TokenStream::new();
    };
    let (ty, has_body) = (
        item(Home::Operations, name),
        answer.content != Content::Empty,
    );
    let fields = headers.iter().map(|it| {
        let (name, ty) = (ident(&it.name), types::ty(&it.ty, cx.api));
        let docs = docs(&it.docs, &format!("The header `{}`.", it.wire));
        quote! {
            #docs
            pub #name: Option<#ty>,
        }
    });
    let field = has_body.then(|| {
        let (docs, ty) = (docs(&answer.docs, "The body."), body(answer, of, cx));
        quote! {
            #docs
            pub body: #ty,
        }
    });
    let has_required = headers.iter().any(|it| it.required);
    let derives = match has_body || has_required {
        true => derives([answer].into_iter()),
        false => quote!(#[derive(Clone, Debug, Default, PartialEq)]),
    };
    let new = new(answer, headers, of, cx);
    quote! {
        #[doc = #type_docs]
        #derives
        #[non_exhaustive]
        pub struct #ty {
            #(#fields)*
            #field
        }

        impl #ty {
            #new
        }
    }
}

/// What a server makes it with: the headers that it must not forget, and the body.
fn new(answer: &Answer, headers: &[AnswerHeader], of: Of, cx: &Cx<'_>) -> TokenStream {
    let (argument, value) = match answer.content {
        Content::Empty => (None, TokenStream::new()),
        Content::Json(_) | Content::Form(_) | Content::Items(..) | Content::Choice(_) => {
            let ty = body(answer, of, cx);
            (Some(quote!(body: #ty)), quote!(body))
        }
        Content::Text | Content::Stream => {
            let ty = body(answer, of, cx);
            (
                Some(quote!(body: impl Into<#ty>)),
                quote!(body: body.into()),
            )
        }
    };
    let required = headers.iter().filter(|it| it.required);
    let required = required.map(|it| {
        let (name, ty) = (ident(&it.name), types::argument(&it.ty, false, cx.api).ty);
        quote!(#name: #ty)
    });
    let arguments: Vec<TokenStream> = required.chain(argument).collect();
    let values = headers.iter().map(|it| {
        let name = ident(&it.name);
        let convert = types::argument(&it.ty, false, cx.api).convert;
        let given = it.required.then(|| convert(quote!(#name)));
        given.map_or_else(|| quote!(#name: None), |it| quote!(#name: Some(#it)))
    });
    let docs = match headers.iter().any(|it| it.required) {
        true => " With what is required.",
        false => " Without headers.",
    };
    let allow = many_arguments(arguments.len());
    quote! {
        #[doc = #docs]
        #allow
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values,)* #value }
        }
    }
}

fn derives<'a>(mut answers: impl Iterator<Item = &'a Answer>) -> TokenStream {
    if answers.any(|it| it.content.is_streamed()) {
        quote!(#[derive(Debug)])
    } else {
        quote!(#[derive(Clone, Debug, PartialEq)])
    }
}

/// An enum with a variant for each answer, and what they hold. Those for more than one status carry it.
pub(super) fn enum_(
    name: &Name,
    docs_line: &str,
    variants: &[(Name, Answer)],
    of: Of,
    cx: &Cx<'_>,
) -> TokenStream {
    let headed = variants.iter().map(|(_, answer)| {
        let ty = with_headers(docs_line, answer, of, cx);
        let codec = answers::headed(answer, of, cx);
        quote!(#ty #codec)
    });
    let ty = item(Home::Operations, name);
    let derives = derives(variants.iter().map(|(_, answer)| answer));
    let variants = variants.iter().map(|(name, answer)| {
        let name = plain(name);
        let docs = docs(&answer.docs, &status_name(answer.status));
        let status = (!is_exact(answer.status)).then(|| quote!(StatusCode));
        let body = holds(answer).then(|| held(answer, of, cx));
        let parts: Vec<TokenStream> = status.into_iter().chain(body).collect();
        match parts.is_empty() {
            true => quote!(#docs #name,),
            false => quote!(#docs #name(#(#parts),*),),
        }
    });
    quote! {
        #[doc = #docs_line]
        #derives
        #[allow(clippy::large_enum_variant)]
        #[non_exhaustive]
        pub enum #ty {
            #(#variants)*
        }

        #(#headed)*
    }
}

/// Whether there is anything to an answer but its status.
pub(super) fn holds(it: &Answer) -> bool {
    it.content != Content::Empty || it.headed.is_some()
}

fn is_exact(it: Statuses) -> bool {
    matches!(it, Statuses::Status(_))
}

fn status_name(it: Statuses) -> String {
    match it {
        Statuses::Status(code) => format!("{code}."),
        Statuses::Range(hundreds) => format!("{hundreds}XX."),
        Statuses::Default => "Any other status.".to_owned(),
    }
}

/// The status that is sent for an answer that has no place for one: of a range, the first.
pub(super) fn sent(it: Statuses) -> TokenStream {
    let code = match it {
        Statuses::Status(code) => code,
        Statuses::Range(hundreds) => u16::from(hundreds) * 100,
        Statuses::Default => 200,
    };
    let code = Literal::u16_unsuffixed(code);
    quote!(#code)
}

/// An answer with `value` as its content.
pub(super) fn encode(
    it: &Answer,
    of: Of,
    status: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let media = it
        .media
        .as_deref()
        .map(|media| sent_media(media, &it.content));
    match (&it.content, media) {
        (Content::Empty, None) => quote!(Answer::empty(#status)),
        (Content::Empty, Some(media)) => quote!(Answer::null(#status, #media)),
        (Content::Json(_), None | Some("application/json")) => {
            quote!(Answer::json(#status, &#value))
        }
        (Content::Json(_), Some(media)) => quote!(Answer::json_media(#status, #media, &#value)),
        (Content::Text, media) => {
            let media = media.unwrap_or("text/plain");
            quote!(Answer::text(#status, #media, #value))
        }
        (Content::Stream, media) => {
            let media = media.unwrap_or("application/octet-stream");
            let into = (of == Of::Errors).then(|| quote!(.into()));
            quote!(Answer::stream(#status, #media, #value #into))
        }
        (Content::Items(_, framing), media) => {
            let media = media.unwrap_or("application/octet-stream");
            let into = items::into_body(*framing);
            quote!(Answer::stream(#status, #media, #value.#into()))
        }
        (Content::Form(_) | Content::Choice(_), _) => {
            unreachable!("lower makes no forms of answers")
        }
    }
}

/// What is sent where any media type is declared: a range is no media type.
pub(super) fn sent_media<'m>(declared: &'m str, content: &Content) -> &'m str {
    match declared {
        "*/*" | "*" | "application/*" if matches!(content, Content::Json(_)) => "application/json",
        "*/*" | "*" | "application/*" => "application/octet-stream",
        "text/*" => "text/plain",
        media => media,
    }
}

/// The content of `answer`; `?` on what may fail.
pub(super) fn decode(it: &Answer, of: Of, answer: &TokenStream) -> TokenStream {
    match it.content {
        Content::Empty => quote!(()),
        Content::Json(_) if it.or_text => quote!(#answer.read_json_or_text()?),
        Content::Json(_) => quote!(#answer.read_json()?),
        Content::Text if of == Of::Errors => quote!(#answer.read_lossy()?),
        Content::Text => quote!(#answer.read_text()?),
        Content::Stream if of == Of::Errors => quote!(#answer.read_bytes()?),
        Content::Stream => quote!(#answer.into_body()),
        Content::Items(_, framing) => {
            let read = items::read(framing);
            quote!(#answer.#read())
        }
        Content::Form(_) | Content::Choice(_) => unreachable!("lower makes no forms of answers"),
    }
}

/// The arms of `match output`, each giving an answer.
pub(super) fn encode_arms(ty: &TokenStream, variants: &[(Name, Answer)], of: Of) -> TokenStream {
    let arms = variants.iter().map(|(name, answer)| {
        let status = match is_exact(answer.status) {
            true => sent(answer.status),
            false => quote!(status.as_u16()),
        };
        let pattern = variant(ty, name, answer, &quote!(status), |_| quote!(body));
        let value = match &answer.headed {
            Some(headed) => {
                let ty = item(Home::Operations, &headed.name);
                quote!(#ty::answer(body, #status))
            }
            None => encode(answer, of, &status, &quote!(body)),
        };
        quote!(#pattern => #value,)
    });
    arms.collect()
}

/// What is decoded of an answer, by its status.
pub(super) fn decode_by(ty: &TokenStream, variants: &[(Name, Answer)], of: Of) -> TokenStream {
    let status = quote!(answer.status);
    let read = |answer: &Answer| match &answer.headed {
        None => decode(answer, of, &quote!(answer)),
        Some(headed) => {
            let ty = item(Home::Operations, &headed.name);
            quote!(#ty::of(answer)?)
        }
    };
    let value = |name: &Name, answer: &Answer| variant(ty, name, answer, &status, read);
    if let [(name, answer)] = variants {
        let value = value(name, answer);
        return quote!(Ok(#value));
    }
    let arms = arms(variants).into_iter().map(|(pattern, name, answer)| {
        let is_streamed = is_one_of_two(answer, variants).then(|| {
            let media = answer.media.as_deref().unwrap_or_default();
            quote!(if answer.is_of(&[#media]))
        });
        let value = value(name, answer);
        quote!(#pattern #is_streamed => Ok(#value),)
    });
    quote! {
        match #status.as_u16() {
            #(#arms)*
        }
    }
}

/// `X::Ok(body)`, `X::Other(status, body)`, `X::Accepted`.
fn variant(
    ty: &TokenStream,
    name: &Name,
    answer: &Answer,
    status: &TokenStream,
    body: impl Fn(&Answer) -> TokenStream,
) -> TokenStream {
    let name = plain(name);
    let status = (!is_exact(answer.status)).then(|| status.clone());
    let body = holds(answer).then(|| body(answer));
    let parts: Vec<TokenStream> = status.into_iter().chain(body).collect();
    match parts.is_empty() {
        true => quote!(#ty::#name),
        false => quote!(#ty::#name(#(#parts),*)),
    }
}

/// The patterns of `match status`: exact statuses, then ranges, then the rest. The last one takes whatever is left,
/// since only declared statuses are decoded.
fn arms(variants: &[(Name, Answer)]) -> Vec<(TokenStream, &Name, &Answer)> {
    let rank = |it: &Answer| match it.status {
        Statuses::Status(_) => 0,
        Statuses::Range(_) => 1,
        Statuses::Default => 2,
    };
    let mut sorted: Vec<&(Name, Answer)> = variants.iter().collect();
    sorted.sort_by_key(|(_, answer)| (rank(answer), !is_one_of_two(answer, variants)));
    let last = sorted.len().saturating_sub(1);
    let arms = sorted
        .into_iter()
        .enumerate()
        .map(|(index, (name, answer))| {
            let pattern = if index == last {
                quote!(_)
            } else {
                pattern(answer.status)
            };
            (pattern, name, answer)
        });
    arms.collect()
}

/// Whether it is the stream of a status that single values are answered with as well: their media types tell.
fn is_one_of_two(it: &Answer, variants: &[(Name, Answer)]) -> bool {
    let is_other = |other: &&(Name, Answer)| {
        other.1.status == it.status && !matches!(other.1.content, Content::Items(..))
    };
    matches!(it.content, Content::Items(..)) && variants.iter().any(|other| is_other(&other))
}

fn pattern(it: Statuses) -> TokenStream {
    match it {
        Statuses::Status(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        Statuses::Range(hundreds) => {
            let first = u16::from(hundreds) * 100;
            let (first, last) = (
                Literal::u16_unsuffixed(first),
                Literal::u16_unsuffixed(first + 99),
            );
            quote!(#first..=#last)
        }
        Statuses::Default => quote!(_),
    }
}
