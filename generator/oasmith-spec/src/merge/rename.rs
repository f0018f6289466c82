//! Calls components of one part by new names, wherever the part means them.

use super::names::{self, Kind, Name};
use super::pointer;
use super::variants::{NewNames, mapped};
use crate::node::{Key, Node, Object, Value};

/// Renames the components of a part, and all that names them.
pub(super) fn rename(part: &mut Node, new: &NewNames) {
    if new.is_empty() {
        return;
    }
    names::each(part, Kind::Fixed, &mut |name| match name {
        Name::Reference(text) => {
            if let Some(other) = reference(text, new) {
                *text = other;
            }
        }
        Name::Discriminated(schema) => discriminator(schema, new),
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

/// Without a mapping, the name of a schema is the value that means it (OAS 3.1, Discriminator Object); so a schema
/// with a new name needs one.
fn discriminator(schema: &mut Object, new: &NewNames) {
    let names = alternatives(schema);
    let Some(Value::Object(discriminator)) =
        schema.get_mut("discriminator").map(|it| &mut it.value)
    else {
        return;
    };
    let mapping = discriminator.get("mapping").and_then(Node::as_object);
    let values = mapping.into_iter().flat_map(Object::iter);
    let known: Vec<_> = values.filter_map(|it| mapped(it.value.as_str()?)).collect();
    let missing: Vec<_> = names
        .into_iter()
        .filter(|(it, _)| new.contains_key(it) && !known.contains(it))
        .collect();
    if let Some(((_, _), span)) = missing.first()
        && discriminator.get("mapping").is_none()
    {
        let none = Node::object(Object::default(), *span);
        discriminator.push(Key::new("mapping", *span), none);
    }
    let Some(mapping) = discriminator
        .get_mut("mapping")
        .and_then(Node::as_object_mut)
    else {
        return;
    };
    for member in mapping.members.iter_mut() {
        if let Value::String(text) = &mut member.value.value {
            rename_mapped(text, new);
        }
    }
    for (id, span) in missing {
        if let Some(name) = new.get(&id)
            && mapping.get(&id.1).is_none()
        {
            let target = pointer::reference(&["components", &id.0, name]);
            mapping.push(Key::new(&id.1, span), Node::string(&target, span));
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
fn alternatives(schema: &Object) -> Vec<(super::variants::Id, oasmith_source::Span)> {
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
