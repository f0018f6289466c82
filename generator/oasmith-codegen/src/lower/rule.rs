//! Keywords about whole values become rules.
//!
//! In: a schema that has been lowered to a type. Out: what its type and bounds do not say, as predicates.
//! A schema within a rule is taken as a whole; one that refers to itself, or that is too large, has no predicate, and
//! then the keyword is told not to be checked (`OAS521`).

use super::classify::{
    SchemaForm, classify_object, has_only_annotations, leaves_names_open, members_without_names,
    only_requires,
};
use super::{Cx, pattern};
use crate::ir::{self, Bound, Predicate, Rule};
use oasmith_spec::Node;
use oasmith_spec::model::{Schema, SchemaObject, Spanned, Type};
use oasmith_spec::node::Value;

/// How many schemas one predicate may be made of.
const MOST: usize = 200;

/// The rules of a schema, and the keywords that could not become any.
pub fn rules(it: &SchemaObject, cx: &Cx<'_>) -> (Vec<Rule>, Vec<&'static str>) {
    let mut found = Found {
        kept: kept(it),
        ..Found::default()
    };
    let mut reading = Reading {
        cx,
        trail: Vec::new(),
        left: MOST,
    };
    if it.min_properties.is_some() || it.max_properties.is_some() {
        let holds = Predicate::Members(it.min_properties, it.max_properties);
        found.add("minProperties", count(it), Some(holds));
    }
    for (name, others) in &it.dependent_required {
        let told = format!("has `{name}`, and therefore needs {}", others.join(", "));
        let holds = Predicate::Depends(name.clone(), others.clone());
        found.add("dependentRequired", told, Some(holds));
    }
    for (name, schema) in &it.dependent_schemas {
        let told = format!("has `{name}`, and is not what it therefore has to be");
        found.add("dependentSchemas", told, reading.dependent(name, schema));
    }
    if let Some(names) = &it.property_names {
        let told = "has a member whose name is not allowed".to_owned();
        let holds = reading
            .schema(names)
            .map(|it| Predicate::Names(Box::new(it)));
        found.add("propertyNames", told, holds);
    }
    if let Some(item) = &it.contains {
        let told = match (it.min_contains.unwrap_or(1), it.max_contains) {
            (1, None) => "has no item that it must have".to_owned(),
            (min, None) => format!("has fewer than {min} items that it must have"),
            (min, Some(max)) => format!("has not between {min} and {max} items of a kind"),
        };
        found.add("contains", told, reading.contains(it, item));
    }
    // Where nothing is allowed, it is the document that is wrong.
    let not = it.not.as_ref();
    if let Some(choice) = not.and_then(asked) {
        let told = "has not the members that it must have".to_owned();
        found.add("anyOf", told, reading.schema(choice));
    } else if let Some(not) = not.filter(|it| !matches!(it, Schema::Bool(it) if it.value)) {
        let told = "is what it must not be".to_owned();
        let holds = reading.schema(not).map(|it| Predicate::Not(Box::new(it)));
        found.add("not", told, holds);
    }
    if it.if_.is_some() {
        let told = "is not what it has to be in this case".to_owned();
        found.add("if", told, reading.condition(it));
    }
    if it.unevaluated_properties.is_some() {
        found.missing.push("unevaluatedProperties");
    }
    if it.unevaluated_items.is_some() {
        found.missing.push("unevaluatedItems");
    }
    match classify_object(it) {
        SchemaForm::Object => reading.cases(it, &mut found),
        // Where it travels as text, it is one.
        SchemaForm::LargeInteger => found.missing.push("enum or const of large integers"),
        SchemaForm::Map if may_have_none(it) => {
            let told = "has members, and may have none".to_owned();
            let none = Predicate::Members(None, Some(0));
            found.add("additionalProperties", told, Some(none));
        }
        _ => {}
    }
    for (source, schema) in patterned(it) {
        let told = format!("has a member like {source} that is not as it must be");
        let holds = reading.like(source, schema);
        found.add("patternProperties", told, holds);
    }
    let values = values(it);
    let is_checked = |it: &&Node| matches!(it.value, Value::String(_) | Value::Number(_));
    let others = values.iter().filter(|it| !matches!(it.value, Value::Null));
    if others.clone().next().is_some() && !others.clone().all(is_checked) {
        let told = "is not one of the allowed values".to_owned();
        found.add(OTHER_VALUES, told, Some(among(&values)));
    }
    (found.rules, found.missing)
}

/// The choice in `not` around `not`, which is what asks for members beside another choice.
fn asked(not: &Schema) -> Option<&Schema> {
    let outer = not.as_object()?;
    let choice = outer.not.as_ref()?;
    let inner = choice.as_object()?;
    let mut all = inner.one_of.iter().chain(&inner.any_of).peekable();
    let asks = all.peek().is_some() && all.all(only_requires);
    let says_no_more = |it: &SchemaObject| {
        has_only_annotations(&SchemaObject {
            not: None,
            ..it.clone()
        })
    };
    (asks && says_no_more(outer)).then_some(choice)
}

fn may_have_none(it: &SchemaObject) -> bool {
    let values = members_without_names(it).filter(|_| !leaves_names_open(it));
    matches!(values.as_deref(), Some(Schema::Bool(values)) if !values.value)
}

const OTHER_VALUES: &str = "enum or const of other values than strings and numbers";

/// The rule of a pattern that looks ahead before it begins.
pub fn of_pattern(it: &SchemaObject) -> Option<Rule> {
    let source = &it.pattern.as_ref()?.value;
    if pattern::translate(source).is_ok() {
        return None;
    }
    let pieces = pattern::taken_apart(source)?;
    Some(Rule {
        keyword: "pattern",
        told: format!("does not match {source}"),
        holds: Predicate::All(pieces.into_iter().map(matching).collect()),
    })
}

/// The rule of alternatives that have become one type, which says nothing of what tells them apart. A `oneOf` that also
/// matches two of them is not refused, as wherever alternatives are.
pub fn of_alternatives(it: &SchemaObject, ty: &ir::Type, cx: &Cx<'_>) -> Option<Rule> {
    let has_rule = matches!(
        ty,
        ir::Type::String
            | ir::Type::I32
            | ir::Type::I64
            | ir::Type::U32
            | ir::Type::U64
            | ir::Type::F64
            | ir::Type::List(_)
    );
    let (keyword, all) = match (it.one_of.is_empty(), it.any_of.is_empty()) {
        (false, true) => ("oneOf", &it.one_of),
        (true, false) => ("anyOf", &it.any_of),
        _ => return None,
    };
    let mut reading = Reading {
        cx,
        trail: Vec::new(),
        left: MOST,
    };
    let all = reading.every(all).filter(|_| has_rule)?;
    // `null` has no value to check.
    let is_null = |it: &Predicate| *it == Predicate::Types(vec!["null"]);
    let all = all.into_iter().filter(|it| !is_null(it));
    let all: Vec<Predicate> = all.map(of_any).collect();
    (!all.iter().any(says_nothing)).then(|| Rule {
        keyword,
        told: "is none of what it may be".to_owned(),
        holds: choice(all, Predicate::Any),
    })
}

/// The alternatives inside of an alternative, of which several may match as well.
fn of_any(it: Predicate) -> Predicate {
    match it {
        Predicate::One(all) | Predicate::Any(all) => {
            choice(all.into_iter().map(of_any).collect(), Predicate::Any)
        }
        it => it,
    }
}

/// Whether all that is asked is a type, which a value has by being read.
fn says_nothing(it: &Predicate) -> bool {
    match it {
        Predicate::Always | Predicate::Types(_) => true,
        Predicate::Any(all) => all.iter().any(says_nothing),
        _ => false,
    }
}

fn matching(piece: pattern::Piece) -> Predicate {
    match piece {
        pattern::Piece::Is(expression) => Predicate::Matches(expression),
        pattern::Piece::IsNot(expression) => {
            Predicate::Not(Box::new(Predicate::Matches(expression)))
        }
    }
}

/// The object whose members with names are all that its model keeps; `None`: it keeps others as well.
fn kept(it: &SchemaObject) -> Option<&SchemaObject> {
    let allows = |it: &Schema| !matches!(it, Schema::Bool(it) if !it.value);
    let has_others =
        it.additional_properties.as_ref().is_some_and(allows) || !it.pattern_properties.is_empty();
    let is_map = it.properties.is_empty();
    (!has_others && !is_map).then_some(it)
}

/// Whether a model keeps the members that a predicate asks for: one that it drops would always be missing.
fn sees(it: &Predicate, kept: &SchemaObject) -> bool {
    let is_kept = |name: &String| kept.properties.contains_key(name);
    match it {
        Predicate::Requires(names) => names.iter().all(is_kept),
        Predicate::Depends(name, others) => is_kept(name) && others.iter().all(is_kept),
        Predicate::All(all) | Predicate::Any(all) | Predicate::One(all) => {
            all.iter().all(|it| sees(it, kept))
        }
        Predicate::Not(inner) => sees(inner, kept),
        Predicate::If(case, then, otherwise) => {
            [case, then, otherwise].iter().all(|it| sees(it, kept))
        }
        _ => true,
    }
}

#[derive(Default)]
struct Found<'s> {
    kept: Option<&'s SchemaObject>,
    rules: Vec<Rule>,
    missing: Vec<&'static str>,
}

impl Found<'_> {
    fn add(&mut self, keyword: &'static str, told: String, holds: Option<Predicate>) {
        let seen = |it: &Predicate| self.kept.is_none_or(|kept| sees(it, kept));
        match holds.filter(seen) {
            Some(holds) => self.rules.push(Rule {
                keyword,
                told,
                holds,
            }),
            None => self.missing.push(keyword),
        }
    }
}

fn count(it: &SchemaObject) -> String {
    match (it.min_properties, it.max_properties) {
        (Some(min), Some(max)) => format!("has not between {min} and {max} members"),
        (Some(min), None) => format!("has fewer than {min} members"),
        (None, max) => format!("has more than {} members", max.unwrap_or_default()),
    }
}

/// Patterns of members, unless their values are all there is to the type.
fn patterned(it: &SchemaObject) -> impl Iterator<Item = (&String, &Schema)> {
    let is_typed = it.properties.is_empty()
        && it.pattern_properties.len() == 1
        && it.additional_properties.is_none()
        && !leaves_names_open(it);
    it.pattern_properties.iter().filter(move |_| !is_typed)
}

/// `enum` and `const`
fn values(it: &SchemaObject) -> Vec<&Node> {
    let listed = it.values.iter().flat_map(|values| &values.value);
    listed.chain(&it.constant).collect()
}

fn among(values: &[&Node]) -> Predicate {
    let values = values
        .iter()
        .map(|it| oasmith_spec::write::json_compact(it));
    Predicate::Among(values.collect())
}

/// A predicate of a whole schema.
struct Reading<'c, 'd> {
    cx: &'c Cx<'d>,
    /// Pointers of the components on the way here.
    trail: Vec<String>,
    left: usize,
}

impl Reading<'_, '_> {
    fn schema(&mut self, schema: &Schema) -> Option<Predicate> {
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

    fn every(&mut self, schemas: &[Schema]) -> Option<Vec<Predicate>> {
        schemas.iter().map(|it| self.schema(it)).collect()
    }

    fn like(&mut self, source: &str, schema: &Schema) -> Option<Predicate> {
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
    fn contains(&mut self, it: &SchemaObject, item: &Schema) -> Option<Predicate> {
        let item = self.boxed(item)?;
        let least = it.min_contains.unwrap_or(1);
        Some(Predicate::Contains(item, least, it.max_contains))
    }

    fn dependent(&mut self, name: &str, schema: &Schema) -> Option<Predicate> {
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
        let mut patterns = Vec::new();
        for (source, schema) in &it.pattern_properties {
            patterns.push(pattern::translate(source).ok()?);
            all.push(self.like(source, schema)?);
        }
        if let Some(others) = &it.additional_properties {
            let names = it.properties.keys().cloned().collect();
            all.push(Predicate::Others(names, patterns, self.boxed(others)?));
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

    /// Alternatives of what has a struct: which members must be there together.
    fn cases(&mut self, it: &SchemaObject, found: &mut Found<'_>) {
        if !it.any_of.is_empty() {
            let told = "is none of what it may be".to_owned();
            let all = self.every(&it.any_of);
            found.add("anyOf", told, all.map(|it| choice(it, Predicate::Any)));
        }
        if !it.one_of.is_empty() {
            let told = "is not exactly one of what it may be".to_owned();
            let all = self.every(&it.one_of);
            found.add("oneOf", told, all.map(|it| choice(it, Predicate::One)));
        }
    }

    /// JSON Schema 2020-12, core, 10.2.2: what is left out holds.
    fn condition(&mut self, it: &SchemaObject) -> Option<Predicate> {
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
fn choice(mut all: Vec<Predicate>, of: fn(Vec<Predicate>) -> Predicate) -> Predicate {
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
