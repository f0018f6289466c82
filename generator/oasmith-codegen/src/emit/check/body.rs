//! Bodies: what is checked at once, and what once all of it has come.

use super::value::Value;
use super::{Lines, arm_by_arm};
use crate::emit::names::{Home, ident, item, plain};
use crate::emit::{Cx, types};
use crate::ir::{Choice, Content, Form, Method, Name, RequestBody, Type};
use proc_macro2::TokenStream;
use quote::quote;

impl Lines<'_> {
    /// What is checked of the body of an input. The pointer says `/body`, whatever the field is called.
    pub(super) fn body(&mut self, it: &RequestBody) -> TokenStream {
        let name = ident(&it.name);
        let value = Value::field(quote!(self.#name), it.required, false);
        let place = quote!("body");
        match &it.content {
            Content::Choice(choice) if Lines::new(self.cx).of_choice(choice).is_empty() => {
                TokenStream::new()
            }
            Content::Choice(_) => {
                let value = value.checked();
                quote!(c.object(#place, #value);)
            }
            _ => match checked(it) {
                Some(ty) => self.value(&place, Some(&it.name), ty, &it.constraints, &value),
                None => TokenStream::new(),
            },
        }
    }

    /// What is checked of one of several bodies.
    fn of_choice(&mut self, it: &Choice) -> TokenStream {
        let value = Value::reference(quote!(it));
        let mut arms = Vec::new();
        for (variant, body) in &it.bodies {
            let Some(ty) = checked(body) else { continue };
            let line = self.value(
                &quote!(HERE),
                Some(&body.name),
                ty,
                &body.constraints,
                &value,
            );
            if !line.is_empty() {
                let variant = plain(variant);
                arms.push((quote!(Self::#variant(it)), line));
            }
        }
        let has_rest = arms.len() < it.bodies.len();
        match arms.is_empty() {
            true => TokenStream::new(),
            false => arm_by_arm(arms, has_rest),
        }
    }
}

/// The type of what is checked before a handler runs.
fn checked(it: &RequestBody) -> Option<&Type> {
    match &it.content {
        Content::Json(ty) | Content::Form(Form { ty, .. }) if !it.content.is_streamed() => Some(ty),
        _ => None,
    }
}

/// `Checked` of a body that is one of several, if there is anything to check; and what checks the form among them.
pub(in crate::emit) fn choice(it: &Choice, cx: &Cx<'_>) -> TokenStream {
    let mut lines = Lines::new(cx);
    let line = lines.of_choice(it);
    let checked = (!line.is_empty()).then(|| {
        lines.out.push(line);
        cx.for_server(lines.checked(&item(Home::Operations, &it.name)))
    });
    let forms = it
        .bodies
        .iter()
        .map(|(_, body)| form_of(&it.name, body, cx));
    quote!(#checked #(#forms)*)
}

/// What checks a form that comes part by part, once all of it has come.
pub(in crate::emit) fn form(method: &Method, cx: &Cx<'_>) -> TokenStream {
    match &method.body {
        Some(body) => form_of(&method.input, body, cx),
        None => TokenStream::new(),
    }
}

/// The same, where the type `of` has it.
pub(in crate::emit) fn form_of(of: &Name, body: &RequestBody, cx: &Cx<'_>) -> TokenStream {
    let Content::Form(form) = &body.content else {
        return TokenStream::new();
    };
    let mut lines = Lines::new(cx);
    let value = Value::reference(quote!(it));
    let (place, rules) = (quote!("body"), &body.constraints);
    let line = lines.value(&place, Some(&body.name), &form.ty, rules, &value);
    if line.is_empty() || !form.has_files() {
        return TokenStream::new();
    }
    let (name, ty) = (item(Home::Operations, of), types::ty(&form.ty, cx.api));
    let statics = lines.statics();
    cx.for_server(quote! {
        impl #name {
            fn check_form(it: &#ty) -> Vec<Violation> {
                #statics
                let mut c = Check::new();
                #line
                c.into_violations()
            }
        }
    })
}
