//! Makes the copies, within bounds.

use super::siblings::{counts_beside, join};
use super::targets::{Target, Targets, mapping, reference};
use super::{Mappings, Options, References};
use crate::codes::{COPIES_TOO_DEEP, COPIES_TOO_MANY};
use crate::convert::minor;
use crate::node::{Member, Node, Object, Value};
use crate::parse::MAX_DEPTH;
use crate::resolve::{Kind, Place};
use oasmith_source::{Diagnostic, Span};
use std::collections::HashMap;

pub(super) type Fault = Box<Diagnostic>;
type Made = Result<Node, Fault>;

pub(super) struct Cx<'a, 't> {
    targets: &'t Targets<'a>,
    options: &'t Options,
    /// Whether the document is of OAS 3.0.
    is_3_0: bool,
    made: usize,
    depth: usize,
    /// The reference that is being replaced, innermost.
    reference: Option<Span>,
    /// Components that something refers to still, in the order in which they were met.
    kept: Vec<(&'a Node, Place)>,
    /// By address in the document; for looking up only.
    copies: HashMap<*const Node, Node>,
}

impl<'a, 't> Cx<'a, 't> {
    pub(super) fn new(document: &Node, targets: &'t Targets<'a>, options: &'t Options) -> Self {
        Cx {
            targets,
            options,
            is_3_0: minor(document) == Some(0),
            made: 0,
            depth: 0,
            reference: None,
            kept: Vec::new(),
            copies: HashMap::new(),
        }
    }

    pub(super) fn replaces_all(&self) -> bool {
        self.options.references == References::All
    }

    /// The components that stay, each with its own references replaced where they can be, by address.
    pub(super) fn kept_components(&mut self) -> Result<HashMap<*const Node, Node>, Fault> {
        while let Some((component, place)) = self.kept.pop() {
            let address = std::ptr::from_ref(component);
            if !self.copies.contains_key(&address) {
                let copy = self.node(component, place)?;
                self.copies.insert(address, copy);
            }
        }
        Ok(std::mem::take(&mut self.copies))
    }

    /// A copy of a node without references.
    pub(super) fn node(&mut self, node: &'a Node, place: Place) -> Made {
        self.made += 1;
        if self.made > self.options.limit {
            return Err(self.too_many(node.span));
        }
        if !matches!(node.value, Value::Object(_) | Value::Array(_)) {
            return Ok(node.clone());
        }
        if self.depth >= MAX_DEPTH {
            return Err(self.too_deep(node.span));
        }
        self.depth += 1;
        let copy = self.inside(node, place);
        self.depth -= 1;
        copy
    }

    fn inside(&mut self, node: &'a Node, place: Place) -> Made {
        let value = match (&node.value, place) {
            (Value::Object(object), Place::One(kind)) => match reference(node) {
                Some(text) => return self.reference(node, object, text, kind),
                None if kind == Kind::Schema => Value::Object(self.schema(node, object)?),
                None => Value::Object(self.members(object.iter(), place)?),
            },
            (Value::Object(object), _) => {
                if place == Place::Unknown
                    && let Some(text) = reference(node)
                {
                    self.keep(self.targets.of(text));
                }
                Value::Object(self.members(object.iter(), place)?)
            }
            (Value::Array(items), _) => {
                let items = items.iter().map(|it| self.node(it, place.inside("")));
                Value::Array(items.collect::<Result<_, _>>()?)
            }
            (other, _) => other.clone(),
        };
        Ok(Node::new(value, node.span))
    }

    fn members(
        &mut self,
        members: impl Iterator<Item = &'a Member>,
        place: Place,
    ) -> Result<Object, Fault> {
        let copies = members.map(|it| {
            let value = self.node(&it.value, place.inside(&it.key.text))?;
            let key = it.key.clone();
            Ok::<_, Fault>(Member { key, value })
        });
        let members = copies.collect::<Result<_, Fault>>()?;
        Ok(Object { members })
    }

    fn reference(&mut self, node: &'a Node, object: &'a Object, text: &str, kind: Kind) -> Made {
        let place = Place::One(kind);
        match self.targets.of(text) {
            Some(target) if self.is_replaced(target) => {
                let outer = self.reference.replace(node.span);
                let copy = self.node(target.node, place)?;
                self.reference = outer;
                let is_3_0 = self.is_3_0;
                let counts = |it: &&Member| counts_beside(&it.key.text, kind, is_3_0);
                let siblings = object.iter().filter(counts);
                let siblings = self.members(siblings, place)?.members;
                Ok(join(copy, siblings, kind, self.options.siblings, node.span))
            }
            target => {
                self.keep(target);
                let members = self.members(object.iter(), place)?;
                Ok(Node::object(members, node.span))
            }
        }
    }

    fn is_replaced(&self, target: &Target<'_>) -> bool {
        !target.is_cyclic && (self.replaces_all() || target.is_copy)
    }

    fn keep(&mut self, target: Option<&Target<'a>>) {
        self.kept.extend(target.and_then(|it| it.component));
    }

    fn schema(&mut self, node: &'a Node, schema: &'a Object) -> Result<Object, Fault> {
        let place = Place::One(Kind::Schema);
        if schema
            .get("discriminator")
            .and_then(Node::as_object)
            .is_none()
        {
            return self.members(schema.iter(), place);
        }
        if !self.replaces_all() {
            return self.members(schema.iter(), place);
        }
        match self.options.mappings {
            Mappings::Dropped => {
                let mut copy = self.members(schema.iter(), place)?;
                if let Some(it) = copy.get_mut("discriminator").and_then(Node::as_object_mut) {
                    it.remove("mapping");
                    it.remove("defaultMapping");
                }
                Ok(copy)
            }
            Mappings::Kept => {
                mapping(node).for_each(|it| self.keep(self.targets.mapped(it)));
                self.discriminated(schema)
            }
        }
    }

    /// A schema whose alternatives are told apart by the names of components: they stay references.
    fn discriminated(&mut self, schema: &'a Object) -> Result<Object, Fault> {
        let mut out = Object::default();
        for member in schema.iter() {
            let place = Place::One(Kind::Schema).inside(&member.key.text);
            let value = match (&*member.key.text, &member.value.value) {
                ("oneOf" | "anyOf", Value::Array(alternatives)) => {
                    let kept = alternatives.iter().map(|it| self.alternative(it));
                    let kept = kept.collect::<Result<_, _>>()?;
                    Node::new(Value::Array(kept), member.value.span)
                }
                _ => self.node(&member.value, place)?,
            };
            out.push(member.key.clone(), value);
        }
        Ok(out)
    }

    fn alternative(&mut self, node: &'a Node) -> Made {
        let target = reference(node).and_then(|it| self.targets.of(it));
        match (target, node.as_object()) {
            (Some(target), Some(object)) if target.component.is_some() => {
                self.keep(Some(target));
                let members = self.members(object.iter(), Place::One(Kind::Schema))?;
                Ok(Node::object(members, node.span))
            }
            _ => self.node(node, Place::One(Kind::Schema)),
        }
    }

    fn too_many(&self, at: Span) -> Fault {
        let message = format!(
            "the document has more than {} values without references",
            self.options.limit
        );
        self.fault(Diagnostic::error(&COPIES_TOO_MANY, message), at)
    }

    fn too_deep(&self, at: Span) -> Fault {
        let message =
            format!("values are nested more than {MAX_DEPTH} levels deep without references");
        self.fault(Diagnostic::error(&COPIES_TOO_DEEP, message), at)
    }

    fn fault(&self, diagnostic: Diagnostic, at: Span) -> Fault {
        let at = self.reference.unwrap_or(at);
        let diagnostic = diagnostic.labelled(at, "passed when this was copied");
        Box::new(diagnostic.help("keep the references, which say the same in less"))
    }
}
