//! The usual expressions, types and arguments on one line, without the way by tokens.
//!
//! In: a `syn` node of a kind that `emit` writes again and again. Out: what [`flat`](super::flat::flat) makes of it,
//! or nothing, and then that is asked. A stream of tokens is made for each node otherwise, only to be read once.

use super::flat::flat;
use quote::ToTokens;
use std::fmt::{Display, Write};
use syn::punctuated::Punctuated;
use syn::{
    Expr, FnArg, GenericArgument, Lit, Member, Pat, Path, PathArguments, ReceiverKind, ReturnType,
    Type, TypeParamBound,
};

/// One line for an expression.
pub(super) fn flat_expr(it: &Expr) -> String {
    written(it, expr)
}

/// The name or index of a field.
pub(super) fn flat_member(it: &Member) -> String {
    match it {
        Member::Named(it) => it.to_string(),
        Member::Unnamed(it) => it.index.to_string(),
    }
}

/// One line for a type.
pub(super) fn flat_type(it: &Type) -> String {
    written(it, ty)
}

/// One line for an argument of a function.
pub(super) fn flat_input(it: &FnArg) -> String {
    written(it, input)
}

/// One line for what a function returns, with the arrow; nothing for a function that returns nothing.
pub(super) fn flat_output(it: &ReturnType) -> String {
    match it {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => format!("-> {}", flat_type(ty)),
    }
}

const ROOM: usize = 64;

/// One line for an expression of calls, lists, names and literals that takes no more than so many columns.
pub(super) fn short_expr(it: &Expr, room: usize) -> Option<String> {
    let mut line = Line::new(room);
    expr(it, &mut line)?;
    (line.text.len() <= room).then_some(line.text)
}

fn written<T: ToTokens>(it: &T, write: impl Fn(&T, &mut Line) -> Option<()>) -> String {
    let mut line = Line::new(usize::MAX);
    match write(it, &mut line) {
        Some(()) => line.text,
        None => flat(it),
    }
}

/// What is written, and the bytes that there is room for: lists that are longer are not written to their end.
struct Line {
    text: String,
    room: usize,
}

impl Line {
    fn new(room: usize) -> Self {
        Line {
            // Room for most of them, so that it does not grow time and again.
            text: String::with_capacity(ROOM),
            room,
        }
    }
}

/// Appends an expression, if its text needs no rule for spaces.
fn expr(it: &Expr, out: &mut Line) -> Option<()> {
    match it {
        Expr::Path(it) if it.attrs.is_empty() && it.qself.is_none() => path(&it.path, true, out)?,
        Expr::Lit(it) if it.attrs.is_empty() => match &it.lit {
            Lit::Str(text) => put(&text.token(), out),
            Lit::Int(number) => put(number, out),
            Lit::Bool(it) => out.text.push_str(if it.value { "true" } else { "false" }),
            _ => return None,
        },
        Expr::Reference(it) if it.attrs.is_empty() => {
            let is_mutable = it.mutability.is_some();
            out.text.push_str(if is_mutable { "&mut " } else { "&" });
            expr(&it.expr, out)?;
        }
        Expr::Try(it) if it.attrs.is_empty() => {
            expr(&it.expr, out)?;
            out.text.push('?');
        }
        Expr::Field(it) if it.attrs.is_empty() => {
            expr(&it.base, out)?;
            let Member::Named(member) = &it.member else {
                return None;
            };
            out.text.push('.');
            put(member, out);
        }
        Expr::Tuple(it) if it.attrs.is_empty() && it.elems.len() > 1 => {
            list("(", &it.elems, ")", expr, out)?;
        }
        Expr::Array(it) if it.attrs.is_empty() => list("[", &it.elems, "]", expr, out)?,
        Expr::Call(it) if it.attrs.is_empty() => {
            expr(&it.func, out)?;
            list("(", &it.args, ")", expr, out)?;
        }
        Expr::MethodCall(it) if it.attrs.is_empty() && it.turbofish.is_none() => {
            expr(&it.receiver, out)?;
            out.text.push('.');
            put(&it.method, out);
            list("(", &it.args, ")", expr, out)?;
        }
        _ => return None,
    }
    Some(())
}

fn ty(it: &Type, out: &mut Line) -> Option<()> {
    match it {
        Type::Path(it) if it.qself.is_none() => path(&it.path, false, out),
        Type::Reference(it) if it.lifetime.is_none() => {
            let is_mutable = it.mutability.is_some();
            out.text.push_str(if is_mutable { "&mut " } else { "&" });
            ty(&it.elem, out)
        }
        Type::ImplTrait(it) if it.bounds.len() == 1 => list("impl ", &it.bounds, "", bound, out),
        _ => None,
    }
}

/// In an expression, arguments have `::` before them, and are left to tokens.
fn path(it: &Path, is_value: bool, out: &mut Line) -> Option<()> {
    out.text
        .push_str(if it.leading_colon.is_some() { "::" } else { "" });
    for (index, segment) in it.segments.iter().enumerate() {
        out.text.push_str(if index > 0 { "::" } else { "" });
        put(&segment.ident, out);
        match &segment.arguments {
            PathArguments::None => {}
            PathArguments::AngleBracketed(it) if !is_value && it.colon2_token.is_none() => {
                list("<", &it.args, ">", argument, out)?;
            }
            _ => return None,
        }
    }
    Some(())
}

fn argument(it: &GenericArgument, out: &mut Line) -> Option<()> {
    match it {
        GenericArgument::Type(it) => ty(it, out),
        GenericArgument::Lifetime(it) => {
            out.text.push('\'');
            put(&it.ident, out);
            Some(())
        }
        GenericArgument::AssocType(it) if it.generics.is_none() => {
            put(&it.ident, out);
            out.text.push_str(" = ");
            ty(&it.ty, out)
        }
        _ => None,
    }
}

fn bound(it: &TypeParamBound, out: &mut Line) -> Option<()> {
    let TypeParamBound::Trait(it) = it else {
        return None;
    };
    let is_plain = it.lifetimes.is_none() && it.maybe.is_none() && it.paren_token.is_none();
    is_plain.then(|| path(&it.path, false, out))?
}

fn input(it: &FnArg, out: &mut Line) -> Option<()> {
    match it {
        FnArg::Typed(it) if it.attrs.is_empty() => {
            let Pat::Ident(name) = &*it.pat else {
                return None;
            };
            let is_plain = name.attrs.is_empty() && name.by_ref.is_none() && name.subpat.is_none();
            if !is_plain || name.mutability.is_some() {
                return None;
            }
            put(&name.ident, out);
            out.text.push_str(": ");
            ty(&it.ty, out)
        }
        FnArg::Receiver(it) if it.attrs.is_empty() => {
            out.text.push_str(match &it.kind {
                ReceiverKind::Value if it.mutability.is_some() => "mut self",
                ReceiverKind::Value => "self",
                ReceiverKind::Reference(_, None, None) => "&self",
                ReceiverKind::Reference(_, None, Some(_)) => "&mut self",
                _ => return None,
            });
            Some(())
        }
        _ => None,
    }
}

fn put(it: &impl Display, out: &mut Line) {
    let _ = write!(out.text, "{it}");
}

fn list<T, P>(
    open: &str,
    items: &Punctuated<T, P>,
    close: &str,
    write: fn(&T, &mut Line) -> Option<()>,
    out: &mut Line,
) -> Option<()> {
    out.text.push_str(open);
    for (index, item) in items.iter().enumerate() {
        out.text.push_str(if index > 0 { ", " } else { "" });
        write(item, out)?;
        if out.text.len() > out.room {
            return None;
        }
    }
    out.text.push_str(close);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn expressions_look_the_same_as_by_tokens() {
        let usual = [
            quote!(it),
            quote!(r#type),
            quote!(&mut it.r#type),
            quote!(("id", &self.id)),
            quote!(c.length("n", self.n.as_deref(), None, Some(-1))),
            quote!(r.read(&mut one, 2, "a\"b", 'c', true)),
            quote!(Some(it.into())),
            quote!((it,)),
            quote!(it.0.len()),
            quote!(it.map::<u8>(Vec::new())),
            quote!(&&it),
            quote!(Style::Exploded),
            quote!(::std::vec::Vec::new()),
            quote!(Vec::<u8>::new()),
            quote!(&[Statuses::Status(200), Statuses::Range(4)]),
            quote!([]),
            quote!([it]),
            quote!(answer.read_json()?),
            quote!(it.is(true, false)?.len()),
            quote!(<T as Json>::blank()),
        ];
        for tokens in usual {
            let it: Expr = syn::parse2(tokens).expect("an expression");
            assert_eq!(flat_expr(&it), flat(&it));
        }
    }

    #[test]
    fn signatures_look_the_same_as_by_tokens() {
        let usual = [
            quote!(fn it()),
            quote!(fn it(self, to: &mut Encoder)),
            quote!(fn it(&self) -> &str),
            quote!(fn it(mut self, value: impl Into<String>) -> impl Fn(u8) -> u8),
            quote!(fn it(value: impl Future<Output = Pet> + Send, it: impl ?Sized) -> impl Sized),
            quote!(fn it(&mut self, mut id: u8, (a, b): (u8, u8))),
            quote!(fn it(value: impl Into<String>) -> Result<Self, ()>),
            quote!(fn it(from: &mut Decoder<'_>) -> Option<Vec<crate::models::Pet>>),
            quote!(fn it(by: BTreeMap<String, ::std::boxed::Box<Pet>>) -> &'static str),
            quote!(fn it() -> impl Future<Output = Result<(), Error>> + Send),
        ];
        for tokens in usual {
            let it: syn::Signature = syn::parse2(tokens).expect("a signature");
            assert_eq!(flat_output(&it.output), flat(&it.output));
            for input in &it.inputs {
                assert_eq!(flat_input(input), flat(input));
            }
        }
    }
}
