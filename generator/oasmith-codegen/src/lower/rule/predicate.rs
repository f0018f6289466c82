//! The predicate that a whole schema is.

use super::super::{Cx, pattern};
use crate::ir::{Bound, Predicate};
use oasmith_spec::Node;
use oasmith_spec::model::{Schema, SchemaObject, Spanned, Type};

/// How many schemas one predicate may be made of.
const MOST: usize = 200;

/// What predicates are made with.
pub struct Reading<'c, 'd> {
    cx: &'c Cx<'d>,
    /// Pointers of the components on the way here.
    trail: Vec<String>,
    left: usize,
}

impl<'c, 'd> Reading<'c, 'd> {
    pub fn new(cx: &'c Cx<'d>) -> Self {
        Reading {
            cx,
            trail: Vec::new(),
            left: MOST,
        }
    }
}

impl Reading<'_, '_> {
    /// `None`: it refers to itself, is too large, or says what no predicate can.
    pub fn schema(&mut self, schema: &Schema) -> Option<Predicate> {
        self.left = self.left.checked_sub(1)?;
        let it = match schema {
            Schema::Bool(it) if it.value => return Some(Predicate::Always),
            Schema::Bool(_) => return Some(Predicate::Never),
            Schema::Object(it) => it,
        };
        let mut all = Vec::new();
        if let Some(reference) = &it.reference {
            let target = self.cx.document.target(reference);
            if self.trail.iter().any(|it| it == target.pointer) {
                return None;
            }
            self.trail.push(target.pointer.to_owned());
            all.push(self.schema(target.schema)?);
            self.trail.pop();
        }
        value(it, &mut all)?;
        all.extend(self.cx.options.asserted(it).map(Predicate::Format));
        self.items(it, &mut all)?;
        self.members(it, &mut all)?;
        self.parts(it, &mut all)?;
        all.retain(|it| *it != Predicate::Always);
        Some(match all.len() {
            0 => Predicate::Always,
            1 => all.swap_remove(0),
            _ => Predicate::All(all),
        })
    }

    fn boxed(&mut self, schema: &Schema) -> Option<Box<Predicate>> {
        self.schema(schema).map(Box::new)
    }

    pub fn every(&mut self, schemas: &[Schema]) -> Option<Vec<Predicate>> {
        schemas.iter().map(|it| self.schema(it)).collect()
    }

    pub fn like(&mut self, source: &str, schema: &Schema) -> Option<Predicate> {
        let pattern = pattern::translate(source).ok()?;
        Some(Predicate::Like(pattern, self.boxed(schema)?))
    }

    fn items(&mut self, it: &SchemaObject, all: &mut Vec<Predicate>) -> Option<()> {
        if !it.prefix_items.is_empty() || it.unique_items {
            return None;
        }
        if it.min_items.is_some() || it.max_items.is_some() {
            all.push(Predicate::Size(it.min_items, it.max_items));
        }
        if let Some(items) = &it.items {
            all.push(Predicate::Items(self.boxed(items)?));
        }
        if let Some(item) = &it.contains {
            all.push(self.contains(it, item)?);
        }
        it.unevaluated_items.is_none().then_some(())
    }

    /// JSON Schema 2020-12, validation, 6.4.5: one item at least, unless `minContains` says otherwise.
    pub fn contains(&mut self, it: &SchemaObject, item: &Schema) -> Option<Predicate> {
        let item = self.boxed(item)?;
        let least = it.min_contains.unwrap_or(1);
        Some(Predicate::Contains(item, least, it.max_contains))
    }

    /// What members must be that neither have a name in the schema nor one like those of its patterns.
    pub fn others(&mut self, it: &SchemaObject, others: &Schema) -> Option<Predicate> {
        let names = it.properties.keys().cloned().collect();
        let patterns = it.pattern_properties.keys();
        let patterns: Option<_> = patterns.map(|it| pattern::translate(it).ok()).collect();
        Some(Predicate::Others(names, patterns?, self.boxed(others)?))
    }

    pub fn dependent(&mut self, name: &str, schema: &Schema) -> Option<Predicate> {
        let case = Predicate::All(vec![
            Predicate::Types(vec!["object"]),
            Predicate::Requires(vec![name.to_owned()]),
        ]);
        let then = self.boxed(schema)?;
        Some(Predicate::If(
            Box::new(case),
            then,
            Box::new(Predicate::Always),
        ))
    }

    fn members(&mut self, it: &SchemaObject, all: &mut Vec<Predicate>) -> Option<()> {
        if !it.required.is_empty() {
            let names = it.required.iter().map(|it| it.value.clone());
            all.push(Predicate::Requires(names.collect()));
        }
        if it.min_properties.is_some() || it.max_properties.is_some() {
            all.push(Predicate::Members(it.min_properties, it.max_properties));
        }
        for (name, property) in &it.properties {
            let holds = self.boxed(&property.schema)?;
            all.push(Predicate::Member(name.clone(), holds));
        }
        for (source, schema) in &it.pattern_properties {
            all.push(self.like(source, schema)?);
        }
        if let Some(others) = &it.additional_properties {
            all.push(self.others(it, others)?);
        }
        if let Some(names) = &it.property_names {
            all.push(Predicate::Names(self.boxed(names)?));
        }
        for (name, others) in &it.dependent_required {
            all.push(Predicate::Depends(name.clone(), others.clone()));
        }
        for (name, schema) in &it.dependent_schemas {
            all.push(self.dependent(name, schema)?);
        }
        it.unevaluated_properties.is_none().then_some(())
    }

    fn parts(&mut self, it: &SchemaObject, all: &mut Vec<Predicate>) -> Option<()> {
        all.extend(self.every(&it.all_of)?);
        if !it.any_of.is_empty() {
            all.push(choice(self.every(&it.any_of)?, Predicate::Any));
        }
        if !it.one_of.is_empty() {
            all.push(choice(self.every(&it.one_of)?, Predicate::One));
        }
        if let Some(not) = &it.not {
            all.push(Predicate::Not(self.boxed(not)?));
        }
        if it.if_.is_some() {
            all.push(self.condition(it)?);
        }
        Some(())
    }

    /// JSON Schema 2020-12, core, 10.2.2: what is left out holds.
    pub fn condition(&mut self, it: &SchemaObject) -> Option<Predicate> {
        let case = self.boxed(it.if_.as_ref()?)?;
        let mut branch = |schema: &Option<Schema>| match schema {
            Some(schema) => self.boxed(schema),
            None => Some(Box::new(Predicate::Always)),
        };
        let then = branch(&it.then)?;
        Some(Predicate::If(case, then, branch(&it.else_)?))
    }
}

/// One of these, which of one alone is it.
pub fn choice(mut all: Vec<Predicate>, of: fn(Vec<Predicate>) -> Predicate) -> Predicate {
    match all.len() {
        1 => all.swap_remove(0),
        _ => of(all),
    }
}

/// What is said of values without parts.
fn value(it: &SchemaObject, all: &mut Vec<Predicate>) -> Option<()> {
    if !it.types.is_empty() {
        all.push(Predicate::Types(it.types.iter().map(type_name).collect()));
    }
    for values in [
        it.values.as_ref().map(|it| it.value.iter().collect()),
        it.constant.as_ref().map(|it| vec![it]),
    ] {
        all.extend(values.map(|it: Vec<&Node>| among(&it)));
    }
    let bound = |value: &Option<Spanned<String>>, exclusive| {
        value.as_ref().map(|it| Bound {
            value: it.value.clone(),
            exclusive,
        })
    };
    for (min, max) in [
        (bound(&it.minimum, false), bound(&it.maximum, false)),
        (
            bound(&it.exclusive_minimum, true),
            bound(&it.exclusive_maximum, true),
        ),
    ] {
        if min.is_some() || max.is_some() {
            all.push(Predicate::Range(min, max));
        }
    }
    if it.min_length.is_some() || it.max_length.is_some() {
        all.push(Predicate::Length(it.min_length, it.max_length));
    }
    if let Some(source) = &it.pattern {
        match pattern::translate(&source.value) {
            Ok(expression) => all.push(Predicate::Matches(expression)),
            Err(_) => all.extend(
                pattern::taken_apart(&source.value)?
                    .into_iter()
                    .map(matching),
            ),
        }
    }
    it.multiple_of.is_none().then_some(())
}

fn type_name(it: &Type) -> &'static str {
    match it {
        Type::Null => "null",
        Type::Boolean => "boolean",
        Type::Integer => "integer",
        Type::Number => "number",
        Type::String => "string",
        Type::Array => "array",
        Type::Object => "object",
    }
}

pub fn matching(piece: pattern::Piece) -> Predicate {
    match piece {
        pattern::Piece::Is(expression) => Predicate::Matches(expression),
        pattern::Piece::IsNot(expression) => {
            Predicate::Not(Box::new(Predicate::Matches(expression)))
        }
    }
}

pub fn among(values: &[&Node]) -> Predicate {
    let values = values
        .iter()
        .map(|it| oasmith_spec::write::json_compact(it));
    Predicate::Among(values.collect())
}
