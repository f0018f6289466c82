//! References that depend on the identifiers of schemas, or on names, written as pointers into the document.
//!
//! In: a document. Out: the same one, in which no reference depends on an `$id` (JSON Schema 2020-12, 8.2.1) or on
//! `$self` (OAS 3.2, OpenAPI Object), and no schema has an identifier; or the document as it came, where none did.
//! A pointer that leads nowhere inside of the schema with the `$id` is one into the document, as many authors mean it.
//! The bare name of a component, and `#/definitions/Pet` of Swagger 2.0, mean the component.
//! Deliberately missing: identifiers in other files, which are found by their paths.

use std::collections::{HashMap, HashSet};

use iri_string::types::{UriReferenceStr, UriStr};
use oasmith_source::{Diagnostic, Diagnostics};

use super::fault;
use super::spot::{Follow, Spot, is_mapped_reference};
use crate::node::{Member, Node, Object, Value, push_step};
use crate::resolve::{Fragment, Kind, encoded};

/// What a document without an identifier is relative to: only what is relative to it can name the same.
const NO_BASE: &str = "document:///";

/// The document with pointers for references by identifier; as it came where there are none.
pub fn by_pointers(document: Node, said: &mut Diagnostics) -> Node {
    if !has_identifier(&document) && !has_name(&document) {
        return document;
    }
    let own = text_of(&document, "$self").unwrap_or_default();
    let top = Resource {
        uri: absolute(NO_BASE, own),
        pointer: String::new(),
        node: &document,
    };
    let mut places = HashMap::from([(top.uri.clone(), String::new())]);
    collect(
        &document,
        Spot::DOCUMENT,
        &top.uri,
        &mut String::new(),
        &mut places,
    );
    let mut rewrite = Rewrite {
        places: &places,
        components: components(&document),
        left_out: None,
        named: Diagnostics::default(),
        has_changed: false,
    };
    let copy = rewrite.value(&document, Spot::DOCUMENT, &top, &mut String::new());
    if !rewrite.has_changed {
        return document;
    }
    said.extend(rewrite.left_out);
    said.extend(rewrite.named);
    copy
}

/// What a reference is relative to.
struct Resource<'a> {
    uri: String,
    /// Where it stands in the document, in canonical form.
    pointer: String,
    node: &'a Node,
}

struct Rewrite<'a> {
    /// Where what a URI names stands.
    places: &'a HashMap<String, String>,
    /// The list and the name of each component.
    components: HashSet<(&'a str, &'a str)>,
    /// That the first identifier is left out.
    left_out: Option<Diagnostic>,
    /// The components that are referred to by name.
    named: Diagnostics,
    has_changed: bool,
}

impl Rewrite<'_> {
    fn value(&mut self, node: &Node, spot: Spot, base: &Resource<'_>, at: &mut String) -> Node {
        let value = match &node.value {
            Value::Object(object) => {
                let own = identifier(node, spot).map(|id| Resource {
                    uri: absolute(&base.uri, id),
                    pointer: at.clone(),
                    node,
                });
                Value::Object(self.object(object, spot, own.as_ref().unwrap_or(base), at))
            }
            Value::Array(items) if spot != Spot::Data => {
                let items = items.iter().enumerate();
                let items = items.map(|(index, it)| {
                    inside(at, &index.to_string(), |at| {
                        self.value(it, spot.item(), base, at)
                    })
                });
                Value::Array(items.collect())
            }
            Value::String(text) if spot == Spot::Mapped && is_mapped_reference(text) => {
                return self.reference(node, spot, base, at);
            }
            other => other.clone(),
        };
        Node::new(value, node.span)
    }

    fn object(
        &mut self,
        object: &Object,
        spot: Spot,
        base: &Resource<'_>,
        at: &mut String,
    ) -> Object {
        let mut copy = Object::default();
        for it in object.iter() {
            let value = match &*it.key.text {
                _ if spot == Spot::Data => it.value.clone(),
                "$id" if is_identifier(it, spot) => {
                    self.left_out
                        .get_or_insert_with(|| fault::identifier_left_out(it));
                    continue;
                }
                "$ref" if is_followed(spot) => self.reference(&it.value, spot, base, at),
                key => inside(at, key, |at| {
                    self.value(&it.value, spot.member(key), base, at)
                }),
            };
            copy.push(it.key.clone(), value);
        }
        copy
    }

    fn reference(&mut self, node: &Node, spot: Spot, base: &Resource<'_>, at: &str) -> Node {
        let Some(text) = node.as_str() else {
            return node.clone();
        };
        let found = self.pointer(text, base).or_else(|| {
            // A component of that name which refers to it means a file.
            let pointer = self.named(text, spot).filter(|it| it != at)?;
            let found = format!("#{}", encoded(&pointer));
            self.named.push(fault::by_name(text, &found, node.span));
            Some(found)
        });
        match found {
            Some(text) => {
                self.has_changed = true;
                Node::string(&text, node.span)
            }
            None => node.clone(),
        }
    }

    /// The place of the component that a reference means by its name.
    fn named(&self, text: &str, spot: Spot) -> Option<String> {
        let list = spot.component()?.components()?;
        let (_, name) = self.components.get(&(list, name_in(text)?))?;
        let mut pointer = format!("/components/{list}");
        push_step(&mut pointer, name);
        Some(pointer)
    }

    /// The reference as one into the document; `None` where it is one, or names nothing in it.
    fn pointer(&self, text: &str, base: &Resource<'_>) -> Option<String> {
        let (uri, fragment) = text.split_once('#').unwrap_or((text, ""));
        let place = match uri.is_empty() {
            true if base.pointer.is_empty() => return None,
            true => &base.pointer,
            false => self.places.get(&absolute(&base.uri, uri))?,
        };
        match Fragment::parse(fragment) {
            // Anchors are looked for in the whole document.
            Fragment::Anchor(_) if uri.is_empty() => None,
            Fragment::Anchor(name) => Some(format!("#{}", encoded(&name))),
            Fragment::Pointer(steps) => {
                let is_there = !uri.is_empty() || base.node.pointer(&steps).is_some();
                is_there.then(|| format!("#{}", encoded(&format!("{place}{steps}"))))
            }
        }
    }
}

/// Notes where everything with an identifier stands. Of two with the same one, the first has it.
fn collect(
    node: &Node,
    spot: Spot,
    base: &str,
    at: &mut String,
    places: &mut HashMap<String, String>,
) {
    if spot == Spot::Data {
        return;
    }
    match &node.value {
        Value::Object(object) => {
            let own = identifier(node, spot).map(|id| absolute(base, id));
            if let Some(uri) = &own {
                places.entry(uri.clone()).or_insert_with(|| at.clone());
            }
            for it in object.iter() {
                let (key, base) = (&*it.key.text, own.as_deref().unwrap_or(base));
                inside(at, key, |at| {
                    collect(&it.value, spot.member(key), base, at, places)
                });
            }
        }
        Value::Array(items) => {
            for (index, it) in items.iter().enumerate() {
                inside(at, &index.to_string(), |at| {
                    collect(it, spot.item(), base, at, places)
                });
            }
        }
        _ => {}
    }
}

/// Does something with the pointer to a member.
pub fn inside<T>(at: &mut String, step: &str, what: impl FnOnce(&mut String) -> T) -> T {
    let length = at.len();
    push_step(at, step);
    let done = what(at);
    at.truncate(length);
    done
}

/// The URI that a reference names, without its fragment (RFC 3986, 5.2). What is no URI is a name like any other.
fn absolute(base: &str, text: &str) -> String {
    let text = text.split_once('#').map_or(text, |it| it.0);
    let parsed = UriStr::new(base).ok().zip(UriReferenceStr::new(text).ok());
    match parsed {
        Some((base, it)) => it.resolve_against(base.to_absolute()).to_string(),
        None => text.to_owned(),
    }
}

fn has_identifier(node: &Node) -> bool {
    match &node.value {
        Value::Object(object) => object.iter().any(|it| {
            matches!(&*it.key.text, "$id" | "$self") && it.value.as_str().is_some()
                || has_identifier(&it.value)
        }),
        Value::Array(items) => items.iter().any(has_identifier),
        _ => false,
    }
}

/// Whether some reference may be the name of a component.
fn has_name(node: &Node) -> bool {
    match &node.value {
        Value::Object(object) => object.iter().any(|it| {
            let is_reference = &*it.key.text == "$ref";
            let text = it.value.as_str().filter(|_| is_reference);
            text.is_some_and(|it| name_in(it).is_some()) || has_name(&it.value)
        }),
        Value::Array(items) => items.iter().any(has_name),
        _ => false,
    }
}

/// The name that a reference is, if it is neither a path nor a pointer; or what Swagger 2.0 has among its definitions.
fn name_in(text: &str) -> Option<&str> {
    let name = text.strip_prefix("#/definitions/").unwrap_or(text);
    (!name.is_empty() && !name.contains(['#', '/', '.', ':', '\\', '%'])).then_some(name)
}

/// The components of a document that could be meant by a name. One that has definitions has none under that.
fn components(document: &Node) -> HashSet<(&str, &str)> {
    let lists = document.get("components").and_then(Node::as_object);
    let lists = lists.filter(|_| document.get("definitions").is_none());
    let lists = lists.into_iter().flat_map(Object::iter);
    let names = lists.flat_map(|list| {
        let members = list.value.as_object().into_iter().flat_map(Object::iter);
        members.map(|it| (&*list.key.text, &*it.key.text))
    });
    names.collect()
}

fn identifier(node: &Node, spot: Spot) -> Option<&str> {
    text_of(node, "$id").filter(|_| spot == Spot::one(Kind::Schema))
}

fn is_identifier(it: &Member, spot: Spot) -> bool {
    spot == Spot::one(Kind::Schema) && it.value.as_str().is_some()
}

fn text_of<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    node.get(key)?.as_str()
}

fn is_followed(spot: Spot) -> bool {
    matches!(spot.follow(), Follow::Point(_) | Follow::Inline)
}
