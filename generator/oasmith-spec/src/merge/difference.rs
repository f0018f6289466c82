//! Where two nodes first say something different.
//!
//! In: two nodes. Out: nothing when they are the same, else the JSON Pointer and both sides.
//! Members may stand in any order, and so may the values of what is a set; where a node was written does not count.

use super::names::Kind;
use crate::equal;
use crate::node::{Member, Node, Object, Value, push_step};
use std::collections::HashMap;

/// The first place where two nodes differ.
pub(crate) struct Difference<'a> {
    /// From the compared nodes; empty when the nodes themselves differ.
    pub pointer: String,
    /// The node there, or the one that lacks it.
    pub first: &'a Node,
    pub second: &'a Node,
}

/// Above this many members, looking each one up from the start would cost more than an index.
const SMALL: usize = 16;

pub(crate) fn difference<'a>(first: &'a Node, second: &'a Node) -> Option<Difference<'a>> {
    difference_unless(first, second, &mut |_, _, _| false)
}

/// Whether two nodes, written differently, are the same all the same.
type Means<'m> = dyn FnMut(&Node, &Node, Kind) -> bool + 'm;

/// Looks past what `means` says is the same.
pub(super) fn difference_unless<'a>(
    first: &'a Node,
    second: &'a Node,
    means: &mut Means<'_>,
) -> Option<Difference<'a>> {
    if first.same(second) {
        return None;
    }
    let mut steps = Vec::new();
    let (first, second) = descend(first, second, Kind::Fixed, means, &mut steps)?;
    let mut pointer = String::new();
    for step in steps.iter().rev() {
        push_step(&mut pointer, step);
    }
    Some(Difference {
        pointer,
        first,
        second,
    })
}

/// `steps` are pushed on the way back, so innermost first; equal nodes never touch it.
fn descend<'a>(
    a: &'a Node,
    b: &'a Node,
    kind: Kind,
    means: &mut Means<'_>,
    steps: &mut Vec<String>,
) -> Option<(&'a Node, &'a Node)> {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => None,
        (Value::Bool(x), Value::Bool(y)) if x == y => None,
        (Value::Number(_), Value::Number(_)) if a.same(b) => None,
        (Value::String(x), Value::String(y)) if x == y => None,
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => {
            x.iter().zip(y).enumerate().find_map(|(i, (x, y))| {
                let found = descend(x, y, kind, means, steps)?;
                steps.push(i.to_string());
                Some(found)
            })
        }
        (Value::Object(x), Value::Object(y)) => {
            let depth = steps.len();
            let found = members((a, x), (b, y), kind, means, steps)?;
            if means(a, b, kind) {
                steps.truncate(depth);
                return None;
            }
            Some(found)
        }
        _ => Some((a, b)),
    }
}

fn members<'a>(
    (a, x): (&'a Node, &'a Object),
    (b, y): (&'a Node, &'a Object),
    kind: Kind,
    means: &mut Means<'_>,
    steps: &mut Vec<String>,
) -> Option<(&'a Node, &'a Node)> {
    let in_y = Lookup::new(y);
    for (at, member) in x.iter().enumerate() {
        let found = match in_y.get(at, &member.key.text) {
            Some(other) if is_one_set(kind, x, member, other) => None,
            Some(other) => {
                let kind = inner(kind, x, member);
                descend(&member.value, other, kind, means, steps)
            }
            None => Some((&member.value, b)),
        };
        if found.is_some() {
            steps.push(member.key.text.to_string());
            return found;
        }
    }
    if x.len() == y.len() {
        return None;
    }
    let in_x = Lookup::new(x);
    let extra = y
        .iter()
        .enumerate()
        .find(|(at, it)| in_x.get(*at, &it.key.text).is_none());
    extra.map(|(_, it)| {
        steps.push(it.key.text.to_string());
        (a, &it.value)
    })
}

/// How a member is to be read. The schemas among which a discriminator chooses are meant by their names.
pub(super) fn inner(kind: Kind, object: &Object, member: &Member) -> Kind {
    match &*member.key.text {
        "oneOf" | "anyOf"
            if matches!(kind, Kind::Fixed) && object.get("discriminator").is_some() =>
        {
            Kind::Data
        }
        key => kind.of(key, &member.value),
    }
}

/// Whether a member is a set of the specification's, and another value is the same.
pub(super) fn is_one_set(kind: Kind, object: &Object, member: &Member, other: &Node) -> bool {
    matches!(kind, Kind::Fixed) && equal::as_sets(object, &member.key.text, &member.value, other)
}

/// Members by name, in constant time also in an object of many.
struct Lookup<'a> {
    object: &'a Object,
    index: Option<HashMap<&'a str, &'a Node>>,
}

impl<'a> Lookup<'a> {
    fn new(object: &'a Object) -> Self {
        let index = (object.len() > SMALL).then(|| {
            let pairs = object.iter().map(|it| (&*it.key.text, &it.value));
            pairs.collect()
        });
        Lookup { object, index }
    }

    /// `at`: where the member most likely stands.
    fn get(&self, at: usize, key: &str) -> Option<&'a Node> {
        match (self.object.members.get(at), &self.index) {
            (Some(member), _) if &*member.key.text == key => Some(&member.value),
            (_, Some(index)) => index.get(key).copied(),
            (_, None) => self.object.get(key),
        }
    }
}
