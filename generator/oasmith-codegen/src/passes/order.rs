//! Nodes that lead to one another, and their order.

/// What leads where.
pub(crate) struct Order {
    /// For each node the one that stands for it and for all that lead to it and back (strongly connected components).
    pub component: Vec<usize>,
    /// Each node after all that it leads to and that do not lead back; those of one component in a row.
    pub inner_first: Vec<usize>,
}

/// Tarjan's algorithm, with a stack of its own instead of recursion.
pub(crate) fn order(edges: &[Vec<usize>]) -> Order {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let (mut index, mut low, mut component) =
        (vec![UNSEEN; count], vec![0; count], vec![UNSEEN; count]);
    let (mut next, mut open) = (0, Vec::new());
    let mut inner_first = Vec::with_capacity(count);
    for root in 0..count {
        let mut calls = vec![(root, 0)];
        while let Some((node, edge)) = calls.pop() {
            if edge == 0 {
                if index[node] != UNSEEN {
                    continue;
                }
                (index[node], low[node]) = (next, next);
                next += 1;
                open.push(node);
            } else {
                let back = edges[node][edge - 1];
                if component[back] == UNSEEN {
                    low[node] = low[node].min(low[back]);
                }
            }
            if let Some(target) = edges[node].get(edge) {
                calls.push((node, edge + 1));
                if index[*target] == UNSEEN {
                    calls.push((*target, 0));
                }
            } else if low[node] == index[node] {
                while let Some(member) = open.pop() {
                    component[member] = node;
                    inner_first.push(member);
                    if member == node {
                        break;
                    }
                }
            }
        }
    }
    Order {
        component,
        inner_first,
    }
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn nodes_share_a_component_when_each_leads_to_the_other() {
        let found = order(&[vec![1], vec![2], vec![1, 3], vec![]]).component;
        assert_eq!(found[1], found[2]);
        assert_ne!(found[0], found[1]);
        assert_ne!(found[3], found[1]);
    }

    #[test]
    fn what_is_led_to_comes_first() {
        let found = order(&[vec![1, 2], vec![3], vec![1], vec![1]]).inner_first;
        let place = |node| found.iter().position(|it| *it == node);
        assert!(place(1) < place(2) && place(3) < place(2) && place(2) < place(0));
    }
}
