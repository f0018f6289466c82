//! Leaves out what makes no difference between alternatives.
//!
//! In: all shapes of each alternative. Out: those parts of them that only some alternatives have, on every level.

use super::apart::are_disjoint;
use super::look::dedup;
use crate::ir::{Count, Member, Shape, Width};
use indexmap::IndexMap;
use std::collections::HashSet;

/// How many members of one object are looked at when a value is read.
pub(super) const MOST_MEMBERS: usize = 24;

/// Shapes of one alternative, in one place.
struct Part<'s> {
    alternative: usize,
    shapes: &'s mut Vec<Shape>,
}

pub(super) fn reduce(alternatives: &mut [Vec<Shape>]) {
    let parts = alternatives.iter_mut().enumerate();
    let mut parts: Vec<_> = parts
        .map(|(alternative, shapes)| Part {
            alternative,
            shapes,
        })
        .collect();
    // In a query, a text may be a list of one as well.
    let is_list = |it: &Shape| matches!(it, Shape::List(..));
    if owners(&parts, is_text) < 2 && owners(&parts, is_list) == 0 {
        let shapes = parts.iter_mut().flat_map(|it| it.shapes.iter_mut());
        for text in shapes.filter(|it| is_text(it)) {
            *text = Shape::Text;
        }
    }
    reduce_parts(parts);
}

fn is_text(it: &Shape) -> bool {
    matches!(
        it,
        Shape::Text
            | Shape::Texts(_)
            | Shape::Date
            | Shape::DateTime
            | Shape::Uuid
            | Shape::Formatted(_)
    )
}

/// How many alternatives have such a shape in this place.
fn owners(parts: &[Part<'_>], is: fn(&Shape) -> bool) -> usize {
    let has = |it: &&Part<'_>| it.shapes.iter().any(|it| is(it) || *it == Shape::Any);
    let owners: HashSet<usize> = parts.iter().filter(has).map(|it| it.alternative).collect();
    owners.len()
}

fn is_number(it: &Shape) -> bool {
    matches!(it, Shape::Integer(_) | Shape::Integers(_) | Shape::Number)
}

/// Leaves open how wide integers are, where only one alternative has any; or else where an earlier alternative is as
/// wide, since of those that fit the first is read. A text or the only item of a list may stand for a number, in a query.
fn widen(parts: &mut [Part<'_>]) {
    let may_be_number = |it: &Shape| is_number(it) || is_text(it) || matches!(it, Shape::List(..));
    let is_only = owners(parts, may_be_number) < 2;
    let mut known: Vec<Width> = Vec::new();
    for shape in parts.iter_mut().flat_map(|it| it.shapes.iter_mut()) {
        let Shape::Integer(width) = shape else {
            continue;
        };
        if is_only {
            *width = Width::I64;
        } else if let Some(wide) = known.iter().find(|it| it.covers(*width)) {
            *width = *wide;
        } else {
            known.push(*width);
        }
    }
}

/// Leaves out what format a text has, but where it is all that tells texts apart: documents are careless about formats.
fn leave_out_formats(parts: &mut [Part<'_>]) {
    let all = || parts.iter().flat_map(|it| it.shapes.iter());
    let formats: HashSet<&Shape> = all()
        .filter(|it| matches!(it, Shape::Formatted(_)))
        .collect();
    let are_open = all().any(|it| matches!(it, Shape::Text | Shape::Texts(_) | Shape::Any))
        || formats.len() < 2;
    let shapes = parts.iter_mut().flat_map(|it| it.shapes.iter_mut());
    for shape in shapes.filter(|it| are_open && matches!(it, Shape::Formatted(_))) {
        *shape = Shape::Text;
    }
}

/// Leaves out how many items a list has, where that is the same for all. Where it is only asked for, it has to tell a
/// list from another one for sure: a value that breaks a bound is still read.
fn leave_out_counts(parts: &mut [Part<'_>]) {
    let lists = parts.iter().flat_map(|part| {
        let counts = part.shapes.iter().filter_map(|it| match it {
            Shape::List(_, count) => Some((part.alternative, *count)),
            _ => None,
        });
        counts.collect::<Vec<_>>()
    });
    let lists: Vec<(usize, Count)> = lists.collect();
    for part in parts {
        for shape in part.shapes.iter_mut() {
            let Shape::List(_, count) = shape else {
                continue;
            };
            let others = || lists.iter().filter(|it| it.0 != part.alternative);
            let tells = match count.is_firm {
                true => others().any(|it| it.1 != *count),
                false => others().any(|it| are_disjoint(&it.1, count)),
            };
            if !tells {
                *count = Count::default();
            }
        }
    }
}

fn reduce_parts(mut parts: Vec<Part<'_>>) {
    widen(&mut parts);
    leave_out_formats(&mut parts);
    leave_out_counts(&mut parts);
    let one_list = owners(&parts, |it| matches!(it, Shape::List(..))) < 2;
    let one_object = owners(&parts, |it| matches!(it, Shape::Object(_))) < 2;
    let mut items = Vec::new();
    let mut objects = Vec::new();
    for part in &mut parts {
        let alternative = part.alternative;
        for shape in part.shapes.iter_mut() {
            match shape {
                Shape::List(shapes, _) if one_list => shapes.clear(),
                Shape::List(shapes, _) if !shapes.is_empty() => items.push(Part {
                    alternative,
                    shapes,
                }),
                Shape::Object(members) if one_object => members.clear(),
                Shape::Object(members) => objects.push((alternative, members)),
                _ => {}
            }
        }
    }
    if !items.is_empty() {
        reduce_parts(items);
    }
    if !objects.is_empty() {
        reduce_objects(objects);
    }
    parts.iter_mut().for_each(|it| dedup(it.shapes));
}

fn reduce_objects(mut objects: Vec<(usize, &mut Vec<Member>)>) {
    leave_out_common(&mut objects);
    for (_, members) in &mut objects {
        members.retain(tells);
        // What is required tells most.
        members.sort_by_key(|it| !it.required);
        members.truncate(MOST_MEMBERS);
    }
    let mut parts: IndexMap<&str, Vec<Part<'_>>> = IndexMap::new();
    for (alternative, members) in &mut objects {
        for Member { wire, shapes, .. } in members.iter_mut() {
            parts.entry(wire).or_default().push(Part {
                alternative: *alternative,
                shapes,
            });
        }
    }
    parts.into_values().for_each(reduce_parts);
    leave_out_common(&mut objects);
}

fn leave_out_common(objects: &mut [(usize, &mut Vec<Member>)]) {
    let common = common(objects);
    for (_, members) in objects {
        members.retain(|it| !common.contains(it));
    }
}

/// Whether a member says anything of an object.
fn tells(it: &Member) -> bool {
    it.required || !it.shapes.contains(&Shape::Any)
}

/// Members that all objects have alike. One object alone is to be told from what may be anything.
fn common(objects: &[(usize, &mut Vec<Member>)]) -> Vec<Member> {
    let Some(((_, first), rest)) = objects.split_first().filter(|it| !it.1.is_empty()) else {
        return Vec::new();
    };
    let is_common = |it: &&Member| rest.iter().all(|(_, members)| members.contains(it));
    first.iter().filter(is_common).cloned().collect()
}
