//! One self-contained document for each operation, as documentation pages have them.

use std::collections::{BTreeSet, HashMap};

use oasmith_spec::Node;
use oasmith_spec::node::{Key, Member, Object, Value, push_step};
use oasmith_spec::parts::METHODS;
use oasmith_spec::resolve::{Kind, Place, local_pointer};

use super::size;

/// Components by JSON Pointer: `/components/kind/Name`.
type Names = BTreeSet<String>;

/// What each of the documents says as well.
const SHARED: [&str; 5] = [
    "openapi",
    "info",
    "jsonSchemaDialect",
    "servers",
    "security",
];

/// An operation of a document: `paths` or `webhooks`, the path item, the operation.
#[derive(Clone, Copy)]
pub struct Operation<'a> {
    pub kind: &'a Member,
    pub item: &'a Member,
    pub operation: &'a Member,
}

/// All operations of a document, in order.
pub fn operations(root: &Node) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    let root = root.as_object().into_iter().flat_map(Object::iter);
    for kind in root.filter(|it| matches!(&*it.key.text, "paths" | "webhooks")) {
        let items = kind.value.as_object().into_iter().flat_map(Object::iter);
        for item in items.filter(|it| !it.key.text.starts_with("x-")) {
            let members = item.value.as_object().into_iter().flat_map(Object::iter);
            let operations = members.filter(|it| METHODS.contains(&&*it.key.text));
            found.extend(operations.map(|operation| Operation {
                kind,
                item,
                operation,
            }));
        }
    }
    found
}

/// How the components that are left are handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// Each document has what it needs, as pages do.
    Each,
    /// The first document that needs a component has it, because copies for all would take too much memory.
    Once,
}

/// Splits a dereferenced document into documents that have about `limit` bytes of components at most, all together.
pub fn split(root: &Node, limit: usize) -> (Vec<Node>, Carried) {
    let mut kept = Kept::new(root);
    let places = operations(root);
    let mut needed: Vec<Names> = places
        .iter()
        .map(|it| kept.needed_by(&it.alone()))
        .collect();
    let bytes: usize = needed.iter().map(|it| kept.bytes(it)).sum();
    let carried = if bytes > limit {
        Carried::Once
    } else {
        Carried::Each
    };
    if carried == Carried::Once {
        let mut given = Names::new();
        for names in &mut needed {
            names.retain(|it| given.insert(it.clone()));
        }
    }
    let parts = places.iter().zip(needed);
    let parts = parts.map(|(place, needed)| fragment(root, place, kept.components(&needed)));
    (parts.collect(), carried)
}

impl Operation<'_> {
    /// The path item with this operation only.
    fn alone(&self) -> Node {
        let mut item = Object::default();
        let members = self
            .item
            .value
            .as_object()
            .into_iter()
            .flat_map(Object::iter);
        for member in members {
            let name = &*member.key.text;
            if name == &*self.operation.key.text || !METHODS.contains(&name) {
                item.members.push(member.clone());
            }
        }
        Node::object(item, self.item.value.span)
    }
}

fn fragment(root: &Node, place: &Operation<'_>, components: Object) -> Node {
    let items = one(place.item.key.clone(), place.alone());
    let mut out = Object::default();
    for name in SHARED {
        out.members.extend(member(root, name).cloned());
    }
    if let Some(tags) = tags(root, &place.operation.value) {
        out.members.push(tags);
    }
    out.push(place.kind.key.clone(), items);
    if !components.is_empty() {
        let key = Key::new("components", root.span);
        out.push(key, Node::object(components, root.span));
    }
    Node::object(out, root.span)
}

fn one(key: Key, value: Node) -> Node {
    let span = value.span;
    let mut object = Object::default();
    object.push(key, value);
    Node::object(object, span)
}

fn member<'a>(node: &'a Node, name: &str) -> Option<&'a Member> {
    node.as_object()?.member(name)
}

/// The descriptions of the tags that an operation has.
fn tags(root: &Node, operation: &Node) -> Option<Member> {
    let all = member(root, "tags")?;
    let own = operation.get("tags")?.as_array()?;
    let is_own = |tag: &&Node| {
        tag.get("name")
            .is_some_and(|name| own.iter().any(|it| it.same(name)))
    };
    let mine = all.value.as_array()?.iter().filter(is_own).cloned();
    Some(Member {
        key: all.key.clone(),
        value: Node::new(Value::Array(mine.collect()), all.value.span),
    })
}

/// The components that are left, and which of them each needs.
struct Kept<'a> {
    components: Option<&'a Object>,
    /// By component: those that it refers to.
    inside: HashMap<String, Vec<String>>,
    bytes: HashMap<String, usize>,
    root: &'a Node,
}

impl<'a> Kept<'a> {
    fn new(root: &'a Node) -> Self {
        Kept {
            components: root.get("components").and_then(Node::as_object),
            inside: HashMap::new(),
            bytes: HashMap::new(),
            root,
        }
    }

    /// The components that a path item needs.
    fn needed_by(&mut self, item: &Node) -> Names {
        let mut open = Vec::new();
        references(item, Place::One(Kind::PathItem), &mut open);
        let mut needed = Names::new();
        while let Some(next) = open.pop() {
            if !needed.contains(&next) {
                open.extend_from_slice(self.inside(&next));
                needed.insert(next);
            }
        }
        needed
    }

    /// How long components are.
    fn bytes(&mut self, names: &Names) -> usize {
        let root = self.root;
        let each = names.iter().map(|name| {
            let known = self.bytes.get(name).copied();
            known.unwrap_or_else(|| {
                let bytes = root.pointer(name).map_or(0, size::bytes);
                self.bytes.insert(name.clone(), bytes);
                bytes
            })
        });
        each.sum()
    }

    /// The components of these names, and the security schemes, which are named otherwise.
    fn components(&self, names: &Names) -> Object {
        let mut out = Object::default();
        for kind in self.components.into_iter().flat_map(Object::iter) {
            let is_security = &*kind.key.text == "securitySchemes";
            let named = kind.value.as_object().into_iter().flat_map(Object::iter);
            let members = named
                .filter(|it| is_security || names.contains(&pointer(&kind.key.text, &it.key.text)));
            let members: Vec<Member> = members.cloned().collect();
            if !members.is_empty() {
                let value = Node::object(Object { members }, kind.value.span);
                out.push(kind.key.clone(), value);
            }
        }
        out
    }

    fn inside(&mut self, component: &str) -> &[String] {
        let root = self.root;
        self.inside.entry(component.to_owned()).or_insert_with(|| {
            let mut found = Vec::new();
            let kind = component.split('/').nth(2).unwrap_or_default();
            let place = Place::Components.inside(kind).inside("");
            if let Some(node) = root.pointer(component) {
                references(node, place, &mut found);
            }
            found
        })
    }
}

fn pointer(kind: &str, name: &str) -> String {
    let mut pointer = String::from("/components");
    push_step(&mut pointer, kind);
    push_step(&mut pointer, name);
    pointer
}

/// Adds the components that the references in a part lead to or into.
fn references(node: &Node, place: Place, found: &mut Vec<String>) {
    if place == Place::Unknown {
        return;
    }
    if let (Place::One(_), Some(text)) = (place, node.get("$ref").and_then(Node::as_str)) {
        let pointer = local_pointer(text).unwrap_or_default();
        let steps: Vec<&str> = pointer.split('/').take(4).collect();
        found.push(steps.join("/"));
    }
    match &node.value {
        Value::Object(object) => {
            for it in object.iter() {
                references(&it.value, place.inside(&it.key.text), found);
            }
        }
        Value::Array(items) => {
            for it in items {
                references(it, place.inside(""), found);
            }
        }
        _ => {}
    }
}

/// Whether a document has the component that a reference names.
pub fn has(root: &Node, name: &str) -> bool {
    let schemas = root.pointer("/components/schemas");
    schemas.is_some_and(|it| it.get(name).is_some())
}
