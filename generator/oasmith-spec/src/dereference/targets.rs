//! What the references of a document name, and which of these contain themselves.
//!
//! In: the document. Out: the targets, found by the text of a reference, each with whether it lies on a cycle.

use super::Mappings;
use crate::node::{Node, Object, Value};
use crate::resolve::strong::{self, Edges};
use crate::resolve::{Kind, Place, Reference, anchors, local_pointer};
use std::collections::HashMap;

/// What references name. The maps are for looking up only.
#[derive(Default)]
pub(super) struct Targets<'a> {
    by_text: HashMap<&'a str, Option<usize>>,
    by_pointer: HashMap<String, usize>,
    all: Vec<Target<'a>>,
    /// Pointers by `$anchor`; looked for when a reference names one.
    anchors: Option<HashMap<String, String>>,
}

pub(super) struct Target<'a> {
    pub node: &'a Node,
    pub kind: Kind,
    /// The component that this is or stands in, with what kind of component that is.
    pub component: Option<(&'a Node, Place)>,
    /// Whether it is a part of an operation: a copy, where it has copies.
    pub is_copy: bool,
    /// Whether it contains itself.
    pub is_cyclic: bool,
}

pub(super) fn find(document: &Node, mappings: Mappings) -> Targets<'_> {
    let mut targets = Targets::default();
    let root = document.as_object().into_iter().flat_map(Object::iter);
    for member in root.filter(|it| &*it.key.text != "components") {
        let place = Place::Document.inside(&member.key.text);
        targets.note(document, &member.value, place, mappings);
    }
    if let Some(schemes) = document.pointer("/components/securitySchemes") {
        targets.note(
            document,
            schemes,
            Place::Many(Kind::SecurityScheme),
            mappings,
        );
    }
    let mut edges = Edges::new();
    // What a target refers to is a target too: the list grows while it is walked.
    while let Some(target) = targets.all.get(edges.len()) {
        let (node, place) = (target.node, Place::One(target.kind));
        let found = targets.note(document, node, place, mappings);
        edges.push(found);
    }
    let cycles = strong::components(&edges);
    for (target, cycle) in targets.all.iter_mut().zip(cycles) {
        target.is_cyclic = cycle.is_some();
    }
    targets
}

impl<'a> Targets<'a> {
    pub(super) fn of(&self, reference: &str) -> Option<&Target<'a>> {
        let at = (*self.by_text.get(reference)?)?;
        self.all.get(at)
    }

    /// The schema that a value of a discriminator's `mapping` names: a reference, or the name of a component.
    pub(super) fn mapped(&self, value: &str) -> Option<&Target<'a>> {
        let pointer = mapped_pointer(value)?;
        self.all.get(*self.by_pointer.get(&pointer)?)
    }

    /// Makes targets of all that a part refers to, and says which ones these are.
    fn note(
        &mut self,
        document: &'a Node,
        part: &'a Node,
        place: Place,
        mappings: Mappings,
    ) -> Vec<usize> {
        let mut found = Vec::new();
        let mut mapped = Vec::new();
        let mut in_data = Vec::new();
        walk(part, place, &mut |node, kind| {
            let Some(kind) = kind else {
                in_data.extend(reference(node).filter(|_| mappings == Mappings::Kept));
                return;
            };
            if let Some(text) = reference(node) {
                let known = self.by_text.get(text).copied();
                let target = known.unwrap_or_else(|| {
                    let pointer = self.pointer(document, text);
                    let target = pointer.and_then(|it| self.add(document, it, kind));
                    self.by_text.insert(text, target);
                    target
                });
                found.extend(target);
            }
            if kind == Kind::Schema && mappings == Mappings::Kept {
                mapped.extend(mapping(node).filter_map(mapped_pointer));
            }
        });
        // These stay references in any case, so they are no edges.
        for pointer in mapped {
            self.add(document, pointer, Kind::Schema);
        }
        for text in in_data {
            self.add_named_in_data(document, text);
        }
        found
    }

    /// The component that a reference in data names, which stays for it.
    fn add_named_in_data(&mut self, document: &'a Node, text: &'a str) {
        if self.by_text.contains_key(text) {
            return;
        }
        let Some(pointer) = local_pointer(text) else {
            return;
        };
        if let Some((_, Place::One(kind))) = component(document, &pointer) {
            let target = self.add(document, pointer, kind);
            self.by_text.insert(text, target);
        }
    }

    /// Where a reference leads, when that is a place in the document.
    fn pointer(&mut self, document: &Node, reference: &str) -> Option<String> {
        match Reference::local(reference.strip_prefix('#')?) {
            Reference::Pointer(pointer) => Some(pointer),
            Reference::Anchor(name) => {
                let anchors = self.anchors.get_or_insert_with(|| anchors::find(document));
                anchors.get(&name).cloned()
            }
            _ => None,
        }
    }

    fn add(&mut self, document: &'a Node, pointer: String, kind: Kind) -> Option<usize> {
        if let Some(known) = self.by_pointer.get(&pointer) {
            return Some(*known);
        }
        let node = document.pointer(&pointer)?;
        let component = component(document, &pointer);
        let at = self.all.len();
        self.all.push(Target {
            node,
            kind,
            component,
            is_copy: is_copy(&pointer, kind),
            is_cyclic: false,
        });
        self.by_pointer.insert(pointer, at);
        Some(at)
    }
}

/// Whether this is a part of an operation, and not a path as a whole.
fn is_copy(pointer: &str, kind: Kind) -> bool {
    let in_operation = ["/paths/", "/webhooks/"];
    kind != Kind::PathItem && in_operation.iter().any(|it| pointer.starts_with(it))
}

/// The component that a pointer leads to or into.
fn component<'a>(document: &'a Node, pointer: &str) -> Option<(&'a Node, Place)> {
    let rest = pointer.strip_prefix("/components/")?;
    let (kind, rest) = rest.split_once('/')?;
    let name = rest.split('/').next()?;
    let node = document.pointer(&format!("/components/{kind}/{name}"))?;
    Some((node, Place::Components.inside(kind).inside(name)))
}

/// Calls `visit` with every part, from the outside in: with its kind, and without one in data.
fn walk<'a>(node: &'a Node, place: Place, visit: &mut impl FnMut(&'a Node, Option<Kind>)) {
    match place {
        Place::One(kind) => visit(node, Some(kind)),
        Place::Unknown => visit(node, None),
        _ => {}
    }
    match &node.value {
        Value::Object(object) => {
            for member in object.iter() {
                walk(&member.value, place.inside(&member.key.text), visit);
            }
        }
        Value::Array(items) => {
            for item in items {
                walk(item, place.inside(""), visit);
            }
        }
        _ => {}
    }
}

/// The text of a reference.
pub(super) fn reference(node: &Node) -> Option<&str> {
    node.get("$ref").and_then(Node::as_str)
}

/// The values of a discriminator's `mapping`, and its `defaultMapping`.
pub(super) fn mapping(schema: &Node) -> impl Iterator<Item = &str> {
    let discriminator = schema.get("discriminator");
    let mapping = discriminator.and_then(|it| it.get("mapping"));
    let values = mapping.and_then(Node::as_object).into_iter();
    let values = values.flat_map(Object::iter).map(|it| &it.value);
    let default = discriminator.and_then(|it| it.get("defaultMapping"));
    values.chain(default).filter_map(Node::as_str)
}

fn mapped_pointer(value: &str) -> Option<String> {
    match value.starts_with('#') {
        true => local_pointer(value),
        // What is neither a local reference nor a name leads nowhere.
        false => local_pointer(&format!(
            "#/components/schemas/{}",
            value.replace('~', "~0").replace('/', "~1")
        )),
    }
}
