//! Whether the operations of two documents say the same, through references.
//!
//! `{ allOf: [X], annotations... }` is X with these annotations, which win over those of X, as is a reference with
//! siblings. Members are in any order, and so is what JSON Schema calls a set. Schemas that contain themselves are taken for equal until a difference is met.

use std::collections::{HashMap, HashSet};

use oasmith_spec::Node;
use oasmith_spec::node::{Object, Said, Value};
use oasmith_spec::resolve::{Kind, Place};

use super::follow::{self, peel};
use super::split::operations;

/// The operations that differ, and where the first difference is.
#[derive(Default)]
pub struct Differences {
    pub operations: usize,
    pub first: Option<String>,
}

struct Compare<'a> {
    before: &'a Node,
    after: &'a Node,
    /// What is known of two schemas, the first of which is named by a reference.
    known: HashMap<(*const Node, *const Node), bool>,
    path: Vec<&'a str>,
    first: Option<String>,
}

pub fn differences(before: &Node, after: &Node) -> Differences {
    let mut compare = Compare {
        before,
        after,
        known: HashMap::new(),
        path: Vec::new(),
        first: None,
    };
    let mut differ = 0;
    for place in operations(before) {
        let (kind, path) = (&*place.kind.key.text, &*place.item.key.text);
        let method = &*place.operation.key.text;
        compare.path = vec![kind, path, method];
        let item = after.get(kind).and_then(|it| it.get(path));
        let same = item.is_some_and(|item| {
            compare.shared(&place.item.value, item)
                && item.get(method).is_some_and(|other| {
                    compare.part(&place.operation.value, other, Place::One(Kind::Operation))
                })
        });
        if !same {
            differ += 1;
            compare
                .first
                .get_or_insert_with(|| format!("{kind} {path} {method} is gone"));
        }
    }
    Differences {
        operations: differ,
        first: compare.first,
    }
}

impl<'a> Compare<'a> {
    /// What a path item says for all its operations.
    fn shared(&mut self, before: &'a Node, after: &'a Node) -> bool {
        ["parameters", "servers", "summary", "description"]
            .iter()
            .all(|name| {
                let place = Place::One(Kind::PathItem).inside(name);
                match (before.get(name), after.get(name)) {
                    (Some(before), Some(after)) => self.part(before, after, place),
                    (None, None) => true,
                    _ => self.differ("is there in one of them only"),
                }
            })
    }

    fn part(&mut self, before: &'a Node, after: &'a Node, place: Place) -> bool {
        match place {
            Place::Unknown => before.same(after) || self.differ("differs"),
            Place::One(Kind::Schema) => self.schema(before, after),
            Place::One(_) => {
                let inner = follow::part(self.before, before);
                let other = follow::part(self.after, after);
                if std::ptr::eq(inner, before) {
                    return self.values(inner, other, place);
                }
                self.once(before, after, |it| it.values(inner, other, place))
            }
            _ => self.values(before, after, place),
        }
    }

    /// Compares two parts that a reference leads to, once.
    fn once(
        &mut self,
        before: &'a Node,
        after: &'a Node,
        compare: impl FnOnce(&mut Self) -> bool,
    ) -> bool {
        let key = (std::ptr::from_ref(before), std::ptr::from_ref(after));
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        self.known.insert(key, true);
        let same = compare(self);
        self.known.insert(key, same);
        same
    }

    fn schema(&mut self, before: &'a Node, after: &'a Node) -> bool {
        let (a, b) = (peel(self.before, before), peel(self.after, after));
        if a.names.is_empty() {
            return self.schemas(&a, &b);
        }
        self.once(before, after, |it| it.schemas(&a, &b))
    }

    fn schemas(&mut self, before: &follow::Peeled<'a>, after: &follow::Peeled<'a>) -> bool {
        let place = Place::One(Kind::Schema);
        let (Some(a), Some(b)) = (before.node.as_object(), after.node.as_object()) else {
            return before.node.same(after.node) || self.differ("differs");
        };
        if before.over.is_empty() && after.over.is_empty() {
            return self.members(&plain(a), &plain(b), place);
        }
        self.members(&with(a, &before.over), &with(b, &after.over), place)
    }

    fn values(&mut self, before: &'a Node, after: &'a Node, place: Place) -> bool {
        match (&before.value, &after.value) {
            (Value::Object(a), Value::Object(b)) => self.members(&plain(a), &plain(b), place),
            (Value::Array(a), Value::Array(b)) => {
                if a.len() != b.len() {
                    return self.differ("has another length");
                }
                let mut pairs = a.iter().zip(b);
                pairs.all(|(a, b)| self.part(a, b, place.inside("")))
            }
            _ => before.same(after) || self.differ("differs"),
        }
    }

    /// Compares members that are sorted by name.
    fn members(&mut self, before: &Members<'a>, after: &Members<'a>, place: Place) -> bool {
        for (at, (name, value)) in before.iter().enumerate() {
            let other = after.get(at).copied();
            let (step, other) = match other {
                Some((other, node)) if other == *name => (*name, Some(node)),
                // Of two sorted lists, the lesser name is the one that the other list lacks.
                Some((other, _)) if other < *name => (other, None),
                _ => (*name, None),
            };
            self.path.push(step);
            let same = match other {
                Some(other) if is_set(place, name) && same_set(value, other) => true,
                Some(other) => self.part(value, other, place.inside(name)),
                None => self.differ("is there in one of them only"),
            };
            self.path.pop();
            if !same {
                return false;
            }
        }
        before.len() == after.len() || self.differ("has more members")
    }

    fn differ(&mut self, what: &str) -> bool {
        let path = &self.path;
        self.first
            .get_or_insert_with(|| format!("{} {what}", path.join(" ")));
        false
    }
}

fn is_set(place: Place, keyword: &str) -> bool {
    place == Place::One(Kind::Schema) && matches!(keyword, "required" | "enum" | "type")
}

fn same_set(a: &Node, b: &Node) -> bool {
    let (Some(a), Some(b)) = (a.as_array(), b.as_array()) else {
        return false;
    };
    let [a, b]: [HashSet<Said<'_>>; 2] = [a, b].map(|it| it.iter().map(Said).collect());
    a == b
}

type Members<'a> = Vec<(&'a str, &'a Node)>;

fn plain(object: &Object) -> Members<'_> {
    let mut members: Members = object.iter().map(|it| (&*it.key.text, &it.value)).collect();
    members.sort_unstable_by_key(|it| it.0);
    members
}

/// The members of a schema with those of the place, which win.
fn with<'a>(object: &'a Object, over: &[&'a oasmith_spec::node::Member]) -> Members<'a> {
    let over = over.iter().copied();
    let mut members: Members = over
        .chain(object.iter())
        .map(|it| (&*it.key.text, &it.value))
        .collect();
    // The sort is stable, so that what was said first stays first.
    members.sort_by_key(|it| it.0);
    members.dedup_by_key(|it| it.0);
    members
}
