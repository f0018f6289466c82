//! The merged document while it grows: what is said once, and what is collected.

use super::clash;
use super::difference::{self, difference};
use super::paths::Paths;
use super::policies::{Choice, Policies};
use crate::node::{Key, Member, Node, Object, Value};
use indexmap::IndexMap;
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
    /// By kind (`schemas`), then by name.
    components: IndexMap<Box<str>, (Key, Span, Named)>,
    told: Told,
}

/// What clashes were told of, so that sixty pages with one other `info` are one diagnostic.
#[derive(Default)]
struct Told(HashMap<String, Node>);

impl Told {
    /// Whether this is the first of a run of equal clashes.
    fn is_news(&mut self, name: &str, value: &Node) -> bool {
        let last = self.0.insert(name.to_owned(), value.clone());
        last.is_none_or(|last| !difference::same(&last, value))
    }
}

type Named = IndexMap<Box<str>, Member>;

impl Union {
    pub(super) fn new(policies: Policies) -> Self {
        Union {
            policies,
            ..Union::default()
        }
    }

    /// Adds one part. What it says again must be what was said, or else the policies decide.
    pub(super) fn add(&mut self, part: Node, diagnostics: &mut Diagnostics) {
        let Value::Object(root) = part.value else {
            return;
        };
        for Member { key, value } in root.members {
            let span = value.span;
            let rest = match (&*key.text, value.value) {
                ("paths", Value::Object(it)) => {
                    self.paths.add(it, &self.policies, diagnostics);
                    Value::Object(Object::default())
                }
                ("webhooks", Value::Object(it)) => {
                    self.webhooks.add(it, &self.policies, diagnostics);
                    Value::Object(Object::default())
                }
                ("components", Value::Object(it)) => {
                    self.add_components(it, diagnostics);
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

    fn add_components(&mut self, components: Object, diagnostics: &mut Diagnostics) {
        for Member { key, value } in components.members {
            let span = value.span;
            let Value::Object(entries) = value.value else {
                // Not a kind of components; `read` says so if it matters.
                continue;
            };
            let kind = key.text.clone();
            let (_, _, named) = self
                .components
                .entry(kind.clone())
                .or_insert_with(|| (key, span, Named::default()));
            for member in entries.members {
                let Some(known) = named.get_mut(&member.key.text) else {
                    named.insert(member.key.text.clone(), member);
                    continue;
                };
                if let Some(found) = difference(&known.value, &member.value) {
                    let name = format!("`#/components/{kind}/{}`", member.key.text);
                    let choice = self.policies.components.between();
                    if choice == Choice::Error || self.told.is_news(&name, &member.value) {
                        diagnostics.push(clash::component(&name, &found, self.policies.components));
                    }
                    if choice == Choice::Last {
                        *known = member;
                    }
                }
            }
        }
    }

    /// The document.
    pub(super) fn into_node(mut self, version: Option<Node>, span: Span) -> Node {
        if let (Some(member), Some(version)) = (self.root.get_mut("openapi"), version) {
            member.value = version;
        }
        let components = self.components.into_values().map(|(key, span, named)| {
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
