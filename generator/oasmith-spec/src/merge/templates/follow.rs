//! The parameters of one path item by new names: where they are declared, and where its operations read them.
//!
//! What is shared by reference is written out where it has to change, since others may use it as it is.

use crate::merge::{METHODS, pointer};
use crate::node::{Node, Object, Value};
use std::collections::HashMap;

/// As long as a chain of references may be.
const LONGEST_CHAIN: usize = 32;

pub(super) struct Renaming<'p> {
    pub parts: &'p [Node],
    /// The part that the path item is from.
    pub own: usize,
    pub names: &'p HashMap<String, String>,
}

impl Renaming<'_> {
    pub(super) fn item(&self, item: &mut Node) {
        if let Some(shared) = self.shared(item) {
            *item = shared;
        }
        let Some(item) = item.as_object_mut() else {
            return;
        };
        self.parameters(item);
        for member in item.members.iter_mut() {
            if let Some(operation) = member.value.as_object_mut()
                && METHODS.contains(&&*member.key.text)
            {
                self.parameters(operation);
                self.each(operation.get_mut("responses"), Self::response);
                self.each(operation.get_mut("callbacks"), Self::callback);
            }
        }
    }

    fn parameters(&self, owner: &mut Object) {
        let Some(Value::Array(parameters)) = owner.get_mut("parameters").map(|it| &mut it.value)
        else {
            return;
        };
        for parameter in parameters {
            self.changed(parameter, Self::parameter);
        }
    }

    fn each(&self, map: Option<&mut Node>, change: fn(&Self, &mut Node) -> bool) -> bool {
        let members = map.and_then(Node::as_object_mut).into_iter();
        let mut changed = false;
        for member in members.flat_map(|it| it.members.iter_mut()) {
            changed |= self.changed(&mut member.value, change);
        }
        changed
    }

    /// Changes a node, or puts a changed copy of what it refers to in its place.
    fn changed(&self, node: &mut Node, change: fn(&Self, &mut Node) -> bool) -> bool {
        match self.shared(node) {
            Some(mut copy) => {
                let changed = change(self, &mut copy);
                if changed {
                    *node = copy;
                }
                changed
            }
            None => change(self, node),
        }
    }

    fn parameter(&self, parameter: &mut Node) -> bool {
        if parameter.get("in").and_then(Node::as_str) != Some("path") {
            return false;
        }
        let name = parameter.as_object_mut().and_then(|it| it.get_mut("name"));
        let Some(Value::String(name)) = name.map(|it| &mut it.value) else {
            return false;
        };
        let new = self.names.get(&**name);
        if let Some(new) = new {
            *name = new.as_str().into();
        }
        new.is_some()
    }

    fn response(&self, response: &mut Node) -> bool {
        let links = response.as_object_mut().and_then(|it| it.get_mut("links"));
        self.each(links, Self::link)
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

    /// A copy of what a reference leads to: in its own part, or else in the first that has it.
    fn shared(&self, node: &Node) -> Option<Node> {
        let mut node = node;
        for step in 0..LONGEST_CHAIN {
            let Some(reference) = node.get("$ref").and_then(Node::as_str) else {
                return (step > 0).then(|| node.clone());
            };
            let at = pointer::json_pointer(reference)?;
            let own = self.parts[self.own].pointer(&at);
            node = own.or_else(|| self.parts.iter().find_map(|it| it.pointer(&at)))?;
        }
        None
    }
}
