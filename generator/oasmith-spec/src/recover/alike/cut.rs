//! Recursion that an exporter cut off.
//!
//! An exporter that inlines every reference must stop when a schema refers to itself, and most put an empty schema
//! there after a few levels: `{ name, children: [{ name, children: [{ name, children: [{}] }] }] }`. Others put a list
//! of anything or a text that says so there, or leave the member out.
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
    let mut ends = HashMap::new();
    for group in alike.into_values() {
        if (2..=MANY).contains(&group.len()) {
            in_group(found, interner, &group, &mut cuts, &mut ends);
        }
    }
    add_ends(found, &ends, &mut cuts);
    cuts.sort_by_key(|it| it.inner);
    cuts
}

/// The last of the copies, which lack a member, go with those that they stand in; elsewhere they mean themselves.
fn add_ends(found: &Found<'_>, ends: &HashMap<Id, ClassIndex>, cuts: &mut Vec<Cut>) {
    let inner: HashSet<ClassIndex> = cuts.iter().map(|it| it.inner).collect();
    let is_inside = |it: &Use<'_>| match it {
        Use::Property(of, _) | Use::Element(of, _) | Use::Branch(of, _) => inner.contains(of),
        _ => false,
    };
    let classes = found.classes.iter().enumerate();
    cuts.extend(classes.filter_map(|(at, class)| {
        let outer = *ends.get(&class.id)?;
        let inner = ClassIndex(at);
        let is_end = class.uses.iter().all(is_inside);
        is_end.then_some(Cut { inner, outer })
    }));
}

fn in_group(
    found: &Found<'_>,
    interner: &Interner<'_>,
    group: &[ClassIndex],
    cuts: &mut Vec<Cut>,
    ends: &mut HashMap<Id, ClassIndex>,
) {
    // What holds others has a greater number than they have.
    let mut by_size = group.to_vec();
    by_size.sort_by_key(|it| std::cmp::Reverse(found.id(*it)));
    for (at, inner) in by_size.iter().enumerate() {
        let mut lacking = Vec::new();
        let outer = by_size[..at].iter().find(|outer| {
            let (whole, cut) = (found.id(**outer), found.id(*inner));
            lacking.clear();
            let is_cut = is_cut(interner, whole, cut, &mut HashMap::new(), &mut lacking);
            is_cut && holds(interner, whole, cut)
        });
        if let Some(outer) = outer {
            ends.extend(lacking.into_iter().map(|it| (it, *outer)));
            cuts.push(Cut {
                inner: *inner,
                outer: *outer,
            });
        }
    }
}

fn properties<'i>(interner: &'i Interner<'_>, id: Id) -> Vec<&'i str> {
    let member = |id: Id, name: &str| match interner.shape(id) {
        Shape::Object(members) => members.iter().find(|it| it.0 == name).map(|it| it.1),
        _ => None,
    };
    match member(id, "properties").map(|it| interner.shape(it)) {
        Some(Shape::Object(members)) => members.iter().map(|it| it.0).collect(),
        _ => Vec::new(),
    }
}

/// Whether `cut` is `whole` with something that ends earlier in some places. Notes the ends that lack a member.
fn is_cut(
    interner: &Interner<'_>,
    whole: Id,
    cut: Id,
    known: &mut HashMap<(Id, Id), bool>,
    lacking: &mut Vec<Id>,
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
                        let ends = |lacking: &mut Vec<Id>| {
                            let ends = a.0 == "properties" && lacks(interner, a.1, b.1, schema);
                            lacking.extend(ends.then_some(schema));
                            ends
                        };
                        a.0 == b.0 && (is_cut(interner, a.1, b.1, known, lacking) || ends(lacking))
                    })
        }
        (Shape::Array(whole), Shape::Array(cut)) => {
            whole.len() == cut.len()
                && whole
                    .iter()
                    .zip(cut)
                    .all(|(a, b)| is_cut(interner, *a, *b, known, lacking))
        }
        _ => false,
    };
    known.insert((whole, cut), is);
    is
}

/// Whether `cut` is what is left of a schema with properties, or of a list: nothing but its type and what describes it.
fn is_empty_of(interner: &Interner<'_>, whole: &[(&str, Id)], cut: &[(&str, Id)]) -> bool {
    let has = |name: &str| whole.iter().any(|it| it.0 == name);
    let says_so = cut.iter().any(|(name, id)| match interner.shape(*id) {
        Shape::String(text) => schema::is_annotation(name) && is_notice(text),
        _ => false,
    });
    let says_nothing = |(name, id): &(&str, Id)| match (*name, interner.shape(*id)) {
        ("type", _) if says_so => true,
        ("type", Shape::String(of)) => *of == if has("properties") { "object" } else { "array" },
        ("properties", Shape::Object(members)) => members.is_empty(),
        (other, _) => schema::is_annotation(other),
    };
    (has("properties") || has("items")) && cut.iter().all(says_nothing)
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
