//! Every operation of a document, with the way to it: of paths and webhooks, of the callbacks in these, and of components.

use super::pointer;
use crate::node::{Member, Node, Object};
use crate::parts::{self, OTHER_METHODS};
use std::collections::HashSet;

/// The members of a document that hold path items.
pub(super) const KINDS: [&str; 2] = ["paths", "webhooks"];

/// An operation, by its method.
pub(super) struct Found<'n> {
    /// From the document: `paths`, the path, `get`; a callback's operation has those of its own operation before.
    pub steps: Vec<&'n str>,
    pub member: &'n Member,
    pub stands: Stands,
}

/// Where an operation stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// Under a path or a webhook, or in a component that one refers to.
    Alone,
    /// In a callback of another operation.
    Inside,
    /// In a component that is a callback, or that no path refers to.
    Shared,
}

impl<'n> Found<'n> {
    /// The operation's id, with its place; an empty one is none.
    pub(super) fn id(&self) -> Option<(&'n str, &'n Node)> {
        let id = self.member.value.get("operationId")?;
        let text = id.as_str().filter(|it| !it.is_empty())?;
        Some((text, id))
    }

    /// What it is under: a path, or the name of a component.
    pub(super) fn place(&self) -> &'n str {
        let at = if self.steps[0] == COMPONENTS { 2 } else { 1 };
        self.steps.get(at).copied().unwrap_or_default()
    }
}

const COMPONENTS: &str = "components";

/// All operations in order, a callback's after the one that it is in, and those in components last.
pub(super) fn all(document: &Node) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    for kind in KINDS {
        add_items(document.get(kind), &[kind], Stands::Alone, &mut found);
    }
    let components = document.get(COMPONENTS);
    let of_kind = |kind: &str| components.and_then(|it| it.get(kind));
    let referred = referred(document);
    for item in members(of_kind("pathItems")) {
        let stands = match referred.contains(&*item.key.text) {
            true => Stands::Alone,
            false => Stands::Shared,
        };
        let steps = [COMPONENTS, "pathItems"];
        add_item(item, &steps, stands, &mut found);
    }
    for callback in members(of_kind("callbacks")) {
        let steps = [COMPONENTS, "callbacks", &*callback.key.text];
        add_items(Some(&callback.value), &steps, Stands::Shared, &mut found);
    }
    found
}

/// The names of the components that paths and webhooks refer to.
fn referred(document: &Node) -> HashSet<String> {
    let items = KINDS.iter().flat_map(|kind| members(document.get(kind)));
    let references = items.filter_map(|it| it.value.get("$ref")?.as_str());
    let components = references.filter_map(pointer::component);
    components.map(|(_, name)| name).collect()
}

fn add_items<'n>(
    items: Option<&'n Node>,
    steps: &[&'n str],
    stands: Stands,
    found: &mut Vec<Found<'n>>,
) {
    for item in members(items) {
        add_item(item, steps, stands, found);
    }
}

fn add_item<'n>(item: &'n Member, steps: &[&'n str], stands: Stands, found: &mut Vec<Found<'n>>) {
    for holder in members(Some(&item.value)) {
        let mut steps = [steps, &[&*item.key.text, &*holder.key.text]].concat();
        for member in parts::operations(holder) {
            let among_others = &*holder.key.text == OTHER_METHODS;
            steps.extend(among_others.then_some(&*member.key.text));
            found.push(Found {
                steps: steps.clone(),
                member,
                stands,
            });
            for callback in members(member.value.get("callbacks")) {
                let inner = [&steps[..], &["callbacks", &*callback.key.text]].concat();
                add_items(Some(&callback.value), &inner, Stands::Inside, found);
            }
            steps.truncate(steps.len() - usize::from(among_others));
        }
    }
}

/// The operation at these steps.
pub(super) fn at_mut<'n, S: AsRef<str>>(
    document: &'n mut Node,
    steps: &[S],
) -> Option<&'n mut Object> {
    let mut node = document;
    for step in steps {
        node = node.as_object_mut()?.get_mut(step.as_ref())?;
    }
    node.as_object_mut()
}

fn members(node: Option<&Node>) -> impl Iterator<Item = &Member> {
    node.and_then(Node::as_object)
        .into_iter()
        .flat_map(Object::iter)
}
