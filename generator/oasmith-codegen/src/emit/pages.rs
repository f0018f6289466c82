//! What turns the pages of a list: one implementation for each operation that has pages.

use super::names::{Home, ident, item};
use super::{Cx, output, types};
use crate::ir::{Answer, First, Hop, Method, Output, Paging, Presence, Turning};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Whether any operation has pages.
pub(super) fn are_used(cx: &Cx<'_>) -> bool {
    cx.api.methods().any(|it| it.paging.is_some())
}

/// The implementation of `Paged`, where the operation has pages.
pub(super) fn paged(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let Some(paging) = &it.paging else {
        return TokenStream::new();
    };
    let (name, output) = (item(Home::Operations, &it.input), output::ty(it, cx));
    let of = types::ty(&paging.item, cx.api);
    let inner = match &it.output {
        Output::Plain(Answer {
            headed: Some(_), ..
        }) => quote!(.body),
        Output::Plain(_) | Output::Several { .. } => TokenStream::new(),
    };
    let items = taken(&quote!(page #inner), &paging.items);
    let turn = turn(paging, &quote!(page.body #inner));
    quote! {
        impl Paged for #name {
            type Item = #of;

            fn items(page: #output) -> Vec<#of> {
                #items
            }

            fn turn(&mut self, page: &Response<#output>, turn: &mut Turn) {
                #turn
            }
        }
    }
}

fn turn(it: &Paging, page: &TokenStream) -> TokenStream {
    let seen = |route: &[Hop]| seen(page, route);
    let said = |route: &Option<Vec<Hop>>, method: TokenStream| {
        let value = route.as_ref().map(|it| seen(it));
        value.map(|value| quote!(turn.#method(#value);))
    };
    let more = said(&it.more, quote!(more));
    let (total, pages) = (
        said(&it.total, quote!(total)),
        said(&it.pages, quote!(pages)),
    );
    let items = seen(&it.items);
    match &it.by {
        Turning::Offset(param) => {
            let param = ident(param);
            quote! { turn.items(#items); #total #more turn.offset(&mut self.#param); }
        }
        Turning::Page(param, First::Told(number)) => {
            let (param, number) = (ident(param), seen(number));
            quote! {
                turn.items(#items); #total #pages #more turn.number(#number);
                turn.page_after(&mut self.#param);
            }
        }
        Turning::Page(param, First::Known(first)) => {
            let (param, first) = (ident(param), Literal::u64_unsuffixed(*first));
            quote! { turn.items(#items); #total #pages #more turn.page(&mut self.#param, #first); }
        }
        Turning::Token(param, next) => {
            let (param, next) = (ident(param), seen(next));
            quote! { #more turn.token(&mut self.#param, #next); }
        }
        Turning::Last(param, id) => {
            let param = ident(param);
            let id = after(&quote!(#items.and_then(|it| it.last())), id);
            quote! { #more turn.token(&mut self.#param, #id); }
        }
        Turning::Url(next) => {
            let next = seen(next);
            quote! { #more turn.url(#next); }
        }
        Turning::Link => quote! { turn.link(&page.headers); },
    }
}

/// An `Option` of a reference to what is at the end of the way.
fn seen(from: &TokenStream, route: &[Hop]) -> TokenStream {
    let Some((first, rest)) = route.split_first() else {
        return quote!(Some(&#from));
    };
    let name = ident(&first.name);
    let start = match first.presence {
        Presence::Required => quote!(Some(&#from.#name)),
        Presence::Optional | Presence::Nullable => quote!(#from.#name.as_ref()),
        Presence::OptionalNullable => quote!(#from.#name.as_ref().and_then(Option::as_ref)),
    };
    rest.iter().fold(start, |so_far, hop| after(&so_far, hop))
}

fn after(so_far: &TokenStream, hop: &Hop) -> TokenStream {
    let name = ident(&hop.name);
    match hop.presence {
        Presence::Required => quote!(#so_far.map(|it| &it.#name)),
        Presence::Optional | Presence::Nullable => {
            quote!(#so_far.and_then(|it| it.#name.as_ref()))
        }
        Presence::OptionalNullable => quote!(#so_far.and_then(|it| it.#name.as_ref()?.as_ref())),
    }
}

/// The list at the end of the way, taken out; an empty one where there is none.
fn taken(from: &TokenStream, route: &[Hop]) -> TokenStream {
    let (mut value, mut is_option) = (from.clone(), false);
    for hop in route {
        let name = ident(&hop.name);
        let field = match is_option {
            true => quote!(it.#name),
            false => quote!(#value.#name),
        };
        let flat = match hop.presence {
            Presence::OptionalNullable => quote!(#field.flatten()),
            _ => field,
        };
        value = match (is_option, hop.presence) {
            (false, _) => flat,
            (true, Presence::Required) => quote!(#value.map(|it| #flat)),
            (true, _) => quote!(#value.and_then(|it| #flat)),
        };
        is_option |= hop.presence != Presence::Required;
    }
    match is_option {
        true => quote!(#value.unwrap_or_default()),
        false => value,
    }
}
