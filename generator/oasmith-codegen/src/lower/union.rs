//! Several alternatives become an enum with one variant each, and room for values that are none of them.

pub use inherited::discriminators;
mod inherited;
mod made;
mod words;

use super::alike::are_alike;
use super::alternatives::{
    Mapping, Plan, declares_tag, excludes_all, forbids_tag, is_default, lacks_tag, may_be_object,
    plan,
};
use super::classify::{SchemaForm, classify, is_null};
use super::constraints::constraints;
use super::names::{self, Scope};
use super::nullable::allows_null;
use super::schema::{lower_list, lower_schema, nullable, raw};
use super::site::Site;
use super::{Cx, docs, enumeration, unchecked};
use crate::codes;
use crate::ir::{self, Name, Untagged};
use crate::passes::Alike;
use inherited::Trust;
use made::Made;
use oasmith_source::{Diagnostic, Diagnostics, Span};
use oasmith_spec::model::{Schema, SchemaObject, Spanned};
use std::collections::{HashMap, HashSet};

/// How deep unions may stand in unions before they are counted.
const DEPTH_OF_PLENTY: usize = 2;
/// How deep unions may stand in unions.
const DEEPEST: usize = 8;
/// How often one schema becomes a union that deep.
const MOST_MADE: usize = 4;

pub fn lower_union(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    if let Some(why) = too_deep(it.span, cx) {
        return raw(it.span, why, cx);
    }
    tell_excluded(it, cx);
    cx.unions.push(it.span);
    let (it, trust) = inherited::with_discriminator(it, cx.document);
    let ty = match plan(&it, cx.document, cx.options) {
        Plan::One(schema) => lower_schema(&schema, site, cx),
        Plan::Scalar(ty) => ty,
        Plan::Anything => ir::Type::Raw,
        Plan::Named {
            values,
            is_open,
            has_bounds,
        } => {
            note_bounds(has_bounds, &it, cx);
            let id = cx.declare(site, it.span, docs::of_schema(&it));
            enumeration::define(id, values, is_open, &it, cx);
            ir::Type::Named(id)
        }
        Plan::Several(all) => {
            let id = cx.declare(site, it.span, docs::of_schema(&it));
            define(id, &it, trust, &all, site, cx);
            ir::Type::Named(id)
        }
    };
    cx.unions.pop();
    ty
}

/// One of these, or anything else.
pub fn lower_open_union(known: Vec<Schema>, span: Span, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    if let Some(why) = too_deep(span, cx) {
        return raw(span, why, cx);
    }
    let mut it = SchemaObject::new(span);
    it.any_of = known;
    let mut all: Vec<Schema> = it
        .any_of
        .iter()
        .filter(|it| !is_null(it))
        .cloned()
        .collect();
    let anything = |it: &Schema| matches!(classify(it), SchemaForm::Anything);
    if all.is_empty() || all.iter().any(anything) {
        return ir::Type::Raw;
    }
    all.push(Schema::Bool(Spanned { value: true, span }));
    cx.unions.push(span);
    let id = cx.declare(site, span, docs::of_schema(&it));
    define(id, &it, Trust::Full, &all, site, cx);
    cx.unions.pop();
    if allows_null(&it, cx.document) {
        nullable(ir::Type::Named(id))
    } else {
        ir::Type::Named(id)
    }
}

/// Alternatives of which none can be what is said beside them are generated as they are.
fn tell_excluded(it: &SchemaObject, cx: &mut Cx<'_>) {
    if excludes_all(it, cx.document) {
        cx.contradictions.insert(it.span);
    }
}

/// Why no union is made here.
fn too_deep(span: Span, cx: &mut Cx<'_>) -> Option<&'static str> {
    if cx.unions.contains(&span) {
        return Some("an alternative that is made of itself");
    }
    if cx.unions.len() < DEPTH_OF_PLENTY {
        return None;
    }
    // Alternatives that are put together from unions make ever more of them.
    let made = cx.unions_made.entry(span).or_insert(0);
    *made += 1;
    (*made > MOST_MADE || cx.unions.len() >= DEEPEST).then_some("one of too many unions in unions")
}

/// Defines a type that is declared already, so that its alternatives may refer to it.
pub fn fill_union(id: ir::TypeId, it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) {
    tell_excluded(it, cx);
    cx.unions.push(it.span);
    let (it, trust) = inherited::with_discriminator(it, cx.document);
    match plan(&it, cx.document, cx.options) {
        Plan::Named {
            values,
            is_open,
            has_bounds,
        } => {
            note_bounds(has_bounds, &it, cx);
            enumeration::define(id, values, is_open, &it, cx);
        }
        Plan::Several(all) => define(id, &it, trust, &all, site, cx),
        Plan::One(only) => cx.fill(id, &only, site),
        // Have no type of their own.
        Plan::Scalar(_) | Plan::Anything => {}
    }
    cx.unions.pop();
}

/// Defines the type of a list of itself: the list, or anything else.
pub fn fill_list(id: ir::TypeId, it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) {
    let ty = lower_list(it.items.as_ref(), site, cx);
    let list = ir::Alternative {
        name: Name("List".to_owned()),
        docs: ir::Docs::default(),
        constraints: constraints(it, &ty, cx),
        ty,
        boxed: false,
        inline: true,
        tags: Vec::new(),
        shapes: Vec::new(),
        is_read_for_others: false,
    };
    cx.define(
        id,
        ir::TypeKind::Union(ir::Union {
            alternatives: vec![list],
            tag: None,
            untagged: Untagged::Unknown,
            is_open: false,
        }),
    );
}

/// An enum takes any other value as well, and holds it to nothing.
fn note_bounds(has_bounds: bool, it: &SchemaObject, cx: &mut Cx<'_>) {
    let lost = has_bounds.then_some("pattern or bounds of what is not named beside an enum");
    unchecked::note_these(lost.into_iter(), it, cx);
}

fn define(
    id: ir::TypeId,
    it: &SchemaObject,
    trust: Trust,
    all: &[Schema],
    site: &Site,
    cx: &mut Cx<'_>,
) {
    cx.union_places.insert(site.pointer.clone(), it.span);
    let names = names(it, all, cx);
    let by = it.discriminator.as_ref().map(Mapping::new);
    let mut made = Made::default();
    let mut lowered = enums_of_lists(all, &names, site, cx);
    for (at, (schema, name)) in all.iter().zip(names).enumerate() {
        let site = site.alternative(at, name.as_str());
        let ty = match lowered[at].take() {
            Some(ty) => ty,
            None => lower_schema(schema, &site, cx),
        };
        // `null` is said of the union, not of its alternatives.
        let ty = match ty {
            ir::Type::Nullable(inner) => *inner,
            ty => ty,
        };
        if is_default(it, schema, cx.document) {
            made.default = made.place_of(&ty).or(made.default);
        }
        made.add(schema, name, ty, by.as_ref(), cx);
    }
    made.finish(cx);
    let (tag, untagged) = told_by(it, trust, all, by.as_ref(), &mut made, cx);
    cx.define(
        id,
        ir::TypeKind::Union(ir::Union {
            alternatives: made.alternatives,
            tag,
            untagged,
            is_open: made.is_open,
        }),
    );
}

/// The member that names the alternatives, and what is meant where it names none of them.
fn told_by(
    it: &SchemaObject,
    trust: Trust,
    all: &[Schema],
    by: Option<&Mapping<'_>>,
    made: &mut Made<'_>,
    cx: &Cx<'_>,
) -> (Option<String>, Untagged) {
    let is_declared = all.iter().any(|one| declares_tag(it, one, cx.document));
    // Where some have the member, those without it are told by what they are and not by their component's name.
    let mut named = all.iter().filter(|one| !is_default(it, one, cx.document));
    let lacks_tag = |one| by.is_some_and(|by| lacks_tag(by, one, cx.document));
    let is_hint = is_declared && named.any(lacks_tag);
    // With the member, no value would be any of them.
    let mut with_members = all.iter().filter(|one| may_be_object(one, cx.document));
    let is_forbidden = with_members.all(|one| forbids_tag(it, one, cx.document));
    if is_hint || is_forbidden {
        made.alternatives.iter_mut().for_each(|it| it.tags.clear());
    }
    let are_objects = made.objects.iter().all(|it| *it);
    let tag = tag(it, &made.objects, &mut made.alternatives);
    let tag = tag.filter(|_| are_objects || made.default.is_none());
    let untagged = match (trust, made.default) {
        _ if tag.is_none() => Untagged::Unknown,
        (_, Some(at)) => Untagged::Default(at),
        (Trust::Guess, _) => Untagged::Shape,
        (Trust::Full, _) if is_declared && are_objects => Untagged::Unknown,
        (Trust::Full, _) => Untagged::ShapeIfMissing,
    };
    (tag, untagged)
}

/// The types of enums in place, and of lists of the same: one enum for both.
fn enums_of_lists(
    all: &[Schema],
    names: &[Name],
    site: &Site,
    cx: &mut Cx<'_>,
) -> Vec<Option<ir::Type>> {
    let mut lowered = vec![None; all.len()];
    let is_enum = |it: &Schema| {
        matches!(
            classify(it),
            SchemaForm::StringEnum | SchemaForm::IntegerEnum
        )
    };
    for (at, schema) in all.iter().enumerate() {
        let SchemaForm::List(Some(items)) = classify(schema) else {
            continue;
        };
        let one = all
            .iter()
            .position(|one| is_enum(items) && is_enum(one) && are_alike(one, items, cx.document));
        let Some(one) = one else { continue };
        if lowered[one].is_none() {
            let site = site.alternative(one, names[one].as_str());
            lowered[one] = Some(lower_schema(&all[one], &site, cx));
        }
        schema
            .as_object()
            .into_iter()
            .for_each(|it| unchecked::note(it, cx));
        lowered[at] = lowered[one].clone().map(|it| ir::Type::List(Box::new(it)));
    }
    lowered
}

/// The discriminator's member, where it tells all alternatives apart that have members.
fn tag(
    it: &SchemaObject,
    objects: &[bool],
    alternatives: &mut [ir::Alternative],
) -> Option<String> {
    let discriminator = it.discriminator.as_ref()?;
    for (it, _) in alternatives.iter_mut().zip(objects).filter(|it| !it.1) {
        it.tags.clear();
    }
    // One alternative has no name twice.
    let mut taken = HashSet::new();
    let tells = alternatives.iter().zip(objects).all(|(it, is_object)| {
        let is_new = it.tags.iter().all(|tag| taken.insert(tag));
        is_new && it.tags.is_empty() != *is_object
    });
    if tells && !taken.is_empty() {
        return Some(discriminator.property_name.clone());
    }
    alternatives.iter_mut().for_each(|it| it.tags.clear());
    None
}

/// What each variant is called: what is said of it, without what is said of all of them.
fn names(it: &SchemaObject, all: &[Schema], cx: &Cx<'_>) -> Vec<Name> {
    let words = words::words(it, all, cx);
    // A base that is one of its own alternatives has no part in what those that build on it are called.
    let is_built_on = |at: usize| all[at].span() == it.span;
    let builders = (0..all.len()).filter(|at| !is_built_on(*at));
    let builders: Vec<&Vec<String>> = builders.map(|at| &words[at]).collect();
    let has_base = !builders.is_empty() && builders.len() < all.len();
    let (front, back) = match has_base {
        true => shared(&builders),
        false => shared(&words.iter().collect::<Vec<_>>()),
    };
    let mut scope = Scope::with(&["Unknown"]);
    let names = words.iter().enumerate().map(|(at, words)| {
        let own = match has_base && is_built_on(at) {
            true => words.as_slice(),
            false => &words[front..words.len() - back],
        };
        scope.take(names::camel(&own.join(" ")), "Value").name()
    });
    names.collect()
}

/// How many words stand in front of all names, and behind.
fn shared(all: &[&Vec<String>]) -> (usize, usize) {
    let Some((first, rest)) = all.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return (0, 0);
    };
    // Something is left of each, and no name begins with a digit then.
    let most = all
        .iter()
        .map(|it| it.len())
        .min()
        .unwrap_or(0)
        .saturating_sub(1);
    let same = |at: usize| rest.iter().all(|it| it[at] == first[at]);
    let mut front = (0..most).take_while(|at| same(*at)).count();
    let starts_with_digit = |it: &&Vec<String>| it[front].starts_with(|c: char| c.is_ascii_digit());
    if all.iter().any(starts_with_digit) {
        front = 0;
    }
    let same_back = |at: usize| {
        rest.iter()
            .all(|it| it[it.len() - 1 - at] == first[first.len() - 1 - at])
    };
    let back = (0..most - front).take_while(|at| same_back(*at)).count();
    (front, back)
}

/// Says that of two alternatives the first is read, since nothing tells them apart.
pub fn tell_alike(it: &Alike, places: &HashMap<String, Span>, diagnostics: &mut Diagnostics) {
    let Alike { first, second, .. } = it;
    let message =
        format!("nothing tells `{second}` from `{first}` when it is read, so `{first}` is read");
    let help = "give the schema a discriminator, or each alternative a required member with a `const` of its own";
    let diagnostic = Diagnostic::info(&codes::ALTERNATIVES_ALIKE, message).help(help);
    diagnostics.push(match places.get(&it.origin) {
        Some(place) => diagnostic.at(*place),
        None => diagnostic,
    });
}
