//! Which types have something to check: constraints of their own, or members that have.

use super::reach;
use crate::ir::{Api, TypeDef, TypeId, TypeKind};

pub fn mark(api: &mut Api) {
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); api.types.len()];
    let mut waiting = Vec::new();
    for (at, def) in api.types.iter().enumerate() {
        if has_own(def) {
            waiting.push(TypeId(at));
        }
        for used in reach::in_definition(def) {
            users[used.0].push(at);
        }
    }
    while let Some(id) = waiting.pop() {
        if !std::mem::replace(&mut api.types[id.0].checked, true) {
            waiting.extend(users[id.0].iter().copied().map(TypeId));
        }
    }
}

/// An enum checks that its value is known.
fn has_own(def: &TypeDef) -> bool {
    match &def.kind {
        TypeKind::StringEnum(_) => true,
        TypeKind::Struct(it) => it.fields.iter().any(|it| !it.constraints.is_empty()),
    }
}
