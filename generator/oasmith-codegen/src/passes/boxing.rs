//! Breaks recursion: a member that leads back to its own struct with no list or map in between is boxed.

use crate::ir::{Api, Type, TypeId, TypeKind};

pub fn break_cycles(api: &mut Api) {
    let direct: Vec<Vec<usize>> = (0..api.types.len())
        .map(|at| direct_members(api, TypeId(at)))
        .collect();
    let component = components(&direct);
    for (at, def) in api.types.iter_mut().enumerate() {
        let in_cycle = |ty: &Type| {
            let is_cyclic = |it: &TypeId| it.0 == at || component[it.0] == component[at];
            held_directly(ty).iter().any(is_cyclic)
        };
        match &mut def.kind {
            TypeKind::Struct(it) => {
                for field in &mut it.fields {
                    field.boxed = in_cycle(&field.ty);
                }
            }
            TypeKind::Union(it) => {
                for alternative in &mut it.alternatives {
                    alternative.boxed = in_cycle(&alternative.ty);
                }
            }
            TypeKind::Enum(_) => {}
        }
    }
}

fn direct_members(api: &Api, id: TypeId) -> Vec<usize> {
    match &api.ty(id).kind {
        TypeKind::Struct(it) => it
            .fields
            .iter()
            .flat_map(|it| held_directly(&it.ty))
            .map(|it| it.0)
            .collect(),
        TypeKind::Union(it) => it
            .alternatives
            .iter()
            .flat_map(|it| held_directly(&it.ty))
            .map(|it| it.0)
            .collect(),
        TypeKind::Enum(_) => Vec::new(),
    }
}

fn held_directly(ty: &Type) -> Vec<TypeId> {
    match ty {
        Type::Named(id) => vec![*id],
        Type::Nullable(inner) => held_directly(inner),
        Type::Tuple(items) => items.iter().flat_map(held_directly).collect(),
        _ => Vec::new(),
    }
}

/// The strongly connected component of each node (Tarjan, with a stack of its own instead of recursion).
pub(crate) fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let (mut index, mut low, mut component) =
        (vec![UNSEEN; count], vec![0; count], vec![UNSEEN; count]);
    let (mut next, mut open) = (0, Vec::new());
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
                    if member == node {
                        break;
                    }
                }
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn nodes_share_a_component_when_each_leads_to_the_other() {
        let found = components(&[vec![1], vec![2], vec![1, 3], vec![]]);
        assert_eq!(found[1], found[2]);
        assert_ne!(found[0], found[1]);
        assert_ne!(found[3], found[1]);
    }
}
