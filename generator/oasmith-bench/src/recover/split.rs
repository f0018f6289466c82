//! One self-contained document for each operation, as documentation pages have them.

use std::collections::{BTreeSet, HashMap};

use oasmith_spec::Node;
use oasmith_spec::node::{Key, Member, Object, Value};
use oasmith_spec::resolve::{Kind, Place};

pub const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

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
pub struct Place3<'a> {
    pub kind: &'a Member,
    pub item: &'a Member,
    pub operation: &'a Member,
}

/// All operations of a document, in order.
pub fn operations(root: &Node) -> Vec<Place3<'_>> {
    let mut found = Vec::new();
    let root = root.as_object().into_iter().flat_map(Object::iter);
    for kind in root.filter(|it| matches!(&*it.key.text, "paths" | "webhooks")) {
        let items = kind.value.as_object().into_iter().flat_map(Object::iter);
        for item in items.filter(|it| !it.key.text.starts_with("x-")) {
            let members = item.value.as_object().into_iter().flat_map(Object::iter);
            let operations = members.filter(|it| METHODS.contains(&&*it.key.text));
            found.extend(operations.map(|operation| Place3 {
                kind,
                item,
                operation,
            }));
        }
    }
    found
}

/// Splits a dereferenced document.
pub fn split(root: &Node) -> Vec<Node> {
    let mut kept = Kept::new(root);
    let all = operations(root).into_iter();
    all.map(|it| fragment(root, &it, &mut kept)).collect()
}

fn fragment(root: &Node, place: &Place3<'_>, kept: &mut Kept<'_>) -> Node {
    let mut item = Object::default();
    let members = place
        .item
        .value
        .as_object()
        .into_iter()
        .flat_map(Object::iter);
    for member in members {
        let is_other =
            METHODS.contains(&&*member.key.text) && member.key.text != place.operation.key.text;
        if !is_other {
            item.members.push(member.clone());
        }
    }
    let item = Node::object(item, place.item.value.span);
    let components = kept.needed_by(&item);
    let items = one(place.item.key.clone(), item);
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
    /// By text of the reference to a component: the component references in it.
    inside: HashMap<String, Vec<String>>,
    root: &'a Node,
}

impl<'a> Kept<'a> {
    fn new(root: &'a Node) -> Self {
        Kept {
            components: root.get("components").and_then(Node::as_object),
            inside: HashMap::new(),
            root,
        }
    }

    /// The components that a path item needs, and the security schemes.
    fn needed_by(&mut self, item: &Node) -> Object {
        let mut open = Vec::new();
        references(item, Place::One(Kind::PathItem), &mut open);
        let mut needed = BTreeSet::new();
        while let Some(next) = open.pop() {
            if needed.insert(next.clone()) {
                open.extend_from_slice(self.inside(&next));
            }
        }
        let mut out = Object::default();
        for kind in self.components.into_iter().flat_map(Object::iter) {
            let is_security = &*kind.key.text == "securitySchemes";
            let named = kind.value.as_object().into_iter().flat_map(Object::iter);
            let members = named.filter(|it| {
                is_security
                    || needed.contains(&format!("#/components/{}/{}", kind.key.text, it.key.text))
            });
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
            let pointer = component.trim_start_matches('#');
            let kind = pointer.split('/').nth(2).unwrap_or_default();
            let place = Place::Components.inside(kind).inside("");
            if let Some(node) = root.pointer(pointer) {
                references(node, place, &mut found);
            }
            found
        })
    }
}

/// Adds what the references in a part name, as `#/components/kind/Name`.
fn references(node: &Node, place: Place, found: &mut Vec<String>) {
    if place == Place::Unknown {
        return;
    }
    if let (Place::One(_), Some(text)) = (place, node.get("$ref").and_then(Node::as_str)) {
        let steps: Vec<&str> = text.split('/').take(4).collect();
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
