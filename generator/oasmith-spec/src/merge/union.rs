//! The merged document while it grows: what is said once, and what is collected.

use super::clash;
use super::difference::difference;
use super::meaning::{self, Budget, Find};
use super::paths::{self, Paths};
use super::pointer;
use super::policies::{Choice, Policies};
use crate::node::{Key, Member, Node, Object, Value};
use indexmap::IndexMap;
use indexmap::map::Entry;
use oasmith_source::{Diagnostics, Span};
use std::collections::HashMap;

/// The merged document while it grows.
#[derive(Default)]
pub(super) struct Union {
    policies: Policies,
    /// The members of the root in order of first appearance. Those that grow are empty here until the end.
    root: IndexMap<Box<str>, Member>,
    tags: IndexMap<Box<str>, Node>,
    paths: Paths,
    webhooks: Paths,
    components: Components,
    budget: Budget,
    told: Told,
}

/// What clashes were told of, so that sixty pages with one other `info` are one diagnostic.
#[derive(Default)]
struct Told(HashMap<String, Node>);

impl Told {
    /// Whether this is the first of a run of equal clashes.
    fn is_news(&mut self, name: &str, value: &Node) -> bool {
        let last = self.0.insert(name.to_owned(), value.clone());
        last.is_none_or(|last| !last.same(value))
    }
}

/// By kind (`schemas`), then by name.
#[derive(Default)]
struct Components(IndexMap<Box<str>, (Key, Span, Named)>);

type Named = IndexMap<Box<str>, Member>;

impl Find for Components {
    fn find(&self, reference: &str) -> Option<&Node> {
        let steps = pointer::steps(reference)?;
        let [components, kind, name, rest @ ..] = steps.as_slice() else {
            return None;
        };
        let (_, _, named) = self.0.get(&**kind).filter(|_| components == "components")?;
        let mut rest = rest.iter().map(String::as_str);
        rest.try_fold(&named.get(&**name)?.value, Node::step)
    }
}

impl Union {
    pub(super) fn new(policies: Policies) -> Self {
        Union {
            policies,
            ..Union::default()
        }
    }

    /// Adds all parts. What one says again must be what was said, or else the policies decide.
    pub(super) fn add(&mut self, mut parts: Vec<Node>, diagnostics: &mut Diagnostics) {
        // What the paths refer to is there before they are compared.
        let all = parts.iter_mut().filter_map(take_components).collect();
        self.add_components(all, diagnostics);
        for part in parts {
            self.add_part(part, diagnostics);
        }
    }

    fn add_part(&mut self, part: Node, diagnostics: &mut Diagnostics) {
        let Value::Object(root) = part.value else {
            return;
        };
        for Member { key, value } in root.members {
            let span = value.span;
            let rest = match (&*key.text, value.value) {
                (kind @ ("paths" | "webhooks"), Value::Object(it)) => {
                    let cx = paths::Cx {
                        policies: &self.policies,
                        components: &self.components,
                        security: self.root.get("security").map(|it| &it.value),
                        budget: &self.budget,
                    };
                    let paths = match kind {
                        "paths" => &mut self.paths,
                        _ => &mut self.webhooks,
                    };
                    paths.add(it, &cx, diagnostics);
                    Value::Object(Object::default())
                }
                ("tags", Value::Array(it)) => {
                    self.add_tags(it, diagnostics);
                    Value::Array(Vec::new())
                }
                (_, other) => other,
            };
            self.add_member(key, Node::new(rest, span), diagnostics);
        }
    }

    fn add_member(&mut self, key: Key, value: Node, diagnostics: &mut Diagnostics) {
        let choice = self.policies.info;
        let Some(known) = self.root.get_mut(&key.text) else {
            self.root.insert(key.text.clone(), Member { key, value });
            return;
        };
        // The version is chosen among all of them.
        if &*key.text == "openapi" {
            return;
        }
        if let Some(found) = difference(&known.value, &value) {
            let name = format!("`{}`", key.text);
            let must_agree = &*key.text == "jsonSchemaDialect";
            if self.told.is_news(&name, &value) {
                diagnostics.push(match must_agree {
                    true => clash::must_agree(&name, &found),
                    false => clash::once(&name, &found, choice),
                });
            }
            if choice == Choice::Last && !must_agree {
                known.value = value;
            }
        }
    }

    fn add_tags(&mut self, tags: Vec<Node>, diagnostics: &mut Diagnostics) {
        for tag in tags {
            let name = tag.get("name").and_then(Node::as_str).unwrap_or_default();
            let Some(known) = self.tags.get_mut(name) else {
                self.tags.insert(name.into(), tag);
                continue;
            };
            let name = format!("tag `{name}`");
            if let Some(found) = difference(known, &tag) {
                if self.told.is_news(&name, &tag) {
                    diagnostics.push(clash::tag(&name, &found, self.policies.tags));
                }
                if self.policies.tags == Choice::Last {
                    *known = tag;
                }
            }
        }
    }

    fn add_components(&mut self, all: Vec<Object>, diagnostics: &mut Diagnostics) {
        let mut again: Vec<(Box<str>, Member)> = Vec::new();
        for Member { key, value } in all.into_iter().flat_map(|it| it.members) {
            let span = value.span;
            let Value::Object(entries) = value.value else {
                // Not a kind of components; `read` says so if it matters.
                continue;
            };
            let kind = key.text.clone();
            let of_kind = self.components.0.entry(kind.clone());
            let (_, _, named) = of_kind.or_insert_with(|| (key, span, Named::default()));
            for member in entries.members {
                match named.entry(member.key.text.clone()) {
                    Entry::Vacant(it) => drop(it.insert(member)),
                    Entry::Occupied(_) => again.push((kind.clone(), member)),
                }
            }
        }
        for (kind, member) in again {
            self.add_again(&kind, member, diagnostics);
        }
    }

    fn add_again(&mut self, kind: &str, member: Member, diagnostics: &mut Diagnostics) {
        let components = &self.components;
        let known = components.0.get(kind);
        let known = known.and_then(|it| it.2.get(&member.key.text));
        let found = known
            .and_then(|it| meaning::difference(&it.value, &member.value, components, &self.budget));
        let Some(found) = found else {
            return;
        };
        let name = format!("`#/components/{kind}/{}`", member.key.text);
        let choice = self.policies.components.between();
        if choice == Choice::Error || self.told.is_news(&name, &member.value) {
            diagnostics.push(clash::component(&name, &found, self.policies.components));
        }
        if choice == Choice::Last
            && let Some((_, _, named)) = self.components.0.get_mut(kind)
        {
            named.insert(member.key.text.clone(), member);
        }
    }

    /// The document.
    pub(super) fn into_node(mut self, version: Option<Node>, span: Span) -> Node {
        if let (Some(member), Some(version)) = (self.root.get_mut("openapi"), version) {
            member.value = version;
        }
        let components = self.components.0.into_values().map(|(key, span, named)| {
            let members = named.into_values().collect();
            let value = Node::object(Object { members }, span);
            Member { key, value }
        });
        let components = Object {
            members: components.collect(),
        };
        let grown = [
            ("tags", Value::Array(self.tags.into_values().collect())),
            ("components", Value::Object(components)),
            ("paths", Value::Object(self.paths.into_object())),
            ("webhooks", Value::Object(self.webhooks.into_object())),
        ];
        for (name, value) in grown {
            // A member that is something else than it should be is left for `read` to refuse.
            if let Some(member) = self.root.get_mut(name)
                && std::mem::discriminant(&member.value.value) == std::mem::discriminant(&value)
            {
                member.value.value = value;
            }
        }
        let members = self.root.into_values().collect();
        Node::object(Object { members }, span)
    }
}

/// The components of a part, which keeps an empty object in their place.
fn take_components(part: &mut Node) -> Option<Object> {
    let components = part.as_object_mut()?.get_mut("components")?;
    components.as_object_mut().map(std::mem::take)
}
