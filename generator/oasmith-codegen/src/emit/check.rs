//! What a server checks before a handler runs: one line for each constraint.

mod body;
mod bounds;
mod rule;
mod value;

use super::Cx;
use super::fields::additional;
use super::names::{Home, constant, ident, item, plain};
use crate::ir::{
    Constraints, Field, Format, Method, Name, Param, Place, Struct, Style, Type, TypeDef, TypeKind,
    Union, Via,
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use value::Value;

pub(super) use body::{choice, form, form_of};

/// `Checked` of a model. What a server sends is its own affair: only what is in requests is checked.
pub(super) fn model(def: &TypeDef, it: &Struct, cx: &Cx<'_>) -> TokenStream {
    if !is_checked(def) {
        return TokenStream::new();
    }
    let mut lines = Lines::new(cx);
    lines.fields(&it.fields);
    let rules = lines.rules(&quote!(HERE), None, &quote!(Some(self)), &it.rules);
    lines.out.push(rules);
    if let Some(ty) = &it.additional {
        let name = additional(it);
        let inside = lines.value(
            &quote!(key),
            None,
            ty,
            &it.additional_constraints,
            &Value::reference(quote!(it)),
        );
        if !inside.is_empty() {
            lines
                .out
                .push(quote!(for (key, it) in &self.#name { #inside }));
        }
    }
    cx.for_server(lines.checked(&item(Home::Models, &def.name)))
}

/// `Checked` of a union: what its alternatives check, and that the value is one of them.
pub(super) fn union(def: &TypeDef, it: &Union, cx: &Cx<'_>) -> TokenStream {
    if !is_checked(def) {
        return TokenStream::new();
    }
    let mut lines = Lines::new(cx);
    let here = quote!(HERE);
    let mut arms = Vec::new();
    for one in it.alternatives.iter().filter(|it| !it.is_read_for_others) {
        let value = Value::payload(one);
        let line = lines.value(&here, Some(&one.name), &one.ty, &one.constraints, &value);
        if !line.is_empty() {
            let name = plain(&one.name);
            arms.push((quote!(Self::#name(it)), line));
        }
    }
    let has_rest = arms.len() < it.alternatives.len() || it.is_open;
    if !it.is_open {
        arms.push((quote!(Self::Unknown(_)), quote!(c.no_alternative();)));
    }
    lines.out.push(arm_by_arm(arms, has_rest));
    cx.for_server(lines.checked(&item(Home::Models, &def.name)))
}

/// clippy prefers `if let` to a `match` that does something in one case only.
fn arm_by_arm(arms: Vec<(TokenStream, TokenStream)>, has_rest: bool) -> TokenStream {
    if let ([(pattern, line)], true) = (arms.as_slice(), has_rest) {
        return quote!(if let #pattern = self { #line });
    }
    let rest = has_rest.then(|| quote!(_ => {}));
    let arms = arms.into_iter().map(|(pattern, line)| {
        let line = in_closure(line);
        quote!(#pattern => #line,)
    });
    quote!(match self { #(#arms)* #rest })
}

/// `Checked` of an operation's input, if there is anything to check.
pub(super) fn input(method: &Method, cx: &Cx<'_>) -> TokenStream {
    let mut lines = Lines::new(cx);
    let places = [
        (Place::Path, "path"),
        (Place::Query, "query"),
        (Place::Header, "header"),
        (Place::Cookie, "cookie"),
    ];
    for (place, name) in places {
        lines.params(name, method.params.iter().filter(|it| it.place == place));
    }
    if let Some(body) = &method.body {
        let line = lines.body(body);
        lines.out.push(line);
    }
    lines.out.retain(|it| !it.is_empty());
    if lines.out.is_empty() {
        return TokenStream::new();
    }
    cx.for_server(lines.checked(&item(Home::Operations, &method.input)))
}

/// The lines of one `check`, and the statics that they use.
struct Lines<'a> {
    cx: &'a Cx<'a>,
    out: Vec<TokenStream>,
    patterns: Vec<(Ident, String)>,
    /// Parts of rules.
    parts: Vec<(Ident, TokenStream)>,
}

impl<'a> Lines<'a> {
    fn new(cx: &'a Cx<'a>) -> Self {
        Lines {
            cx,
            out: Vec::new(),
            patterns: Vec::new(),
            parts: Vec::new(),
        }
    }

    fn checked(&self, name: &Ident) -> TokenStream {
        let c = if self.out.iter().all(TokenStream::is_empty) {
            quote!(_)
        } else {
            quote!(c)
        };
        let (out, statics) = (&self.out, self.statics());
        quote! {
            impl Checked for #name {
                fn check(&self, #c: &mut Check) {
                    #statics
                    #(#out)*
                }
            }
        }
    }

    fn statics(&self) -> TokenStream {
        let patterns = self.patterns.iter();
        let patterns =
            patterns.map(|(name, source)| quote!(static #name: Pattern = Pattern::new(#source);));
        let parts = self.parts.iter();
        let parts = parts.map(|(name, holds)| quote!(static #name: Holds = #holds;));
        patterns.chain(parts).collect()
    }

    /// One line for each field; neighbours with the same rules share a loop.
    fn fields(&mut self, fields: &[Field]) {
        let rules: Vec<TokenStream> = fields.iter().map(|it| self.in_loop(it)).collect();
        let mut start = 0;
        while start < fields.len() {
            let same = |index: &usize| {
                fields[*index].ty == fields[start].ty
                    && rules[*index].to_string() == rules[start].to_string()
            };
            let end = (start..fields.len()).take_while(same).count() + start;
            match &rules[start] {
                rule if rule.is_empty() => {}
                rule if end - start > 2 => self.out.push(looped(&fields[start..end], rule)),
                _ => fields[start..end].iter().for_each(|it| self.field(it)),
            }
            start = end;
        }
    }

    /// What is checked of a field, when its name and value are variables.
    fn in_loop(&mut self, it: &Field) -> TokenStream {
        let value = Value::in_loop(it);
        self.value(
            &quote!(name),
            Some(&it.name),
            &it.ty,
            &it.constraints,
            &value,
        )
    }

    fn field(&mut self, it: &Field) {
        let (name, wire) = (ident(&it.name), &it.wire);
        let value = Value::of_field(quote!(self.#name), it);
        let line = self.value(
            &quote!(#wire),
            Some(&it.name),
            &it.ty,
            &it.constraints,
            &value,
        );
        self.out.push(line);
    }

    fn params<'p>(&mut self, place: &str, params: impl Iterator<Item = &'p Param>) {
        let lines: Vec<TokenStream> = params
            .map(|it| {
                let (name, wire) = (ident(&it.name), &it.wire);
                let value = Value::field(quote!(self.#name), it.required, false);
                if is_taken_apart(it, self.cx) && is_checked_model(&it.ty, self.cx) {
                    // Its members have places of their own.
                    let value = value.checked();
                    return quote!(c.members(#value););
                }
                self.value(
                    &quote!(#wire),
                    Some(&it.name),
                    &it.ty,
                    &it.constraints,
                    &value,
                )
            })
            .collect();
        if lines.iter().any(|it| !it.is_empty()) {
            self.out
                .push(quote!(c.within(#place, &mut |c| { #(#lines)* });));
        }
    }

    /// Everything to check of one value. `name` is how its place is called: a literal or a variable.
    fn value(
        &mut self,
        name: &TokenStream,
        field: Option<&Name>,
        ty: &Type,
        rules: &Constraints,
        value: &Value,
    ) -> TokenStream {
        if let Type::Nullable(inner) = ty {
            return self.value(name, field, inner, rules, &value.nullable());
        }
        let bounds = match ty {
            Type::String => self.text(name, field, rules, value),
            Type::I32 | Type::I64 | Type::U32 | Type::U64 => {
                bounds::integer(name, ty, rules, value)
            }
            Type::F32 | Type::F64 => bounds::number(name, ty, rules, value),
            Type::Named(id) => named(name, self.cx.api.ty(*id), value),
            Type::List(inner) => self.list(name, field, inner, rules, value),
            Type::Map(inner) => self.map(name, field, inner, rules, value),
            _ => TokenStream::new(),
        };
        let rules = self.rules(name, field, &value.reference_to(), &rules.rules);
        quote!(#bounds #rules)
    }

    fn text(
        &mut self,
        name: &TokenStream,
        field: Option<&Name>,
        rules: &Constraints,
        value: &Value,
    ) -> TokenStream {
        let text = value.text();
        let length = (rules.min_length.is_some() || rules.max_length.is_some()).then(|| {
            let (min, max) = (
                bounds::count(rules.min_length),
                bounds::count(rules.max_length),
            );
            quote!(c.length(#name, #text, #min, #max);)
        });
        let pattern = rules.pattern.as_ref().map(|source| {
            let pattern = self.pattern(source, field);
            quote!(c.pattern(#name, #text, &#pattern);)
        });
        let format = rules.format.map(|it| {
            let format = self::format(it);
            quote!(c.format(#name, #text, #format);)
        });
        quote!(#length #pattern #format)
    }

    /// The static for a pattern; fields with the same one share it.
    fn pattern(&mut self, source: &str, field: Option<&Name>) -> Ident {
        if let Some((name, _)) = self.patterns.iter().find(|(_, known)| known == source) {
            return name.clone();
        }
        let mut name = field.map_or_else(|| "PATTERN".to_owned(), |it| constant(it.as_str()));
        while self.is_static(&name) {
            name.push('_');
        }
        let name = Ident::new(&name, Span::call_site());
        self.patterns.push((name.clone(), source.to_owned()));
        name
    }

    fn is_static(&self, name: &str) -> bool {
        let patterns = self.patterns.iter().map(|it| &it.0);
        let mut all = patterns.chain(self.parts.iter().map(|it| &it.0));
        all.any(|it| it == name)
    }

    fn list(
        &mut self,
        name: &TokenStream,
        field: Option<&Name>,
        inner: &Type,
        rules: &Constraints,
        value: &Value,
    ) -> TokenStream {
        let slice = value.slice();
        let size = (rules.min_items.is_some() || rules.max_items.is_some()).then(|| {
            let (min, max) = (
                bounds::count(rules.min_items),
                bounds::count(rules.max_items),
            );
            let size = value.size(&quote!(Vec::len));
            quote!(c.size(#name, #size, #min, #max);)
        });
        let unique = rules.unique_items.then(|| quote!(c.unique(#name, #slice);));
        let items = if is_checked_model(inner, self.cx) {
            quote!(c.each(#name, #slice);)
        } else {
            let rules = rules.items.as_deref().cloned().unwrap_or_default();
            let it = Value::reference(quote!(it));
            match self.value(&quote!(index), field, inner, &rules, &it) {
                line if line.is_empty() => line,
                line => {
                    let line = in_closure(line);
                    quote!(c.items(#name, #slice, &mut |c, index, it| #line);)
                }
            }
        };
        quote!(#size #unique #items)
    }

    fn map(
        &mut self,
        name: &TokenStream,
        field: Option<&Name>,
        inner: &Type,
        rules: &Constraints,
        value: &Value,
    ) -> TokenStream {
        let map = value.reference_to();
        if is_checked_model(inner, self.cx) {
            return quote!(c.map(#name, #map););
        }
        let rules = rules.items.as_deref().cloned().unwrap_or_default();
        let it = Value::reference(quote!(it));
        match self.value(&quote!(key), field, inner, &rules, &it) {
            line if line.is_empty() => line,
            line => {
                let line = in_closure(line);
                quote!(c.entries(#name, #map, &mut |c, key, it| #line);)
            }
        }
    }
}

/// Whether the members of a parameter are parameters themselves.
pub(super) fn is_taken_apart(it: &Param, cx: &Cx<'_>) -> bool {
    let is_object = match &it.ty {
        Type::Map(_) => true,
        Type::Named(id) => matches!(cx.api.ty(*id).kind, TypeKind::Struct(_)),
        _ => false,
    };
    let has_pairs = matches!(it.place, Place::Query | Place::Cookie);
    it.via == Via::Json
        && is_object
        && has_pairs
        && matches!(it.style, Style::Exploded | Style::Nested | Style::Plain)
}

/// `Format::Email`
fn format(it: Format) -> TokenStream {
    let name = ident_of(&format!("{it:?}"));
    quote!(Format::#name)
}

fn ident_of(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn looped(fields: &[Field], rule: &TokenStream) -> TokenStream {
    let members = fields.iter().map(|it| {
        let (name, wire) = (ident(&it.name), &it.wire);
        quote!((#wire, &self.#name))
    });
    quote! {
        for (name, it) in [#(#members),*] {
            #rule
        }
    }
}

/// One statement without its semicolon, or a block of several.
fn in_closure(lines: TokenStream) -> TokenStream {
    let tokens: Vec<_> = lines.clone().into_iter().collect();
    let is_end = |it: &proc_macro2::TokenTree| it.to_string() == ";";
    match tokens.split_last() {
        Some((last, line)) if is_end(last) && !line.iter().any(is_end) => {
            line.iter().cloned().collect()
        }
        _ => quote!({ #lines }),
    }
}

fn named(name: &TokenStream, def: &TypeDef, value: &Value) -> TokenStream {
    match &def.kind {
        TypeKind::Enum(it) if !it.is_open => {
            let value = value.reference_to();
            quote!(c.known(#name, #value);)
        }
        TypeKind::Struct(_) | TypeKind::Union(_) if is_checked(def) => {
            let value = value.checked();
            quote!(c.object(#name, #value);)
        }
        _ => TokenStream::new(),
    }
}

fn is_checked(def: &TypeDef) -> bool {
    def.checked && def.in_requests
}

fn is_checked_model(ty: &Type, cx: &Cx<'_>) -> bool {
    match ty {
        Type::Named(id) => {
            let def = cx.api.ty(*id);
            is_checked(def) && !matches!(def.kind, TypeKind::Enum(_))
        }
        _ => false,
    }
}
