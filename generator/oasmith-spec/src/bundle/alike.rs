//! Whether two places say the same, references followed.
//!
//! Two files may have equal texts whose relative references mean different things, and different texts (`./a.yaml`,
//! `../b/a.yaml`) that mean the same. What a reference leads to is compared, and a cycle is equal until shown otherwise.

use std::collections::HashSet;

use super::gather::{Identity, identity};
use super::parts::{At, Parts};
use super::spot::reference;
use crate::node::{Node, Object, Value};
use crate::parse::MAX_DEPTH;

/// How many values are compared before two places count as different: the answer has to come, and to be the safe one.
const MAX_STEPS: usize = 100_000;

pub fn alike(parts: &Parts, a: &At<'_>, b: &At<'_>) -> bool {
    let mut cx = Cx {
        parts,
        assumed: HashSet::new(),
        left: MAX_STEPS,
        depth: 0,
    };
    cx.places(a, b)
}

struct Cx<'a> {
    parts: &'a Parts,
    /// Pairs that are being compared, or were.
    assumed: HashSet<(Identity, Identity)>,
    left: usize,
    depth: usize,
}

impl Cx<'_> {
    fn places(&mut self, a: &At<'_>, b: &At<'_>) -> bool {
        let pair = (identity(a.node), identity(b.node));
        pair.0 == pair.1 || !self.assumed.insert(pair) || self.nodes(a.part, a.node, b.part, b.node)
    }

    fn nodes(&mut self, a_part: usize, a: &Node, b_part: usize, b: &Node) -> bool {
        let Some(left) = self.left.checked_sub(1) else {
            return false;
        };
        self.left = left;
        // A chain of references may be as long as there are files.
        if self.depth > MAX_DEPTH {
            return false;
        }
        self.depth += 1;
        let same = self.values(a_part, a, b_part, b);
        self.depth -= 1;
        same
    }

    fn values(&mut self, a_part: usize, a: &Node, b_part: usize, b: &Node) -> bool {
        match (&a.value, &b.value) {
            (Value::Array(xs), Value::Array(ys)) => {
                let mut pairs = xs.iter().zip(ys);
                xs.len() == ys.len() && pairs.all(|(x, y)| self.nodes(a_part, x, b_part, y))
            }
            (Value::Object(x), Value::Object(y)) => self.objects(a_part, x, b_part, y),
            _ => a.same(b),
        }
    }

    fn objects(&mut self, a_part: usize, a: &Object, b_part: usize, b: &Object) -> bool {
        if a.len() != b.len() {
            return false;
        }
        // As written, keys stand in one order more often than not.
        a.iter().zip(b.iter()).all(|(x, y)| {
            let other = match x.key.text == y.key.text {
                true => Some(&y.value),
                false => b.get(&x.key.text),
            };
            other.is_some_and(|other| match &*x.key.text {
                "$ref" => self.references(a_part, a, b_part, b),
                _ => self.nodes(a_part, &x.value, b_part, other),
            })
        })
    }

    fn references(&mut self, a_part: usize, a: &Object, b_part: usize, b: &Object) -> bool {
        let (Some(x), Some(y)) = (reference(a), reference(b)) else {
            return false;
        };
        let parts = self.parts;
        let end = |part: usize, text: &Node| {
            let at = parts.locate(part, text.as_str().unwrap_or_default()).ok()?;
            parts.end(at).ok()
        };
        match (end(a_part, x), end(b_part, y)) {
            (Some(x), Some(y)) => self.places(&x, &y),
            _ => a_part == b_part && x.same(y),
        }
    }
}
