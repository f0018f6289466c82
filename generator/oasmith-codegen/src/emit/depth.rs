//! How deep types stand in one another.
//!
//! In: the types of an API. Out: how many steps the compiler may take from one to what is innermost, where that is more
//! than it takes unasked: whether a type may be sent to another thread is found out through all that it holds, down to
//! `recursion_limit`. Types that hold one another count all of their steps, since it may come by any of them.

use crate::ir::{Api, Type, TypeId, TypeKind};
use crate::passes::order::order;

/// What the compiler takes, with room for what stands around.
const UNASKED: usize = 100;

/// The `recursion_limit` that a crate needs; `None` where the usual one is enough.
pub(super) fn needed(api: &Api) -> Option<usize> {
    let inner: Vec<Vec<(usize, usize)>> = api.types.iter().map(|it| held(&it.kind)).collect();
    let edges: Vec<Vec<usize>> = inner
        .iter()
        .map(|it| it.iter().map(|(to, _)| *to).collect())
        .collect();
    let order = order(&edges);
    let component = &order.component;
    let mut steps = vec![0; inner.len()];
    for (at, held) in inner.iter().enumerate() {
        steps[component[at]] += held.iter().map(|(_, steps)| *steps).max().unwrap_or(0);
    }
    let mut below = vec![0; inner.len()];
    for &at in &order.inner_first {
        let own = component[at];
        let others = inner[at].iter().map(|(to, _)| component[*to]);
        let others = others.filter(|it| *it != own);
        let deepest = others.map(|it| steps[it] + below[it]).max();
        below[own] = below[own].max(deepest.unwrap_or(0));
    }
    let deepest = steps.iter().zip(below).map(|(own, below)| own + below);
    let most = deepest.max().unwrap_or(0);
    (most > UNASKED).then(|| (2 * most).next_power_of_two().clamp(256, 65_536))
}

/// The types that one holds, and by how many steps.
fn held(kind: &TypeKind) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    match kind {
        TypeKind::Struct(it) => {
            let fields = it.fields.iter().map(|it| &it.ty);
            fields
                .chain(&it.additional)
                .for_each(|it| follow(it, 2, &mut found));
        }
        TypeKind::Union(it) => {
            let alternatives = it.alternatives.iter();
            alternatives.for_each(|it| follow(&it.ty, 2, &mut found));
        }
        TypeKind::Enum(_) => {}
    }
    found
}

/// A list is one of the standard library's, and its parts are steps as well.
fn follow(ty: &Type, steps: usize, found: &mut Vec<(usize, usize)>) {
    match ty {
        Type::Named(TypeId(id)) => found.push((*id, steps)),
        Type::Nullable(inner) => follow(inner, steps + 1, found),
        Type::List(inner) => follow(inner, steps + 4, found),
        Type::Map(inner) => follow(inner, steps + 8, found),
        Type::Tuple { items, .. } => items.iter().for_each(|it| follow(it, steps + 3, found)),
        _ => {}
    }
}
