//! Where leaving a keyword out would forbid something.
//!
//! In `not`, a schema that allows more forbids more; in `oneOf`, it may overlap another one, and what two of them allow
//! is refused. So both are found beforehand, on the document as it was, through references too.

use super::lost::is_wider_without;
use crate::node::{Node, Object};
use crate::parts::{self, Part};
use oasmith_source::Span;
use std::collections::{HashMap, HashSet};

/// Schemas by their place. Only looked up, never iterated.
#[derive(Default)]
pub(super) struct Loose {
    /// Those whose `not` holds a schema that will allow more.
    pub negations: HashSet<Span>,
    /// Those whose `oneOf` holds a schema that will allow more.
    pub exclusives: HashSet<Span>,
}

pub(super) fn find(document: &Node) -> Loose {
    if !any_wider(document, Part::Document) {
        return Loose::default();
    }
    let components = components(document);
    let lossy = lossy(&components);
    let mut loose = Loose::default();
    let mut marker = Marker {
        lossy: &lossy,
        loose: &mut loose,
    };
    marker.walk(document, Part::Document);
    loose
}

fn any_wider(node: &Node, part: Part) -> bool {
    let schema = node.as_object().filter(|_| part == Part::Schema);
    schema.is_some_and(is_wider_without)
        || parts::children(node, part)
            .iter()
            .any(|it| any_wider(it.node, it.part))
}

fn components(document: &Node) -> Vec<(&str, &Node)> {
    let schemas = document.pointer("/components/schemas");
    let schemas = schemas.and_then(Node::as_object);
    let members = schemas.into_iter().flat_map(Object::iter);
    members.map(|it| (&*it.key.text, &it.value)).collect()
}

/// The components that allow more, by themselves or by what they refer to.
fn lossy<'n>(components: &[(&'n str, &'n Node)]) -> HashSet<&'n str> {
    let mut users: HashMap<&str, Vec<&'n str>> = HashMap::new();
    let mut open = Vec::new();
    for (name, schema) in components {
        let mut is_lossy = false;
        each_schema(schema, &mut |it| {
            is_lossy |= is_wider_without(it);
            match reference(it) {
                Some(Target::Component(target)) => users.entry(target).or_default().push(name),
                Some(Target::Elsewhere) => is_lossy = true,
                None => {}
            }
        });
        if is_lossy {
            open.push(*name);
        }
    }
    let mut found: HashSet<&str> = open.iter().copied().collect();
    while let Some(name) = open.pop() {
        for user in users.get(name).into_iter().flatten() {
            if found.insert(user) {
                open.push(user);
            }
        }
    }
    found
}

fn each_schema<'n>(node: &'n Node, visit: &mut impl FnMut(&'n Object)) {
    if let Some(object) = node.as_object() {
        visit(object);
    }
    for child in parts::children(node, Part::Schema) {
        if !is_definition(&child.step) {
            each_schema(child.node, visit);
        }
    }
}

/// What is only defined there counts where it is referred to.
fn is_definition(step: &str) -> bool {
    step.starts_with("/$defs/") || step.starts_with("/definitions/")
}

enum Target<'n> {
    Component(&'n str),
    /// In the middle of something. Not worth following: it is taken for one that allows more.
    Elsewhere,
}

fn reference(schema: &Object) -> Option<Target<'_>> {
    let target = schema.get("$ref")?.as_str()?;
    // Another file is not converted here.
    let target = target.starts_with('#').then_some(target)?;
    let name = target.strip_prefix("#/components/schemas/");
    // An escaped name is rare enough to be taken for a place elsewhere.
    let name = name.filter(|it| !it.contains(['/', '~', '%']));
    Some(name.map_or(Target::Elsewhere, Target::Component))
}

struct Marker<'n, 'l> {
    lossy: &'l HashSet<&'n str>,
    loose: &'l mut Loose,
}

impl Marker<'_, '_> {
    /// Says whether the part, being a schema, will allow more.
    fn walk(&mut self, node: &Node, part: Part) -> bool {
        let mut is_lossy = false;
        if part == Part::Schema
            && let Some(object) = node.as_object()
        {
            is_lossy = is_wider_without(object)
                || match reference(object) {
                    Some(Target::Component(name)) => self.lossy.contains(name),
                    Some(Target::Elsewhere) => true,
                    None => false,
                };
        }
        for child in parts::children(node, part) {
            let is_inside = child.part == Part::Schema && !is_definition(&child.step);
            if !self.walk(child.node, child.part) || !is_inside {
                continue;
            }
            is_lossy = true;
            if child.step == "/not" {
                self.loose.negations.insert(node.span);
            } else if child.step.starts_with("/oneOf/") {
                self.loose.exclusives.insert(node.span);
            }
        }
        is_lossy
    }
}
