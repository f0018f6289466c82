//! Which components of equal kind and name are one, and which are several.
//!
//! In: the parts. Out: for each part, the new names of those of its components that mean something else than the first
//! of their name. Two are one when they are equal as text and refer to components that are one; so a component that is
//! equal as text and refers to one that is renamed is kept apart too, through any number of steps and cycles. A schema
//! with a discriminator refers to those that extend it.

use super::difference::difference;
use super::meaning::{self, Budget, Find};
use super::names::{self, Kind, Name};
use super::origins::Origins;
use super::qualify::{self, Words};
use super::{clash, pointer};
use crate::codes;
use crate::node::{Member, Node, Object};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics, SourceMap};
use std::collections::{HashMap, HashSet, VecDeque};

/// A component's kind (`schemas`) and name.
pub(super) type Id = (String, String);

/// Of one part: what its components are called from now on.
pub(super) type NewNames = HashMap<Id, String>;

/// A definition of a component in a part.
struct Definition<'n> {
    part: usize,
    node: &'n Node,
    /// Which of the meanings of its name it has; 0 is the first.
    variant: usize,
    /// Whose text it has; its references stand under this number in [`Component::refers`].
    text: usize,
}

#[derive(Default)]
struct Component<'n> {
    definitions: Vec<Definition<'n>>,
    variants: usize,
    /// For each text, the components that it refers to.
    refers: Vec<Vec<Id>>,
}

type Components<'n> = IndexMap<Id, Component<'n>>;

/// Gives each component that clashes with an earlier one a name of its own.
pub(super) fn new_names(
    parts: &[Node],
    origins: &Origins,
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) -> Vec<NewNames> {
    let mut components = collect(parts, origins);
    let clashes = components.values().any(|it| it.variants > 1);
    let mut new = vec![NewNames::new(); parts.len()];
    if clashes {
        refine(&mut components, origins);
        name(&components, parts, sources, &mut new, diagnostics);
    }
    new
}

/// Every component with its definitions, those of equal text under one number.
fn collect<'n>(parts: &'n [Node], origins: &Origins) -> Components<'n> {
    let mut components = Components::new();
    for (part, node) in parts.iter().enumerate() {
        let own = definitions(node).filter(|(id, _)| !origins.is_copy(part, id));
        for (id, node) in own.map(|(id, it)| (id, &it.value)) {
            let component = components.entry(id).or_default();
            let known = component.definitions.iter();
            let equal = known
                .filter(|it| difference(it.node, node).is_none())
                .map(|it| it.text)
                .next();
            let text = equal.unwrap_or(component.variants);
            component.variants = component.variants.max(text + 1);
            component.definitions.push(Definition {
                part,
                node,
                variant: text,
                text,
            });
        }
    }
    components
}

/// Every component of a part.
pub(super) fn definitions(part: &Node) -> impl Iterator<Item = (Id, &Member)> {
    let kinds = part.get("components").and_then(Node::as_object);
    kinds
        .into_iter()
        .flat_map(Object::iter)
        .flat_map(|kind| {
            let entries = kind.value.as_object().into_iter().flat_map(Object::iter);
            entries.map(move |it| (kind, it))
        })
        .map(|(kind, it)| {
            let id = (kind.key.text.to_string(), it.key.text.to_string());
            (id, it)
        })
}

/// Sets apart what refers to different components, until nothing more differs.
fn refine(components: &mut Components<'_>, origins: &Origins) {
    let mut users: HashMap<Id, Vec<usize>> = HashMap::new();
    let children = children(components, origins);
    for (at, (id, component)) in components.iter_mut().enumerate() {
        let texts = component.variants;
        component.refers = (0..texts)
            .map(|text| {
                let mut with_text = component.definitions.iter().filter(|it| it.text == text);
                let Some(first) = with_text.next() else {
                    return Vec::new();
                };
                let mut found = refers(first.node);
                if chooses_among_children(first.node) {
                    found.extend(children.get(id).into_iter().flatten().cloned());
                }
                found
            })
            .collect();
        for definition in &component.definitions {
            for id in &component.refers[definition.text] {
                let (_, id) = origins.meant(definition.part, id);
                let users = users.entry(id.clone()).or_default();
                if users.last() != Some(&at) {
                    users.push(at);
                }
            }
        }
    }
    let several = components.iter().filter(|(_, it)| it.variants > 1);
    let mut changed: VecDeque<Id> = several.map(|(id, _)| id.clone()).collect();
    while let Some(id) = changed.pop_front() {
        for at in users.get(&id).into_iter().flatten() {
            if let Some(id) = split(components, origins, *at) {
                changed.push_back(id);
            }
        }
    }
}

/// For each schema, those that extend it by `allOf` in any of the parts.
fn children(components: &Components<'_>, origins: &Origins) -> HashMap<Id, Vec<Id>> {
    let mut children: HashMap<Id, Vec<Id>> = HashMap::new();
    for (id, component) in components.iter().filter(|(id, _)| id.0 == "schemas") {
        let parents: HashSet<Id> = component
            .definitions
            .iter()
            .flat_map(|it| extended(it.node).map(|id| origins.meant(it.part, &id).1.clone()))
            .collect();
        for parent in parents {
            children.entry(parent).or_default().push(id.clone());
        }
    }
    children
}

/// The schemas that a schema extends.
pub(super) fn extended(schema: &Node) -> impl Iterator<Item = Id> {
    let parents = schema.get("allOf").and_then(Node::as_array);
    let parents = parents.unwrap_or_default().iter();
    parents.filter_map(|it| pointer::component(it.get("$ref")?.as_str()?))
}

/// A discriminator without alternatives beside it chooses among the schemas that extend its own, by their names
/// (OAS 3.1, Discriminator Object).
pub(super) fn chooses_among_children(schema: &Node) -> bool {
    let has = |name| schema.get(name).is_some();
    has("discriminator") && !has("oneOf") && !has("anyOf")
}

/// The components that a node refers to.
fn refers(node: &Node) -> Vec<Id> {
    let mut found = Vec::new();
    // What visits may also rewrite, which is not wanted here.
    names::each(&mut node.clone(), Kind::Fixed, &mut |name| match name {
        Name::Reference(text) => found.extend(pointer::component(text)),
        Name::Discriminated(schema) => {
            let discriminator = schema.get("discriminator");
            let mapping = discriminator.and_then(|it| it.get("mapping")?.as_object());
            let values = mapping.into_iter().flat_map(Object::iter);
            let default = discriminator.and_then(|it| it.get("defaultMapping"));
            let values = values.map(|it| &it.value).chain(default);
            found.extend(values.filter_map(|it| mapped(it.as_str()?)));
        }
        Name::Requirement(schemes) => {
            let names = schemes.iter().map(|it| it.key.text.to_string());
            found.extend(names.map(|it| ("securitySchemes".to_owned(), it)));
        }
        Name::Link(_) => {}
    });
    found
}

/// What a value of `discriminator.mapping` means: a schema by its name, or by a reference.
pub(super) fn mapped(value: &str) -> Option<Id> {
    if value.starts_with('#') {
        return pointer::component(value);
    }
    Some(("schemas".to_owned(), value.to_owned()))
}

/// Tells the definitions of one component apart by what they refer to; its id when there are more variants now.
fn split(components: &mut Components<'_>, origins: &Origins, at: usize) -> Option<Id> {
    let (id, component) = components.get_index(at)?;
    let mut known: HashMap<(usize, Vec<Variant>), usize> = HashMap::new();
    let variants: Vec<usize> = component
        .definitions
        .iter()
        .map(|it| {
            let targets = component.refers[it.text].iter();
            let targets = targets.map(|id| variant(components, origins.meant(it.part, id)));
            let targets: Vec<_> = targets.collect();
            let next = known.len();
            *known.entry((it.variant, targets)).or_insert(next)
        })
        .collect();
    let more = (known.len() > component.variants).then(|| id.clone());
    let count = known.len();
    let (_, component) = components.get_index_mut(at)?;
    component.variants = count;
    for (definition, variant) in component.definitions.iter_mut().zip(variants) {
        definition.variant = variant;
    }
    more
}

/// Which component, and which of the meanings of its name.
type Variant = (Option<usize>, usize);

/// Which meaning a name has in a part; one that the part does not define has the first.
fn variant(components: &Components<'_>, (part, id): (usize, &Id)) -> Variant {
    let Some((at, _, component)) = components.get_full(id) else {
        return (None, 0);
    };
    let found = component
        .definitions
        .binary_search_by_key(&part, |it| it.part);
    (
        Some(at),
        found.map_or(0, |at| component.definitions[at].variant),
    )
}

fn name(
    components: &Components<'_>,
    parts: &[Node],
    sources: &SourceMap,
    new: &mut [NewNames],
    diagnostics: &mut Diagnostics,
) {
    let mut taken: HashSet<Id> = components.keys().cloned().collect();
    let budget = Budget::default();
    let called = qualify::Called::of(parts, sources);
    for (id, component) in components.iter().filter(|(_, it)| it.variants > 1) {
        let Some(first) = component.definitions.first() else {
            continue;
        };
        // Each that has a meaning of its own, with its new name.
        let mut told_apart: Vec<(&Definition<'_>, Option<String>)> = vec![(first, None)];
        for variant in 1..component.variants {
            let mut its = component
                .definitions
                .iter()
                .filter(|it| it.variant == variant);
            let Some(second) = its.next() else { continue };
            let mut known = told_apart.iter();
            let name = match known.find(|(it, _)| mean_the_same(it, second, parts, &budget)) {
                Some((_, name)) => name.clone(),
                None => {
                    let name = free_name(id, called.words(second.part), &taken);
                    if let Some(name) = &name {
                        taken.insert((id.0.clone(), name.clone()));
                        diagnostics.push(renamed(id, first.node, second.node, name));
                    }
                    told_apart.push((second, name.clone()));
                    name
                }
            };
            // Without a name it stays, and the union says where it clashes.
            let Some(name) = name else { continue };
            for definition in std::iter::once(second).chain(its) {
                new[definition.part].insert(id.clone(), name.clone());
            }
        }
    }
}

/// Whether one has behind references what the other has in place.
fn mean_the_same(a: &Definition<'_>, b: &Definition<'_>, parts: &[Node], budget: &Budget) -> bool {
    let [a, b] = [a, b].map(|it| (it.node, &parts[it.part] as &dyn Find));
    meaning::is_same(a, b, budget)
}

fn free_name(id: &Id, words: &Words, taken: &HashSet<Id>) -> Option<String> {
    let fresh = words.all().filter(|it| !qualify::says(&id.1, it));
    let repeating = words.all().filter(|it| qualify::says(&id.1, it));
    fresh
        .chain(repeating)
        .map(|it| qualify::before(&id.1, it))
        .find(|name| !taken.contains(&(id.0.clone(), name.clone())))
}

fn renamed((kind, name): &Id, first: &Node, second: &Node, new: &str) -> Diagnostic {
    let shown = format!("`#/components/{kind}/{name}`");
    if let Some(found) = difference(first, second) {
        return clash::renamed(&codes::COMPONENT_CLASH, &shown, &found, new);
    }
    let message = format!("{shown} is described twice, and refers to components that differ");
    Diagnostic::info(&codes::COMPONENT_CLASH, message)
        .labelled(second.span, "described here")
        .also(first.span, "and here")
        .help(format!("the second is called `{new}`"))
}
