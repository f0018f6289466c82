//! Which models are made from which: what an operation answers into the body that changes it.
//!
//! Reading, changing and writing back is what most callers do, and an update body is often what the answer holds, less
//! what the server decides. Where all its members are in the answer, with equal types, there is a `From`; where one is
//! missing there is none, since nobody would see that it is reset.

mod related;

use crate::ir::{
    Api, Carried, Carrying, Conversion, Field, Presence, Struct, Type, TypeId, TypeKind,
};
use indexmap::IndexMap;
use std::collections::HashMap;

/// The most models that one is made from; a document that asks for more means something else.
const MOST_SOURCES: usize = 8;

/// The most pairs of models that one conversion leads to.
const MOST_INSIDE: usize = 32;

/// Fewer members in common say nothing: every model has an `id`.
const FEWEST_MEMBERS: usize = 2;

type Pair = (TypeId, TypeId);

/// Finds all conversions, in the order of what is made.
pub fn find(api: &mut Api) {
    let mut found = Found::default();
    for (from, to) in related::pairs(api) {
        let is_big_enough = structure(to, api).is_some_and(|it| it.fields.len() >= FEWEST_MEMBERS);
        if is_big_enough && !found.all.contains_key(&(from, to)) {
            found.add((from, to), api);
        }
    }
    let all = found
        .all
        .into_iter()
        .map(|((from, to), members)| Conversion { from, to, members });
    api.conversions = all.collect();
    api.conversions.sort_by_key(|it| (it.to, it.from));
}

#[derive(Default)]
struct Found {
    all: IndexMap<Pair, Vec<Carried>>,
    sources: HashMap<TypeId, usize>,
}

impl Found {
    /// Adds a conversion and those that it needs: all of them, or none where one cannot be.
    fn add(&mut self, root: Pair, api: &Api) {
        let mut added = IndexMap::new();
        let mut waiting = vec![root];
        while let Some((from, to)) = waiting.pop() {
            let pair = (from, to);
            if self.all.contains_key(&pair) || added.contains_key(&pair) {
                continue;
            }
            let is_full = self.sources.get(&to).is_some_and(|it| *it >= MOST_SOURCES);
            if is_full || added.len() == MOST_INSIDE {
                return;
            }
            let Some(members) = convert(from, to, api, &mut waiting) else {
                return;
            };
            added.insert(pair, members);
        }
        for (_, to) in added.keys() {
            *self.sources.entry(*to).or_default() += 1;
        }
        self.all.extend(added);
    }
}

fn structure(id: TypeId, api: &Api) -> Option<&Struct> {
    match &api.ty(id).kind {
        TypeKind::Struct(it) => Some(it),
        _ => None,
    }
}

/// How one model is made from another, and the pairs that have to be made on the way.
fn convert(from: TypeId, to: TypeId, api: &Api, needed: &mut Vec<Pair>) -> Option<Vec<Carried>> {
    match (&api.ty(from).kind, &api.ty(to).kind) {
        (TypeKind::Struct(from), TypeKind::Struct(to)) => convert_struct(from, to, needed),
        (TypeKind::Enum(from), TypeKind::Enum(to)) => {
            // A value that only comes back, a `deleted`, is not one to send.
            let takes = |wire: &str| to.variants.iter().any(|it| it.wire == wire);
            let takes_all = from.variants.iter().all(|it| takes(&it.wire));
            (takes_all && from.of == to.of).then(Vec::new)
        }
        _ => None,
    }
}

fn convert_struct(from: &Struct, to: &Struct, needed: &mut Vec<Pair>) -> Option<Vec<Carried>> {
    // Members without a name go along with those of the answer.
    let has_same_rest = to.additional.is_none() || to.additional == from.additional;
    if !has_same_rest || to.fields.is_empty() {
        return None;
    }
    let by_wire: HashMap<&str, usize> = from
        .fields
        .iter()
        .enumerate()
        .map(|(at, it)| (it.wire.as_str(), at))
        .collect();
    let carried = to.fields.iter().map(|it| {
        let at = *by_wire.get(it.wire.as_str())?;
        let how = carry(&from.fields[at], it, needed)?;
        Some(Carried { from: at, how })
    });
    carried.collect()
}

/// How the value of a member becomes that of another, if it can.
fn carry(from: &Field, to: &Field, needed: &mut Vec<Pair>) -> Option<Carrying> {
    if to.presence == Presence::Required && from.presence != Presence::Required {
        return None;
    }
    if from.ty == to.ty {
        return Some(Carrying::AsItIs);
    }
    match (&from.ty, &to.ty) {
        (Type::Named(from), Type::Named(to)) => {
            needed.push((*from, *to));
            Some(Carrying::Into)
        }
        (Type::List(from), Type::List(to)) => match (&**from, &**to) {
            (Type::Named(from), Type::Named(to)) => {
                needed.push((*from, *to));
                Some(Carrying::EachInto)
            }
            _ => None,
        },
        _ => None,
    }
}
