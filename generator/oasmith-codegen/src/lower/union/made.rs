//! The alternatives that the schemas of a union have become: as many as there are types.

use crate::ir::{self, Name};
use crate::lower::alternatives::{Mapping, contradicting, may_be_object, reference_of, tags};
use crate::lower::constraints::constraints;
use crate::lower::flatten::flatten;
use crate::lower::{Cx, docs, rule};
use oasmith_spec::model::{Schema, SchemaObject};
use std::collections::HashMap;

#[derive(Default)]
pub struct Made<'s> {
    pub alternatives: Vec<ir::Alternative>,
    /// Whether each may have members: what has none is named by none.
    pub objects: Vec<bool>,
    /// The alternative that is meant where no other one is named.
    pub default: Option<usize>,
    /// One of the schemas has no type, so a value may be anything.
    pub is_open: bool,
    /// The schemas of each.
    schemas: Vec<Vec<&'s Schema>>,
    /// What each is called by itself, in contradiction to a mapping.
    spare: Vec<Vec<String>>,
    places: HashMap<ir::Type, usize>,
}

impl<'s> Made<'s> {
    /// Where a type stands among them, or will.
    pub fn place_of(&self, ty: &ir::Type) -> Option<usize> {
        let known = self.places.get(ty).copied();
        (*ty != ir::Type::Raw).then(|| known.unwrap_or(self.alternatives.len()))
    }

    pub fn add(
        &mut self,
        schema: &'s Schema,
        name: Name,
        ty: ir::Type,
        by: Option<&Mapping<'_>>,
        cx: &mut Cx<'_>,
    ) {
        if ty == ir::Type::Raw {
            self.is_open = true;
            return;
        }
        let tags = by.map(|by| tags(by, schema, cx.document));
        let tags = tags.unwrap_or_default();
        if let Some(at) = self.places.get(&ty) {
            let known = &mut self.alternatives[*at].tags;
            let new: Vec<String> = tags.into_iter().filter(|it| !known.contains(it)).collect();
            known.extend(new);
            self.schemas[*at].push(schema);
            return;
        }
        let spare = by.map(|by| contradicting(by, schema, cx.document));
        self.spare.push(spare.unwrap_or_default());
        self.objects.push(may_be_object(schema, cx.document));
        self.schemas.push(vec![schema]);
        self.places.insert(ty.clone(), self.alternatives.len());
        let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
        let constraints = flat.map(|it| constraints(&it, &ty, cx)).unwrap_or_default();
        let is_reference = |it: &SchemaObject| reference_of(it).is_some();
        self.alternatives.push(ir::Alternative {
            name,
            docs: docs::of_place(schema, &ty, cx.document),
            ty,
            constraints,
            boxed: false,
            inline: schema.as_object().is_some_and(|it| !is_reference(it)),
            tags,
            shapes: Vec::new(),
            is_read_for_others: false,
        });
    }

    /// Settles what depends on all of them.
    pub fn finish(&mut self, cx: &Cx<'_>) {
        add_unshared(&self.spare, &mut self.alternatives);
        for (at, schemas) in self.schemas.iter().enumerate() {
            if schemas.len() > 1 {
                join(at, schemas, &mut self.alternatives, cx);
            }
        }
        if self.is_open {
            // What breaks the bounds of one is anything else.
            for it in &mut self.alternatives {
                it.constraints = ir::Constraints::default();
            }
        }
    }
}

/// Makes of one alternative what several have become: its bounds are those of any of them, and it speaks for none.
fn join(at: usize, all: &[&Schema], alternatives: &mut [ir::Alternative], cx: &Cx<'_>) {
    let mut any = SchemaObject::new(all[0].span());
    any.any_of = all.iter().map(|it| (*it).clone()).collect();
    let ty = alternatives[at].ty.clone();
    let rule = rule::of_alternatives(&any, &ty, cx);
    alternatives[at].constraints = ir::Constraints {
        rules: rule.into_iter().collect(),
        ..ir::Constraints::default()
    };
    let neutral = match ty {
        ir::Type::String => "Text",
        ir::Type::I32 | ir::Type::I64 | ir::Type::U32 | ir::Type::U64 => "Integer",
        ir::Type::F32 | ir::Type::F64 => "Number",
        _ => return,
    };
    if alternatives.iter().all(|it| it.name.as_str() != neutral) {
        alternatives[at].name = Name(neutral.to_owned());
    }
    alternatives[at].docs = ir::Docs::default();
}

/// Adds names to alternatives that no other one has or gets.
fn add_unshared(names: &[Vec<String>], alternatives: &mut [ir::Alternative]) {
    let mut counts: HashMap<&String, usize> = HashMap::new();
    for name in names.iter().flatten() {
        *counts.entry(name).or_default() += 1;
    }
    for (it, names) in alternatives.iter_mut().zip(names) {
        it.tags
            .extend(names.iter().filter(|it| counts[it] == 1).cloned());
    }
}
