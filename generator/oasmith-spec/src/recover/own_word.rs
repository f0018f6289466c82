//! What tells a branch of a composition from the others, wherever it stands among them.
//!
//! In: the schemas in a schema. Out: for each that is a branch, a word that no other branch has: its title, the value that
//! one of its properties always has, and of alternatives a property that one alone has, or its type.
//! A place in the ledger names a branch by it, so that one more before the others moves no name.

use super::schema::{self, Step};
use crate::node::{Node, Object};
use std::collections::HashMap;

pub(super) fn of_branches<'a>(children: &[(Step<'a>, &'a Node)]) -> Vec<Option<&'a str>> {
    let said = children.iter().map(|child| {
        let branch = branch(child)?;
        schema::title(branch).or_else(|| schema::constant(branch))
    });
    let words = alone(said.collect());
    let mut open = children.iter().zip(&words).filter(|it| it.1.is_none());
    if !open.any(|it| is_alternative(it.0)) {
        return words;
    }
    let members = Members::of(children);
    let words = children.iter().zip(words).map(|(child, word)| {
        let own = || {
            members
                .own(child)
                .or_else(|| branch(child)?.get("type")?.as_str())
        };
        word.or_else(|| own().filter(|_| is_alternative(child)))
    });
    alone(words.collect())
}

/// Parts of `allOf` change more often than their order does.
fn is_alternative((step, _): &(Step<'_>, &Node)) -> bool {
    matches!(step, Step::Branch("oneOf" | "anyOf", _))
}

/// The schema of a branch, without the wrapping around a copy.
fn branch<'a>((step, node): &(Step<'a>, &'a Node)) -> Option<&'a Node> {
    let inner = node.as_object().and_then(schema::wrapped);
    matches!(step, Step::Branch(..)).then_some(inner.unwrap_or(node))
}

/// The words that say something and stand once.
fn alone(words: Vec<Option<&str>>) -> Vec<Option<&str>> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for word in words.iter().flatten() {
        *times.entry(word).or_default() += 1;
    }
    let alone = |it: &&str| times[it] == 1 && !it.trim().is_empty();
    words.iter().map(|it| it.filter(|it| alone(it))).collect()
}

/// In how many branches of a keyword each property stands.
struct Members<'a>(HashMap<(&'static str, &'a str), usize>);

impl<'a> Members<'a> {
    fn of(children: &[(Step<'a>, &'a Node)]) -> Self {
        let mut times = HashMap::new();
        for child in children {
            if let (Step::Branch(keyword, _), Some(node)) = (child.0, branch(child)) {
                for name in properties(node) {
                    *times.entry((keyword, name)).or_default() += 1;
                }
            }
        }
        Members(times)
    }

    /// The first property that no other branch has; of those, one that is required.
    fn own(&self, child: &(Step<'a>, &'a Node)) -> Option<&'a str> {
        let Step::Branch(keyword, _) = child.0 else {
            return None;
        };
        let node = branch(child)?;
        let own = || properties(node).filter(|it| self.0.get(&(keyword, *it)) == Some(&1));
        let required = node.get("required").and_then(Node::as_array);
        let required = required.unwrap_or_default();
        let is_required = |it: &&str| required.iter().any(|name| name.as_str() == Some(*it));
        own().find(is_required).or_else(|| own().next())
    }
}

fn properties(schema: &Node) -> impl Iterator<Item = &str> {
    let properties = schema.get("properties").and_then(Node::as_object);
    let properties = properties.into_iter().flat_map(Object::iter);
    properties.map(|it| &*it.key.text)
}
