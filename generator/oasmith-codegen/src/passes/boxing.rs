//! Which members are boxed.
//!
//! In: types that stand in one another by value. Out: the same, with a box around a member that leads back to its own
//! struct with no list or map in between, and around one that is large: what a type holds directly is moved with it, and
//! stands on the stack at every level while it is read. Without boxes a model of a big API takes 78 KB.

use super::order::{Order, order};
use crate::ir::{Alternative, Api, EnumOf, Field, Presence, Struct, Type, TypeId, TypeKind};

/// The most bytes that a member takes in the place of its own: those of some forty strings.
const LARGEST: usize = 1_024;

const WORD: usize = 8;
/// A string, a list, a map, and an enum that may hold a string.
const TEXT: usize = 3 * WORD;

pub fn place(api: &mut Api) {
    let direct: Vec<Vec<usize>> = (0..api.types.len())
        .map(|at| direct_members(api, TypeId(at)))
        .collect();
    let order = order(&direct);
    let mut sizes = vec![0; api.types.len()];
    for &at in &order.inner_first {
        let boxes = Boxes {
            at,
            order: &order,
            sizes: &sizes,
        };
        sizes[at] = boxes.put(&mut api.types[at].kind);
    }
}

/// The boxes in one type, when those of the types that it holds are in place.
struct Boxes<'a> {
    at: usize,
    order: &'a Order,
    /// In bytes, where a pointer has 64 bits; near enough, since the compiler is free to lay types out.
    sizes: &'a [usize],
}

impl Boxes<'_> {
    /// Puts the boxes in place, and returns the type's size.
    fn put(&self, kind: &mut TypeKind) -> usize {
        match kind {
            TypeKind::Struct(it) => self.members(it),
            TypeKind::Union(it) => {
                let sizes = it.alternatives.iter_mut().map(|it| self.alternative(it));
                WORD + sizes.max().unwrap_or(0).max(TEXT)
            }
            TypeKind::Enum(it) => match it.of {
                EnumOf::Strings => TEXT,
                EnumOf::Integers => 2 * WORD,
            },
        }
    }

    fn members(&self, it: &mut Struct) -> usize {
        let additional = it.additional.as_ref().map_or(0, |_| TEXT);
        let fields = it.fields.iter_mut().map(|it| self.field(it));
        fields.sum::<usize>() + additional
    }

    fn field(&self, it: &mut Field) -> usize {
        let size = self.size(&it.ty);
        it.boxed = self.is_boxed(&it.ty, size);
        let size = if it.boxed { WORD } else { size };
        match it.presence {
            Presence::Required => size,
            Presence::Optional | Presence::Nullable => optional(&it.ty, size),
            Presence::OptionalNullable if it.boxed => 2 * WORD,
            Presence::OptionalNullable => optional(&it.ty, size),
        }
    }

    fn alternative(&self, it: &mut Alternative) -> usize {
        let size = self.size(&it.ty);
        it.boxed = self.is_boxed(&it.ty, size);
        if it.boxed { WORD } else { size }
    }

    fn is_boxed(&self, ty: &Type, size: usize) -> bool {
        let leads_back = |it: &TypeId| self.order.component[it.0] == self.order.component[self.at];
        size > LARGEST || held_directly(ty).iter().any(leads_back)
    }

    fn size(&self, ty: &Type) -> usize {
        match ty {
            Type::Named(id) => self.sizes[id.0],
            Type::Nullable(inner) => optional(inner, self.size(inner)),
            Type::Tuple { items, least } => {
                let sizes = items.iter().enumerate().map(|(at, it)| match at < *least {
                    true => self.size(it),
                    false => optional(it, self.size(it)),
                });
                sizes.sum()
            }
            Type::Unit => 0,
            Type::Bool => 1,
            Type::I32 | Type::U32 | Type::F32 | Type::Date => WORD / 2,
            Type::I64 | Type::U64 | Type::F64 => WORD,
            Type::DateTime | Type::Uuid => 2 * WORD,
            Type::String | Type::Base64 | Type::Raw => TEXT,
            Type::List(_) | Type::Map(_) => TEXT,
            Type::File => 4 * TEXT,
        }
    }
}

/// With room for the absence, unless the value has some to spare.
fn optional(ty: &Type, size: usize) -> usize {
    match ty {
        Type::I32 | Type::U32 | Type::F32 | Type::Date => 2 * size,
        Type::I64 | Type::U64 | Type::F64 | Type::DateTime | Type::Uuid => size + WORD,
        _ => size,
    }
}

fn direct_members(api: &Api, id: TypeId) -> Vec<usize> {
    let types: Vec<&Type> = match &api.ty(id).kind {
        TypeKind::Struct(it) => it.fields.iter().map(|it| &it.ty).collect(),
        TypeKind::Union(it) => it.alternatives.iter().map(|it| &it.ty).collect(),
        TypeKind::Enum(_) => Vec::new(),
    };
    let held = types.into_iter().flat_map(held_directly);
    held.map(|it| it.0).collect()
}

fn held_directly(ty: &Type) -> Vec<TypeId> {
    match ty {
        Type::Named(id) => vec![*id],
        Type::Nullable(inner) => held_directly(inner),
        Type::Tuple { items, .. } => items.iter().flat_map(held_directly).collect(),
        _ => Vec::new(),
    }
}
