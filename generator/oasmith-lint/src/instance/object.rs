//! Objects and their members.

use super::{Checker, Sort, Spot, Subject, Way, shortened};
use crate::document::Doc;
use oasmith_source::suggest;
use oasmith_spec::Node;
use oasmith_spec::node::{Key, Member, Object, Value};
use std::collections::HashMap;

/// From so many comparisons on, names are looked up by their hashes.
const LOOKUPS: usize = 2_000;

/// How many schemas are searched for a property.
const SEARCHED: usize = 300;

impl<'a> Checker<'_, 'a> {
    pub(super) fn object_keyword(
        &mut self,
        object: &Object,
        value: &Node,
        at: Spot<'_, 'a>,
        schema: &'a Object,
        it: &'a Member,
    ) {
        match &*it.key.text {
            "properties" => self.properties(object, it),
            "patternProperties" => self.pattern_properties(object, it),
            "additionalProperties" => self.additional(object, schema, it),
            "unevaluatedProperties" => self.unevaluated(object, at, it),
            "required" => self.required(object, value, at, it),
            "propertyNames" => self.names(object, it),
            "minProperties" | "maxProperties" => self.size(object.len(), "members", value, at, it),
            "dependentRequired" => self.dependent(object, it),
            "dependentSchemas" => {
                for dependent in it.value.as_object().into_iter().flat_map(Object::iter) {
                    if object.get(&dependent.key.text).is_some() {
                        self.schema(value, at, &dependent.value);
                    }
                }
            }
            _ => {}
        }
    }

    fn properties(&mut self, object: &Object, it: &'a Member) {
        let Some(properties) = it.value.as_object() else {
            return;
        };
        let many = object.len() * properties.len() > LOOKUPS;
        let index: Option<HashMap<&str, &'a Node>> = many.then(|| {
            properties
                .iter()
                .map(|it| (&*it.key.text, &it.value))
                .collect()
        });
        for member in object.iter() {
            let name = &*member.key.text;
            let schema = match &index {
                Some(index) => index.get(name).copied(),
                None => properties.get(name),
            };
            if let Some(schema) = schema {
                self.against_the_way(member, schema);
                self.member(member, schema);
            }
        }
    }

    fn member(&mut self, member: &Member, schema: &'a Node) {
        let at = Spot {
            name: Some(member.key.span),
            subject: Subject::Member(&member.key.text),
            whole: schema,
        };
        self.schema(&member.value, at, schema);
    }

    /// OAS 3.0, `readOnly`: it should not be sent as part of the request; and `writeOnly` not of a response.
    fn against_the_way(&mut self, member: &Member, schema: &'a Node) {
        let (flag, what) = match self.way {
            Way::Request => ("readOnly", "a request"),
            Way::Response => ("writeOnly", "a response"),
            Way::Any => return,
        };
        // What a reference leads to says so for all places.
        let said = || flagged(schema, flag).or_else(|| flagged(self.doc.follow(schema)?, flag));
        if self.is_trying {
            return;
        }
        if let Some(keyword) = said() {
            self.fault_of(Sort::Direction, member.key.span, keyword.span, || {
                let name = shortened(&member.key.text);
                let message = format!("`{name}` is `{flag}`, and this is {what}");
                (message, "leave it out of the example".into())
            });
        }
    }

    fn pattern_properties(&mut self, object: &Object, it: &'a Member) {
        for pattern in it.value.as_object().into_iter().flat_map(Object::iter) {
            for member in object.iter() {
                match self.matches(&pattern.key.text, &member.key.text) {
                    Some(true) => self.member(member, &pattern.value),
                    Some(false) => {}
                    None => self.is_unknown = true,
                }
            }
        }
    }

    /// JSON Schema 2020-12, core, 10.3.2.3: members that neither `properties` nor `patternProperties` has.
    fn additional(&mut self, object: &Object, schema: &'a Object, it: &'a Member) {
        if matches!(it.value.value, Value::Bool(true)) {
            return;
        }
        let properties = schema.get("properties").and_then(Node::as_object);
        let patterns = schema.get("patternProperties").and_then(Node::as_object);
        self.spend(object.len() * properties.map_or(0, Object::len) / LOOKUPS);
        for member in object.iter() {
            let name = &*member.key.text;
            let mut patterns = patterns.into_iter().flat_map(Object::iter);
            let is_declared = properties.is_some_and(|it| it.get(name).is_some())
                || patterns.any(|it| self.matches(&it.key.text, name) != Some(false));
            if is_declared {
                continue;
            }
            match it.value.value {
                Value::Bool(_) => {
                    let known = properties.into_iter().flat_map(Object::iter);
                    self.undeclared(&member.key, it, known.map(|it| &*it.key.text));
                }
                _ => self.member(member, &it.value),
            }
        }
    }

    fn undeclared<'n>(
        &mut self,
        key: &Key,
        keyword: &'a Member,
        known: impl Iterator<Item = &'n str>,
    ) {
        self.fault(key.span, keyword.key.span, || {
            let help = match suggest::nearest(&key.text, known) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "remove it, or add it to the properties".into(),
            };
            (
                format!("`{}` is not among the properties", shortened(&key.text)),
                help,
            )
        });
    }

    /// Members that no part of the schema has are not allowed, whichever of its parts hold.
    fn unevaluated(&mut self, object: &Object, at: Spot<'_, 'a>, it: &'a Member) {
        if !matches!(it.value.value, Value::Bool(false)) {
            return;
        }
        for member in object.iter() {
            let mut left = SEARCHED;
            if !declares(self.doc, at.whole, &member.key.text, &mut left) {
                self.undeclared(&member.key, it, std::iter::empty());
            }
        }
    }

    fn required(&mut self, object: &Object, value: &Node, at: Spot<'_, 'a>, it: &'a Member) {
        let names = it.value.as_array().unwrap_or_default();
        self.spend(names.len() * object.len() / LOOKUPS);
        for name in names.iter().filter_map(Node::as_str) {
            if object.get(name).is_some() || !self.travels(at.whole, name) {
                continue;
            }
            self.fault(at.small(value), it.key.span, || {
                let name = shortened(name);
                let message = format!("{} is without `{name}`, which is required", at.subject);
                (message, format!("add `{name}`"))
            });
        }
    }

    /// OAS 3.0, `readOnly` and `writeOnly`: what is required is so on the way that it takes.
    fn travels(&self, schema: &'a Node, name: &str) -> bool {
        let is = |flag| has_flag(self.doc, schema, name, flag, &mut SEARCHED.clone());
        match self.way {
            Way::Request => !is("readOnly"),
            Way::Response => !is("writeOnly"),
            Way::Any => !is("readOnly") && !is("writeOnly"),
        }
    }

    fn names(&mut self, object: &Object, it: &'a Member) {
        for member in object.iter() {
            let name = Node::string(&member.key.text, member.key.span);
            let at = Spot {
                name: None,
                subject: Subject::Whole("the name"),
                whole: &it.value,
            };
            if self.holds(|this| this.schema(&name, at, &it.value)) == Some(false) {
                self.fault(member.key.span, it.key.span, || {
                    let message =
                        format!("no member may be called `{}`", shortened(&member.key.text));
                    (
                        message,
                        "choose another name, or correct `propertyNames`".into(),
                    )
                });
            }
        }
    }

    fn dependent(&mut self, object: &Object, it: &'a Member) {
        for dependent in it.value.as_object().into_iter().flat_map(Object::iter) {
            let Some(member) = object.member(&dependent.key.text) else {
                continue;
            };
            let names = dependent.value.as_array().unwrap_or_default();
            let mut names = names.iter().filter_map(Node::as_str);
            if let Some(missing) = names.find(|it| object.get(it).is_none()) {
                self.fault(member.key.span, dependent.key.span, || {
                    let (name, missing) = (shortened(&member.key.text), shortened(missing));
                    (
                        format!("`{name}` is without `{missing}`, which it needs"),
                        format!("add `{missing}`"),
                    )
                });
            }
        }
    }
}

fn flagged<'a>(schema: &'a Node, flag: &str) -> Option<&'a Key> {
    let member = schema.as_object()?.member(flag)?;
    matches!(member.value.value, Value::Bool(true)).then_some(&member.key)
}

/// The schemas that hold for the same value as one: what it refers to and is made of.
fn parts<'a>(doc: &Doc<'a>, schema: &'a Node) -> Vec<&'a Node> {
    let reference = schema.get("$ref").and_then(Node::as_str);
    let mut parts: Vec<&Node> = reference
        .and_then(|it| doc.target(it))
        .into_iter()
        .collect();
    for keyword in ["allOf", "anyOf", "oneOf"] {
        parts.extend(
            schema
                .get(keyword)
                .and_then(Node::as_array)
                .unwrap_or_default(),
        );
    }
    parts.extend(
        ["if", "then", "else"]
            .iter()
            .filter_map(|it| schema.get(it)),
    );
    let dependent = schema.get("dependentSchemas").and_then(Node::as_object);
    parts.extend(
        dependent
            .into_iter()
            .flat_map(|it| it.iter().map(|it| &it.value)),
    );
    parts
}

/// Whether a property has a flag, wherever in a composition it is declared. It may have one where the search ends.
fn has_flag<'a>(doc: &Doc<'a>, schema: &'a Node, name: &str, flag: &str, left: &mut usize) -> bool {
    let Some(fewer) = left.checked_sub(1) else {
        return true;
    };
    *left = fewer;
    let property = schema.get("properties").and_then(|it| it.get(name));
    let is_flagged = |it: &'a Node| {
        let target = doc.follow(it);
        flagged(it, flag).is_some() || target.is_some_and(|it| flagged(it, flag).is_some())
    };
    property.is_some_and(is_flagged)
        || parts(doc, schema)
            .into_iter()
            .any(|it| has_flag(doc, it, name, flag, left))
}

/// Whether a schema, or anything it is made of, may have something to say about a member.
fn declares<'a>(doc: &Doc<'a>, schema: &'a Node, name: &str, left: &mut usize) -> bool {
    let Some(fewer) = left.checked_sub(1) else {
        return true;
    };
    *left = fewer;
    let is_open = |keyword| match schema.get(keyword).map(|it: &Node| &it.value) {
        None | Some(Value::Bool(false)) => false,
        Some(_) => true,
    };
    schema.get("$dynamicRef").is_some()
        || schema
            .get("properties")
            .is_some_and(|it| it.get(name).is_some())
        || is_open("additionalProperties")
        || is_open("patternProperties")
        || parts(doc, schema)
            .into_iter()
            .any(|it| declares(doc, it, name, left))
}
