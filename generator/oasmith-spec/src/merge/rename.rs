//! Calls components of one part by new names, wherever the part means them.

use super::names::{self, Kind, Name};
use super::pointer;
use super::variants::{Id, NewNames, chooses_among_children, extended, mapped};
use crate::node::{Key, Member, Node, Object, Value};
use oasmith_source::Span;
use std::collections::HashMap;

/// Renames the components of a part, and all that names them.
pub(super) fn rename(part: &mut Node, new: &NewNames) {
    if new.is_empty() {
        return;
    }
    let own: Values = new.keys().map(|id| (id.clone(), id.1.clone())).collect();
    map_children(part, &own);
    names::each(part, Kind::Fixed, &mut |name| match name {
        Name::Reference(text) => {
            if let Some(other) = reference(text, new) {
                *text = other;
            }
        }
        Name::Discriminated(schema) => {
            map_alternatives(schema, &own);
            discriminator(schema, new);
        }
        Name::Requirement(schemes) => {
            for scheme in schemes.members.iter_mut() {
                rename_key("securitySchemes", &mut scheme.key, new);
            }
        }
        Name::Link(_) => {}
    });
    let components = part.as_object_mut().and_then(|it| it.get_mut("components"));
    let Some(kinds) = components.and_then(Node::as_object_mut) else {
        return;
    };
    for kind in kinds.members.iter_mut() {
        let Some(entries) = kind.value.as_object_mut() else {
            continue;
        };
        for entry in entries.members.iter_mut() {
            rename_key(&kind.key.text, &mut entry.key, new);
        }
    }
}

fn rename_key(kind: &str, key: &mut Key, new: &NewNames) {
    if let Some(name) = new.get(&(kind.to_owned(), key.text.to_string())) {
        key.text = name.as_str().into();
    }
}

/// The reference to the same component by its new name, when it has one.
fn reference(text: &str, new: &NewNames) -> Option<Box<str>> {
    let name = new.get(&pointer::component(text)?)?;
    let mut steps = pointer::steps(text)?;
    steps[2].clone_from(name);
    Some(pointer::reference(&steps))
}

/// The value by which a discriminator means a schema, by the name that the schema has.
pub(crate) type Values = HashMap<Id, String>;

/// Without a mapping, the name of a schema is the value that means it (OAS 3.1, Discriminator Object); so one that has
/// another name than the author gave it needs a mapping, wherever a discriminator chooses it.
pub(crate) fn map_values(document: &mut Node, values: &Values) {
    map_children(document, values);
    names::each(document, Kind::Fixed, &mut |name| {
        if let Name::Discriminated(schema) = name {
            map_alternatives(schema, values);
        }
    });
}

/// Maps the schemas that extend one with a discriminator.
fn map_children(part: &mut Node, values: &Values) {
    let mut children: HashMap<Id, Vec<(Id, Span)>> = HashMap::new();
    for schema in schemas(part) {
        let id = ("schemas".to_owned(), schema.key.text.to_string());
        if values.contains_key(&id) {
            for parent in extended(&schema.value) {
                let child = (id.clone(), schema.key.span);
                children.entry(parent).or_default().push(child);
            }
        }
    }
    let schemas = part.as_object_mut().and_then(|it| it.get_mut("components"));
    let schemas = schemas.and_then(|it| it.as_object_mut()?.get_mut("schemas"));
    let schemas = schemas.and_then(Node::as_object_mut).into_iter();
    for schema in schemas.flat_map(|it| it.members.iter_mut()) {
        let id = ("schemas".to_owned(), schema.key.text.to_string());
        if let Some(its) = children.get(&id)
            && chooses_among_children(&schema.value)
            && let Some(schema) = schema.value.as_object_mut()
        {
            map(schema, its, values);
        }
    }
}

/// Maps the schemas among which a discriminator chooses.
fn map_alternatives(schema: &mut Object, values: &Values) {
    let alternatives = alternatives(schema);
    map(schema, &alternatives, values);
}

fn schemas(part: &Node) -> impl Iterator<Item = &Member> {
    let schemas = part.get("components").and_then(|it| it.get("schemas"));
    let schemas = schemas.and_then(Node::as_object);
    schemas.into_iter().flat_map(Object::iter)
}

fn discriminator(schema: &mut Object, new: &NewNames) {
    let discriminator = schema.get_mut("discriminator");
    let Some(discriminator) = discriminator.and_then(Node::as_object_mut) else {
        return;
    };
    if let Some(default) = discriminator.get_mut("defaultMapping")
        && let Value::String(text) = &mut default.value
    {
        rename_mapped(text, new);
    }
    let mapping = discriminator.get_mut("mapping");
    let mapping = mapping.and_then(Node::as_object_mut).into_iter();
    for member in mapping.flat_map(|it| it.members.iter_mut()) {
        if let Value::String(text) = &mut member.value.value {
            rename_mapped(text, new);
        }
    }
}

/// Maps the values of schemas to them, unless others mean them already.
fn map(schema: &mut Object, schemas: &[(Id, Span)], values: &Values) {
    let Some(discriminator) = schema
        .get_mut("discriminator")
        .and_then(Node::as_object_mut)
    else {
        return;
    };
    let mapping = discriminator.get("mapping").and_then(Node::as_object);
    let mapping = mapping.into_iter().flat_map(Object::iter);
    let known: Vec<Id> = mapping
        .filter_map(|it| mapped(it.value.as_str()?))
        .collect();
    for (id, span) in schemas.iter().filter(|(id, _)| !known.contains(id)) {
        let Some(value) = values.get(id) else {
            continue;
        };
        if discriminator.get("mapping").is_none() {
            let none = Node::object(Object::default(), *span);
            discriminator.push(Key::new("mapping", *span), none);
        }
        let mapping = discriminator.get_mut("mapping");
        if let Some(mapping) = mapping.and_then(Node::as_object_mut)
            && mapping.get(value).is_none()
        {
            let target = pointer::reference(&["components", &id.0, &id.1]);
            mapping.push(Key::new(value, *span), Node::string(&target, *span));
        }
    }
}

fn rename_mapped(text: &mut Box<str>, new: &NewNames) {
    let name = mapped(text).and_then(|id| new.get(&id));
    match reference(text, new) {
        Some(other) => *text = other,
        None => {
            if let Some(name) = name {
                *text = name.as_str().into();
            }
        }
    }
}

/// The schemas that a discriminator chooses among, as far as they are references.
fn alternatives(schema: &Object) -> Vec<(Id, Span)> {
    let lists = ["oneOf", "anyOf"].into_iter();
    lists
        .filter_map(|it| schema.get(it)?.as_array())
        .flatten()
        .filter_map(|it| {
            let reference = it.get("$ref")?;
            Some((pointer::component(reference.as_str()?)?, reference.span))
        })
        .collect()
}
