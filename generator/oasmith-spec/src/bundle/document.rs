//! The document as a whole: its own members, its components, and those that are made of its parts.

use oasmith_source::Span;

use super::emit::{Emit, component_reference};
use super::gather::identity;
use super::parts::{At, ROOT};
use super::spot::{Spot, reference};
use super::table;
use crate::node::{Key, Node, Object};
use crate::resolve::Kind;
use crate::resolve::kind::Place;

impl Emit<'_> {
    pub fn document(&mut self) -> Node {
        let root = self.parts.tree(ROOT);
        if root.as_object().is_none() {
            return root.clone();
        }
        let mut document = Object::default();
        let mut has_components = false;
        for (key, at) in table::members(self.parts, &self.parts.top(ROOT)) {
            let value = if &*key.text == "components" {
                has_components = true;
                self.components(&at)
            } else {
                self.value(at.part, at.node, Spot::DOCUMENT.member(&key.text), 1)
            };
            document.push(key.clone(), value);
        }
        if !has_components && !self.naming.new.is_empty() {
            let mut components = Object::default();
            self.new_components(&mut components, root.span.start());
            let key = Key::new("components", root.span.start());
            document.push(key, Node::object(components, root.span.start()));
        }
        Node::object(document, root.span)
    }

    fn components(&mut self, at: &At<'_>) -> Node {
        let mut components = Object::default();
        for (key, map) in table::members(self.parts, at) {
            let spot = Spot::At(Place::Components).member(&key.text);
            let value = match table::kind_of(&key.text) {
                Some(kind) if map.node.as_object().is_some() => self.entries(kind, &map),
                _ => self.value(map.part, map.node, spot, 2),
            };
            components.push(key.clone(), value);
        }
        self.new_components(&mut components, at.node.span.start());
        self.unresolved(at, Spot::At(Place::Components));
        Node::object(components, at.node.span)
    }

    fn entries(&mut self, kind: Kind, map: &At<'_>) -> Node {
        let naming = self.naming;
        let mut entries = Object::default();
        for (key, entry) in table::members(self.parts, map) {
            let end = table::end(self.parts, entry.clone());
            let last = naming.instead(kind, &key.text);
            let name = naming.name(identity(end.node), kind);
            let value = match (last, name) {
                (Some(last), _) => self.top(kind, last),
                (_, Some(it)) if end.part != ROOT && it == &*key.text => self.top(kind, &end),
                (_, Some(it)) if end.part != ROOT => component_reference(kind, it, entry.node.span),
                _ => self.value(entry.part, entry.node, Spot::one(kind), 3),
            };
            entries.push(key.clone(), value);
        }
        self.unresolved(map, Spot::At(Place::Many(kind)));
        Node::object(entries, map.node.span)
    }

    /// Says what is wrong with the reference of a map, whose members were asked for in another way.
    fn unresolved(&mut self, at: &At<'_>, spot: Spot) {
        if let Some(text) = at.node.as_object().and_then(reference) {
            let target = text.as_str().unwrap_or_default();
            if let Err(lost) = self.parts.locate(at.part, target) {
                self.report(&lost, at.part, text, spot);
            }
        }
    }

    /// Adds what the document does not list.
    fn new_components(&mut self, components: &mut Object, span: Span) {
        let naming = self.naming;
        for it in &naming.new {
            let last = naming.instead(it.kind, &it.name);
            let value = self.top(it.kind, last.unwrap_or(&it.at));
            let map = it.kind.components().unwrap_or_default();
            if components.get(map).is_none() {
                let empty = Node::object(Object::default(), span);
                components.push(Key::new(map, span), empty);
            }
            let entries = components.get_mut(map).and_then(Node::as_object_mut);
            if let Some(entries) = entries {
                entries.push(Key::new(&it.name, it.at.node.span.start()), value);
            }
        }
    }

    /// A component itself.
    fn top(&mut self, kind: Kind, at: &At<'_>) -> Node {
        self.inside(at.part, at.node, Spot::one(kind), 3)
    }
}
