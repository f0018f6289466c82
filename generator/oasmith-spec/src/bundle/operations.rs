//! Operations that links name in other files: where they stand in the document, once that is written.
//!
//! A path item is put in place of the reference to it, so an operation of another file is one of the document under the
//! path that refers to it; or it is none of the document, and the link stays as it is written.

use std::collections::HashMap;

use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics, Span};

use crate::codes::REF_OTHER_FILE;
use crate::node::{Node, Object, Value, push_step};
use crate::resolve::encoded;

/// By the place of an `operationRef`: that of the operation in its own file, if there is one.
pub type Named = IndexMap<Span, Option<Span>>;

/// Points each link to what the document has of the operation, and tells those of which it has nothing.
pub fn settle(document: &mut Node, named: &Named, said: &mut Diagnostics) {
    if named.is_empty() {
        return;
    }
    let places = places(document);
    let place = |it: &Option<Span>| it.as_ref().and_then(|it| places.get(it)).cloned();
    let found = named.iter().map(|(link, it)| (*link, place(it))).collect();
    point(document, &found);
    for (link, _) in found.iter().filter(|(_, it)| it.is_none()) {
        let message =
            "this operation of another file is none of the document's, and stays as it is written";
        said.push(Diagnostic::warning(&REF_OTHER_FILE, message).at(*link));
    }
}

/// The pointers of the operations, by where they were read.
fn places(document: &Node) -> HashMap<Span, String> {
    let mut places = HashMap::new();
    for map in ["/paths", "/webhooks", "/components/pathItems"] {
        let Some(items) = document.pointer(map).and_then(Node::as_object) else {
            continue;
        };
        for item in items.iter() {
            let mut pointer = map.to_owned();
            push_step(&mut pointer, &item.key.text);
            let members = item.value.as_object().into_iter().flat_map(Object::iter);
            for member in members.filter(|it| it.value.as_object().is_some()) {
                let mut pointer = pointer.clone();
                push_step(&mut pointer, &member.key.text);
                places.entry(member.value.span).or_insert(pointer);
            }
        }
    }
    places
}

fn point(node: &mut Node, found: &IndexMap<Span, Option<String>>) {
    match &mut node.value {
        Value::Object(object) => {
            for member in object.members.iter_mut() {
                let place = found.get(&member.value.span).and_then(Option::as_deref);
                match (&*member.key.text, place) {
                    ("operationRef", Some(pointer)) => {
                        let text = format!("#{}", encoded(pointer));
                        member.value = Node::string(&text, member.value.span);
                    }
                    _ => point(&mut member.value, found),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| point(it, found)),
        _ => {}
    }
}
