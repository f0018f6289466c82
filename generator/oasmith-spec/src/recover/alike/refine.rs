//! Sameness of schemas when references are followed.
//!
//! In: all distinct values, and what references and cut-off copies stand for. Out: a colour for each value; two are the
//! same exactly when their colours are equal.
//! Colours start coarse, one for all values that lead to a reference, and are refined by those of the parts until
//! nothing changes: so recursive schemas are compared without end, and equal ones fold into one. Values that lead to
//! no reference are told apart by `intern` already and cost nothing.

use super::Targets;
use crate::recover::intern::{Id, Interner, Shape};
use foldhash::{HashMap, HashMapExt};

/// More rounds than any document needs whose schemas are told apart by something near their tops.
const ROUNDS: usize = 64;

/// A colour by value.
pub(in crate::recover) struct Sameness(Vec<u32>);

impl Sameness {
    /// The colour of a value; values interned later have their own.
    pub(in crate::recover) fn of(&self, id: Id) -> u32 {
        self.0.get(id.0 as usize).copied().unwrap_or(id.0)
    }
}

/// `folds` are pairs of values of which the first stands for the second.
pub(super) fn sameness<'a>(
    interner: &Interner<'a>,
    targets: &Targets<'_, 'a>,
    folds: impl Iterator<Item = (Id, Id)>,
) -> Sameness {
    let count = interner.shapes().len();
    let own: Vec<u32> = (0..count as u32).collect();
    let mut stands_for: HashMap<Id, Id> = folds.collect();
    stands_for.extend(references(interner, targets));
    if stands_for.is_empty() {
        return Sameness(own);
    }
    let target = |id| follow(id, &stands_for);
    let open = open(interner, &stands_for);
    // Those that lead to no reference keep their numbers; the colours of the others are greater than any number.
    let mut colours = own.clone();
    let all_open = (0..count).filter(|it| open[*it]).map(|it| Id(it as u32));
    let all_open: Vec<Id> = all_open.filter(|it| target(*it) == *it).collect();
    for id in &all_open {
        colours[id.0 as usize] = count as u32;
    }
    let mut known = 1;
    for _ in 0..ROUNDS {
        let mut signatures: HashMap<(u32, Signature<'_>), u32> = HashMap::new();
        let mut next = Vec::with_capacity(all_open.len());
        for id in &all_open {
            let colour = |it: &Id| colours[target(*it).0 as usize];
            let signature = signature(interner.shape(*id), colour);
            let fresh = count as u32 + signatures.len() as u32;
            let before = colours[id.0 as usize];
            next.push(*signatures.entry((before, signature)).or_insert(fresh));
        }
        let now = signatures.len();
        for (id, colour) in all_open.iter().zip(next) {
            colours[id.0 as usize] = colour;
        }
        if now == known {
            let of = |at: usize| colours[target(Id(at as u32)).0 as usize];
            return Sameness((0..count).map(of).collect());
        }
        known = now;
    }
    // Not told apart yet does not mean the same.
    Sameness(own)
}

#[derive(PartialEq, Eq, Hash)]
enum Signature<'s> {
    Array(Vec<u32>),
    Object(Vec<(&'s str, u32)>),
}

fn signature<'s>(shape: &'s Shape<'_>, colour: impl Fn(&Id) -> u32) -> Signature<'s> {
    match shape {
        Shape::Object(members) => {
            Signature::Object(members.iter().map(|it| (it.0, colour(&it.1))).collect())
        }
        Shape::Array(items) => Signature::Array(items.iter().map(colour).collect()),
        _ => unreachable!("only arrays and objects lead to references"),
    }
}

/// References that stand alone, each with the component it names.
fn references<'i>(
    interner: &'i Interner<'_>,
    targets: &'i Targets<'_, '_>,
) -> impl Iterator<Item = (Id, Id)> + 'i {
    interner.shapes().enumerate().filter_map(|(at, shape)| {
        let Shape::Object(members) = shape else {
            return None;
        };
        let [("$ref", text)] = members.as_slice() else {
            return None;
        };
        let Shape::String(text) = interner.shape(*text) else {
            return None;
        };
        let target = match text.strip_prefix("#/components/schemas/") {
            Some(name) => targets.components.get(name),
            None => targets.cycles.get(text),
        };
        Some((Id(at as u32), *target?))
    })
}

/// What a value stands for in the end; a value on a cycle of references stands for itself.
fn follow(id: Id, stands_for: &HashMap<Id, Id>) -> Id {
    let mut at = id;
    for _ in 0..ROUNDS {
        match stands_for.get(&at) {
            Some(next) => at = *next,
            None => return at,
        }
    }
    id
}

/// Whether a value leads to something that stands for another.
fn open(interner: &Interner<'_>, stands_for: &HashMap<Id, Id>) -> Vec<bool> {
    let mut open: Vec<bool> = Vec::new();
    for (at, shape) in interner.shapes().enumerate() {
        let is_open = |it: &Id| open[it.0 as usize];
        let leads = match shape {
            Shape::Array(items) => items.iter().any(is_open),
            Shape::Object(members) => members.iter().any(|it| is_open(&it.1)),
            _ => false,
        };
        open.push(leads || stands_for.contains_key(&Id(at as u32)));
    }
    open
}
