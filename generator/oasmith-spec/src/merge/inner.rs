//! Components that came into a part with a reference to what stands inside of another source's component.
//!
//! In: the parts, in which equal names mean the same by now. Out: the parts without such components, with references
//! into the component that holds what they mean, as its own document would have them.
//! What a discriminator chooses by its name, or several components hold under one name, stays a component; and so does
//! what the component that held it refers to by now, as after bundling one document.

use super::names::{self, Kind, Name};
use super::origins::is_added;
use super::pointer;
use super::variants::{Id, definitions, mapped};
use crate::node::{Node, Object, Value};
use oasmith_source::Span;
use std::collections::{HashMap, HashSet};

/// The steps from a document to what a component is.
type Inner = HashMap<Id, Vec<String>>;

pub(super) fn refer_into(parts: &mut [Node]) {
    let inner = found(parts);
    if inner.is_empty() {
        return;
    }
    let chosen = chosen(parts);
    let inner: Inner = inner
        .into_iter()
        .filter(|it| !chosen.contains(&it.0))
        .collect();
    for part in parts {
        names::each(part, Kind::Fixed, &mut |name| {
            if let Name::Reference(text) = name
                && let Some(steps) = pointer::component(text).and_then(|it| inner.get(&it))
                && let Some(own) = pointer::steps(text)
            {
                *text = pointer::reference(&[&**steps, &own[3..]].concat());
            }
        });
        leave_out(part, &inner);
    }
}

/// The schemas that bundling made components of, and that a component somebody wrote holds.
fn found(parts: &[Node]) -> Inner {
    let mut texts: HashMap<Id, HashSet<Span>> = HashMap::new();
    let mut written = HashSet::new();
    for (id, member) in parts.iter().flat_map(definitions) {
        if !is_added(member) {
            written.insert(id.clone());
        }
        texts.entry(id).or_default().insert(member.value.span);
    }
    // One text for a name: what refers to that means the same wherever it stands.
    texts.retain(|_, texts| texts.len() == 1);
    let added = texts
        .iter()
        .filter(|it| it.0.0 == "schemas" && !written.contains(it.0));
    let wanted: HashMap<Span, &Id> = added
        .flat_map(|(id, texts)| texts.iter().map(move |text| (*text, id)))
        .collect();
    let mut found = Found::default();
    if wanted.is_empty() {
        return found.inner;
    }
    for (id, member) in parts.iter().flat_map(definitions) {
        if !is_added(member) && texts.contains_key(&id) {
            let mut steps = vec!["components".to_owned(), id.0, id.1];
            search(&member.value, Kind::Fixed, &wanted, &mut steps, &mut found);
        }
    }
    let Found { mut inner, left } = found;
    inner.retain(|id, _| !left.contains(id));
    inner
}

#[derive(Default)]
struct Found {
    inner: Inner,
    /// What the place where it stood refers to in one of the parts: it would refer to itself.
    left: HashSet<Id>,
}

/// Extensions and data may have a copy of a component, which is not the component.
fn search(
    node: &Node,
    kind: Kind,
    wanted: &HashMap<Span, &Id>,
    steps: &mut Vec<String>,
    found: &mut Found,
) {
    let children: Vec<(String, Kind, &Node)> = match &node.value {
        Value::Object(object) => object
            .iter()
            .map(|it| (&*it.key.text, &it.value))
            .filter(|it| !matches!(kind, Kind::Fixed) || !it.0.starts_with("x-"))
            .map(|(key, it)| (key.to_owned(), kind.of(key, it), it))
            .filter(|it| !matches!(it.1, Kind::Data))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, it)| (at.to_string(), kind, it))
            .collect(),
        _ => return,
    };
    for (step, kind, child) in children {
        steps.push(step);
        if let Some(id) = wanted.get(&child.span) {
            if child.get("$ref").is_some() {
                found.left.insert((*id).clone());
            } else {
                let place = || steps.clone();
                found.inner.entry((*id).clone()).or_insert_with(place);
            }
        }
        search(child, kind, wanted, steps, found);
        steps.pop();
    }
}

/// The schemas that discriminators choose, by a mapping or by their names.
fn chosen(parts: &mut [Node]) -> HashSet<Id> {
    let mut chosen = HashSet::new();
    for part in parts {
        names::each(part, Kind::Fixed, &mut |name| {
            if let Name::Discriminated(schema) = name {
                chosen.extend(alternatives(schema));
                let discriminator = schema.get("discriminator").and_then(Node::as_object);
                let members = discriminator.into_iter().flat_map(Object::iter);
                let values = members.flat_map(|it| match &it.value.value {
                    Value::Object(mapping) => mapping.iter().map(|it| &it.value).collect(),
                    _ => vec![&it.value],
                });
                chosen.extend(values.filter_map(|it| mapped(it.as_str()?)));
            }
        });
    }
    chosen
}

fn alternatives(schema: &Object) -> impl Iterator<Item = Id> {
    let lists = ["oneOf", "anyOf"].into_iter();
    let branches = lists.filter_map(|it| schema.get(it)?.as_array()).flatten();
    branches.filter_map(|it| pointer::component(it.get("$ref")?.as_str()?))
}

fn leave_out(part: &mut Node, inner: &Inner) {
    let components = part.as_object_mut().and_then(|it| it.get_mut("components"));
    let schemas = components.and_then(|it| it.as_object_mut()?.get_mut("schemas"));
    if let Some(schemas) = schemas.and_then(Node::as_object_mut) {
        let is_inner = |name: &str| inner.contains_key(&("schemas".to_owned(), name.to_owned()));
        schemas.members.retain(|it| !is_inner(&it.key.text));
    }
}
