//! Writes the document anew: references to other files point to components, or what they name is put in place.
//!
//! Every node keeps the span it was read with, and so does a reference that is rewritten.

use std::collections::{HashMap, HashSet};

use oasmith_source::{Diagnostics, Span};

use super::fault;
use super::gather::{Identity, identity, may_follow, stays};
use super::names::Naming;
use super::operations;
use super::parts::{Lost, Parts, ROOT};
use super::spot::{Follow, Spot, is_mapped_reference, named_schema, reference};
use crate::node::{Key, Member, Node, Object, Value, push_step};
use crate::parse::MAX_DEPTH;
use crate::parts::operations as operations_of;
use crate::resolve::kind::Place;
use crate::resolve::{Kind, encoded};

/// How many values may be put in place once more: a few lines of references to references stand for billions.
const MAX_COPIED: usize = 500_000;

pub struct Emit<'a> {
    pub parts: &'a Parts,
    pub naming: &'a Naming<'a>,
    said: &'a mut Diagnostics,
    /// What is being put in place, from the outside in.
    inlining: Vec<Identity>,
    /// What has been put in place before, and how many times that is being done again right now.
    placed: HashSet<Identity>,
    again: usize,
    copied: usize,
    /// Files that were warned about: once is enough.
    astray: HashSet<usize>,
    based: HashSet<usize>,
    defaulted: HashSet<usize>,
    /// What is put in place twice is wrong once.
    reported: HashSet<Span>,
    overflown: bool,
    /// The operations of other files that links name.
    pub operations: operations::Named,
}

impl<'a> Emit<'a> {
    pub fn new(parts: &'a Parts, naming: &'a Naming<'a>, said: &'a mut Diagnostics) -> Self {
        Emit {
            parts,
            naming,
            said,
            inlining: Vec::new(),
            placed: HashSet::new(),
            again: 0,
            copied: 0,
            astray: HashSet::new(),
            based: HashSet::new(),
            defaulted: HashSet::new(),
            reported: HashSet::new(),
            overflown: false,
            operations: operations::Named::new(),
        }
    }

    /// Whether something was left as it stands in its own file, because there is too much.
    pub fn is_overflown(&self) -> bool {
        self.overflown
    }

    pub fn value(&mut self, part: usize, node: &Node, spot: Spot, depth: usize) -> Node {
        if part != ROOT
            && let Some(kind) = spot.component()
            && let Some(name) = self.naming.name(identity(node), kind)
        {
            return component_reference(kind, name, node.span);
        }
        self.inside(part, node, spot, depth)
    }

    pub fn inside(&mut self, part: usize, node: &Node, spot: Spot, depth: usize) -> Node {
        if spot == Spot::Data || self.is_too_much(node, depth) {
            return node.clone();
        }
        let value = match &node.value {
            Value::Object(object) => {
                if let Some(text) = reference(object)
                    && may_follow(spot, part, node)
                {
                    return self.refer(part, node, object, text, spot, depth);
                }
                Value::Object(self.object(part, object, spot, depth))
            }
            Value::Array(items) => {
                let items = items.iter();
                let items = items.map(|it| self.value(part, it, spot.item(), depth + 1));
                Value::Array(items.collect())
            }
            Value::String(text) if spot == Spot::Mapped && is_mapped_reference(text) => {
                return self.mapped(part, node, text);
            }
            Value::String(name) if spot == Spot::Mapped && part != ROOT => {
                return self.mapped_by_name(part, node, name);
            }
            other => other.clone(),
        };
        Node::new(value, node.span)
    }

    fn object(&mut self, part: usize, object: &Object, spot: Spot, depth: usize) -> Object {
        let mut copy = Object::default();
        copy.members.reserve(object.len());
        // What a file holds beside its path item: all that is used of it has become components.
        let is_path_item = spot == Spot::one(Kind::PathItem);
        for it in object.iter() {
            if part != ROOT && is_path_item && &*it.key.text == "components" {
                continue;
            }
            if part != ROOT && &*it.key.text == "$id" && spot == Spot::one(Kind::Schema) {
                if self.based.insert(part) {
                    self.said.push(fault::base_left_out(it));
                }
                continue;
            }
            let value = match &*it.key.text {
                "operationRef" if spot == Spot::one(Kind::Link) => self.operation(part, &it.value),
                "externalValue" if spot == Spot::one(Kind::Example) => {
                    self.external(part, &it.value)
                }
                key => self.value(part, &it.value, spot.member(key), depth + 1),
            };
            copy.push(it.key.clone(), value);
        }
        copy
    }

    /// The operation that a link names: one of the document stays one, wherever the link stands.
    fn operation(&mut self, part: usize, node: &Node) -> Node {
        let text = node
            .as_str()
            .filter(|it| part != ROOT || !it.starts_with('#'));
        match text.map(|it| self.parts.locate(part, it)) {
            Some(Ok(at)) if at.part == ROOT => {
                return Node::string(&format!("#{}", encoded(&at.fragment)), node.span);
            }
            Some(Ok(at)) => {
                self.operations.insert(node.span, Some(at.node.span));
            }
            // An operation of an API elsewhere.
            Some(Err(Lost::Remote)) | None => {}
            Some(Err(_)) => {
                self.operations.insert(node.span, None);
            }
        }
        node.clone()
    }

    /// A file for people, by its path from the document.
    fn external(&self, part: usize, node: &Node) -> Node {
        match node.as_str().filter(|_| part != ROOT) {
            Some(text) => Node::string(&self.parts.relative_to_root(part, text), node.span),
            None => node.clone(),
        }
    }

    fn refer(
        &mut self,
        part: usize,
        node: &Node,
        object: &Object,
        text: &Node,
        spot: Spot,
        depth: usize,
    ) -> Node {
        let target = text.as_str().unwrap_or_default();
        let done = match spot.follow() {
            Follow::Point(kind) => self
                .target(part, text.span, target, kind)
                .map(|reference| self.with_reference(part, node, object, &reference, spot, depth)),
            _ => self.put(part, node, object, text, spot, depth),
        };
        done.unwrap_or_else(|lost| {
            self.report(&lost, part, text, spot);
            Node::object(self.object(part, object, spot, depth), node.span)
        })
    }

    /// The object with its reference as it is written in the bundled document, and its siblings.
    fn with_reference(
        &mut self,
        part: usize,
        node: &Node,
        object: &Object,
        reference: &str,
        spot: Spot,
        depth: usize,
    ) -> Node {
        let mut copy = self.object(part, object, spot, depth);
        if let Some(text) = copy.get_mut("$ref") {
            *text = Node::string(reference, text.span);
        }
        Node::object(copy, node.span)
    }

    /// How a reference to a component is written in the bundled document.
    fn target(
        &mut self,
        part: usize,
        span: Span,
        text: &str,
        kind: Kind,
    ) -> Result<String, Lost<'a>> {
        let parts = self.parts;
        let at = parts.end(parts.locate(part, text)?)?;
        if at.astray && self.astray.insert(part) {
            self.said.push(fault::astray(text, parts.name(ROOT), span));
        }
        if stays(&at) {
            let as_written = part == ROOT && text.starts_with('#');
            return Ok(match as_written {
                true => text.to_owned(),
                false => format!("#{}", encoded(&at.fragment)),
            });
        }
        let is_boolean = matches!(at.node.value, Value::Bool(_)) && kind == Kind::Schema;
        if at.node.as_object().is_none() && !is_boolean && self.reported.insert(span) {
            self.said.push(fault::wrong_kind(text, kind, &at, span));
        }
        let name = self.naming.name(identity(at.node), kind);
        Ok(component_pointer(kind, name.unwrap_or_default()))
    }

    fn mapped(&mut self, part: usize, node: &Node, text: &str) -> Node {
        match self.target(part, node.span, text, Kind::Schema) {
            Ok(reference) => Node::string(&reference, node.span),
            // A name, perhaps: `resolve` knows which ones there are.
            Err(_) => node.clone(),
        }
    }

    /// A name means a schema of the file in which it stands; of one that is not there, the document may know.
    fn mapped_by_name(&mut self, part: usize, node: &Node, name: &str) -> Node {
        let text = named_schema(name);
        match self.parts.locate(part, &text) {
            Ok(at) if !at.astray => self.mapped(part, node, &text),
            _ => node.clone(),
        }
    }

    /// What a reference names, in its place.
    fn put(
        &mut self,
        part: usize,
        node: &Node,
        object: &Object,
        text: &Node,
        spot: Spot,
        depth: usize,
    ) -> Result<Node, Lost<'a>> {
        let parts = self.parts;
        let target = text.as_str().unwrap_or_default();
        let at = parts.locate(part, target)?;
        if at.astray && spot.follow() == Follow::Try {
            return Ok(node.clone());
        }
        if at.astray && self.astray.insert(part) {
            self.said
                .push(fault::astray(target, parts.name(ROOT), text.span));
        }
        if spot == Spot::one(Kind::PathItem) && at.part == ROOT && stays(&at) {
            let reference = format!("#{}", encoded(&at.fragment));
            return Ok(self.with_reference(part, node, object, &reference, spot, depth));
        }
        if spot == Spot::one(Kind::PathItem) {
            self.tell_defaults(at.part, at.node, text.span);
        }
        let id = identity(at.node);
        if self.inlining.contains(&id) {
            // What the specification does not know may lead around where a schema is a component already.
            let name = self.naming.name(id, Kind::Schema);
            let name = name.filter(|_| spot == Spot::Free).ok_or(Lost::Around)?;
            let reference = component_pointer(Kind::Schema, name);
            return Ok(self.with_reference(part, node, object, &reference, spot, depth));
        }
        let again = usize::from(!self.placed.insert(id));
        self.inlining.push(id);
        self.again += again;
        let mut copy = self.inside(at.part, at.node, spot, depth + 1);
        self.again -= again;
        self.inlining.pop();
        if object.len() > 1
            && let Some(members) = copy.as_object_mut()
        {
            let siblings = self.object(part, object, spot, depth);
            lay_over(members, siblings);
        }
        Ok(copy)
    }

    /// Tells what the operations of a path item inherit in their own document, and not in this one.
    fn tell_defaults(&mut self, part: usize, item: &Node, span: Span) {
        let parts = self.parts;
        let (own, root) = (parts.tree(part), parts.tree(ROOT));
        if part == ROOT || own.get("openapi").is_none() {
            return;
        }
        let inherits = |name: &str| {
            let members = item.as_object().into_iter().flat_map(Object::iter);
            let mut operations = members.flat_map(operations_of);
            item.get(name).is_none() && operations.any(|it| it.value.get(name).is_none())
        };
        let differs = |it: &&Member| match root.get(&it.key.text) {
            Some(other) => !it.value.same(other),
            None => it.value.as_array().is_none_or(|list| !list.is_empty()),
        };
        let defaults = ["security", "servers"].into_iter();
        let defaults: Vec<&Member> = defaults
            .filter(|it| inherits(it))
            .filter_map(|it| own.as_object()?.member(it))
            .filter(differs)
            .collect();
        if !defaults.is_empty() && self.defaulted.insert(part) {
            self.said
                .push(fault::left_behind(&defaults, parts.name(part), span));
        }
    }

    pub fn report(&mut self, lost: &Lost<'_>, part: usize, text: &Node, spot: Spot) {
        let is_local = part == ROOT && text.as_str().is_some_and(|it| it.starts_with('#'));
        // In the document itself, `resolve` finds what is wrong with a reference to a component, and knows more.
        let is_known_later = match spot {
            Spot::At(Place::One(kind)) => kind.components().is_some() || kind == Kind::PathItem,
            _ => spot == Spot::Free,
        };
        if (is_local && is_known_later) || !self.reported.insert(text.span) {
            return;
        }
        if let Some(fault) = fault::lost(lost, self.parts, text, spot) {
            self.said.push(fault);
        }
    }

    fn is_too_much(&mut self, node: &Node, depth: usize) -> bool {
        if self.again > 0 {
            self.copied += 1;
        }
        let too_much = depth > MAX_DEPTH || self.copied > MAX_COPIED;
        if too_much && !self.overflown {
            self.overflown = true;
            self.said.push(fault::too_much(node.span.start()));
        }
        too_much
    }
}

/// What stands beside a reference goes over what is behind it.
fn lay_over(members: &mut Object, siblings: Object) {
    let keys = members.iter().enumerate();
    let places: HashMap<Box<str>, usize> = keys.map(|(i, it)| (it.key.text.clone(), i)).collect();
    for it in siblings.members {
        match places.get(&it.key.text) {
            _ if &*it.key.text == "$ref" => {}
            Some(i) => members.members[*i].value = it.value,
            None => members.members.push(it),
        }
    }
}

pub fn component_reference(kind: Kind, name: &str, span: Span) -> Node {
    let mut object = Object::default();
    let text = Node::string(&component_pointer(kind, name), span);
    object.push(Key::new("$ref", span), text);
    Node::object(object, span)
}

fn component_pointer(kind: Kind, name: &str) -> String {
    let mut pointer = format!("/components/{}", kind.components().unwrap_or_default());
    push_step(&mut pointer, name);
    format!("#{}", encoded(&pointer))
}
