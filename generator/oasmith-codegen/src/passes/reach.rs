//! What refers to what: the types in a type, a definition, a method.

use crate::ir::{Answer, Api, Content, Method, Type, TypeDef, TypeId, TypeKind};

/// The named types in a type, through lists and maps.
pub fn in_type(ty: &Type, found: &mut Vec<TypeId>) {
    match ty {
        Type::Named(id) => found.push(*id),
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => in_type(inner, found),
        Type::Tuple { items, .. } => items.iter().for_each(|it| in_type(it, found)),
        _ => {}
    }
}

/// The named types that a definition is made of.
pub fn in_definition(def: &TypeDef) -> Vec<TypeId> {
    let mut found = Vec::new();
    match &def.kind {
        TypeKind::Struct(it) => {
            it.fields
                .iter()
                .map(|it| &it.ty)
                .chain(&it.additional)
                .for_each(|it| in_type(it, &mut found));
        }
        TypeKind::Union(it) => it
            .alternatives
            .iter()
            .for_each(|it| in_type(&it.ty, &mut found)),
        TypeKind::Enum(_) => {}
    }
    found
}

/// The named types that a caller of a method sends.
pub fn in_request(method: &Method) -> Vec<TypeId> {
    let mut found = Vec::new();
    method
        .params
        .iter()
        .for_each(|it| in_type(&it.ty, &mut found));
    method
        .body
        .iter()
        .for_each(|it| in_content(&it.content, &mut found));
    found
}

/// The named types that a method answers with.
pub fn in_answers(method: &Method) -> Vec<TypeId> {
    let mut found = Vec::new();
    let mut add = |it: &Answer| {
        in_content(&it.content, &mut found);
        let headers = it.headers().iter();
        headers.for_each(|it| in_type(&it.ty, &mut found));
    };
    method.output.answers().into_iter().for_each(&mut add);
    method.error.answers().for_each(add);
    found
}

fn in_content(content: &Content, found: &mut Vec<TypeId>) {
    for ty in content.types() {
        in_type(ty, found);
    }
}

/// All types that can be reached from some, marked by index.
pub fn closure(api: &Api, from: Vec<TypeId>) -> Vec<bool> {
    let mut reached = vec![false; api.types.len()];
    let mut waiting = from;
    while let Some(id) = waiting.pop() {
        if !std::mem::replace(&mut reached[id.0], true) {
            waiting.extend(in_definition(api.ty(id)));
        }
    }
    reached
}
