//! Schemas in operations that contain themselves.
//!
//! An exporter that inlines a component where it is used first writes its recursion as a reference to that place:
//! `#/paths/~1pets/get/responses/200/content/application~1json/schema/items`, from inside of what stands there.
//! In: a document whose other copies are spelled out. Out: the same with references where such schemas stood, and the
//! schemas beside it, each by the text of the references to it. They become components, named like all others.
//! What a discriminator's `mapping` leads to in an operation is taken out as well, as only a component can be mapped to.

use super::rebuild;
use super::schema::{self, Form};
use crate::dereference::{Siblings, join};
use crate::node::{Key, Member, Node, Object, Value, push_step};
use crate::resolve::kind::at;
use crate::resolve::{Kind, Place, local_pointer};
use indexmap::IndexMap;
use std::collections::HashMap;

/// Schemas by the one text of all references to them.
#[derive(Default)]
pub(super) struct Cycles(IndexMap<String, Node>);

impl Cycles {
    /// What a reference leads to, with its text, when that was taken out.
    pub(super) fn of<'a>(&'a self, node: &'a Node) -> Option<(&'a str, &'a Node)> {
        self.named(node.get("$ref")?.as_str()?)
    }

    pub(super) fn named(&self, text: &str) -> Option<(&str, &Node)> {
        self.0.get_key_value(text).map(|it| (&**it.0, it.1))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|it| (&**it.0, it.1))
    }

    pub(super) fn schemas_mut(&mut self) -> impl Iterator<Item = &mut Node> {
        self.0.values_mut()
    }
}

pub(super) fn take_out(document: &mut Node) -> Cycles {
    let texts = texts(document);
    if texts.is_empty() {
        return Cycles::default();
    }
    let mut pointers = Vec::new();
    let mut instead = HashMap::new();
    for text in texts {
        let replacement = pointer(&text)
            .and_then(|it| replacement(document, &it, &mut Vec::new(), &mut pointers));
        instead.extend(replacement.map(|it| (text, it)));
    }
    each_schema_mut(document, Place::Document, &mut |it| refer(it, &instead));
    // What stands inside of another is taken out of it first.
    pointers.sort_by_key(|it| (std::cmp::Reverse(it.len()), it.clone()));
    pointers.dedup();
    let mut cycles = Cycles::default();
    for pointer in pointers {
        let Some(span) = document.pointer(&pointer).map(|it| it.span) else {
            continue;
        };
        let reference = reference(&pointer, span).value;
        if let Some(value) = rebuild::at_mut(document, &pointer) {
            let schema = Node::new(std::mem::replace(value, reference), span);
            cycles.0.insert(format!("#{pointer}"), schema);
        }
    }
    cycles
}

/// The texts of references from schemas into operations, each once.
fn texts(document: &mut Node) -> Vec<String> {
    let mut texts: IndexMap<String, ()> = IndexMap::new();
    each_schema_mut(document, Place::Document, &mut |schema| {
        let own = schema.get("$ref").and_then(Node::as_str);
        let mapping = schema.get("discriminator").and_then(|it| it.get("mapping"));
        let mapped = mapping.and_then(Node::as_object).into_iter();
        let mapped = mapped
            .flat_map(Object::iter)
            .filter_map(|it| it.value.as_str());
        let found = own.into_iter().chain(mapped);
        texts.extend(
            found
                .filter(|it| pointer(it).is_some())
                .map(|it| (it.to_owned(), ())),
        );
    });
    texts.into_keys().collect()
}

/// The pointer of a reference to a schema in an operation.
fn pointer(text: &str) -> Option<String> {
    let pointer = local_pointer(text)?;
    let in_operation = ["/paths/", "/webhooks/"];
    let in_operation = in_operation.iter().any(|it| pointer.starts_with(it));
    (in_operation && at(&pointer) == Place::One(Kind::Schema)).then_some(pointer)
}

/// What to write in place of a reference: one to what deserves a name. A list is written out, and what it lists is
/// referred to; so is a wrapper. `on_the_way` are the pointers that led here.
fn replacement(
    document: &Node,
    pointer: &str,
    on_the_way: &mut Vec<String>,
    taken: &mut Vec<String>,
) -> Option<Node> {
    let target = document.pointer(pointer)?;
    let object = target.as_object()?;
    if on_the_way.iter().any(|it| it == pointer) {
        return None;
    }
    on_the_way.push(pointer.to_owned());
    if let (Some(text), 1) = (target.get("$ref").and_then(Node::as_str), object.len()) {
        let next = self::pointer(text)?;
        return replacement(document, &next, on_the_way, taken);
    }
    if let Some((steps, inner)) = around(object)
        && inner.get("$ref").is_none()
    {
        let mut next = pointer.to_owned();
        steps.iter().for_each(|it| push_step(&mut next, it));
        let inner = replacement(document, &next, on_the_way, taken)?;
        let mut copy = target.clone();
        let place: String = steps.iter().map(|it| format!("/{it}")).collect();
        *rebuild::at_mut(&mut copy, &place)? = inner.value;
        return Some(copy);
    }
    taken.push(pointer.to_owned());
    Some(reference(pointer, target.span))
}

/// What a schema is around that has no name of its own, and the steps that lead there.
fn around(schema: &Object) -> Option<(&'static [&'static str], &Node)> {
    if let Some(inner) = schema::wrapped(schema) {
        return Some((&["allOf", "0"], inner));
    }
    let is = |it: &&Node| it.as_object().is_some();
    match (schema.get("items"), schema.get("additionalProperties")) {
        _ if schema::form(schema) != Form::Plain || schema::subschemas(schema).len() > 1 => None,
        (Some(items), None) if is(&items) => Some((&["items"], items)),
        (None, Some(values)) if is(&values) => Some((&["additionalProperties"], values)),
        _ => None,
    }
}

fn reference(pointer: &str, span: oasmith_source::Span) -> Node {
    let mut object = Object::default();
    let text = Node::string(&format!("#{pointer}"), span);
    object.push(Key::new("$ref", span), text);
    Node::object(object, span)
}

/// Gives a schema's references and mappings the one text of what they lead to.
fn refer(schema: &mut Node, instead: &HashMap<String, Node>) {
    let span = schema.span;
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    let mapping = object
        .get_mut("discriminator")
        .and_then(Node::as_object_mut)
        .and_then(|it| it.get_mut("mapping"))
        .and_then(Node::as_object_mut);
    for member in mapping.into_iter().flat_map(|it| it.members.iter_mut()) {
        let target = member.value.as_str().and_then(|it| instead.get(it));
        if let Some(text) = target.and_then(|it| it.get("$ref")) {
            member.value = text.clone();
        }
    }
    let target = object.get("$ref").and_then(Node::as_str);
    let Some(target) = target.and_then(|it| instead.get(it)) else {
        return;
    };
    if let Some(text) = target.get("$ref") {
        if let Some(own) = object.get_mut("$ref") {
            *own = text.clone();
        }
        return;
    }
    object.remove("$ref");
    let siblings: Vec<Member> = std::mem::take(object).members;
    *schema = join(
        target.clone(),
        siblings,
        Kind::Schema,
        Siblings::Merged,
        span,
    );
}

fn each_schema_mut(node: &mut Node, place: Place, visit: &mut impl FnMut(&mut Node)) {
    if place == Place::Unknown {
        return;
    }
    match &mut node.value {
        Value::Object(object) => {
            for member in object.members.iter_mut() {
                let place = place.inside(&member.key.text);
                each_schema_mut(&mut member.value, place, visit);
            }
        }
        Value::Array(items) => {
            for item in items {
                each_schema_mut(item, place.inside(""), visit);
            }
        }
        _ => {}
    }
    // After what is in it: what is written in its place has been looked at where it stands.
    if place == Place::One(Kind::Schema) {
        visit(node);
    }
}
