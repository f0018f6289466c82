//! Leaves the member that names an alternative to the union.
//!
//! An alternative that is written in place has its type for itself. The member that tells it from the others would have
//! one value there, so it is the variant that says it; what has no other member is nothing but its name.

use super::reach;
use crate::ir::{Alternative, Api, ConstantOf, EnumOf, Type, TypeId, TypeKind, Untagged};

/// Takes the member out of the types that stand in one union only.
pub fn take_out(api: &mut Api) {
    let uses = uses(api);
    for at in 0..api.types.len() {
        let TypeKind::Union(union) = &api.types[at].kind else {
            continue;
        };
        // Where a shape may tell instead, the member is a part of it.
        let by_shape = union.untagged.is_shape();
        let tag = union.tag.clone();
        let Some(tag) = tag.filter(|_| !by_shape) else {
            continue;
        };
        // Of the one that takes other texts, the member says which.
        let is_default = |at: usize| union.untagged == Untagged::Default(at);
        let alternatives = union.alternatives.iter().enumerate();
        let alternatives = alternatives.filter(|(at, _)| !is_default(*at));
        let own: Vec<(usize, TypeId)> = alternatives
            .filter_map(|(index, it)| Some((index, own_type(it, &uses)?)))
            .filter(|(_, id)| says_text(api, *id, &tag))
            .collect();
        for (index, id) in own {
            if take(api, id, &tag) {
                empty(api, TypeId(at), index);
            }
        }
    }
}

/// How often each type is named.
fn uses(api: &Api) -> Vec<usize> {
    let mut uses = vec![0; api.types.len()];
    let in_types = api.types.iter().flat_map(reach::in_definition);
    let in_methods = api
        .methods()
        .flat_map(|it| [reach::in_request(it), reach::in_answers(it)].concat());
    for id in in_types.chain(in_methods) {
        uses[id.0] += 1;
    }
    uses
}

fn own_type(it: &Alternative, uses: &[usize]) -> Option<TypeId> {
    match &it.ty {
        Type::Named(id) if it.inline && it.tags.len() == 1 && uses[id.0] == 1 => Some(*id),
        _ => None,
    }
}

/// Whether the member is a text. The number or the boolean that it is otherwise has to be written as such.
fn says_text(api: &Api, id: TypeId, tag: &str) -> bool {
    let TypeKind::Struct(it) = &api.types[id.0].kind else {
        return false;
    };
    let mut constants = it.constants.iter().filter(|it| it.wire == tag);
    if constants.any(|it| it.of != ConstantOf::Text) {
        return false;
    }
    let field = it.fields.iter().find(|it| it.wire == tag);
    field.is_none_or(|it| match &it.ty {
        Type::String => true,
        Type::Named(id) => {
            matches!(&api.types[id.0].kind, TypeKind::Enum(it) if it.of == EnumOf::Strings)
        }
        _ => false,
    })
}

/// Takes the member out; `true` when nothing is left.
fn take(api: &mut Api, id: TypeId, tag: &str) -> bool {
    let TypeKind::Struct(it) = &mut api.types[id.0].kind else {
        return false;
    };
    it.fields.retain(|it| it.wire != tag);
    it.constants.retain(|it| it.wire != tag);
    it.fields.is_empty() && it.constants.is_empty() && it.additional.is_none()
}

fn empty(api: &mut Api, union: TypeId, index: usize) {
    let TypeKind::Union(it) = &mut api.types[union.0].kind else {
        return;
    };
    it.alternatives[index].ty = Type::Unit;
}
