//! A base whose discriminator names all that builds on it is a choice between those.
//!
//! OAS 3.1, Discriminator Object: a discriminator without alternatives makes of a schema a base, and a value is of
//! whatever schema builds on it by `allOf`. Exporters of classes write hierarchies that way, with a mapping that has every
//! subclass, and the base as well where a value may be no more than that; so it is spelled out, and no later stage has to
//! know of two forms of the same thing. `x-ms-discriminator-value` at every subclass says what a mapping says.

use crate::model::{Discriminator, Document, Property, Ref, Schema, SchemaObject, Spanned, Type};
use crate::node::Node;
use indexmap::{IndexMap, IndexSet};
use oasmith_source::Span;
use std::collections::HashMap;

/// More subclasses than these are the model of a whole product, and a value of the base is hardly ever meant to be any.
const MOST: usize = 64;

/// Gives bases their alternatives, and opens those that are closed: by the letter, nothing could build on them.
///
/// One of which a subclass is not named gets no alternatives.
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
        let choice = match is_plain {
            true => choice(name, it, by, &built, document),
            false => Some(Choice {
                one_of: without_itself(&it.one_of, (name, it), by, document),
                any_of: without_itself(&it.any_of, (name, it), by, document),
                mapping: by.mapping.clone(),
            }),
        };
        Some((name.clone(), choice))
    });
    let found: Vec<_> = found.collect();
    for (name, choice) in found {
        let Some(Schema::Object(base)) = document.components.schemas.get_mut(&name) else {
            continue;
        };
        base.additional_properties
            .take_if(|it| matches!(it, Schema::Bool(it) if !it.value));
        if let (Some(choice), Some(by)) = (choice, &mut base.discriminator) {
            by.mapping = choice.mapping;
            (base.one_of, base.any_of) = (choice.one_of, choice.any_of);
        }
    }
}

/// What a base is a choice between, and what each is called.
struct Choice {
    one_of: Vec<Schema>,
    any_of: Vec<Schema>,
    mapping: IndexMap<String, Spanned<String>>,
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

fn choice(
    name: &str,
    base: &SchemaObject,
    by: &Discriminator,
    built: &HashMap<&str, Vec<&str>>,
    document: &Document,
) -> Option<Choice> {
    if by.default_mapping.is_some() {
        return None;
    }
    let subclasses = all_built_on(name, built)?;
    let mut by = by.clone();
    if by.mapping.is_empty() {
        by.mapping = said_by_each(name, &subclasses, document)?;
    }
    let mut named: IndexSet<&str> = IndexSet::new();
    let mut alternatives = Vec::new();
    for value in by.mapping.values() {
        let target = component(&value.value).unwrap_or(&value.value);
        document.components.schemas.get(target)?;
        if !named.insert(target) {
            continue;
        }
        let says_no_more = target == name || is_the_same(target, name, document);
        alternatives.push(match says_no_more {
            true => base_called(target, (name, base), &by),
            false => alternative(target, value),
        });
    }
    named.shift_remove(name);
    let are_same =
        named.len() == subclasses.len() && subclasses.iter().all(|it| named.contains(it));
    are_same.then_some(Choice {
        one_of: Vec::new(),
        any_of: alternatives,
        mapping: by.mapping,
    })
}

/// The alternatives of a base that lists them, of which one that is the base by another name is spelled out: it would be
/// the choice again, without end.
fn without_itself(
    all: &[Schema],
    base: (&str, &SchemaObject),
    by: &Discriminator,
    document: &Document,
) -> Vec<Schema> {
    let spelled_out = all.iter().map(|one| {
        let reference = one.as_object().and_then(|it| it.reference.as_ref());
        let target = reference.and_then(|it| component(&it.target));
        match target.filter(|it| is_the_same(it, base.0, document)) {
            Some(target) => base_called(target, base, by),
            None => one.clone(),
        }
    });
    spelled_out.collect()
}

/// The mapping that subclasses say one by one, and the base where it has a value too, as documents of Azure do; `None`
/// where a subclass says nothing.
fn said_by_each(
    base: &str,
    subclasses: &IndexSet<&str>,
    document: &Document,
) -> Option<IndexMap<String, Spanned<String>>> {
    let mut mapping = IndexMap::new();
    for name in subclasses.iter().copied().chain([base]) {
        let it = document.components.schemas.get(name)?.as_object()?;
        let own = std::iter::once(it).chain(it.all_of.iter().filter_map(Schema::as_object));
        let mut said = own.filter_map(|it| it.extensions.get("x-ms-discriminator-value"));
        let said = match said.next() {
            None if name == base => continue,
            said => said?,
        };
        let to = Spanned::new(reference(name, said.span).target, said.span);
        if mapping.insert(said.as_str()?.to_owned(), to).is_some() {
            return None;
        }
    }
    Some(mapping)
}

/// What builds on a component, directly or not; `None` where it does so itself, or where they are too many.
fn all_built_on<'d>(name: &str, built: &HashMap<&str, Vec<&'d str>>) -> Option<IndexSet<&'d str>> {
    let mut found = IndexSet::new();
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

/// Whether a subclass says nothing that its base does not say: it is the base by another name.
fn is_the_same<'d>(mut name: &'d str, base: &str, document: &'d Document) -> bool {
    for _ in 0..MOST {
        let own = document.components.schemas.get(name);
        let it = own.and_then(Schema::as_object).filter(|it| {
            it.properties.is_empty()
                && it.required.is_empty()
                && it.additional_properties.is_none()
                && it.pattern_properties.is_empty()
                && it.reference.is_none()
                && it.one_of.is_empty()
                && it.any_of.is_empty()
        });
        let (Some(it), Some(schema)) = (it, own) else {
            return false;
        };
        let mut bases = bases(schema);
        match (bases.next(), it.all_of.len()) {
            (Some(only), 1) if only == base => return true,
            (Some(only), 1) => name = only,
            _ => return false,
        }
    }
    false
}

/// A value that is no more than the base is, by one name of those in the mapping: what the base says, without the
/// alternatives, and with that name in the member.
fn base_called(name: &str, (base_name, base): (&str, &SchemaObject), by: &Discriminator) -> Schema {
    let member = by.property_name.as_str();
    let mut it = base.clone();
    (it.one_of, it.any_of) = (Vec::new(), Vec::new());
    it.discriminator = None;
    let title = if name == base_name { "Base" } else { name };
    it.title = Some(title.to_owned());
    let leads_here = |to: &Spanned<String>| component(&to.value).unwrap_or(&to.value) == name;
    let named = by.mapping.iter().filter(|it| leads_here(it.1));
    let mut named: Vec<Node> = named
        .map(|(name, to)| Node::string(name, to.span))
        .collect();
    if named.is_empty() {
        named.push(Node::string(name, by.span));
    }
    let span = named[0].span;
    let declared = it.properties.get(member);
    let declared = declared.and_then(|it| it.schema.as_object());
    let mut tag = match declared {
        Some(declared) => declared.clone(),
        None => SchemaObject {
            types: vec![Type::String],
            ..SchemaObject::new(span)
        },
    };
    (tag.values, tag.span) = (Some(Spanned::new(named, span)), span);
    let tag = Property {
        schema: Schema::Object(Box::new(tag)),
        key_span: span,
    };
    it.properties.insert(member.to_owned(), tag);
    if !it.required.iter().any(|it| it.value == member) {
        it.required.push(Spanned::new(member.to_owned(), span));
    }
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
