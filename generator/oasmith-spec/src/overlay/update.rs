//! Merges a value into what a target matches (Overlay 1.1, Action Object).
//!
//! Objects merge member by member, arrays are joined, and other values replace one another. 1.0 says less and means
//! the same.

use std::collections::HashMap;

use oasmith_source::{Diagnostic, Diagnostics, Span};

use super::{Done, Target, Version, impossible};
use crate::codes;
use crate::node::{Member, Node, Object, Value};
use crate::parse::{MAX_DEPTH, too_deep};

/// What is left to be added, in bytes.
pub(super) struct Budget(usize);

/// What the actions of one overlay may add: one line can multiply a document by itself.
const MOST: usize = 64 << 20;

/// About what a value takes besides its text.
const PER_NODE: usize = 64;

impl Default for Budget {
    fn default() -> Self {
        Budget(MOST)
    }
}

/// Whether a value has nothing inside.
pub(super) fn is_primitive(node: &Node) -> bool {
    !matches!(node.value, Value::Object(_) | Value::Array(_))
}

/// Whether the value can be merged into all of what is matched; if not, nothing is changed.
pub(super) fn check_kinds(
    nodes: &[&Node],
    target: &Target,
    value: &Node,
    version: Version,
) -> Done<()> {
    // Overlay 1.1, Action Object: "either all objects or all arrays or all primitives".
    if version == Version::V1_1
        && let [first, others @ ..] = nodes
        && let Some(other) = others.iter().find(|it| group(it) != group(first))
    {
        let mut fault = impossible("the target matches values of different kinds", target.span);
        *fault = (*fault)
            .also(first.span, first.kind())
            .also(other.span, other.kind())
            .help("write one action for each kind");
        return Err(fault);
    }
    match nodes.iter().find(|it| !takes(it, value)) {
        Some(other) => Err(mismatch(other, value, target.span)),
        None => Ok(()),
    }
}

fn group(node: &Node) -> u8 {
    match node.value {
        Value::Object(_) => 0,
        Value::Array(_) => 1,
        _ => 2,
    }
}

/// Whether a value can be merged into another: arrays take anything, at their end.
fn takes(node: &Node, value: &Node) -> bool {
    group(node) == 1 || group(node) == group(value)
}

fn mismatch(node: &Node, value: &Node, target: Span) -> Box<Diagnostic> {
    let message = format!("{} does not merge into {}", value.kind(), node.kind());
    let mut fault = impossible(&message, value.span);
    *fault = (*fault)
        .also(node.span, "into this")
        .also(target, "the target")
        .help("remove the old value in an action before this one");
    fault
}

/// Merges for one action.
pub(super) struct Cx<'a> {
    pub(super) target: Span,
    pub(super) version: Version,
    pub(super) budget: &'a mut Budget,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Cx<'_> {
    /// Merges a value into one that the target matches. `level` is how many collections that is in.
    pub(super) fn update(&mut self, node: &mut Node, value: &Node, level: usize) -> Done<()> {
        match (&mut node.value, &value.value) {
            (Value::Array(items), _) if group(value) != 1 => {
                let item = self.copy(value, level + 1)?;
                items.push(item);
                Ok(())
            }
            _ => self.merge(node, value, level),
        }
    }

    fn merge(&mut self, node: &mut Node, value: &Node, level: usize) -> Done<()> {
        if group(node) != group(value) {
            return self.differ(node, value);
        }
        match (&mut node.value, &value.value) {
            (Value::Object(object), Value::Object(from)) => self.members(object, from, level),
            (Value::Array(items), Value::Array(from)) => {
                for item in from {
                    let item = self.copy(item, level + 1)?;
                    items.push(item);
                }
                Ok(())
            }
            _ => {
                *node = self.copy(value, level)?;
                Ok(())
            }
        }
    }

    fn differ(&mut self, node: &Node, value: &Node) -> Done<()> {
        // The Structured Overlay Example of 1.0 has members without a value for what it leaves alone.
        if self.version == Version::V1_0 && matches!(value.value, Value::Null) {
            self.says_nothing(node, value);
            return Ok(());
        }
        Err(mismatch(node, value, self.target))
    }

    fn members(&mut self, object: &mut Object, from: &Object, level: usize) -> Done<()> {
        let places = places(object, from);
        for (member, place) in from.iter().zip(places) {
            match place.and_then(|it| object.members.get_mut(it)) {
                Some(own) => self.merge(&mut own.value, &member.value, level + 1)?,
                None => {
                    let (key, value) = (member.key.clone(), self.copy(&member.value, level + 1)?);
                    object.members.push(Member { key, value });
                }
            }
        }
        Ok(())
    }

    /// A copy for a place that is in `level` collections.
    fn copy(&mut self, value: &Node, level: usize) -> Done<Node> {
        let size = size(value);
        if level + size.levels > MAX_DEPTH {
            let mut fault = too_deep(value.span);
            *fault = (*fault).also(self.target, "with what this action adds");
            return Err(fault);
        }
        let left = self.budget.0.checked_sub(size.bytes);
        self.budget.0 = left.ok_or_else(|| {
            let message = format!("the overlay adds more than {} MiB", MOST >> 20);
            Box::new(Diagnostic::error(&codes::OVERLAY_TOO_LARGE, message).at(self.target))
        })?;
        Ok(value.clone())
    }

    fn says_nothing(&mut self, node: &Node, value: &Node) {
        let message = format!("null says nothing to {}, which stays", node.kind());
        self.diagnostics.push(
            Diagnostic::warning(&codes::OVERLAY_NO_EFFECT, message)
                .at(value.span)
                .also(node.span, "this stays"),
        );
    }
}

/// Where the members of an object stand in another one. Looking each up in turn would be quadratic.
fn places(object: &Object, from: &Object) -> Vec<Option<usize>> {
    let at = |key: &str| object.iter().position(|it| &*it.key.text == key);
    if from.len() <= 16 {
        return from.iter().map(|it| at(&it.key.text)).collect();
    }
    let own = object.iter().enumerate();
    let known: HashMap<&str, usize> = own.map(|(at, it)| (&*it.key.text, at)).collect();
    let place = |it: &Member| known.get(&*it.key.text).copied();
    from.iter().map(place).collect()
}

/// What a copy of a value costs.
struct Size {
    bytes: usize,
    /// How many collections are inside one another.
    levels: usize,
}

fn size(node: &Node) -> Size {
    let mut size = Size {
        bytes: PER_NODE,
        levels: 0,
    };
    let mut hold = |inner: Size| {
        size.bytes += inner.bytes;
        size.levels = size.levels.max(inner.levels + 1);
    };
    match &node.value {
        Value::Array(items) => {
            hold(Size {
                bytes: 0,
                levels: 0,
            });
            items.iter().for_each(|it| hold(self::size(it)));
        }
        Value::Object(object) => {
            hold(Size {
                bytes: 0,
                levels: 0,
            });
            for member in object.iter() {
                let inner = self::size(&member.value);
                let bytes = inner.bytes + member.key.text.len();
                hold(Size { bytes, ..inner });
            }
        }
        Value::Number(text) | Value::String(text) => size.bytes += text.len(),
        Value::Null | Value::Bool(_) => {}
    }
    size
}
