//! Rules as code: a predicate becomes a closure that captures nothing.

use super::Lines;
use super::bounds::{limit, option};
use crate::ir::{Name, Predicate, Rule};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

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
        quote!(|it| it.#body)
    }

    fn call(&mut self, method: &str, inner: &Predicate, field: Option<&Name>) -> TokenStream {
        let (method, inner) = (super::ident_of(method), self.closure(inner, field));
        quote!(#method(#inner))
    }

    fn several(&mut self, method: &str, all: &[Predicate], field: Option<&Name>) -> TokenStream {
        let all = all.iter().map(|it| self.closure(it, field));
        let (all, method) = (all.collect::<Vec<_>>(), super::ident_of(method));
        quote!(#method(&[#(#all),*]))
    }
}

/// Counts, both allowed.
fn between(min: Option<u64>, max: Option<u64>) -> (Literal, TokenStream) {
    let min = Literal::u64_unsuffixed(min.unwrap_or(0));
    let max = max.map(Literal::u64_unsuffixed);
    let max = max.map_or_else(|| quote!(usize::MAX), |max| quote!(#max));
    (min, max)
}
