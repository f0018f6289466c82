//! The same types with serde's derives.
//!
//! As a careful user of serde would write them: absent members are left out, unknown enum values are kept. (With closed
//! enums, tried by hand, serde decodes no faster and encodes a little faster, still slower than the codec.)
//! What is deliberately missing: members of three states and members without a field. The tenant has none, and a
//! comparison that left them out would not be one, so they are refused.

use anyhow::{Context, Result, bail, ensure};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::visit::Visit;
use syn::{Field, Ident, Item, ItemEnum, ItemStruct, PathArguments, Type, Variant};

use crate::models::Models;
use crate::wires::Wires;

/// The twins of `root`, of `others`, and of all types that they hold; `Root` and `Generated` are the two to compare.
pub fn twin(models: &Models, root: &str, others: &[&str]) -> Result<TokenStream> {
    let all = std::iter::once(&root).chain(others);
    let mut names: Vec<String> = all.map(|it| (*it).to_owned()).collect();
    let mut types = Vec::new();
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        let item = models.definitions.get(&name);
        let item = item.with_context(|| format!("the generated models have no `{name}`"))?;
        types.push(definition(&name, item, models)?);
        let mut held = Held(Vec::new());
        held.visit_item(item);
        for name in held.0 {
            if models.definitions.contains_key(&name) && !names.contains(&name) {
                names.push(name);
            }
        }
        next += 1;
    }
    let root = format_ident!("{root}");
    let imports = models.imports.values();
    Ok(quote! {
        #(#[allow(unused_imports)] #imports)*
        pub type Root = #root;
        pub type Generated = portsip_pbx::models::#root;
        #(#types)*
    })
}

/// The names of types that a definition mentions.
struct Held(Vec<String>);

impl<'ast> Visit<'ast> for Held {
    fn visit_ident(&mut self, it: &'ast Ident) {
        self.0.push(it.to_string());
    }
}

fn definition(name: &str, item: &Item, models: &Models) -> Result<TokenStream> {
    let none = Wires::default();
    let wires = models.wires.get(name).unwrap_or(&none);
    match item {
        Item::Struct(it) => struct_(it, wires),
        Item::Enum(it) => enum_(it, wires),
        Item::Type(it) => {
            let (name, ty) = (&it.ident, &it.ty);
            Ok(quote!(pub type #name = #ty;))
        }
        _ => bail!("`{name}` is neither a struct nor an enum"),
    }
}

fn struct_(it: &ItemStruct, wires: &Wires) -> Result<TokenStream> {
    let name = &it.ident;
    let fields: Vec<TokenStream> = it
        .fields
        .iter()
        .map(|it| field(it, wires).with_context(|| format!("`{name}` has no twin")))
        .collect::<Result<_>>()?;
    Ok(quote! {
        #[derive(serde::Deserialize, serde::Serialize)]
        pub struct #name { #(#fields)* }
    })
}

fn field(it: &Field, wires: &Wires) -> Result<TokenStream> {
    let (name, ty) = (it.ident.as_ref().context("a field has no name")?, &it.ty);
    let wire = wires.of(&name.to_string());
    let wire = wire.with_context(|| format!("its field `{name}` is not a member of its own"))?;
    let rename = &wire.name;
    let absent = match option(ty) {
        Some(inner) => {
            ensure!(
                option(inner).is_none(),
                "its field `{name}` has three states"
            );
            let skip = (!wire.always).then(|| quote!(, skip_serializing_if = "Option::is_none"));
            quote!(, default #skip)
        }
        None => TokenStream::new(),
    };
    Ok(quote!(#[serde(rename = #rename #absent)] pub #name: #ty,))
}

fn option(ty: &Type) -> Option<&Type> {
    let Type::Path(ty) = ty else { return None };
    let last = ty.path.segments.last().filter(|it| it.ident == "Option")?;
    match &last.arguments {
        PathArguments::AngleBracketed(it) => match it.args.first()? {
            syn::GenericArgument::Type(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

fn enum_(it: &ItemEnum, wires: &Wires) -> Result<TokenStream> {
    let name = &it.ident;
    let variants: Vec<TokenStream> = it
        .variants
        .iter()
        .map(|it| variant(it, wires).with_context(|| format!("`{name}` has no twin")))
        .collect::<Result<_>>()?;
    Ok(quote! {
        #[derive(serde::Deserialize, serde::Serialize)]
        pub enum #name { #(#variants)* }
    })
}

fn variant(it: &Variant, wires: &Wires) -> Result<TokenStream> {
    let (name, fields) = (&it.ident, &it.fields);
    // The one for values that the document does not name.
    if !fields.is_empty() {
        return Ok(quote!(#[serde(untagged)] #name #fields,));
    }
    let wire = wires.of(&name.to_string());
    let rename = &wire
        .with_context(|| format!("its variant `{name}` has no value"))?
        .name;
    Ok(quote!(#[serde(rename = #rename)] #name,))
}
