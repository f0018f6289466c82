//! Puts components in the places that refer to them, for kinds of components that the target version lacks.

use crate::codes::PART_LEFT_OUT;
use crate::node::{Key, Member, Node, Object, Value};
use crate::parts::{self, Part};
use oasmith_source::{Diagnostic, Diagnostics};
use std::collections::HashMap;

/// Bytes of source that are put in place in one document: each reference makes a copy, so a small document could ask
/// for a huge one.
const COPIED: usize = 32 << 20;

/// What a copy counts for at least.
const LEAST: usize = 1 << 10;

/// How many components may be put in place inside of one another. Real documents need two.
const HOPS: usize = 16;

/// The components of one kind, and what they are.
#[derive(Clone, Copy)]
pub struct Section {
    pub name: &'static str,
    pub part: Part,
}

/// Replaces the references to the components of a section, and takes the section out.
pub fn section(document: &mut Node, section: Section, version: &str, said: &mut Diagnostics) {
    let Some(Member { key, value }) = take(document, section.name) else {
        return;
    };
    let Value::Object(components) = value.value else {
        return;
    };
    let mut cx = Cx {
        section,
        prefix: format!("#/components/{}/", section.name),
        components: by_name(&components),
        inside: Vec::new(),
        copied: 0,
        used: vec![false; components.len()],
        said,
    };
    cx.walk(document, Part::Document);
    let used = cx.used;
    for (member, _) in components.iter().zip(used).filter(|(_, used)| !used) {
        let name = &member.key.text;
        let message = format!(
            "`{name}` is used nowhere, and OpenAPI {version} has no `{}`; it is left out",
            key.text
        );
        said.push(Diagnostic::warning(&PART_LEFT_OUT, message).at(member.key.span));
    }
}

fn take(document: &mut Node, name: &str) -> Option<Member> {
    let components = document.as_object_mut()?.get_mut("components")?;
    components.as_object_mut()?.remove(name)
}

fn by_name(components: &Object) -> HashMap<String, (usize, &Node)> {
    let members = components.iter().enumerate();
    let entries = members.map(|(at, it)| (it.key.text.to_string(), (at, &it.value)));
    entries.collect()
}

struct Cx<'c> {
    section: Section,
    prefix: String,
    components: HashMap<String, (usize, &'c Node)>,
    /// The components that are being put in place, outermost first.
    inside: Vec<String>,
    copied: usize,
    used: Vec<bool>,
    said: &'c mut Diagnostics,
}

impl Cx<'_> {
    fn walk(&mut self, node: &mut Node, part: Part) {
        if part == Part::Schema {
            return;
        }
        let before = self.inside.len();
        if part == self.section.part {
            while let Some(name) = self.name(node) {
                if !self.put(node, name) {
                    break;
                }
            }
        }
        for (part, _, child) in parts::children_mut(node, part) {
            self.walk(child, part);
        }
        self.inside.truncate(before);
    }

    /// The name of the component that a node refers to.
    fn name(&self, node: &Node) -> Option<String> {
        let name = node.get("$ref")?.as_str()?.strip_prefix(&self.prefix)?;
        (!name.contains('/')).then(|| crate::resolve::unescape(name))
    }

    fn put(&mut self, node: &mut Node, name: String) -> bool {
        let Some(&(at, component)) = self.components.get(&name) else {
            return false;
        };
        self.used[at] = true;
        let Some(object) = node.as_object_mut() else {
            return false;
        };
        let Some(reference) = object.remove("$ref") else {
            return false;
        };
        self.copied += component.span.range().len().max(LEAST);
        let why = if self.inside.contains(&name) {
            Some("leads back to itself")
        } else if self.inside.len() >= HOPS {
            Some("is inside of too many others")
        } else if self.copied > COPIED {
            Some("is one copy too many")
        } else {
            None
        };
        if let Some(why) = why {
            let message = format!("`{name}` {why}, and cannot be put in place; it is left out");
            let fault = Diagnostic::warning(&PART_LEFT_OUT, message);
            self.said.push(fault.at(reference.value.span));
            return false;
        }
        self.inside.push(name);
        for member in component.as_object().into_iter().flat_map(Object::iter) {
            merge(object, member);
        }
        true
    }
}

/// What stands beside the reference counts; lists of parameters are joined, as `read` does.
fn merge(object: &mut Object, member: &Member) {
    match (object.get_mut(&member.key.text), &member.value.value) {
        (None, _) => {
            let key = Key::new(&member.key.text, member.key.span);
            object.push(key, member.value.clone());
        }
        (
            Some(Node {
                value: Value::Array(own),
                ..
            }),
            Value::Array(more),
        ) => {
            own.splice(0..0, more.iter().cloned());
        }
        _ => {}
    }
}
