//! Strongly connected components of a graph (Tarjan), without recursion.

/// The nodes that each node leads to.
pub type Edges = Vec<Vec<usize>>;

/// For each node the cycle that it is part of, as a number below that of nodes; `None` for those in no cycle.
pub fn components(edges: &Edges) -> Vec<Option<usize>> {
    let mut search = Search {
        edges,
        order: vec![None; edges.len()],
        low: vec![0; edges.len()],
        open: Vec::new(),
        is_open: vec![false; edges.len()],
        found: vec![None; edges.len()],
        visited: 0,
    };
    for node in 0..edges.len() {
        if search.order[node].is_none() {
            search.from(node);
        }
    }
    search.found
}

struct Search<'a> {
    edges: &'a Edges,
    /// When each node was first visited.
    order: Vec<Option<usize>>,
    /// The earliest open node that each one leads to.
    low: Vec<usize>,
    /// Visited, and not yet known to belong to a component.
    open: Vec<usize>,
    is_open: Vec<bool>,
    found: Vec<Option<usize>>,
    visited: usize,
}

impl Search<'_> {
    fn from(&mut self, start: usize) {
        self.enter(start);
        // The way to the node at hand, each with the number of edges that were taken from it.
        let mut way = vec![(start, 0)];
        while let Some((node, taken)) = way.last_mut() {
            let node = *node;
            let Some(&next) = self.edges[node].get(*taken) else {
                way.pop();
                self.leave(node);
                if let Some((parent, _)) = way.last() {
                    self.low[*parent] = self.low[*parent].min(self.low[node]);
                }
                continue;
            };
            *taken += 1;
            match self.order[next] {
                None => {
                    self.enter(next);
                    way.push((next, 0));
                }
                Some(order) if self.is_open[next] => {
                    self.low[node] = self.low[node].min(order);
                }
                Some(_) => {}
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.order[node] = Some(self.visited);
        self.low[node] = self.visited;
        self.visited += 1;
        self.open.push(node);
        self.is_open[node] = true;
    }

    /// Closes a component when `node` is the first of one.
    fn leave(&mut self, node: usize) {
        if self.order[node] != Some(self.low[node]) {
            return;
        }
        let at = self.open.iter().rposition(|it| *it == node);
        let members = self.open.split_off(at.unwrap_or(self.open.len()));
        let is_cycle = members.len() > 1 || self.edges[node].contains(&node);
        for member in members {
            self.is_open[member] = false;
            self.found[member] = is_cycle.then_some(node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn cycles_are_told_from_what_only_leads_to_them() {
        // 0 -> 1 <-> 2 -> 3, 4 -> 4, 5
        let edges = vec![vec![1], vec![2], vec![1, 3], vec![], vec![4], vec![]];
        let found = components(&edges);
        assert_eq!(found[1], found[2]);
        let in_cycle: Vec<bool> = found.iter().map(Option::is_some).collect();
        assert_eq!(in_cycle, [false, true, true, false, true, false]);
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let edges = (0..200_000).map(|it| vec![(it + 1) % 200_000]).collect();
        assert!(components(&edges).iter().all(|it| *it == Some(0)));
    }
}
