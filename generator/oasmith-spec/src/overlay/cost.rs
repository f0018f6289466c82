//! How many steps a path may take on a tree, so that one that takes too many is refused before it starts.

use super::scan::Scan;
use crate::node::{Node, Value};
use crate::parse::MAX_DEPTH;

/// How many steps are taken at most. A step is a place on the way to something that is visited.
const MOST: u64 = 1 << 27;

/// Whether a path stays within bounds on this tree.
pub(super) fn is_bearable(node: &Node, scan: &Scan) -> bool {
    let mut visits = Visits {
        at: ways(scan.descents),
        nodes: 0,
        steps: 0,
    };
    visits.count(node, 0);
    let absolute = (0..scan.absolutes).fold(1_u64, |all, _| all.saturating_mul(visits.nodes));
    let steps = visits
        .steps
        .saturating_mul(scan.repeats)
        .saturating_mul(absolute);
    steps <= MOST
}

struct Visits {
    /// In how many ways a place is reached, by its depth.
    at: Vec<u64>,
    nodes: u64,
    steps: u64,
}

impl Visits {
    fn count(&mut self, node: &Node, depth: usize) {
        let ways = self.at.get(depth).copied().unwrap_or(u64::MAX);
        self.nodes += 1;
        self.steps = self.steps.saturating_add(ways);
        match &node.value {
            Value::Array(items) => items.iter().for_each(|it| self.count(it, depth + 1)),
            Value::Object(object) => object
                .iter()
                .for_each(|it| self.count(&it.value, depth + 1)),
            _ => {}
        }
    }
}

/// Each `..` may end at every place above one, so that `n` of them reach a place at depth `d` in `d + n` over `n` ways.
fn ways(descents: u32) -> Vec<u64> {
    let mut ways = vec![1_u64; MAX_DEPTH + 1];
    // Pascal's triangle: each `..` sums up those before.
    for _ in 0..descents {
        for depth in 1..ways.len() {
            ways[depth] = ways[depth].saturating_add(ways[depth - 1]);
        }
    }
    ways
}
