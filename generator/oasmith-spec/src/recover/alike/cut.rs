//! Recursion that an exporter cut off.
//!
//! An exporter that inlines every reference must stop when a schema refers to itself, and most put an empty schema
//! there after a few levels: `{ name, children: [{ name, children: [{ name, children: [{}] }] }] }`. Others put a list
//! of anything or a text that says so there, or leave the member out. What repeats itself may be put together from
//! parts, and stand in parts.
//! The evidence is a schema that holds a copy of itself which differs in nothing but in ending earlier.
//! One level alone is no evidence: an empty schema may well be meant.

use crate::recover::found::{ClassIndex, Found, Use};
use crate::recover::intern::{Id, Interner, Shape};
use crate::recover::schema::{self, Form};
use std::collections::{HashMap, HashSet};

/// A class that is a shorter copy of one that holds it.
pub(super) struct Cut {
    pub inner: ClassIndex,
    pub outer: ClassIndex,
}

/// More classes with the same properties than these are not compared with each other.
const MANY: usize = 64;

/// The copies that were cut off, each with the longest that holds it.
pub(super) fn folded(found: &Found<'_>, interner: &Interner<'_>) -> Vec<Cut> {
    let mut alike: HashMap<Vec<&str>, Vec<ClassIndex>> = HashMap::new();
    for (at, class) in found.classes.iter().enumerate() {
        if class.form == Form::Object {
            let names = properties(interner, class.id);
            // A single property is too little to tell a schema by.
            if names.len() >= 2 {
                alike.entry(names).or_default().push(ClassIndex(at));
            }
        }
    }
    let mut cuts = Vec::new();
    for group in alike.into_values() {
        if (2..=MANY).contains(&group.len()) {
            in_group(found, interner, &group, &mut cuts);
        }
    }
    cuts.sort_by_key(|it| it.inner);
    cuts
}

/// The classes that stand in copies that were cut off, and nowhere else: nothing is left of them. So it is with the last
/// of the copies, where those lack a member.
pub(super) fn gone(found: &Found<'_>, cuts: &[Cut]) -> HashSet<ClassIndex> {
    let cut: HashSet<ClassIndex> = cuts.iter().map(|it| it.inner).collect();
    let mut gone = HashSet::new();
    // What stands in a class is most often found after it, so few rounds are needed.
    loop {
        let before = gone.len();
        for (at, class) in found.classes.iter().enumerate() {
            let is_inside = |it: &Use<'_>| {
                let owner = it.owner();
                owner.is_some_and(|it| cut.contains(&it) || gone.contains(&it))
            };
            let at = ClassIndex(at);
            if !cut.contains(&at) && !class.uses.is_empty() && class.uses.iter().all(is_inside) {
                gone.insert(at);
            }
        }
        if gone.len() == before {
            return gone;
        }
    }
}

/// Takes note of what is gone, and that nothing is a part of it.
pub(super) fn leave(found: &mut Found<'_>, gone: &HashSet<ClassIndex>) {
    for (at, class) in found.classes.iter_mut().enumerate() {
        class.is_gone = gone.contains(&ClassIndex(at));
        if !class.is_gone {
            let is_left = |it: &Use<'_>| it.owner().is_none_or(|it| !gone.contains(&it));
            class.uses.retain(is_left);
        }
    }
}

fn in_group(found: &Found<'_>, interner: &Interner<'_>, group: &[ClassIndex], cuts: &mut Vec<Cut>) {
    // What holds others has a greater number than they have.
    let mut by_size = group.to_vec();
    by_size.sort_by_key(|it| std::cmp::Reverse(found.id(*it)));
    for (at, inner) in by_size.iter().enumerate() {
        let outer = by_size[..at].iter().find(|outer| {
            let (whole, cut) = (found.id(**outer), found.id(*inner));
            is_cut(interner, whole, cut, &mut HashMap::new()) && holds(interner, whole, cut)
        });
        cuts.extend(outer.map(|outer| Cut {
            inner: *inner,
            outer: *outer,
        }));
    }
}

/// The names of a schema's properties, and of those of the schemas that it is put together from.
fn properties<'i>(interner: &'i Interner<'_>, id: Id) -> Vec<&'i str> {
    let mut names = Vec::new();
    let mut seen = HashSet::from([id]);
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        let Shape::Object(members) = interner.shape(id) else {
            continue;
        };
        for (keyword, value) in members {
            match (*keyword, interner.shape(*value)) {
                ("properties", Shape::Object(named)) => names.extend(named.iter().map(|it| it.0)),
                (it, Shape::Array(parts)) if COMPOSITIONS.contains(&it) => {
                    open.extend(parts.iter().filter(|it| seen.insert(**it)));
                }
                _ => {}
            }
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// What a schema is put together with.
const COMPOSITIONS: [&str; 3] = ["allOf", "oneOf", "anyOf"];

/// Whether `cut` is `whole` with something that ends earlier in some places.
fn is_cut(
    interner: &Interner<'_>,
    whole: Id,
    cut: Id,
    known: &mut HashMap<(Id, Id), bool>,
) -> bool {
    if whole == cut {
        return true;
    }
    let schema = cut;
    if let Some(known) = known.get(&(whole, cut)) {
        return *known;
    }
    let is = match (interner.shape(whole), interner.shape(cut)) {
        (Shape::Object(whole), Shape::Object(cut)) => {
            is_empty_of(interner, whole, cut)
                || whole.len() == cut.len()
                    && whole.iter().zip(cut).all(|(a, b)| {
                        let lacks = || a.0 == "properties" && lacks(interner, a.1, b.1, schema);
                        a.0 == b.0 && (is_cut(interner, a.1, b.1, known) || lacks())
                    })
        }
        (Shape::Array(whole), Shape::Array(cut)) => {
            whole.len() == cut.len()
                && whole
                    .iter()
                    .zip(cut)
                    .all(|(a, b)| is_cut(interner, *a, *b, known))
        }
        _ => false,
    };
    known.insert((whole, cut), is);
    is
}

/// Whether `cut` is what is left of a schema with properties or parts, or of a list: nothing but its type and what
/// describes it.
fn is_empty_of(interner: &Interner<'_>, whole: &[(&str, Id)], cut: &[(&str, Id)]) -> bool {
    let has = |name: &str| whole.iter().any(|it| it.0 == name);
    let is_object = has("properties") || COMPOSITIONS.iter().any(|it| has(it));
    let says_so = cut.iter().any(|(name, id)| match interner.shape(*id) {
        Shape::String(text) => schema::is_annotation(name) && is_notice(text),
        _ => false,
    });
    let kind = if is_object { "object" } else { "array" };
    let takes_null = allows_null(interner, whole);
    let is_left = |of: &str| of == kind || of == "null" && takes_null;
    let says_nothing = |(name, id): &(&str, Id)| match (*name, interner.shape(*id)) {
        ("type", _) if says_so => true,
        ("type", Shape::String(of)) => is_left(of),
        ("type", Shape::Array(types)) => types
            .iter()
            .all(|it| matches!(interner.shape(*it), Shape::String(of) if is_left(of))),
        ("nullable", Shape::Bool(_)) => true,
        ("properties", Shape::Object(members)) => members.is_empty(),
        (other, _) => schema::is_annotation(other),
    };
    (is_object || has("items")) && cut.iter().all(says_nothing)
}

/// Whether a schema says that null is one of its values.
fn allows_null(interner: &Interner<'_>, schema: &[(&str, Id)]) -> bool {
    let is_null = |it: &Id| match interner.shape(*it) {
        Shape::String(of) => *of == "null",
        Shape::Object(members) => matches!(
            &**members,
            [("type", of)] if matches!(interner.shape(*of), Shape::String("null"))
        ),
        _ => false,
    };
    schema
        .iter()
        .any(|(name, id)| match (*name, interner.shape(*id)) {
            ("nullable", Shape::Bool(it)) => *it,
            ("type" | "oneOf" | "anyOf", Shape::Array(several)) => several.iter().any(is_null),
            _ => false,
        })
}

/// `[Circular]`, `Circular reference to Node`, `recursive`.
fn is_notice(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains("circular") || text.contains("recursi")
}

/// Whether properties are those of the whole without the ones in which the cut schema itself stands in the whole.
fn lacks(interner: &Interner<'_>, whole: Id, cut: Id, schema: Id) -> bool {
    let (Shape::Object(whole), Shape::Object(cut)) = (interner.shape(whole), interner.shape(cut))
    else {
        return false;
    };
    let holds_it = |id: Id| id == schema || holds(interner, id, schema);
    cut.len() < whole.len()
        && cut.iter().all(|it| whole.contains(it))
        && whole.iter().all(|it| cut.contains(it) || holds_it(it.1))
}

/// Whether a value stands somewhere inside another.
fn holds(interner: &Interner<'_>, outer: Id, inner: Id) -> bool {
    let mut seen = HashSet::new();
    let mut open = vec![outer];
    while let Some(id) = open.pop() {
        let parts: Vec<Id> = match interner.shape(id) {
            Shape::Array(items) => items.clone(),
            Shape::Object(members) => members.iter().map(|it| it.1).collect(),
            _ => continue,
        };
        if parts.contains(&inner) {
            return true;
        }
        // What stands inside has a smaller number.
        open.extend(
            parts
                .into_iter()
                .filter(|it| *it > inner && seen.insert(*it)),
        );
    }
    false
}
