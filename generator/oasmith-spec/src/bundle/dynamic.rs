//! References that depend on how a schema was reached, where they can lead to one place only.
//!
//! In: a document. Out: the same one, in which such a `$dynamicRef` (JSON Schema 2020-12, 8.2.3.2) or `$recursiveRef`
//! (2019-09, 8.2.4.2.1) is a `$ref`. With several schemas that have the anchor it depends on who asks; then it stays, and
//! `read` says so.

use std::collections::HashMap;

use super::identified::inside;
use super::spot::Spot;
use crate::node::{Key, Node, Object, Value};
use crate::resolve::{Kind, encoded, local_pointer};

/// The document with plain references; as it came where there are none of the others.
pub fn by_references(document: Node) -> Node {
    if !has_dynamic(&document) {
        return document;
    }
    let mut anchors = HashMap::new();
    collect(&document, Spot::DOCUMENT, &mut String::new(), &mut anchors);
    let rewrite = Rewrite {
        document: &document,
        anchors,
    };
    rewrite.value(&document, Spot::DOCUMENT, None, &mut String::new())
}

/// Where the only schema with this name stands; `None` where there are several.
type Anchors = HashMap<String, Option<String>>;

struct Rewrite<'a> {
    document: &'a Node,
    anchors: Anchors,
}

impl Rewrite<'_> {
    /// `root` is where the schema stands that `$recursiveRef` means.
    fn value(&self, node: &Node, spot: Spot, root: Option<&str>, at: &mut String) -> Node {
        let value = match &node.value {
            Value::Object(object) if spot != Spot::Data => {
                let own = begins(node, spot, root).then(|| at.clone());
                let root = own.as_deref().or(root);
                Value::Object(self.object(object, spot, root, at))
            }
            Value::Array(items) if spot != Spot::Data => {
                let items = items.iter().enumerate();
                let items = items.map(|(index, it)| {
                    inside(at, &index.to_string(), |at| {
                        self.value(it, spot.item(), root, at)
                    })
                });
                Value::Array(items.collect())
            }
            other => other.clone(),
        };
        Node::new(value, node.span)
    }

    fn object(&self, object: &Object, spot: Spot, root: Option<&str>, at: &mut String) -> Object {
        let mut copy = Object::default();
        let may_refer = spot == Spot::one(Kind::Schema) && object.get("$ref").is_none();
        for it in object.iter() {
            let text = it.value.as_str().filter(|_| may_refer);
            let target = match (&*it.key.text, text) {
                ("$dynamicRef", Some(text)) => self.target(text, root),
                ("$recursiveRef", Some("#")) => root.map(str::to_owned),
                _ => None,
            };
            let Some(target) = target else {
                let value = inside(at, &it.key.text, |at| {
                    self.value(&it.value, spot.member(&it.key.text), root, at)
                });
                copy.push(it.key.clone(), value);
                continue;
            };
            let reference = format!("#{}", encoded(&target));
            let reference = Node::string(&reference, it.value.span);
            copy.push(Key::new("$ref", it.key.span), reference);
        }
        copy
    }

    /// What a `$dynamicRef` leads to. One that names no anchor is a `$ref`.
    fn target(&self, text: &str, root: Option<&str>) -> Option<String> {
        if text == "#" {
            return root.map(str::to_owned);
        }
        let name = text.strip_prefix('#')?;
        if let Some(only) = self.anchors.get(name) {
            return only.clone();
        }
        let pointer = local_pointer(text)?;
        self.document.pointer(&pointer).is_some().then_some(pointer)
    }
}

/// Whether a schema is the one that a `$recursiveRef` in it means: the outermost, or what says so.
fn begins(node: &Node, spot: Spot, root: Option<&str>) -> bool {
    let is_schema = spot == Spot::one(Kind::Schema);
    let says_so = || {
        let anchor = node.get("$recursiveAnchor").map(|it| &it.value);
        matches!(anchor, Some(Value::Bool(true))) || node.get("$id").is_some()
    };
    is_schema && (root.is_none() || says_so())
}

/// Notes where each anchor stands that a `$dynamicRef` can mean.
fn collect(node: &Node, spot: Spot, at: &mut String, anchors: &mut Anchors) {
    match &node.value {
        _ if spot == Spot::Data => {}
        Value::Object(object) => {
            let text = |key| node.get(key).and_then(Node::as_str);
            let is_schema = spot == Spot::one(Kind::Schema);
            let names = [text("$dynamicAnchor"), text("$anchor")];
            for name in names.into_iter().flatten().filter(|_| is_schema) {
                let known = anchors.entry(name.to_owned());
                let known = known.or_insert_with(|| Some(at.clone()));
                known.take_if(|it| it != at);
            }
            for it in object.iter() {
                inside(at, &it.key.text, |at| {
                    collect(&it.value, spot.member(&it.key.text), at, anchors)
                });
            }
        }
        Value::Array(items) => {
            for (index, it) in items.iter().enumerate() {
                inside(at, &index.to_string(), |at| {
                    collect(it, spot.item(), at, anchors)
                });
            }
        }
        _ => {}
    }
}

fn has_dynamic(node: &Node) -> bool {
    match &node.value {
        Value::Object(object) => object.iter().any(|it| {
            matches!(&*it.key.text, "$dynamicRef" | "$recursiveRef") || has_dynamic(&it.value)
        }),
        Value::Array(items) => items.iter().any(has_dynamic),
        _ => false,
    }
}
