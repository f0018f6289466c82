//! All that can be told of a type's values, to a depth.

use crate::ir::{
    Alternative, Api, Constant, ConstantOf, Constraints, Count, Enum, EnumOf, Field, Format,
    Member, Predicate, Presence, Shape, Struct, Type, TypeId, TypeKind, Union, Untagged, Width,
};
use std::collections::HashSet;

/// How deep unions in unions are looked into.
const DEEPEST: usize = 8;
/// How many types are looked at for one alternative, in case a document has unions of unions of unions.
const MOST_STEPS: usize = 2_000;

/// Looks into types, as far as it may.
pub(super) struct Look<'a> {
    api: &'a Api,
    /// What stands in the union without a member that names it: see [`bare`].
    bare: &'a HashSet<TypeId>,
    left: usize,
    /// Unions on the way here.
    unions: usize,
}

impl<'a> Look<'a> {
    pub(super) fn new(api: &'a Api, bare: &'a HashSet<TypeId>) -> Self {
        Self {
            api,
            bare,
            left: MOST_STEPS,
            unions: 0,
        }
    }

    /// Whether something was not looked at.
    pub(super) fn is_exhausted(&self) -> bool {
        self.left == 0
    }

    /// All shapes that a value of this type may have, whose texts are said to have a format. Of what is inside of it, so
    /// many levels.
    pub(super) fn shapes(
        &mut self,
        ty: &Type,
        format: Option<Format>,
        levels: usize,
    ) -> Vec<Shape> {
        if self.left == 0 {
            return vec![Shape::Any];
        }
        self.left -= 1;
        let one = match ty {
            Type::Named(id) => return self.named(*id, levels),
            Type::Nullable(inner) => {
                let mut shapes = self.shapes(inner, format, levels);
                shapes.push(Shape::Null);
                return shapes;
            }
            Type::String => match format.filter(|it| has_look(*it)) {
                Some(format) => Shape::Formatted(format),
                None => Shape::Text,
            },
            Type::Base64 => Shape::Text,
            Type::Bool => Shape::Boolean,
            Type::I32 => Shape::Integer(Width::I32),
            Type::I64 => Shape::Integer(Width::I64),
            Type::U32 => Shape::Integer(Width::U32),
            Type::U64 => Shape::Integer(Width::U64),
            Type::F32 | Type::F64 => Shape::Number,
            Type::DateTime => Shape::DateTime,
            Type::Date => Shape::Date,
            Type::Uuid => Shape::Uuid,
            Type::List(item) => {
                let items = std::slice::from_ref(item.as_ref());
                Shape::List(self.items(items, format, levels), Count::default())
            }
            Type::Tuple { items, least } => Shape::List(
                self.items(items, None, levels),
                Count {
                    least: *least,
                    most: Some(items.len()),
                    is_firm: true,
                },
            ),
            Type::Map(_) => Shape::Object(Vec::new()),
            Type::Raw | Type::Unit | Type::File => Shape::Any,
        };
        vec![one]
    }

    /// The same of a value that is held to this.
    pub(super) fn shapes_within(
        &mut self,
        ty: &Type,
        constraints: &Constraints,
        format: Option<Format>,
        levels: usize,
    ) -> Vec<Shape> {
        let mut shapes = self.shapes(ty, format, levels);
        let own = match ty {
            Type::Nullable(inner) => inner,
            _ => ty,
        };
        if matches!(own, Type::List(_)) {
            for shape in &mut shapes {
                if let Shape::List(_, count) = shape {
                    *count = within(constraints);
                }
            }
        }
        shapes
    }

    fn items(&mut self, items: &[Type], format: Option<Format>, levels: usize) -> Vec<Shape> {
        let Some(levels) = levels.checked_sub(1) else {
            return Vec::new();
        };
        let mut shapes: Vec<Shape> = items
            .iter()
            .flat_map(|it| self.shapes(it, format, levels))
            .collect();
        dedup(&mut shapes);
        if shapes.contains(&Shape::Any) {
            shapes.clear();
        }
        shapes
    }

    fn named(&mut self, id: TypeId, levels: usize) -> Vec<Shape> {
        match &self.api.ty(id).kind {
            TypeKind::Enum(it) => vec![named_values(it)],
            TypeKind::Struct(it) => vec![Shape::Object(self.members(it, levels))],
            TypeKind::Union(it) if it.is_open || self.unions == DEEPEST => vec![Shape::Any],
            TypeKind::Union(it) => {
                self.unions += 1;
                let mut all = Vec::new();
                for alternative in &it.alternatives {
                    let mut shapes = self.shapes(&alternative.ty, None, levels);
                    if levels > 0 {
                        self.add_tag(it, alternative, &mut shapes);
                    }
                    all.extend(shapes);
                }
                self.unions -= 1;
                dedup(&mut all);
                all
            }
        }
    }

    /// Adds the member that names an alternative, where the alternative does not declare it: the variant writes it.
    fn add_tag(&self, union: &Union, it: &Alternative, shapes: &mut [Shape]) {
        let Some(tag) = &union.tag else {
            return;
        };
        let is_bare = matches!(it.ty, Type::Named(id) if self.bare.contains(&id));
        let (required, value) = match union.untagged {
            Untagged::Unknown => (true, Shape::Texts(it.tags.clone())),
            Untagged::ShapeIfMissing => (is_bare, Shape::Texts(it.tags.clone())),
            Untagged::Default(_) => (is_bare, Shape::Text),
            Untagged::Shape | Untagged::Event => return,
        };
        for shape in shapes {
            if let Shape::Object(members) = shape
                && members.iter().all(|it| it.wire != *tag)
            {
                members.push(Member {
                    wire: tag.clone(),
                    required,
                    shapes: vec![value.clone()],
                });
            }
        }
    }

    fn members(&mut self, it: &Struct, levels: usize) -> Vec<Member> {
        let Some(levels) = levels.checked_sub(1) else {
            return Vec::new();
        };
        let constants = it.constants.iter().map(|it| Member {
            wire: it.wire.clone(),
            required: true,
            shapes: vec![only(it)],
        });
        let mut all: Vec<Member> = constants.collect();
        for field in &it.fields {
            let mut shapes = match only_boolean(field) {
                Some(only) => vec![Shape::Is(only)],
                None => self.shapes_within(&field.ty, &field.constraints, field.format, levels),
            };
            // `null` is read as absent, where a member may be.
            if field.presence != Presence::Required {
                shapes.push(Shape::Null);
            }
            dedup(&mut shapes);
            all.push(Member {
                wire: field.wire.clone(),
                required: matches!(field.presence, Presence::Required | Presence::Nullable),
                shapes,
            });
        }
        all
    }
}

/// The alternatives that no member names, those of unions inside included: without such a member a value is one of them.
pub(super) fn bare(alternatives: &[Alternative], api: &Api) -> HashSet<TypeId> {
    let mut found = HashSet::new();
    let mut waiting: Vec<&Type> = alternatives.iter().map(|it| &it.ty).collect();
    while let Some(ty) = waiting.pop() {
        match ty {
            Type::Nullable(inner) => waiting.push(inner),
            Type::Named(id) if found.insert(*id) => {
                if let TypeKind::Union(it) = &api.ty(*id).kind
                    && it.tag.is_none()
                {
                    waiting.extend(it.alternatives.iter().map(|it| &it.ty));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether texts of a format look unlike most others: any text may be a reference or a template.
fn has_look(it: Format) -> bool {
    matches!(
        it,
        Format::Time
            | Format::Duration
            | Format::Email
            | Format::IdnEmail
            | Format::Hostname
            | Format::Ipv4
            | Format::Ipv6
            | Format::Uri
            | Format::Iri
    )
}

fn within(it: &Constraints) -> Count {
    let count = |it: u64| usize::try_from(it).unwrap_or(usize::MAX);
    Count {
        least: it.min_items.map_or(0, count),
        most: it.max_items.map(count),
        is_firm: false,
    }
}

fn only(it: &Constant) -> Shape {
    let value = || vec![it.value.clone()];
    match it.of {
        ConstantOf::Text => Shape::Texts(value()),
        ConstantOf::Integer => Shape::Integers(value()),
        ConstantOf::Boolean => Shape::Is(it.value == "true"),
    }
}

/// The one of the two booleans that a member may be, as `success` says whether there is a result or an error.
fn only_boolean(field: &Field) -> Option<bool> {
    let mut rules = field.constraints.rules.iter();
    let only = rules.find_map(|it| match &it.holds {
        Predicate::Among(values) => match values.as_slice() {
            [only] => only.parse().ok(),
            _ => None,
        },
        _ => None,
    });
    only.filter(|_| field.ty == Type::Bool)
}

fn named_values(it: &Enum) -> Shape {
    let values = it.variants.iter().map(|it| it.wire.clone());
    match (it.of, it.is_open) {
        (EnumOf::Strings, true) => Shape::Text,
        (EnumOf::Strings, false) => Shape::Texts(values.collect()),
        (EnumOf::Integers, true) => Shape::Integer(Width::I64),
        (EnumOf::Integers, false) => Shape::Integers(values.collect()),
    }
}

pub(super) fn dedup(shapes: &mut Vec<Shape>) {
    if shapes.len() > 1 {
        let mut seen = HashSet::new();
        shapes.retain(|it| seen.insert(it.clone()));
    }
}
