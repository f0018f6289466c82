//! The parameters of one path item by new names: where they are declared, and where its operations read them.
//!
//! What is shared by reference is written out where it has to change, since others may use it as it is.

use crate::merge::pointer;
use crate::node::{Node, Object, Value};
use crate::parts;
use std::cell::Cell;
use std::collections::HashMap;

/// As long as a chain of references may be.
const LONGEST_CHAIN: usize = 32;

/// As many nodes as may be written out in one merge: a few references can stand for a lot of text.
const MOST_COPIED: usize = 1_000_000;

/// How many nodes may yet be written out.
pub(super) struct Budget(Cell<Option<usize>>);

impl Budget {
    pub(super) fn new() -> Self {
        Budget(Cell::new(Some(MOST_COPIED)))
    }

    pub(super) fn is_spent(&self) -> bool {
        self.0.get().is_none()
    }

    /// A copy, as long as there is room for it.
    fn copy(&self, node: &Node) -> Option<Node> {
        let left = self.0.get().and_then(|left| without(node, left));
        self.0.set(left);
        left.map(|_| node.clone())
    }
}

/// What is left of a number after each node has taken its share.
fn without(node: &Node, left: usize) -> Option<usize> {
    let left = left.checked_sub(1)?;
    match &node.value {
        Value::Array(items) => items.iter().try_fold(left, |left, it| without(it, left)),
        Value::Object(object) => object.iter().try_fold(left, |left, it| {
            without(&it.value, left.checked_sub(weight(&it.key.text))?)
        }),
        Value::String(text) | Value::Number(text) => left.checked_sub(weight(text)),
        Value::Null | Value::Bool(_) => Some(left),
    }
}

/// A text weighs as much as nodes of its size.
fn weight(text: &str) -> usize {
    text.len() / size_of::<Node>()
}

/// What of an operation may be a reference, and has to change.
#[derive(Clone, Copy)]
enum Shared {
    Parameter,
    Response,
    Link,
    Callback,
}

pub(super) struct Renaming<'p> {
    pub budget: &'p Budget,
    pub parts: &'p [Node],
    /// The part that the path item is from.
    pub own: usize,
    pub names: &'p HashMap<String, String>,
}

impl Renaming<'_> {
    pub(super) fn item(&self, item: &mut Node) {
        if let Some(copy) = self.shared(item).and_then(|it| self.budget.copy(it)) {
            *item = copy;
        }
        let Some(item) = item.as_object_mut() else {
            return;
        };
        self.parameters(item);
        let members = item.members.iter_mut();
        for operation in members.flat_map(parts::operations_mut) {
            if let Some(operation) = operation.value.as_object_mut() {
                self.parameters(operation);
                self.each(operation.get_mut("responses"), Shared::Response);
                self.each(operation.get_mut("callbacks"), Shared::Callback);
            }
        }
    }

    fn parameters(&self, owner: &mut Object) {
        let Some(Value::Array(parameters)) = owner.get_mut("parameters").map(|it| &mut it.value)
        else {
            return;
        };
        for parameter in parameters {
            self.changed(parameter, Shared::Parameter);
        }
    }

    fn each(&self, map: Option<&mut Node>, kind: Shared) -> bool {
        let members = map.and_then(Node::as_object_mut).into_iter();
        let mut changed = false;
        for member in members.flat_map(|it| it.members.iter_mut()) {
            changed |= self.changed(&mut member.value, kind);
        }
        changed
    }

    /// Changes a node, or puts a changed copy of what it refers to in its place.
    fn changed(&self, node: &mut Node, kind: Shared) -> bool {
        let Some(shared) = self.shared(node) else {
            return self.change(node, kind);
        };
        let worthwhile = self.may_change(shared, kind);
        let Some(mut copy) = worthwhile.then(|| self.budget.copy(shared)).flatten() else {
            return false;
        };
        let changed = self.change(&mut copy, kind);
        if changed {
            *node = copy;
        }
        changed
    }

    fn change(&self, node: &mut Node, kind: Shared) -> bool {
        match kind {
            Shared::Parameter => self.parameter(node),
            Shared::Response => self.response(node),
            Shared::Link => self.link(node),
            Shared::Callback => self.callback(node),
        }
    }

    /// Whether a copy is worth the while: most of what is shared is no path parameter, and has no links.
    fn may_change(&self, shared: &Node, kind: Shared) -> bool {
        match kind {
            Shared::Parameter => self.is_renamed(shared),
            Shared::Response => shared.get("links").is_some(),
            Shared::Link | Shared::Callback => true,
        }
    }

    fn is_renamed(&self, parameter: &Node) -> bool {
        let text = |key: &str| parameter.get(key).and_then(Node::as_str);
        text("in") == Some("path") && text("name").is_some_and(|it| self.names.contains_key(it))
    }

    fn parameter(&self, parameter: &mut Node) -> bool {
        if !self.is_renamed(parameter) {
            return false;
        }
        let name = parameter.as_object_mut().and_then(|it| it.get_mut("name"));
        if let Some(Value::String(name)) = name.map(|it| &mut it.value)
            && let Some(new) = self.names.get(&**name)
        {
            *name = new.as_str().into();
        }
        true
    }

    fn response(&self, response: &mut Node) -> bool {
        let links = response.as_object_mut().and_then(|it| it.get_mut("links"));
        self.each(links, Shared::Link)
    }

    fn link(&self, link: &mut Node) -> bool {
        let Some(link) = link.as_object_mut() else {
            return false;
        };
        let mut changed = false;
        for name in ["parameters", "requestBody"] {
            if let Some(value) = link.get_mut(name) {
                changed |= self.expressions(value);
            }
        }
        changed
    }

    /// The keys of a callback are expressions over the request that asks for it.
    fn callback(&self, callback: &mut Node) -> bool {
        let expressions = callback.as_object_mut().into_iter();
        let mut changed = false;
        for member in expressions.flat_map(|it| it.members.iter_mut()) {
            changed |= self.expression(&mut member.key.text);
        }
        changed
    }

    fn expressions(&self, node: &mut Node) -> bool {
        match &mut node.value {
            Value::String(text) => self.expression(text),
            Value::Array(items) => items
                .iter_mut()
                .fold(false, |changed, it| self.expressions(it) | changed),
            Value::Object(object) => object.members.iter_mut().fold(false, |changed, it| {
                self.expressions(&mut it.value) | changed
            }),
            _ => false,
        }
    }

    /// `$request.path.id`, alone or in braces (OAS 3.1, Runtime Expressions).
    fn expression(&self, text: &mut Box<str>) -> bool {
        const READS: &str = "$request.path.";
        let mut out = String::new();
        let mut rest = &**text;
        while let Some((before, after)) = rest.split_once(READS) {
            let end = after.find('}').unwrap_or(after.len());
            let name = &after[..end];
            out.push_str(before);
            out.push_str(READS);
            out.push_str(self.names.get(name).map_or(name, String::as_str));
            rest = &after[end..];
        }
        out.push_str(rest);
        let changed = out != **text;
        *text = out.into();
        changed
    }

    /// What a reference leads to: in its own part, or else in the first that has it.
    fn shared<'n>(&'n self, node: &'n Node) -> Option<&'n Node> {
        let mut node = node;
        for step in 0..LONGEST_CHAIN {
            let Some(reference) = node.get("$ref").and_then(Node::as_str) else {
                return (step > 0).then_some(node);
            };
            let at = pointer::json_pointer(reference)?;
            let own = self.parts[self.own].pointer(&at);
            node = own.or_else(|| self.parts.iter().find_map(|it| it.pointer(&at)))?;
        }
        None
    }
}
