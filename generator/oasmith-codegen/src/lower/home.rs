//! Members that stand in a component and are inherited from it: what stands in place there is one type, whoever has it.
//!
//! `Cat` and `Dog` are `allOf` a `Pet` whose `size` is an enum in place. That is `PetSize` in all three.

use super::classify::{SchemaForm, classify_object};
use super::directions::is_directional;
use super::schema::{Place, lower_schema, once};
use super::{Cx, Site};
use crate::ir;
use oasmith_source::Span;
use oasmith_spec::model::{Schema, SchemaObject};
use oasmith_spec::{Document, Valid};
use std::cmp::Reverse;

/// The components of a document by where they stand.
pub struct Homes<'d> {
    /// In the order of their places.
    all: Vec<Home<'d>>,
}

struct Home<'d> {
    span: Span,
    name: &'d str,
    pointer: &'d str,
    /// The one that it stands in.
    around: Option<usize>,
}

impl<'d> Homes<'d> {
    pub fn new(document: &'d Valid<Document>) -> Self {
        let named = document.components.schemas.iter();
        let mut all: Vec<Home<'d>> = named
            .filter_map(|(name, schema)| {
                Some(Home {
                    span: schema.span(),
                    name,
                    pointer: document.component(name)?.pointer,
                    around: None,
                })
            })
            .collect();
        // What stands around another comes first.
        all.sort_by_key(|it| (it.span.file, it.span.start, Reverse(it.span.end)));
        let mut open: Vec<usize> = Vec::new();
        for at in 0..all.len() {
            while open.pop_if(|it| !all[*it].has(all[at].span)).is_some() {}
            all[at].around = open.last().copied();
            open.push(at);
        }
        Homes { all }
    }

    /// The innermost component that a place is in.
    fn of(&self, span: Span) -> Option<&Home<'d>> {
        let begins = |it: &Home<'_>| (it.span.file, it.span.start) <= (span.file, span.start);
        let mut at = self.all.partition_point(begins).checked_sub(1)?;
        while !self.all[at].has(span) {
            at = self.all[at].around?;
        }
        Some(&self.all[at])
    }
}

impl Home<'_> {
    fn has(&self, span: Span) -> bool {
        let own = self.span;
        own.file == span.file && own.start <= span.start && span.end <= own.end
    }
}

/// Lowers the schema of a member of what stands at a site.
pub fn lower_member(wire: &str, schema: &Schema, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let own = site.property(wire);
    let it = schema.as_object().filter(|it| is_made_in_place(it));
    let Some((it, home)) = it.and_then(|it| Some((it, cx.homes.of(it.span)?))) else {
        return lower_schema(schema, &own, cx);
    };
    let is_split = cx.directional.contains(home.pointer);
    if is_split && is_directional(it, cx.document, &cx.directional) {
        return lower_schema(schema, &own, cx);
    }
    // What stands deeper in the component is named after what it stands in.
    let site = match is_below(&site.pointer, home.pointer) {
        true => own.whole(),
        false => Site::new(home.name, home.pointer, site.direction).property(wire),
    };
    once(Place::Member(it.span), cx, |cx| {
        lower_schema(schema, &site, cx)
    })
}

/// Whether a type of its own may be made of it, by what stands there alone.
fn is_made_in_place(it: &SchemaObject) -> bool {
    // Several parts may have been put together from several places.
    it.reference.is_none()
        && it.all_of.is_empty()
        && !matches!(
            classify_object(it),
            SchemaForm::String
                | SchemaForm::Boolean
                | SchemaForm::Integer
                | SchemaForm::Number
                | SchemaForm::Anything
        )
}

fn is_below(pointer: &str, other: &str) -> bool {
    let rest = pointer.strip_prefix(other);
    rest.is_some_and(|it| it.starts_with('/'))
}
