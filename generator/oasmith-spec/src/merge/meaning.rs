//! Whether two parts that are written differently say the same: one has in place what the other has behind a reference.
//!
//! In: two nodes, and for each side what its references lead to. Out: nothing when they mean the same, else where they
//! are first written differently.
//! A cycle is equal until shown otherwise. Names that are values are compared as names: those among which a
//! discriminator chooses.

use super::difference::{Difference, difference_unless, inner, is_one_set};
use super::names::Kind;
use crate::node::{Node, Object, Value};
use crate::parse::MAX_DEPTH;
use std::cell::Cell;
use std::collections::HashSet;

/// How many values are compared behind references before two parts count as different: the answer has to come, and to
/// be the safe one.
const MAX_STEPS: usize = 10_000_000;

/// How many references may be followed on the way to one place.
const MAX_JUMPS: usize = 64;

/// What the references of one side lead to.
pub(super) trait Find {
    fn find(&self, reference: &str) -> Option<&Node>;
}

/// How much may still be compared, by all who share it.
pub(super) struct Budget(Cell<usize>);

impl Default for Budget {
    fn default() -> Self {
        Budget(Cell::new(MAX_STEPS))
    }
}

/// Compares two nodes of one document.
pub(super) fn difference<'n>(
    first: &'n Node,
    second: &'n Node,
    components: &dyn Find,
    budget: &Budget,
) -> Option<Difference<'n>> {
    let mut cx = Cx {
        of_first: components,
        of_second: components,
        names: Names::Alike,
        assumed: HashSet::new(),
        budget,
    };
    difference_unless(first, second, &mut |a, b, kind| cx.means(a, b, kind))
}

/// Whether two nodes of two documents mean the same, each with what its own references lead to.
pub(super) fn is_same(
    (first, of_first): (&Node, &dyn Find),
    (second, of_second): (&Node, &dyn Find),
    budget: &Budget,
) -> bool {
    let mut cx = Cx {
        of_first,
        of_second,
        names: Names::Apart,
        assumed: HashSet::new(),
        budget,
    };
    cx.alike(first, second, Kind::Fixed, MAX_DEPTH)
}

/// What names mean on both sides.
#[derive(PartialEq)]
enum Names {
    Alike,
    /// Different things, for all we know. References are followed, and whatever else means something by its name
    /// counts as different, as does what only another part defines.
    Apart,
}

struct Cx<'a> {
    of_first: &'a dyn Find,
    of_second: &'a dyn Find,
    names: Names,
    /// Pairs that are being compared, or were.
    assumed: HashSet<(usize, usize)>,
    budget: &'a Budget,
}

impl Cx<'_> {
    /// Whether references are all that two nodes differ in.
    fn means(&mut self, a: &Node, b: &Node, kind: Kind) -> bool {
        let refers = lone_reference(a, kind).is_some() || lone_reference(b, kind).is_some();
        // What was taken for equal on the way to a difference may not be.
        self.assumed.clear();
        refers && self.alike(a, b, kind, MAX_DEPTH)
    }

    fn alike(&mut self, a: &Node, b: &Node, kind: Kind, depth: usize) -> bool {
        let left = self.budget.0.get().checked_sub(1);
        let (Some(left), Some(depth)) = (left, depth.checked_sub(1)) else {
            return false;
        };
        self.budget.0.set(left);
        let ends = (end(a, kind, self.of_first), end(b, kind, self.of_second));
        let (Some(x), Some(y)) = ends else {
            return self.names == Names::Alike && a.same(b);
        };
        let has_moved = !std::ptr::eq(a, x) || !std::ptr::eq(b, y);
        let pair = (std::ptr::from_ref(x).addr(), std::ptr::from_ref(y).addr());
        if has_moved && (pair.0 == pair.1 || !self.assumed.insert(pair)) {
            return true;
        }
        match (&x.value, &y.value) {
            (Value::Array(x), Value::Array(y)) => {
                let mut pairs = x.iter().zip(y);
                x.len() == y.len() && pairs.all(|(x, y)| self.alike(x, y, kind, depth))
            }
            (Value::Object(x), Value::Object(y)) => self.objects(x, y, kind, depth),
            _ => x.same(y),
        }
    }

    fn objects(&mut self, a: &Object, b: &Object, kind: Kind, depth: usize) -> bool {
        if a.len() != b.len() || self.names == Names::Apart && names_others(a, kind) {
            return false;
        }
        a.iter().zip(b.iter()).all(|(x, y)| {
            // As written, members stand in one order more often than not.
            let other = match x.key.text == y.key.text {
                true => Some(&y.value),
                false => b.get(&x.key.text),
            };
            other.is_some_and(|y| match (&*x.key.text, x.value.as_str(), y.as_str()) {
                ("$ref", Some(x), Some(y)) if may_refer(kind) => self.lead_alike(x, y, kind, depth),
                _ if is_one_set(kind, a, x, y) => true,
                _ => self.alike(&x.value, y, inner(kind, a, x), depth),
            })
        })
    }

    /// References that have siblings.
    fn lead_alike(&mut self, a: &str, b: &str, kind: Kind, depth: usize) -> bool {
        match (self.of_first.find(a), self.of_second.find(b)) {
            (Some(x), Some(y)) => {
                let pair = (std::ptr::from_ref(x).addr(), std::ptr::from_ref(y).addr());
                let is_known = pair.0 == pair.1 || !self.assumed.insert(pair);
                is_known || self.alike(x, y, kind, depth)
            }
            _ => self.names == Names::Alike && a == b,
        }
    }
}

/// Whether an object means something else by its name than with a reference.
fn names_others(object: &Object, kind: Kind) -> bool {
    match kind {
        Kind::Fixed => object.get("discriminator").is_some(),
        Kind::Requirements => !object.is_empty(),
        Kind::Map | Kind::Links | Kind::Link | Kind::Data => false,
    }
}

/// The end of a chain of references without siblings; nothing when it leads nowhere.
fn end<'n>(mut node: &'n Node, kind: Kind, find: &'n dyn Find) -> Option<&'n Node> {
    for _ in 0..MAX_JUMPS {
        match lone_reference(node, kind) {
            Some(text) => node = find.find(text)?,
            None => return Some(node),
        }
    }
    None
}

fn lone_reference(node: &Node, kind: Kind) -> Option<&str> {
    let object = node
        .as_object()
        .filter(|it| it.len() == 1 && may_refer(kind))?;
    object.get("$ref")?.as_str()
}

fn may_refer(kind: Kind) -> bool {
    matches!(kind, Kind::Fixed | Kind::Link)
}

/// A document's own components, and what is in them.
impl Find for Node {
    fn find(&self, reference: &str) -> Option<&Node> {
        self.pointer(&super::pointer::json_pointer(reference)?)
    }
}
