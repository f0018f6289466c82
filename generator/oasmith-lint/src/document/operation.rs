//! What is said of an operation, there and around it.

use super::At;
use crate::grammar::Kind;
use oasmith_spec::Node;
use oasmith_spec::node::{Key, Object};
use std::collections::HashSet;

/// An operation and what stands around it.
#[derive(Clone, Copy)]
pub struct Operation<'d, 'a> {
    pub at: At<'d, 'a>,
    /// As written: `get`.
    pub method: &'a Key,
    pub item: At<'d, 'a>,
    /// The key of the path item: a path template, the name of a webhook, or an expression.
    pub path: &'a Key,
}

impl<'d, 'a> Operation<'d, 'a> {
    pub(super) fn of(at: At<'d, 'a>) -> Option<Self> {
        let item = at.parent()?;
        Some(Operation {
            at,
            method: at.name()?,
            path: item.name()?,
            item,
        })
    }

    /// The parameters that count: the operation's own, and those of its path that it does not replace, with references
    /// followed (OAS 3.1, Operation Object, `parameters`). Each with the node that stands in the list.
    pub fn parameters(self) -> Vec<(&'a Node, &'a Node)> {
        let listed = |at: At<'d, 'a>| {
            let list = at.get("parameters").and_then(Node::as_array);
            let nodes = list.into_iter().flatten();
            nodes.filter_map(|it| Some((it, self.at.doc.follow(it)?)))
        };
        let key = |it: &'a Node| ["name", "in"].map(|field| it.get(field).and_then(Node::as_str));
        let mut found: Vec<(&Node, &Node)> = listed(self.at).collect();
        let own: HashSet<_> = found.iter().map(|(_, it)| key(it)).collect();
        found.extend(listed(self.item).filter(|(_, it)| !own.contains(&key(it))));
        found
    }

    /// The operation's id, or its method and path.
    pub fn shown(self) -> String {
        match self.at.text("operationId") {
            Some(id) => format!("`{id}`"),
            None => format!("`{} {}`", self.method.text.to_uppercase(), self.path.text),
        }
    }

    /// Whether each way to call it takes a credential (OAS 3.1, Security Requirement Object).
    pub fn is_secured(self) -> bool {
        let root = self.at.doc.root;
        let own = self.at.get("security").or_else(|| root.get("security"));
        let alternatives = own.and_then(Node::as_array).unwrap_or_default();
        let is_empty = |it: &Node| it.as_object().is_some_and(Object::is_empty);
        !alternatives.is_empty() && !alternatives.iter().any(is_empty)
    }

    /// Whether it is called, rather than received: not of a webhook or callback.
    pub fn is_called(self) -> bool {
        self.item
            .parent()
            .is_some_and(|it| it.kind() == Kind::Paths)
    }
}
