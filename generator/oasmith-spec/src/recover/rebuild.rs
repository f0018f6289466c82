//! The document with references where the copies stood, and with the components they refer to.

mod mapping;
mod null;

use super::found::{ClassIndex, Found, OfPlace};
use super::{schema, unwrap};
use crate::node::{Key, Member, Node, Object, Value};
use oasmith_source::Span;
use std::collections::{BTreeMap, HashSet};

/// How a reference with siblings is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Siblings {
    /// Beside it (OAS 3.1).
    Beside,
    /// Around it, as `allOf`: siblings of a reference are ignored in OAS 3.0.
    Around,
}

/// A component to be added.
pub(super) struct Component<'r> {
    pub name: String,
    pub schema: &'r Node,
    /// What is left out of it because it belongs to places.
    pub of_place: Option<&'r OfPlace>,
    /// Descriptions by JSON Pointer, from the ledger.
    pub describe: Option<&'r BTreeMap<String, String>>,
}

pub(super) struct Rebuild<'r, 'a> {
    pub found: &'r Found<'a>,
    /// For each class, the component that it is.
    pub components: &'r [Option<String>],
    /// All names of components that the document will have.
    pub names: &'r HashSet<&'r str>,
    pub siblings: Siblings,
}

impl Rebuild<'_, '_> {
    pub(super) fn document(&self, document: &Node, new: &[Component<'_>]) -> Node {
        let mut out = self.node(document);
        if !new.is_empty() {
            add_schemas(&mut out, new.iter().map(|it| self.definition(it)).collect());
        }
        out
    }

    fn definition(&self, component: &Component<'_>) -> Member {
        let mut value = match self.recursive(component.schema.get("$ref")) {
            Some(name) => self.renamed(component.schema, name),
            None => self.inside(component.schema),
        };
        if let (Some(of_place), Some(schema)) = (component.of_place, value.as_object_mut()) {
            schema
                .members
                .retain(|it| !of_place.left_out.contains(&it.key.text.to_string()));
            if of_place.null {
                schema::remove_null(schema);
            }
        }
        for (pointer, text) in component.describe.into_iter().flatten() {
            if let Some(Value::Object(schema)) = at_mut(&mut value, pointer) {
                describe(schema, text, component.schema.span);
            }
        }
        Member {
            key: Key::new(&component.name, component.schema.span),
            value,
        }
    }

    fn node(&self, node: &Node) -> Node {
        if let Some(component) = self.recursive(node.get("$ref")) {
            return self.renamed(node, component);
        }
        if let Some((class, component)) = self.component(node) {
            let mut reference = reference(component, node.span);
            self.keep_siblings(class, node, &mut reference);
            return reference;
        }
        if self.found.wraps.contains(&std::ptr::from_ref(node)) {
            return self.wrap(node);
        }
        self.inside(node)
    }

    /// A node that stays, with what is in it rebuilt.
    fn inside(&self, node: &Node) -> Node {
        let value = match &node.value {
            Value::Array(items) => Value::Array(items.iter().map(|it| self.node(it)).collect()),
            Value::Object(object) => {
                let members = object.iter().map(|it| Member {
                    key: it.key.clone(),
                    value: self.node(&it.value),
                });
                let mut rebuilt = Object {
                    members: members.collect(),
                };
                if object.get("discriminator").is_some() {
                    mapping::rename(&mut rebuilt, |it| Some(pointer(self.recursive(Some(it))?)));
                    mapping::repoint(object, &mut rebuilt, |it| self.names.contains(it));
                }
                Value::Object(rebuilt)
            }
            other => other.clone(),
        };
        Node::new(value, node.span)
    }

    /// `{ allOf: [X], annotations... }`: a reference with siblings, or X with these annotations.
    fn wrap(&self, node: &Node) -> Node {
        let Some(inner) = node.as_object().and_then(schema::wrapped) else {
            return self.inside(node);
        };
        let mut out = self.inside(node);
        let is_reference = self.component(inner).is_some();
        if let Some(object) = out.as_object_mut() {
            let alone = object.len() == 1;
            if !is_reference || alone || self.siblings == Siblings::Beside {
                unwrap::flatten(object);
            }
        }
        out
    }

    /// Writes what a copy says of its place beside the reference, where the component does not say it.
    fn keep_siblings(&self, class: ClassIndex, node: &Node, reference: &mut Node) {
        let class = &self.found.classes[class.0];
        let Some(of_place) = &class.of_place else {
            return;
        };
        let says = |key: &str| match of_place.left_out.iter().any(|it| it == key) {
            true => None,
            false => class.node.get(key),
        };
        let is_null = of_place.null && schema::is_nullable(node);
        // OAS 3.0.3: `nullable` counts only beside a `type`, and what a part of `allOf` forbids stays forbidden.
        let is_alternative =
            is_null && (self.siblings == Siblings::Around || schema::has_null_type(node));
        let own = node.as_object().into_iter().flat_map(Object::iter);
        let own = own.filter(|it| match &*it.key.text {
            "nullable" => is_null && !is_alternative,
            key => schema::is_of_place(key) && !says(key).is_some_and(|said| said.same(&it.value)),
        });
        let own: Vec<Member> = own.cloned().collect();
        if is_alternative {
            null::beside(reference, self.siblings);
        } else if self.siblings == Siblings::Around && !own.is_empty() {
            let span = reference.span;
            let inner = std::mem::replace(reference, Node::object(Object::default(), span));
            if let Some(around) = reference.as_object_mut() {
                let list = Node::new(Value::Array(vec![inner]), span);
                around.push(Key::new("allOf", span), list);
            }
        }
        if let Some(object) = reference.as_object_mut() {
            object.members.extend(own);
        }
    }

    /// A reference with the name of what it leads to.
    fn renamed(&self, reference: &Node, component: &str) -> Node {
        let mut out = self.inside(reference);
        if let Some(text) = out.as_object_mut().and_then(|it| it.get_mut("$ref")) {
            *text = Node::string(&pointer(component), text.span);
        }
        out
    }

    /// The component that a reference's text names which led to a part of an operation.
    fn recursive(&self, text: Option<&Node>) -> Option<&str> {
        let class = self.found.recursive.get(text?.as_str()?)?;
        self.components[class.0].as_deref()
    }

    fn component(&self, node: &Node) -> Option<(ClassIndex, &str)> {
        let class = *self.found.members.get(&std::ptr::from_ref(node))?;
        Some((class, self.components[class.0].as_deref()?))
    }
}

/// What a JSON Pointer (RFC 6901) names.
pub(super) fn at_mut<'n>(node: &'n mut Node, pointer: &str) -> Option<&'n mut Value> {
    let steps = match pointer {
        "" => return Some(&mut node.value),
        _ => pointer.strip_prefix('/')?,
    };
    let mut at = &mut node.value;
    for step in steps.split('/') {
        let step = step.replace("~1", "/").replace("~0", "~");
        at = match at {
            Value::Object(object) => &mut object.get_mut(&step)?.value,
            Value::Array(items) => &mut items.get_mut(step.parse::<usize>().ok()?)?.value,
            _ => return None,
        };
    }
    Some(at)
}

fn describe(schema: &mut Object, text: &str, span: Span) {
    let text = Node::string(text, span);
    match schema.get_mut("description") {
        Some(known) => *known = text,
        None => schema.push(Key::new("description", span), text),
    }
}

fn reference(component: &str, span: Span) -> Node {
    let target = pointer(component);
    let mut object = Object::default();
    object.push(Key::new("$ref", span), Node::string(&target, span));
    Node::object(object, span)
}

fn pointer(component: &str) -> String {
    format!("#/components/schemas/{component}")
}

fn add_schemas(document: &mut Node, new: Vec<Member>) {
    let span = document.span;
    let Some(root) = document.as_object_mut() else {
        return;
    };
    let components = member_object(root, "components", span);
    let Some(components) = components else { return };
    if let Some(schemas) = member_object(components, "schemas", span) {
        schemas.members.extend(new);
    }
}

/// A member that is an object, made when there is none; nothing when it is something else.
fn member_object<'o>(object: &'o mut Object, name: &str, span: Span) -> Option<&'o mut Object> {
    if object.get(name).is_none() {
        let none = Node::object(Object::default(), span);
        object.push(Key::new(name, span), none);
    }
    object.get_mut(name).and_then(Node::as_object_mut)
}

/// The existing components of a document, by the node of each.
pub(super) fn existing(document: &Node) -> impl Iterator<Item = &Member> {
    let components = document.get("components");
    let schemas = components.and_then(|it| it.get("schemas"));
    schemas
        .and_then(Node::as_object)
        .into_iter()
        .flat_map(Object::iter)
}

/// Names by number, for those that look up an existing component by what it is.
pub(super) type ByValue<'a> = foldhash::HashMap<u32, &'a str>;
