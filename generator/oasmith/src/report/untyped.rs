//! How many places of the public API hold raw JSON.

use oasmith_codegen::ir::{Answer, Api, Content, Method, Output, Type, TypeDef, TypeKind};

/// Fields, parameters and bodies, each counted once.
pub fn count(api: &Api) -> usize {
    let types = api.types.iter().map(definition);
    types.chain(api.methods().map(method)).sum()
}

fn definition(def: &TypeDef) -> usize {
    match &def.kind {
        TypeKind::Struct(it) => {
            let fields = it.fields.iter().map(|it| &it.ty);
            fields.chain(&it.additional).filter(|it| raw(it)).count()
        }
        TypeKind::Union(it) => it.alternatives.iter().filter(|it| raw(&it.ty)).count(),
        TypeKind::Enum(_) => 0,
    }
}

fn method(it: &Method) -> usize {
    let params = it.params.iter().filter(|it| raw(&it.ty)).count();
    let body: usize = it.body.iter().map(|it| raw_content(&it.content)).sum();
    let errors: usize = it.error.answers().map(answer).sum();
    params + body + output(&it.output) + errors
}

fn output(it: &Output) -> usize {
    it.answers().into_iter().map(answer).sum()
}

fn answer(it: &Answer) -> usize {
    let headers = it.headers().iter().filter(|it| raw(&it.ty)).count();
    raw_content(&it.content) + headers
}

fn raw_content(it: &Content) -> usize {
    it.types().into_iter().filter(|it| raw(it)).count()
}

fn raw(ty: &Type) -> bool {
    match ty {
        Type::Raw => true,
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => raw(inner),
        Type::Tuple { items, .. } => items.iter().any(raw),
        _ => false,
    }
}
