//! Which types have something to check: constraints of their own, or members that have.

use super::reach;
use crate::ir::{Alternative, Api, TypeDef, TypeId, TypeKind};

pub fn mark(api: &mut Api) {
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); api.types.len()];
    let mut waiting = Vec::new();
    for (at, def) in api.types.iter().enumerate() {
        if has_own(def) {
            waiting.push(TypeId(at));
        }
        for used in checked_by(def) {
            users[used.0].push(at);
        }
    }
    while let Some(id) = waiting.pop() {
        if !std::mem::replace(&mut api.types[id.0].checked, true) {
            waiting.extend(users[id.0].iter().copied().map(TypeId));
        }
    }
}

/// The types whose values a type holds to what they ask for.
fn checked_by(def: &TypeDef) -> Vec<TypeId> {
    let TypeKind::Union(it) = &def.kind else {
        return reach::in_definition(def);
    };
    let mut found = Vec::new();
    let all = it.alternatives.iter().filter(|it| !it.is_read_for_others);
    all.for_each(|it| reach::in_type(&it.ty, &mut found));
    found
}

/// An enum checks that its value is known, a union that it is one of its alternatives.
fn has_own(def: &TypeDef) -> bool {
    match &def.kind {
        TypeKind::Enum(it) => !it.is_open,
        TypeKind::Union(it) => {
            let has_rules = |it: &Alternative| !it.is_read_for_others && !it.constraints.is_empty();
            !it.is_open || it.alternatives.iter().any(has_rules)
        }
        TypeKind::Struct(it) => {
            !it.rules.is_empty()
                || !it.additional_constraints.is_empty()
                || it.fields.iter().any(|it| !it.constraints.is_empty())
        }
    }
}
