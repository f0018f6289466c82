//! Anchors, and what their aliases expand to.

use oasmith_source::{Diagnostic, Span};

use super::Parsed;
use crate::codes;
use crate::node::{Node, Value};
use crate::parse::{MAX_DEPTH, too_deep};

/// How many bytes aliases may add, all together. A document of nine lines can ask for billions of values; real ones
/// add a few hundred.
const BUDGET: usize = 64 << 20;

/// About what a value takes besides its text.
const PER_NODE: usize = 64;

/// Values by the numbers that the parser gives their anchors, from 1.
pub(super) struct Anchors {
    values: Vec<Anchored>,
    left: usize,
}

enum Anchored {
    /// Being read: an alias to it would contain itself.
    Open,
    Value {
        node: Node,
        size: Size,
    },
}

/// What a copy of a value costs.
#[derive(Clone, Copy)]
struct Size {
    /// About how many bytes it takes.
    bytes: usize,
    /// How many levels of collections it has.
    depth: usize,
}

impl Default for Anchors {
    fn default() -> Self {
        Anchors {
            values: Vec::new(),
            left: BUDGET,
        }
    }
}

impl Anchors {
    /// Notes that the value of an anchor begins. 0 is no anchor.
    pub(super) fn begin(&mut self, anchor: usize) {
        // The parser numbers anchors in the order in which they stand.
        while self.values.len() < anchor {
            self.values.push(Anchored::Open);
        }
    }

    /// Keeps the value of an anchor. The copy counts as an expansion: anchors inside anchors multiply too.
    pub(super) fn keep(&mut self, anchor: usize, node: &Node) -> Parsed<()> {
        if anchor > 0 {
            self.begin(anchor);
            let size = size(node);
            self.spend(size, node.span)?;
            if let Some(slot) = self.values.get_mut(anchor - 1) {
                let node = node.clone();
                *slot = Anchored::Value { node, size };
            }
        }
        Ok(())
    }

    /// A copy of what an alias stands for, at a place that is `depth` levels deep.
    ///
    /// Inside it, places are those of the anchor's value: there it was written.
    pub(super) fn expand(&mut self, anchor: usize, depth: usize, alias: Span) -> Parsed<Node> {
        let value = self.values.get(anchor.wrapping_sub(1));
        let Some(Anchored::Value { size, .. }) = value else {
            return Err(contains_itself(alias));
        };
        if depth + size.depth > MAX_DEPTH {
            return Err(too_deep(alias));
        }
        self.spend(*size, alias)?;
        match self.values.get(anchor.wrapping_sub(1)) {
            Some(Anchored::Value { node, .. }) => Ok(Node::new(node.value.clone(), alias)),
            _ => Err(contains_itself(alias)),
        }
    }

    fn spend(&mut self, size: Size, at: Span) -> Parsed<()> {
        let left = self.left.checked_sub(size.bytes);
        self.left = left.ok_or_else(|| {
            let message = format!("aliases expand to more than {} MiB", BUDGET >> 20);
            Diagnostic::error(&codes::ALIAS_EXPANSION, message)
                .at(at)
                .help("write the value out, or use `$ref` to a component")
        })?;
        Ok(())
    }
}

fn size(node: &Node) -> Size {
    let mut size = Size {
        bytes: PER_NODE,
        depth: 0,
    };
    match &node.value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(text) | Value::String(text) => size.bytes += text.len(),
        Value::Array(items) => {
            size.depth = 1;
            items.iter().for_each(|it| size.hold(it));
        }
        Value::Object(object) => {
            size.depth = 1;
            for member in object.iter() {
                size.bytes += member.key.text.len();
                size.hold(&member.value);
            }
        }
    }
    size
}

impl Size {
    /// Adds a value inside.
    fn hold(&mut self, inner: &Node) {
        let inner = size(inner);
        self.bytes += inner.bytes;
        self.depth = self.depth.max(inner.depth + 1);
    }
}

fn contains_itself(alias: Span) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::error(
            &codes::YAML_UNSUPPORTED,
            "the alias stands for a value that contains it",
        )
        .at(alias)
        .help("use `$ref` to a component for recursive schemas"),
    )
}
