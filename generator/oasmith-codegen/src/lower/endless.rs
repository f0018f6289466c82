//! Structs that require themselves: no value has an end.
//!
//! In: the types of a document. Out: the same, where a required member that leads back to its own struct, by required
//! members alone, is raw JSON; so every type has a blank, which reading begins with.

use super::{Cx, codes};
use crate::ir::{Presence, Type, TypeId, TypeKind};
use crate::passes::order::order;
use oasmith_source::Diagnostic;

/// Makes such members raw JSON, and tells.
pub fn make_raw(cx: &mut Cx<'_>) {
    let edges: Vec<Vec<usize>> = cx.types.iter().map(|it| required(&it.kind)).collect();
    let component = order(&edges).component;
    let kinds = cx.types.iter_mut().map(|it| &mut it.kind).enumerate();
    for (at, kind) in kinds {
        let TypeKind::Struct(it) = kind else { continue };
        let required = it.fields.iter_mut().enumerate();
        for (index, field) in required.filter(|(_, it)| it.presence == Presence::Required) {
            let leads_back = |to: &usize| edges[at].contains(to) && component[*to] == component[at];
            if !held(&field.ty).iter().any(leads_back) {
                continue;
            }
            field.ty = Type::Raw;
            field.constraints = Default::default();
            field.default = None;
            let message = "a member that leads back to its own type is generated as raw JSON";
            let mut told = Diagnostic::warning(&codes::RAW_JSON, message);
            if let Some(place) = cx.required_places.get(&(TypeId(at), index)) {
                told = told.at(*place);
            }
            cx.diagnostics.push(told);
            let degraded = cx.degraded_types.entry(TypeId(at)).or_default();
            degraded.push(message.to_owned());
        }
    }
}

/// The structs that a struct cannot be without. Alternatives and enums have a value that the document does not name.
fn required(kind: &TypeKind) -> Vec<usize> {
    let TypeKind::Struct(it) = kind else {
        return Vec::new();
    };
    let required = it
        .fields
        .iter()
        .filter(|it| it.presence == Presence::Required);
    required.flat_map(|it| held(&it.ty)).collect()
}

fn held(ty: &Type) -> Vec<usize> {
    match ty {
        Type::Named(TypeId(id)) => vec![*id],
        Type::Tuple { items, least } => items.iter().take(*least).flat_map(held).collect(),
        _ => Vec::new(),
    }
}
