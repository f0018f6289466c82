//! Items: attributes, imports, modules, types, traits, implementations, functions.

use super::expr::{At, right_side};
use super::flat::{flat, width};
use super::function::{function, type_apart};
use super::list::{ARGUMENTS, fill};
use super::usual::flat_type;
use super::{STEP, WIDTH, line, pad, uses};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Fields, ImplItem, Item, Meta, TraitItem, Visibility};

/// Items, with a blank line between any two that do not belong to one run.
pub(super) fn items(items: &[Item], indent: usize, out: &mut String) {
    let mut rest = items;
    let mut first = true;
    while let Some(head) = rest.first() {
        let run = rest
            .iter()
            .take_while(|it| kind(it) == kind(head) && kind(head) != Kind::Other);
        let (run, next) = rest.split_at(run.count().max(1));
        if !first {
            out.push('\n');
        }
        first = false;
        match kind(head) {
            Kind::Use => {
                let run = run.iter().filter_map(|it| match it {
                    Item::Use(it) => Some(it),
                    _ => None,
                });
                uses::uses(&run.collect::<Vec<_>>(), indent, out);
            }
            Kind::Mod => modules(run, indent, out),
            Kind::Static | Kind::Other => run.iter().for_each(|it| item(it, indent, out)),
        }
        rest = next;
    }
}

/// Items of one kind that stand together without blank lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Use,
    Mod,
    /// Without documentation.
    Static,
    Other,
}

fn kind(item: &Item) -> Kind {
    match item {
        Item::Use(_) => Kind::Use,
        Item::Mod(it) if it.content.is_none() => Kind::Mod,
        Item::Static(it) if it.attrs.is_empty() => Kind::Static,
        Item::Const(it) if it.attrs.is_empty() => Kind::Static,
        _ => Kind::Other,
    }
}

fn modules(run: &[Item], indent: usize, out: &mut String) {
    let mut run: Vec<_> = run
        .iter()
        .filter_map(|it| match it {
            Item::Mod(it) => Some(it),
            _ => None,
        })
        .collect();
    run.sort_by_key(|it| it.ident.to_string());
    for it in run {
        attributes(&it.attrs, indent, out);
        let (vis, ident) = (&it.vis, &it.ident);
        line(&(flat(quote!(#vis mod #ident)) + ";"), indent, out);
    }
}

fn item(item: &Item, indent: usize, out: &mut String) {
    match item {
        Item::Struct(it) if matches!(it.fields, Fields::Named(_)) => struct_(it, indent, out),
        Item::Enum(it) => enum_(it, indent, out),
        Item::Impl(it) => impl_(it, indent, out),
        Item::Trait(it) => trait_(it, indent, out),
        Item::Fn(it) => {
            attributes(&it.attrs, indent, out);
            function(&visibility(&it.vis), &it.sig, Some(&it.block), indent, out);
        }
        Item::Mod(it) => module(it, indent, out),
        Item::Static(it) => {
            attributes(&it.attrs, indent, out);
            let (vis, ident) = (&it.vis, &it.ident);
            value(quote!(#vis static #ident:), &it.ty, &it.expr, indent, out);
        }
        Item::Const(it) => {
            attributes(&it.attrs, indent, out);
            let (vis, ident) = (&it.vis, &it.ident);
            value(quote!(#vis const #ident:), &it.ty, &it.expr, indent, out);
        }
        Item::Type(it) => {
            attributes(&it.attrs, indent, out);
            let (vis, ident, ty) = (&it.vis, &it.ident, flat(&it.ty));
            let head = flat(quote!(#vis type #ident =));
            if indent + width(&head) + width(&ty) + width(" ;") <= WIDTH {
                return line(&format!("{head} {ty};"), indent, out);
            }
            line(&head, indent, out);
            line(&format!("{ty};"), indent + STEP, out);
        }
        Item::Macro(it) if it.ident.is_none() => macro_(it, indent, out),
        other => unknown(other, indent, out),
    }
}

/// What this module does not know, laid out by `prettyplease`.
fn unknown(item: impl ToTokens, indent: usize, out: &mut String) {
    let Ok(file) = syn::parse2::<syn::File>(item.to_token_stream()) else {
        return line(&flat(item), indent, out);
    };
    for text in prettyplease::unparse(&file).lines() {
        line(text, indent, out);
    }
}

fn attributes(attributes: &[Attribute], indent: usize, out: &mut String) {
    for attribute in attributes {
        self::attribute(attribute, indent, out);
    }
}

/// An attribute; documentation as a comment.
pub(super) fn attribute(attribute: &Attribute, indent: usize, out: &mut String) {
    let inner = matches!(attribute.style, syn::AttrStyle::Inner(_));
    if let Some(text) = documentation(attribute) {
        let mark = if inner { "//!" } else { "///" };
        // A comment ends where a line does, and what follows would be code.
        for part in text.split(['\n', '\r']) {
            pad(indent, out);
            out.push_str(mark);
            out.push_str(part);
            out.truncate(out.trim_end().len());
            out.push('\n');
        }
        return;
    }
    match &attribute.meta {
        Meta::Path(it) if !inner => line(&format!("#[{}]", flat(it)), indent, out),
        _ if inner => line(&flat(attribute).replacen("# !", "#!", 1), indent, out),
        _ => line(&flat(attribute), indent, out),
    }
}

fn documentation(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    let syn::Expr::Lit(syn::ExprLit {
        lit: syn::Lit::Str(text),
        ..
    }) = &meta.value
    else {
        return None;
    };
    meta.path.is_ident("doc").then(|| text.value())
}

fn module(it: &syn::ItemMod, indent: usize, out: &mut String) {
    attributes(&it.attrs, indent, out);
    let (vis, ident) = (&it.vis, &it.ident);
    line(&(flat(quote!(#vis mod #ident)) + " {"), indent, out);
    if let Some((_, content)) = &it.content {
        items(content, indent + STEP, out);
    }
    line("}", indent, out);
}

fn value(head: impl ToTokens, ty: &syn::Type, value: &syn::Expr, indent: usize, out: &mut String) {
    let at = At::start(indent, 1);
    let (head, ty) = (flat(head), flat_type(ty));
    let one = format!("{head} {ty} =");
    // rustfmt wants two columns more for each pair of brackets.
    let spare = 2 * ty.matches('[').count();
    if indent + width(&one) + spare <= WIDTH {
        return line(&(right_side(&one, value, at) + ";"), indent, out);
    }
    line(&head, indent, out);
    let column = indent + STEP;
    let text = right_side(&format!("{ty} ="), value, At { column, ..at });
    line(&(text + ";"), column, out);
}

fn struct_(it: &syn::ItemStruct, indent: usize, out: &mut String) {
    attributes(&it.attrs, indent, out);
    let (vis, ident, generics) = (&it.vis, &it.ident, &it.generics);
    let head = flat(quote!(#vis struct #ident #generics));
    if it.fields.is_empty() {
        return line(&(head + " {}"), indent, out);
    }
    if indent + width(&head) + width(" {") > WIDTH {
        line(&head, indent, out);
        line("{", indent, out);
    } else {
        line(&(head + " {"), indent, out);
    }
    for field in &it.fields {
        self::field(field, indent + STEP, out);
    }
    line("}", indent, out);
}

fn field(it: &syn::Field, indent: usize, out: &mut String) {
    attributes(&it.attrs, indent, out);
    let ty = flat_type(&it.ty);
    let ident = it.ident.as_ref().map(|it| it.to_string());
    let head = visibility(&it.vis) + &ident.unwrap_or_default();
    if indent + width(&head) + width(&ty) + width(": ,") <= WIDTH {
        return line(&format!("{head}: {ty},"), indent, out);
    }
    let inner = indent + STEP;
    if inner + width(&ty) < WIDTH {
        line(&format!("{head}:"), indent, out);
        return line(&format!("{ty},"), inner, out);
    }
    let here = type_apart(&it.ty, indent);
    let first = here.lines().next().unwrap_or_default();
    if indent + width(&head) + width(": ") + width(first) <= WIDTH {
        return line(&format!("{head}: {here},"), indent, out);
    }
    line(&format!("{head}:"), indent, out);
    line(&format!("{},", type_apart(&it.ty, inner)), inner, out);
}

/// `pub ` or nothing, in nearly all cases.
fn visibility(it: &Visibility) -> String {
    match it {
        Visibility::Inherited => String::new(),
        Visibility::Public(_) => "pub ".to_owned(),
        Visibility::Restricted(_) => flat(it) + " ",
    }
}

fn enum_(it: &syn::ItemEnum, indent: usize, out: &mut String) {
    attributes(&it.attrs, indent, out);
    let (vis, ident, generics) = (&it.vis, &it.ident, &it.generics);
    line(
        &(flat(quote!(#vis enum #ident #generics)) + " {"),
        indent,
        out,
    );
    for variant in &it.variants {
        attributes(&variant.attrs, indent + STEP, out);
        self::variant(variant, indent + STEP, out);
    }
    line("}", indent, out);
}

fn variant(it: &syn::Variant, indent: usize, out: &mut String) {
    let (ident, fields) = (&it.ident, &it.fields);
    let text = flat(quote!(#ident #fields));
    let inside = width(&text).saturating_sub(width(&flat(ident)) + width("()"));
    let fits = indent + width(&text) < WIDTH && (fields.len() < 2 || inside <= ARGUMENTS);
    if fits || fields.is_empty() {
        return line(&format!("{text},"), indent, out);
    }
    line(&format!("{}(", flat(ident)), indent, out);
    let inner = indent + STEP;
    for field in fields {
        let one = flat(field);
        let text = match inner + width(&one) < WIDTH {
            true => one,
            false => type_apart(&field.ty, inner),
        };
        line(&format!("{text},"), inner, out);
    }
    line("),", indent, out);
}

fn impl_(it: &syn::ItemImpl, indent: usize, out: &mut String) {
    let known =
        |it: &ImplItem| matches!(it, ImplItem::Fn(_) | ImplItem::Const(_) | ImplItem::Type(_));
    if !it.items.iter().all(known) {
        return unknown(it, indent, out);
    }
    attributes(&it.attrs, indent, out);
    impl_head(it, indent, out);
    if it.items.is_empty() {
        return;
    }
    let mut before = None;
    for member in &it.items {
        let size = size(member);
        if before.is_some_and(|before| apart(before, size)) {
            out.push('\n');
        }
        impl_item(member, indent + STEP, out);
        before = Some(size);
    }
    line("}", indent, out);
}

/// Members, as far as blank lines between them depend on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    /// A constant or a type.
    Line,
    /// A function such as a setter.
    Small,
    Function,
}

fn size(it: &ImplItem) -> Size {
    match it {
        ImplItem::Fn(it) if is_small(it) => Size::Small,
        ImplItem::Fn(_) => Size::Function,
        _ => Size::Line,
    }
}

fn impl_head(it: &syn::ItemImpl, indent: usize, out: &mut String) {
    let (generics, ty) = (&it.generics, &it.self_ty);
    let brace = if it.items.is_empty() { "{}" } else { "{" };
    let trait_ = it.trait_.as_ref().map(|(path, for_)| quote!(#path #for_));
    let head = flat(quote!(impl #generics #trait_ #ty));
    match &it.trait_ {
        Some((path, _)) if indent + width(&head) + 1 + width(brace) > WIDTH => {
            line(&flat(quote!(impl #generics #path)), indent, out);
            line(&format!("for {}", flat(ty)), indent + STEP, out);
            line(brace, indent, out);
        }
        _ => line(&format!("{head} {brace}"), indent, out),
    }
}

/// Whether a blank line belongs between two members: not between small ones, such as setters.
fn apart(before: Size, member: Size) -> bool {
    match (before, member) {
        (_, Size::Line) => false,
        (before, Size::Small) => before != Size::Small,
        (_, Size::Function) => true,
    }
}

/// A method of a trait's implementation, or one that is documented on a line and done in one or two statements.
fn is_small(it: &syn::ImplItemFn) -> bool {
    let documentation = it.attrs.iter().filter_map(documentation);
    match documentation.map(|it| it.lines().count()).sum::<usize>() {
        0 => true,
        1 => it.sig.inputs.len() < 3 && it.block.stmts.len() < 3,
        _ => false,
    }
}

fn impl_item(item: &ImplItem, indent: usize, out: &mut String) {
    match item {
        ImplItem::Fn(it) => {
            attributes(&it.attrs, indent, out);
            function(&visibility(&it.vis), &it.sig, Some(&it.block), indent, out);
        }
        ImplItem::Const(it) => {
            attributes(&it.attrs, indent, out);
            let (vis, ident) = (&it.vis, &it.ident);
            value(quote!(#vis const #ident:), &it.ty, &it.expr, indent, out);
        }
        ImplItem::Type(it) => {
            attributes(&it.attrs, indent, out);
            let (ident, ty) = (&it.ident, &it.ty);
            let one = flat(quote!(type #ident = #ty)) + ";";
            if indent + width(&one) <= WIDTH {
                return line(&one, indent, out);
            }
            if indent + STEP + width(&flat(ty)) + width(";") > WIDTH {
                let text = type_apart(ty, indent);
                return line(&format!("type {ident} = {text};"), indent, out);
            }
            line(&format!("type {ident} ="), indent, out);
            line(&(flat(ty) + ";"), indent + STEP, out);
        }
        _ => {}
    }
}

fn trait_(it: &syn::ItemTrait, indent: usize, out: &mut String) {
    if !it.items.iter().all(|it| matches!(it, TraitItem::Fn(_))) {
        return unknown(it, indent, out);
    }
    attributes(&it.attrs, indent, out);
    let (vis, ident, generics, supertraits) = (&it.vis, &it.ident, &it.generics, &it.supertraits);
    let head = flat(quote!(#vis trait #ident #generics:));
    let supertraits = flat(supertraits);
    // rustfmt counts `pub` twice, and an indentation.
    let spare = flat(vis).len() + width(" ") + STEP;
    if indent + width(&head) + width(&supertraits) + width("  {") + spare <= WIDTH {
        line(&format!("{head} {supertraits} {{"), indent, out);
    } else {
        line(&head, indent, out);
        line(&supertraits, indent + STEP, out);
        line("{", indent, out);
    }
    let mut first = true;
    for member in &it.items {
        let TraitItem::Fn(member) = member else {
            continue;
        };
        if !std::mem::take(&mut first) {
            out.push('\n');
        }
        attributes(&member.attrs, indent + STEP, out);
        function("", &member.sig, member.default.as_ref(), indent + STEP, out);
    }
    line("}", indent, out);
}

/// A macro whose arguments are heads that end in `;`, and a list.
fn macro_(it: &syn::ItemMacro, indent: usize, out: &mut String) {
    attributes(&it.attrs, indent, out);
    let tokens: Vec<TokenTree> = it.mac.tokens.clone().into_iter().collect();
    let is = |sign: char| move |token: &TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == sign);
    let Some(end) = tokens.iter().rposition(is(';')) else {
        return unknown(it, indent, out);
    };
    let (head, list) = tokens.split_at(end + 1);
    let items = list.split(is(',')).filter(|it| !it.is_empty());
    let items: Vec<String> = items
        .map(|it| flat(it.iter().cloned().collect::<TokenStream>()))
        .collect();
    line(&format!("{}! {{", flat(&it.mac.path)), indent, out);
    line(
        &flat(head.iter().cloned().collect::<TokenStream>()),
        indent + STEP,
        out,
    );
    fill(&items, indent + STEP, out);
    line("}", indent, out);
}
