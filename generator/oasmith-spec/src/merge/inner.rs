//! Components that came into a part with a reference to what stands inside of another source's component or operation.
//!
//! In: the parts, in which equal names mean the same by now as far as components hold them. Out: the parts without such
//! components, with references into what holds that which they mean, as its own document would have them.
//! What a discriminator chooses by its name, or several components hold under one name, stays a component; and so does
//! what the component that held it refers to by now, as after bundling one document.

use super::copies::in_several;
use super::names::{self, Kind, Name};
use super::operations::KINDS;
use super::origins::is_added;
use super::pointer;
use super::templates::without_names;
use super::texts::Texts;
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
        refer(part, &inner);
    }
}

/// The same for what stands in operations, before names are settled: nobody has named it.
///
/// What a path that several parts describe will hold is not known yet.
pub(super) fn refer_into_operations(parts: &mut [Node]) {
    let each = parts.iter().map(|it| added_schemas(it).collect());
    let added: Vec<Vec<(Id, Span)>> = each.collect();
    let wanted: HashSet<Span> = added.iter().flatten().map(|it| it.1).collect();
    if parts.len() < 2 || wanted.is_empty() {
        return;
    }
    let several = in_several(parts);
    let mut found = Found::default();
    for (part, kind) in parts.iter().flat_map(|it| KINDS.map(|kind| (it, kind))) {
        let items = part.get(kind).and_then(Node::as_object).into_iter();
        let own = items.flat_map(Object::iter);
        for item in own.filter(|it| !several.contains(&(kind, without_names(&it.key.text)))) {
            let mut steps = vec![kind.to_owned(), item.key.text.to_string()];
            search(&item.value, Kind::Fixed, &wanted, &mut steps, &mut found);
        }
    }
    for (part, added) in parts.iter_mut().zip(added) {
        let chosen = chosen(std::slice::from_mut(part));
        let own = added.into_iter().filter(|(id, _)| !chosen.contains(id));
        let inner: Inner = own
            .filter_map(|(id, text)| Some((id, found.at(text)?.clone())))
            .collect();
        refer(part, &inner);
    }
}

/// The schemas that bundling made components of, each with where its text stands.
fn added_schemas(part: &Node) -> impl Iterator<Item = (Id, Span)> {
    let schemas = definitions(part).filter(|(id, it)| id.0 == "schemas" && is_added(it));
    schemas.map(|(id, it)| (id, it.value.span))
}

fn refer(part: &mut Node, inner: &Inner) {
    names::each(part, Kind::Fixed, &mut |name| {
        if let Name::Reference(text) = name
            && let Some(steps) = pointer::component(text).and_then(|it| inner.get(&it))
            && let Some(own) = pointer::steps(text)
        {
            *text = pointer::reference(&[&**steps, &own[3..]].concat());
        }
    });
    leave_out(part, inner);
}

/// The schemas that bundling made components of, and that a component somebody wrote holds.
fn found(parts: &[Node]) -> Inner {
    let texts = Texts::of(parts);
    let added: Vec<(&Id, Span)> = texts.added().collect();
    let wanted: HashSet<Span> = added.iter().map(|it| it.1).collect();
    let mut found = Found::default();
    if wanted.is_empty() {
        return Inner::new();
    }
    for (id, member) in parts.iter().flat_map(definitions) {
        if !is_added(member) && texts.has(&id) {
            let mut steps = vec!["components".to_owned(), id.0, id.1];
            search(&member.value, Kind::Fixed, &wanted, &mut steps, &mut found);
        }
    }
    let inner = added
        .into_iter()
        .filter_map(|(id, text)| Some((id.clone(), found.at(text)?.clone())));
    inner.collect()
}

/// Where texts stand.
#[derive(Default)]
struct Found {
    steps: HashMap<Span, Vec<String>>,
    /// Texts in whose place one of the parts refers to something by now: that would refer to itself.
    left: HashSet<Span>,
}

impl Found {
    fn at(&self, text: Span) -> Option<&Vec<String>> {
        self.steps.get(&text).filter(|_| !self.left.contains(&text))
    }
}

/// Extensions and data may have a copy of a component, which is not the component.
fn search(
    node: &Node,
    kind: Kind,
    wanted: &HashSet<Span>,
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
        if wanted.contains(&child.span) {
            if child.get("$ref").is_some() {
                found.left.insert(child.span);
            } else {
                let place = || steps.clone();
                found.steps.entry(child.span).or_insert_with(place);
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
