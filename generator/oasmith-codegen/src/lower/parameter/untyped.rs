//! What of a value that travels as texts has no type: nothing tells a number from a text there, so it is read as texts.

use crate::ir::{Constraints, Type, TypeKind};
use crate::lower::Cx;
use std::collections::HashSet;

/// What there is without a type inside of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Untyped {
    Nothing,
    /// Texts are read in its place.
    Something,
    /// The same, and a rule says of it what no text is.
    Judged,
}

/// Looks into all that a type holds, of which something is said.
pub fn untyped(ty: &Type, said: &Constraints, cx: &Cx<'_>) -> Untyped {
    let none = Constraints::default();
    let mut seen = HashSet::new();
    let (mut waiting, mut found) = (vec![(ty, said)], Untyped::Nothing);
    while let Some((ty, said)) = waiting.pop() {
        if is_raw(ty) {
            found = found.max(match asks(said) {
                true => Untyped::Judged,
                false => Untyped::Something,
            });
            continue;
        }
        let items = said.items.as_deref().unwrap_or(&none);
        match ty {
            Type::List(inner) | Type::Map(inner) => waiting.push((inner, items)),
            Type::Nullable(inner) => waiting.push((inner, said)),
            Type::Tuple { items, .. } => waiting.extend(items.iter().map(|it| (it, &none))),
            Type::Named(id) if seen.insert(*id) => match &cx.defined(*id).kind {
                TypeKind::Enum(_) => {}
                TypeKind::Struct(it) => {
                    waiting.extend(it.fields.iter().map(|it| (&it.ty, &it.constraints)));
                    let others = it.additional.iter();
                    waiting.extend(others.map(|ty| (ty, &*it.additional_constraints)));
                }
                TypeKind::Union(it) => {
                    waiting.extend(it.alternatives.iter().map(|it| (&it.ty, &it.constraints)));
                }
            },
            _ => {}
        }
    }
    found
}

/// Raw JSON, or lists and maps of nothing else.
pub fn is_raw(ty: &Type) -> bool {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => is_raw(inner),
        ty => *ty == Type::Raw,
    }
}

fn asks(it: &Constraints) -> bool {
    let has_rule = it.rules.iter().any(|it| !is_of_names(it.keyword));
    has_rule || it.items.as_deref().is_some_and(asks)
}

/// Whether a rule is about names and numbers of members, which are there in texts as well.
pub fn is_of_names(keyword: &str) -> bool {
    matches!(
        keyword,
        "minProperties" | "propertyNames" | "dependentRequired"
    )
}
