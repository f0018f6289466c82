//! A base whose discriminator names all that builds on it is a choice between those.
//!
//! OAS 3.1, Discriminator Object: a discriminator without alternatives makes of a schema a base, and a value is of
//! whatever schema builds on it by `allOf`. Exporters of classes write hierarchies that way, with a mapping that has every
//! subclass; so it is spelled out, and no later stage has to know of two forms of the same thing.

use crate::model::{Discriminator, Document, Ref, Schema, SchemaObject, Spanned};
use indexmap::IndexSet;
use oasmith_source::Span;
use std::collections::{HashMap, HashSet};

/// More subclasses than these are the model of a whole product, and a value of the base is hardly ever meant to be any.
const MOST: usize = 64;

/// Gives bases their alternatives, and opens those that are closed: by the letter, nothing could build on them.
///
/// One of which a subclass is not named, or that is named itself, gets no alternatives.
pub fn spell_out(document: &mut Document) {
    let schemas = &document.components.schemas;
    let mut built: HashMap<&str, Vec<&str>> = HashMap::new();
    for (name, schema) in schemas {
        for base in bases(schema) {
            built.entry(base).or_default().push(name);
        }
    }
    let found = schemas.iter().filter_map(|(name, schema)| {
        let it = schema.as_object().filter(|_| built.contains_key(&**name))?;
        let by = it.discriminator.as_ref()?;
        let is_plain = it.one_of.is_empty() && it.any_of.is_empty();
        let alternatives = is_plain.then(|| alternatives(name, by, &built, document));
        Some((name.clone(), alternatives.flatten().unwrap_or_default()))
    });
    let found: Vec<_> = found.collect();
    for (name, alternatives) in found {
        if let Some(Schema::Object(base)) = document.components.schemas.get_mut(&name) {
            base.any_of.extend(alternatives);
            base.additional_properties
                .take_if(|it| matches!(it, Schema::Bool(it) if !it.value));
        }
    }
}

/// The components that a schema is put together from.
fn bases(schema: &Schema) -> impl Iterator<Item = &str> {
    let parts = schema.as_object().map_or(&[][..], |it| &it.all_of);
    let references = parts
        .iter()
        .filter_map(|it| it.as_object()?.reference.as_ref());
    references.filter_map(|it| component(&it.target))
}

/// `Cat` of `#/components/schemas/Cat`
fn component(reference: &str) -> Option<&str> {
    let name = reference.strip_prefix("#/components/schemas/")?;
    (!name.contains(['/', '~', '%'])).then_some(name)
}

fn alternatives(
    name: &str,
    by: &Discriminator,
    built: &HashMap<&str, Vec<&str>>,
    document: &Document,
) -> Option<Vec<Schema>> {
    if by.mapping.is_empty() || by.default_mapping.is_some() {
        return None;
    }
    let mut named: IndexSet<&str> = IndexSet::new();
    let mut alternatives = Vec::new();
    for value in by.mapping.values() {
        let target = component(&value.value).unwrap_or(&value.value);
        document.components.schemas.get(target)?;
        if named.insert(target) {
            alternatives.push(alternative(target, value));
        }
    }
    let subclasses = all_built_on(name, built)?;
    let are_same =
        named.len() == subclasses.len() && subclasses.iter().all(|it| named.contains(it));
    are_same.then_some(alternatives)
}

/// What builds on a component, directly or not; `None` where it does so itself, or where they are too many.
fn all_built_on<'d>(name: &str, built: &HashMap<&str, Vec<&'d str>>) -> Option<HashSet<&'d str>> {
    let mut found = HashSet::new();
    let mut waiting: Vec<&str> = vec![name];
    while let Some(base) = waiting.pop() {
        for one in built.get(base).into_iter().flatten() {
            if *one == name || found.len() > MOST {
                return None;
            }
            if found.insert(*one) {
                waiting.push(one);
            }
        }
    }
    Some(found)
}

fn alternative(name: &str, mapped: &Spanned<String>) -> Schema {
    let mut it = SchemaObject::new(mapped.span);
    it.reference = Some(reference(name, mapped.span));
    Schema::Object(Box::new(it))
}

fn reference(name: &str, span: Span) -> Ref {
    Ref {
        target: format!("#/components/schemas/{name}"),
        summary: None,
        description: None,
        span,
    }
}
