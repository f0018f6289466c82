//! One of several alternatives: an enum with a variant for each.

use super::docs::docs;
use super::enums::integer;
use super::names::{Home, constant, item, plain};
use super::{Cx, check, types};
use crate::ir::{
    Alternative, Count, EnumOf, Member, Name, Shape, Type, TypeDef, TypeId, TypeKind, Union,
    Untagged, Width,
};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

/// Everything for one union.
pub(super) fn union(def: &TypeDef, it: &Union, cx: &Cx<'_>) -> TokenStream {
    let definition = definition(def, it, cx);
    let codec = codec(def, it, cx);
    let scalars = scalars(def, it, cx);
    let check = check::union(def, it, cx);
    quote!(#definition #codec #scalars #check)
}

fn definition(def: &TypeDef, it: &Union, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Models, &def.name);
    let docs = docs(&def.docs, &format!("`{}`.", def.name.as_str()));
    let variants = it.alternatives.iter().map(|it| variant(it, cx));
    let allow = types::allow_complex(it.alternatives.iter().map(|it| &it.ty), 2, 20);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[allow(clippy::large_enum_variant)]
        #allow
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that is none of the alternatives.
            Unknown(Raw),
        }
    }
}

fn variant(it: &Alternative, cx: &Cx<'_>) -> TokenStream {
    let (name, ty) = (plain(&it.name), payload(it, cx));
    let spare = match it.tags.first() {
        Some(tag) => format!("`{tag}`."),
        None => format!("`{}`.", it.name.as_str()),
    };
    let docs = docs(&it.docs, &spare);
    if it.ty == Type::Unit {
        return quote!(#docs #name,);
    }
    quote! {
        #docs
        #name(#ty),
    }
}

fn payload(it: &Alternative, cx: &Cx<'_>) -> TokenStream {
    let ty = types::ty(&it.ty, cx.api);
    if it.boxed { quote!(Box<#ty>) } else { ty }
}

/// One line of a macro for each alternative: how it is told from the others, and what is converted into it.
fn codec(def: &TypeDef, it: &Union, cx: &Cx<'_>) -> TokenStream {
    let (name, root) = (item(Home::Models, &def.name), cx.root().path(2));
    if it.alternatives.is_empty() {
        return nothing_known(&name);
    }
    let heads = it.alternatives.iter().map(|one| {
        let variant = plain(&one.name);
        if one.ty == Type::Unit {
            return quote!(#variant());
        }
        // The type of what is converted, not boxed.
        let ty = types::ty(&one.ty, cx.api);
        // A type is converted into itself anyway.
        if is_named(&one.ty, &def.name, cx) {
            quote!(#variant)
        } else {
            quote!(#variant(#ty))
        }
    });
    match &it.tag {
        Some(_) if it.untagged == Untagged::Event => event_kinds(&name, it, cx),
        Some(tag) if it.untagged.is_shape() => {
            let how = match it.untagged {
                Untagged::Shape => quote!(perhaps),
                _ => quote!(named),
            };
            let alternatives = heads.zip(&it.alternatives).map(|(head, it)| {
                let (tags, shapes) = (&it.tags, it.shapes.iter().map(|it| shape(it, cx)));
                match tags.is_empty() {
                    true => quote!(#head: [#(#shapes),*]),
                    false => quote!(#head = #(#tags)|*: [#(#shapes),*]),
                }
            });
            quote!(#root::runtime::alternatives::told! { #root::runtime; #name; #how #tag; #(#alternatives),* })
        }
        Some(tag) => {
            let is_default = |at: usize| it.untagged == Untagged::Default(at);
            let alternatives = heads.zip(&it.alternatives).enumerate();
            let alternatives = alternatives.map(|(at, (head, it))| {
                let tags = &it.tags;
                match is_default(at) {
                    true => quote!(#head = #(#tags)|* or _),
                    false => quote!(#head = #(#tags)|*),
                }
            });
            quote!(#root::runtime::alternatives::tagged! { #root::runtime; #name; #tag; #(#alternatives),* })
        }
        None => {
            let alternatives = heads.zip(&it.alternatives).map(|(head, it)| {
                let shapes = it.shapes.iter().map(|it| shape(it, cx));
                quote!(#head: [#(#shapes),*])
            });
            let others = it.is_open.then(|| quote!([ANY];));
            quote!(#root::runtime::alternatives::shaped! { #root::runtime; #name; #others #(#alternatives),* })
        }
    }
}

/// The data of events of several kinds. What two of them hold is converted into none.
fn event_kinds(name: &Ident, it: &Union, cx: &Cx<'_>) -> TokenStream {
    let root = cx.root().path(2);
    let is_only = |ty: &Type| it.alternatives.iter().filter(|it| it.ty == *ty).count() == 1;
    let kinds = it.alternatives.iter().map(|one| {
        let (variant, tags) = (plain(&one.name), &one.tags);
        let shapes = one.shapes.iter().map(|it| shape(it, cx));
        let ty = types::ty(&one.ty, cx.api);
        let payload = is_only(&one.ty).then(|| quote!((#ty)));
        quote!(#variant #payload = #(#tags)|*: [#(#shapes),*])
    });
    quote!(#root::runtime::event_kinds::event_kinds! { #root::runtime; #name; #(#kinds),* })
}

fn is_named(ty: &Type, name: &Name, cx: &Cx<'_>) -> bool {
    matches!(ty, Type::Named(id) if cx.api.ty(*id).name == *name)
}

/// A union of nothing that has a type.
fn nothing_known(name: &Ident) -> TokenStream {
    quote! {
        impl Json for #name {
            fn blank() -> Self {
                Self::Unknown(Json::blank())
            }

            fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
                Raw::read(r).map(Self::Unknown)
            }
        }

        impl Write for #name {
            fn write(&self, w: &mut Writer) {
                let Self::Unknown(it) = self;
                it.write(w);
            }
        }
    }
}

fn shape(it: &Shape, cx: &Cx<'_>) -> TokenStream {
    match it {
        Shape::Null => quote!(NULL),
        Shape::Boolean => quote!(BOOLEAN),
        Shape::Is(true) => quote!(TRUE),
        Shape::Is(false) => quote!(FALSE),
        Shape::Integer(Width::I32) => quote!(INT32),
        Shape::Integer(Width::I64) => quote!(INTEGER),
        Shape::Integer(Width::U32) => quote!(UINT32),
        Shape::Integer(Width::U64) => quote!(UINT64),
        Shape::Number => quote!(NUMBER),
        Shape::Date => quote!(DATE),
        Shape::DateTime => quote!(DATE_TIME),
        Shape::Uuid => quote!(UUID),
        Shape::Formatted(format) => {
            let (root, name) = (cx.root().path(2), constant(&format!("{format:?}")));
            let name = format_ident!("{name}");
            quote!(#root::runtime::format_shapes::#name)
        }
        Shape::Text => quote!(STRING),
        Shape::Texts(texts) => quote!(STRING.among(&[#(#texts),*])),
        Shape::Integers(values) => {
            let values = values.iter().map(|it| integer(it));
            quote!(INTEGER.among_integers(&[#(#values),*]))
        }
        Shape::List(items, count) => {
            let of = (!items.is_empty()).then(|| {
                let items = items.iter().map(|it| shape(it, cx));
                quote!(.of(&[#(#items),*]))
            });
            let count = sized(count);
            quote!(LIST #of #count)
        }
        Shape::Object(members) if members.is_empty() => quote!(OBJECT),
        Shape::Object(members) => {
            let members = members.iter().map(|it| member(it, cx));
            quote!(OBJECT.with(&[#(#members),*]))
        }
        Shape::Any => quote!(ANY),
    }
}

/// How many items a list has, if that says something.
fn sized(it: &Count) -> Option<TokenStream> {
    if (it.least, it.most) == (0, None) {
        return None;
    }
    let least = Literal::usize_unsuffixed(it.least);
    let most = match it.most {
        Some(most) => Literal::usize_unsuffixed(most).into_token_stream(),
        None => quote!(usize::MAX),
    };
    Some(quote!(.sized(#least, #most)))
}

fn member(it: &Member, cx: &Cx<'_>) -> TokenStream {
    let (wire, shapes) = (&it.wire, it.shapes.iter().map(|it| shape(it, cx)));
    if it.required {
        quote!(required(#wire, &[#(#shapes),*]))
    } else {
        quote!(optional(#wire, &[#(#shapes),*]))
    }
}

/// What makes a union a parameter, where it can be one.
fn scalars(def: &TypeDef, it: &Union, cx: &Cx<'_>) -> TokenStream {
    if !is_scalar_union(it, cx) || it.alternatives.is_empty() {
        return TokenStream::new();
    }
    let (name, root) = (item(Home::Models, &def.name), cx.root().path(2));
    let is_enum = |it: &Alternative| matches!(it.ty, Type::Named(_));
    // Each of them takes any text, so that what they name tells them apart.
    let are_several = it.alternatives.iter().filter(|it| is_enum(it)).count() > 1;
    // What none of them names is a plain text, where there is one.
    let has_text = it.alternatives.iter().any(|it| it.ty == Type::String);
    let yields =
        |it: &Alternative| has_text && matches!(it.ty, Type::Named(id) if !is_of_integers(id, cx));
    let mut ordered: Vec<&Alternative> = it.alternatives.iter().collect();
    ordered.sort_by_key(|it| (yields(it), width(&it.ty, cx)));
    let names = ordered.into_iter().map(|it| {
        let name = plain(&it.name);
        match yields(it) || (are_several && is_enum(it)) {
            true => quote!(#name [is_known]),
            false => quote!(#name),
        }
    });
    quote!(#root::runtime::alternatives::scalars! { #root::runtime; #name; #(#names),* })
}

/// Whether every alternative is one text in a parameter.
fn is_scalar_union(it: &Union, cx: &Cx<'_>) -> bool {
    it.alternatives.iter().all(|it| match &it.ty {
        Type::Named(id) => matches!(cx.api.ty(*id).kind, TypeKind::Enum(_)),
        Type::List(_)
        | Type::Tuple { .. }
        | Type::Map(_)
        | Type::Nullable(_)
        | Type::Raw
        | Type::Unit => false,
        _ => true,
    })
}

fn is_of_integers(id: TypeId, cx: &Cx<'_>) -> bool {
    matches!(&cx.api.ty(id).kind, TypeKind::Enum(it) if it.of == EnumOf::Integers)
}

/// The order in which a text is read: what takes the fewest texts goes first.
fn width(ty: &Type, cx: &Cx<'_>) -> u8 {
    match ty {
        Type::Named(id) if is_of_integers(*id, cx) => 1,
        Type::Bool => 0,
        Type::I32 | Type::I64 | Type::U32 | Type::U64 => 1,
        Type::F32 | Type::F64 => 2,
        Type::Uuid | Type::Date | Type::DateTime => 3,
        Type::Named(_) => 4,
        _ => 5,
    }
}
