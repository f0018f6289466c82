//! Leaves out types that no operation reaches.

use super::reach;
use crate::ir::{Answer, Api, Content, ErrorBody, Literal, Method, Type, TypeId, TypeKind};

pub fn remove(api: &mut Api) {
    let used = api
        .methods()
        .flat_map(|it| [reach::in_request(it), reach::in_answers(it)].concat())
        .collect();
    let reached = reach::closure(api, used);
    if reached.iter().all(|it| *it) {
        return;
    }
    let renumbered = renumber(&reached);
    let mut at = 0;
    api.types.retain(|_| {
        at += 1;
        reached[at - 1]
    });
    for def in &mut api.types {
        match &mut def.kind {
            TypeKind::Struct(it) => {
                for field in &mut it.fields {
                    renumber_type(&mut field.ty, &renumbered);
                    renumber_literal(&mut field.default, &renumbered);
                }
                it.additional
                    .iter_mut()
                    .for_each(|it| renumber_type(it, &renumbered));
            }
            TypeKind::Union(it) => it
                .alternatives
                .iter_mut()
                .for_each(|it| renumber_type(&mut it.ty, &renumbered)),
            TypeKind::Enum(_) => {}
        }
    }
    for method in api.groups.iter_mut().flat_map(|it| &mut it.methods) {
        renumber_method(method, &renumbered);
    }
}

/// The new index of each type that stays.
fn renumber(reached: &[bool]) -> Vec<TypeId> {
    let mut next = 0;
    let number = |it: &bool| {
        next += usize::from(*it);
        TypeId(next.saturating_sub(1))
    };
    reached.iter().map(number).collect()
}

fn renumber_type(ty: &mut Type, to: &[TypeId]) {
    match ty {
        Type::Named(id) => *id = to[id.0],
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => renumber_type(inner, to),
        Type::Tuple { items, .. } => items.iter_mut().for_each(|it| renumber_type(it, to)),
        _ => {}
    }
}

fn renumber_literal(literal: &mut Option<Literal>, to: &[TypeId]) {
    if let Some(Literal::Variant(id, _)) = literal {
        *id = to[id.0];
    }
}

fn renumber_method(method: &mut Method, to: &[TypeId]) {
    for param in &mut method.params {
        renumber_type(&mut param.ty, to);
        renumber_literal(&mut param.default, to);
    }
    if let Some(body) = &mut method.body {
        renumber_content(&mut body.content, to);
    }
    let renumber_answer = |it: &mut Answer| {
        renumber_content(&mut it.content, to);
        let headers = it.headed.iter_mut().flat_map(|it| &mut it.headers);
        headers.for_each(|it| renumber_type(&mut it.ty, to));
    };
    method
        .output
        .answers_mut()
        .into_iter()
        .for_each(renumber_answer);
    if let ErrorBody::Typed { variants, .. } = &mut method.error {
        variants.iter_mut().for_each(|(_, it)| renumber_answer(it));
    }
}

fn renumber_content(content: &mut Content, to: &[TypeId]) {
    for ty in content.types_mut() {
        renumber_type(ty, to);
    }
}
