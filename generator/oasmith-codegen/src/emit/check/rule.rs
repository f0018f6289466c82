//! Rules as code: a predicate becomes a closure that captures nothing.

use super::bounds::{limit, option};
use super::{Lines, ident_of};
use crate::ir::{Name, Predicate, Rule};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// How deep closures and their lists stand in one another. What is deeper is a static: rustfmt takes time by the power of
/// the depth.
const DEEPEST: usize = 6;

impl Lines<'_> {
    /// `value` is an `Option` of a reference.
    pub(super) fn rules(
        &mut self,
        name: &TokenStream,
        field: Option<&Name>,
        value: &TokenStream,
        rules: &[Rule],
    ) -> TokenStream {
        if rules.is_empty() {
            return TokenStream::new();
        }
        let rules = rules.iter().map(|it| {
            let (told, holds) = (&it.told, self.closure(&it.holds, field));
            quote!((#told, #holds))
        });
        let rules: Vec<TokenStream> = rules.collect();
        quote!(c.rules(#name, #value, &[#(#rules),*]);)
    }

    fn closure(&mut self, it: &Predicate, field: Option<&Name>) -> TokenStream {
        let body = match it {
            Predicate::Always => return quote!(|_| true),
            Predicate::Never => return quote!(|_| false),
            Predicate::Types(names) => quote!(is(&[#(#names),*])),
            Predicate::Among(values) => quote!(among(&[#(#values),*])),
            Predicate::Range(min, max) => {
                let (min, max) = (
                    option(min.as_ref().and_then(limit)),
                    option(max.as_ref().and_then(limit)),
                );
                quote!(range(#min, #max))
            }
            Predicate::Length(min, max) => {
                let (min, max) = between(*min, *max);
                quote!(length(#min, #max))
            }
            Predicate::Size(min, max) => {
                let (min, max) = between(*min, *max);
                quote!(size(#min, #max))
            }
            Predicate::Members(min, max) => {
                let (min, max) = between(*min, *max);
                quote!(members(#min, #max))
            }
            Predicate::Matches(source) => {
                let pattern = self.pattern(source, field);
                quote!(matches(&#pattern))
            }
            Predicate::Format(it) => {
                let format = super::format(*it);
                quote!(format(#format))
            }
            Predicate::Items(inner) => self.call("items", inner, field),
            Predicate::Contains(inner, 1, None) => self.call("contains", inner, field),
            Predicate::Contains(inner, min, max) => {
                let (inner, (min, max)) = (self.closure(inner, field), between(Some(*min), *max));
                quote!(contains_between(#min, #max, #inner))
            }
            Predicate::Names(inner) => self.call("names", inner, field),
            Predicate::Not(inner) => self.call("fails", inner, field),
            Predicate::Requires(names) => quote!(requires(&[#(#names),*])),
            Predicate::Depends(name, others) => quote!(depends(#name, &[#(#others),*])),
            Predicate::Member(name, inner) => {
                let inner = self.closure(inner, field);
                quote!(member(#name, #inner))
            }
            Predicate::Like(source, inner) => {
                let (pattern, inner) = (self.pattern(source, field), self.closure(inner, field));
                quote!(like(&#pattern, #inner))
            }
            Predicate::Others(names, sources, inner) => {
                let patterns = sources.iter().map(|it| self.pattern(it, field));
                let patterns: Vec<_> = patterns.collect();
                let inner = self.closure(inner, field);
                quote!(others(&[#(#names),*], &[#(&#patterns),*], #inner))
            }
            Predicate::All(all) => self.several("all", all, field),
            Predicate::Any(all) => self.several("any", all, field),
            Predicate::One(all) => self.several("one", all, field),
            Predicate::If(case, then, otherwise) => {
                let [case, then, otherwise] =
                    [case, then, otherwise].map(|it| self.closure(it, field));
                quote!(either(#case, #then, #otherwise))
            }
        };
        let holds = quote!(|it| it.#body);
        match levels(it) > DEEPEST {
            true => self.part(holds),
            false => holds,
        }
    }

    /// The static for a part of a rule; parts that are the same share it.
    fn part(&mut self, holds: TokenStream) -> TokenStream {
        let text = holds.to_string();
        let same = |(_, known): &&(_, TokenStream)| known.to_string() == text;
        if let Some((name, _)) = self.parts.iter().find(same) {
            return quote!(#name);
        }
        let mut at = self.parts.len() + 1;
        while self.is_static(&format!("PART_{at}")) {
            at += 1;
        }
        let name = ident_of(&format!("PART_{at}"));
        self.parts.push((name.clone(), holds));
        quote!(#name)
    }

    fn call(&mut self, method: &str, inner: &Predicate, field: Option<&Name>) -> TokenStream {
        let (method, inner) = (ident_of(method), self.closure(inner, field));
        quote!(#method(#inner))
    }

    fn several(&mut self, method: &str, all: &[Predicate], field: Option<&Name>) -> TokenStream {
        let all = all.iter().map(|it| self.closure(it, field));
        let (all, method) = (all.collect::<Vec<_>>(), ident_of(method));
        quote!(#method(&[#(#all),*]))
    }
}

/// How deep the code of a predicate is, up to what is a static.
fn levels(it: &Predicate) -> usize {
    let (own, inner) = match it {
        Predicate::Items(inner)
        | Predicate::Contains(inner, ..)
        | Predicate::Names(inner)
        | Predicate::Not(inner)
        | Predicate::Member(_, inner)
        | Predicate::Like(_, inner)
        | Predicate::Others(_, _, inner) => (1, vec![&**inner]),
        Predicate::All(all) | Predicate::Any(all) | Predicate::One(all) => {
            (2, all.iter().collect())
        }
        Predicate::If(case, then, otherwise) => (1, vec![&**case, &**then, &**otherwise]),
        _ => (1, Vec::new()),
    };
    let inner = inner.into_iter().map(levels);
    own + inner.filter(|it| *it <= DEEPEST).max().unwrap_or(0)
}

/// Counts, both allowed.
fn between(min: Option<u64>, max: Option<u64>) -> (Literal, TokenStream) {
    let min = Literal::u64_unsuffixed(min.unwrap_or(0));
    let max = max.map(Literal::u64_unsuffixed);
    let max = max.map_or_else(|| quote!(usize::MAX), |max| quote!(#max));
    (min, max)
}
