//! Every operation of a document, with the way to it: of paths and webhooks, and of the callbacks in these.

use crate::node::{Member, Node, Object};
use crate::parts::{self, OTHER_METHODS};

/// The members of a document that hold path items.
pub(super) const KINDS: [&str; 2] = ["paths", "webhooks"];

/// An operation, by its method.
pub(super) struct Found<'n> {
    /// From the document: `paths`, the path, `get`; a callback's operation has those of its own operation before.
    pub steps: Vec<&'n str>,
    pub member: &'n Member,
}

impl<'n> Found<'n> {
    /// The operation's id, with its place.
    pub(super) fn id(&self) -> Option<(&'n str, &'n Node)> {
        let id = self.member.value.get("operationId")?;
        Some((id.as_str()?, id))
    }

    /// Whether it stands in a callback.
    pub(super) fn is_called_back(&self) -> bool {
        self.steps.len() > 4
    }
}

/// All operations in order, a callback's after the one that it is in.
pub(super) fn all(document: &Node) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    for kind in KINDS {
        add_items(document.get(kind), &[kind], &mut found);
    }
    found
}

fn add_items<'n>(items: Option<&'n Node>, steps: &[&'n str], found: &mut Vec<Found<'n>>) {
    for item in members(items) {
        for holder in members(Some(&item.value)) {
            let mut steps = [steps, &[&*item.key.text, &*holder.key.text]].concat();
            for member in parts::operations(holder) {
                let among_others = &*holder.key.text == OTHER_METHODS;
                steps.extend(among_others.then_some(&*member.key.text));
                let own = steps.clone();
                found.push(Found { steps: own, member });
                for callback in members(member.value.get("callbacks")) {
                    let inner = [&steps[..], &["callbacks", &*callback.key.text]].concat();
                    add_items(Some(&callback.value), &inner, found);
                }
                steps.truncate(steps.len() - usize::from(among_others));
            }
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
