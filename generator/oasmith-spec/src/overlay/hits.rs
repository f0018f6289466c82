//! The places in a tree that a path matches, as a tree of their own.
//!
//! With it, all of them are changed in one walk, and none moves while the others are dealt with.

use std::collections::HashMap;

use crate::node::{Node, Value};

/// The places that are matched, at or below one node.
#[derive(Debug, Default)]
pub(super) struct Hits {
    here: bool,
    members: HashMap<Box<str>, Hits>,
    items: HashMap<usize, Hits>,
}

/// One step of a path that names a single place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Member(Box<str>),
    Item(usize),
}

impl Step {
    /// The child that the step leads to.
    pub(super) fn of<'n>(&self, node: &'n Node) -> Option<&'n Node> {
        match self {
            Step::Member(name) => node.get(name),
            Step::Item(at) => node.as_array()?.get(*at),
        }
    }
}

impl Hits {
    pub(super) fn add(&mut self, steps: impl Iterator<Item = Step>) {
        let last = steps.fold(self, |hits, step| match step {
            Step::Member(name) => hits.members.entry(name).or_default(),
            Step::Item(at) => hits.items.entry(at).or_default(),
        });
        last.here = true;
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.here && self.members.is_empty() && self.items.is_empty()
    }

    /// Whether the node itself is matched.
    pub(super) fn is_here(&self) -> bool {
        self.here
    }

    /// What is matched, in the order of the document.
    pub(super) fn nodes<'n>(&self, node: &'n Node) -> Vec<&'n Node> {
        let mut found = Vec::new();
        self.collect(node, &mut found);
        found
    }

    fn collect<'n>(&self, node: &'n Node, found: &mut Vec<&'n Node>) {
        if self.here {
            found.push(node);
        }
        match &node.value {
            Value::Object(object) if !self.members.is_empty() => {
                for member in object.iter() {
                    if let Some(hits) = self.members.get(&member.key.text) {
                        hits.collect(&member.value, found);
                    }
                }
            }
            Value::Array(items) if !self.items.is_empty() => {
                for (at, item) in items.iter().enumerate() {
                    if let Some(hits) = self.items.get(&at) {
                        hits.collect(item, found);
                    }
                }
            }
            _ => {}
        }
    }

    /// Changes what is matched, up to the first fault. `level` is how many collections the node is in.
    ///
    /// Inner places come first: what an outer one gets is not matched.
    pub(super) fn change<F>(
        &self,
        node: &mut Node,
        level: usize,
        change: &mut impl FnMut(&mut Node, usize) -> Result<(), F>,
    ) -> Result<(), F> {
        match &mut node.value {
            Value::Object(object) if !self.members.is_empty() => {
                for member in object.members.iter_mut() {
                    if let Some(hits) = self.members.get(&member.key.text) {
                        hits.change(&mut member.value, level + 1, change)?;
                    }
                }
            }
            Value::Array(items) if !self.items.is_empty() => {
                for (at, item) in items.iter_mut().enumerate() {
                    if let Some(hits) = self.items.get(&at) {
                        hits.change(item, level + 1, change)?;
                    }
                }
            }
            _ => {}
        }
        if self.here {
            change(node, level)?;
        }
        Ok(())
    }

    /// Takes out what is matched, below the node.
    pub(super) fn remove(&self, node: &mut Node) {
        match &mut node.value {
            Value::Object(object) => object.members.retain_mut(|member| {
                let hits = self.members.get(&member.key.text);
                hits.is_none_or(|it| it.keep(&mut member.value))
            }),
            Value::Array(items) => {
                let mut at = 0..;
                items.retain_mut(|item| {
                    let hits = at.next().and_then(|at| self.items.get(&at));
                    hits.is_none_or(|it| it.keep(item))
                });
            }
            _ => {}
        }
    }

    /// Whether the node stays; then what is matched inside goes.
    fn keep(&self, node: &mut Node) -> bool {
        if !self.here {
            self.remove(node);
        }
        !self.here
    }
}
