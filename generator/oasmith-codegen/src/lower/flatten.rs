//! Several schemas that must all hold, merged into one.
//!
//! `allOf`, and a `$ref` beside other keywords, say that a value satisfies each of them. Annotations of the outer
//! schema win; assertions add up; where two members differ in type or values, the intersection holds.

mod cases;
mod choices;
mod once;

use super::classify::{SchemaForm, classify_object, named};
pub use choices::has_two_choices;
use choices::{add_alternatives, have_no_type_in_common};
use oasmith_source::Span;
use oasmith_spec::model::{Property, Schema, SchemaObject, Spanned, Type};
use oasmith_spec::node::Said;
use oasmith_spec::{Document, Node, Valid};
use once::{add_schema, both, hold_both, narrow_null};
use std::collections::HashSet;

/// How many schemas one flattening may merge: a bound on hostile documents, far above honest ones.
const MOST: usize = 1_000;
/// How many alternatives, which are copied along, count as one more schema.
const ALTERNATIVES_AS_ONE: usize = 16;
/// How many references may lead from one to the next.
const DEEPEST: usize = 50;

/// The merged schema; `None` when the members refer back to themselves or are too many, or their alternatives are.
pub fn flatten(schema: &SchemaObject, document: &Valid<Document>) -> Option<SchemaObject> {
    flatten_and_tell(schema, document).map(|it| it.0)
}

/// What is said of a value that is not `null`: where only one alternative is left then, that one, with what is said beside
/// it about the value (a description, a default) going before its own.
pub fn flatten_value(schema: &SchemaObject, document: &Valid<Document>) -> Option<SchemaObject> {
    let mut flat = flatten(schema, document)?;
    for _ in 0..DEEPEST {
        let SchemaForm::OneAlternative(Schema::Object(only)) = classify_object(&flat) else {
            break;
        };
        let mut only = flatten(only, document)?;
        only.description = flat.description.or(only.description);
        only.default = flat.default.or(only.default);
        only.deprecated |= flat.deprecated;
        if !flat.examples.is_empty() {
            only.examples = flat.examples;
        }
        flat = only;
    }
    Some(flat)
}

/// The same as [`flatten`], and whether the parts contradict each other.
pub fn flatten_and_tell(
    schema: &SchemaObject,
    document: &Valid<Document>,
) -> Option<(SchemaObject, bool)> {
    let mut merging = Merging::new(schema.span, document);
    let mut flat = merging.flatten(schema)?;
    cases::add_members(&mut flat, merging.cases, document);
    evaluate(&mut flat);
    flat.settle_number();
    Some((flat, merging.contradicts))
}

/// The schema with the members that it has in some cases only; `None` where there are none.
pub fn with_members_of_cases(
    it: &SchemaObject,
    document: &Valid<Document>,
) -> Option<SchemaObject> {
    cases::of(it).next()?;
    flatten(it, document).filter(|flat| flat.properties.len() > it.properties.len())
}

struct Merging<'d> {
    root: Span,
    document: &'d Valid<Document>,
    /// The references that led here.
    trail: Vec<String>,
    budget: usize,
    contradicts: bool,
    /// What the parts say of some cases.
    cases: Vec<SchemaObject>,
}

/// JSON Schema 2020-12, core, 11: what is not evaluated is what is left over once all parts are one schema, as long as
/// no part is there in some cases only.
fn evaluate(it: &mut SchemaObject) {
    // What cannot be read may name members, too.
    if it.unread.is_some() && !it.properties.is_empty() && it.additional_properties.is_none() {
        let any = Spanned::new(true, it.span);
        it.additional_properties = Some(Schema::Bool(any));
    }
    let has_cases = !it.one_of.is_empty()
        || !it.any_of.is_empty()
        || it.if_.is_some()
        || !it.dependent_schemas.is_empty();
    if has_cases {
        return;
    }
    let left = it.unevaluated_properties.take();
    keep(&mut it.additional_properties, left);
    // What `contains` finds is evaluated as well.
    if it.contains.is_none() {
        let left = it.unevaluated_items.take();
        keep(&mut it.items, left);
    }
}

impl<'d> Merging<'d> {
    fn new(root: Span, document: &'d Valid<Document>) -> Self {
        Merging {
            root,
            document,
            trail: Vec::new(),
            budget: MOST,
            contradicts: false,
            cases: Vec::new(),
        }
    }

    fn flatten(&mut self, schema: &SchemaObject) -> Option<SchemaObject> {
        let alternatives = schema.one_of.len() + schema.any_of.len();
        let cost = 1 + alternatives / ALTERNATIVES_AS_ONE;
        self.budget = self.budget.checked_sub(cost)?;
        self.cases.extend(cases::of(schema).cloned());
        let mut merged = schema.clone();
        let members = std::mem::take(&mut merged.all_of);
        if has_two_choices(&merged) {
            let any_of = std::mem::take(&mut merged.any_of);
            let mut other = SchemaObject::new(merged.span);
            other.any_of.clone_from(&any_of);
            if contradict(&merged, &other, self.document) {
                self.contradicts = true;
                (merged.one_of, merged.any_of) = (Vec::new(), any_of);
            } else {
                add_alternatives(&mut merged, [Vec::new(), any_of], None, self.document)?;
            }
        }
        if let Some(reference) = merged.reference.take() {
            let document = self.document;
            let target = document.target(&reference);
            let is_back = self.trail.iter().any(|it| it == target.pointer);
            if is_back || self.trail.len() >= DEEPEST {
                return None;
            }
            self.trail.push(target.pointer.to_owned());
            if let Some(target) = target.schema.as_object() {
                // A component that was made of a copy stands where the reference to it does, and so may what it takes
                // beside `null`.
                let root = (target.span != self.root).then_some(self.root);
                let mut target = self.flatten(target)?;
                let mut alternatives = target.one_of.iter().chain(&target.any_of);
                // A `Cat` is a `Pet` with more, and a `Pet` is a `Cat` or a `Dog`: which of them is settled in a `Cat`.
                if alternatives.any(|it| leads_back(it, root, &self.trail, document)) {
                    (target.one_of, target.any_of) = (Vec::new(), Vec::new());
                    target.discriminator = None;
                }
                // What stands beside a reference is what its author wanted to say otherwise.
                if contradict(&merged, &target, document) {
                    self.contradicts = true;
                } else {
                    add(&mut merged, target, document)?;
                }
            }
            self.trail.pop();
        }
        for member in members.iter().filter_map(Schema::as_object) {
            let mut member = self.flatten(member)?;
            if contradict(&merged, &member, self.document) {
                // Nothing satisfies both; of parts in a row, the later ones are there to say it otherwise.
                self.contradicts = true;
                member.span = merged.span;
                let earlier = std::mem::replace(&mut merged, member);
                override_annotations(&mut merged, earlier);
            } else {
                add(&mut merged, member, self.document)?;
            }
        }
        Some(merged)
    }
}

/// Whether no value can satisfy both, as far as types and values tell.
pub fn contradict(own: &SchemaObject, other: &SchemaObject, document: &Valid<Document>) -> bool {
    let typed = !own.types.is_empty() && !other.types.is_empty();
    let no_type = typed && both_types(&own.types, &other.types).is_empty();
    no_type || have_no_value_in_common(own, other) || have_no_type_in_common(own, other, document)
}

/// Whether both name values, and none that the other names.
fn have_no_value_in_common(own: &SchemaObject, other: &SchemaObject) -> bool {
    let those: HashSet<Said<'_>> = named(other).map(Said).collect();
    let mut these = named(own).peekable();
    !those.is_empty() && these.peek().is_some() && !these.any(|it| those.contains(&Said(it)))
}

/// Whether an alternative is what is being flattened, or on the way to it.
fn leads_back(
    it: &Schema,
    root: Option<Span>,
    trail: &[String],
    document: &Valid<Document>,
) -> bool {
    let reference = it.as_object().and_then(|it| it.reference.as_ref());
    let target = reference.map(|it| document.target(it));
    Some(it.span()) == root
        || target.is_some_and(|it| {
            Some(it.schema.span()) == root || trail.iter().any(|known| known == it.pointer)
        })
}

/// Adds what `other` says to `into`, which keeps its own annotations; `None` where the two have too many alternatives.
fn add(into: &mut SchemaObject, mut other: SchemaObject, document: &Valid<Document>) -> Option<()> {
    add_annotations(into, &other);
    keep(&mut into.unread, other.unread.take());
    into.in_text |= other.in_text;
    into.not = neither(into.not.take(), other.not.take(), into.span);
    narrow_null(into, &other);
    narrow_null(&mut other, into);
    hold_both(into, &mut other);
    into.types = both_types(&into.types, &other.types);
    into.values = both_values(into.values.take(), other.values);
    keep(&mut into.format, other.format);
    keep(&mut into.constant, other.constant);
    let alternatives = [&mut other.one_of, &mut other.any_of].map(std::mem::take);
    add_alternatives(into, alternatives, other.discriminator.take(), document)?;
    for (name, property) in other.properties {
        add_property(into, name, property);
    }
    for (pattern, schema) in other.pattern_properties {
        add_schema(&mut into.pattern_properties, pattern, schema);
    }
    into.min_properties = into.min_properties.max(other.min_properties);
    into.max_properties = lower_of(into.max_properties, other.max_properties);
    for (name, others) in other.dependent_required {
        let own = into.dependent_required.entry(name).or_default();
        own.extend(others);
    }
    for (name, schema) in other.dependent_schemas {
        add_schema(&mut into.dependent_schemas, name, schema);
    }
    keep(
        &mut into.unevaluated_properties,
        other.unevaluated_properties,
    );
    keep(&mut into.unevaluated_items, other.unevaluated_items);
    keep(&mut into.content_encoding, other.content_encoding);
    keep(&mut into.content_media_type, other.content_media_type);
    keep(&mut into.content_schema, other.content_schema);
    for (name, value) in other.extensions {
        into.extensions.entry(name).or_insert(value);
    }
    add_required(&mut into.required, other.required);
    keep(&mut into.additional_properties, other.additional_properties);
    both_items(&mut into.items, other.items);
    if into.prefix_items.is_empty() {
        into.prefix_items = other.prefix_items;
    }
    into.min_length = into.min_length.max(other.min_length);
    into.min_items = into.min_items.max(other.min_items);
    into.max_length = lower_of(into.max_length, other.max_length);
    into.max_items = lower_of(into.max_items, other.max_items);
    into.unique_items |= other.unique_items;
    into.minimum = tighter(into.minimum.take(), other.minimum, |a, b| a >= b);
    into.maximum = tighter(into.maximum.take(), other.maximum, |a, b| a <= b);
    into.exclusive_minimum = tighter(
        into.exclusive_minimum.take(),
        other.exclusive_minimum,
        |a, b| a >= b,
    );
    into.exclusive_maximum = tighter(
        into.exclusive_maximum.take(),
        other.exclusive_maximum,
        |a, b| a <= b,
    );
    Some(())
}

fn add_annotations(into: &mut SchemaObject, other: &SchemaObject) {
    keep(&mut into.title, other.title.clone());
    keep(&mut into.description, other.description.clone());
    keep(&mut into.default, other.default.clone());
    into.deprecated |= other.deprecated;
    into.read_only |= other.read_only;
    into.write_only |= other.write_only;
}

/// What the outer schema says of itself stays with it.
fn override_annotations(into: &mut SchemaObject, outer: SchemaObject) {
    into.title = outer.title.or(into.title.take());
    into.description = outer.description.or(into.description.take());
}

/// What both forbid.
fn neither(own: Option<Schema>, other: Option<Schema>, span: Span) -> Option<Schema> {
    match (own, other) {
        (Some(own), Some(other)) => {
            let mut either = SchemaObject::new(span);
            either.any_of = vec![own, other];
            Some(Schema::Object(Box::new(either)))
        }
        (own, other) => own.or(other),
    }
}

fn add_required(own: &mut Vec<Spanned<String>>, others: Vec<Spanned<String>>) {
    let mut known: HashSet<&str> = own.iter().map(|it| it.value.as_str()).collect();
    let is_new = others.iter().map(|it| known.insert(&it.value));
    let is_new: Vec<bool> = is_new.collect();
    let others = others.into_iter().zip(is_new);
    own.extend(others.filter_map(|(it, is_new)| is_new.then_some(it)));
}

/// A property that both describe must satisfy both.
fn add_property(into: &mut SchemaObject, name: String, property: Property) {
    let Some(own) = into.properties.get_mut(&name) else {
        into.properties.insert(name, property);
        return;
    };
    both(&mut own.schema, property.schema);
}

/// Items that both describe must satisfy both.
fn both_items(own: &mut Option<Schema>, other: Option<Schema>) {
    match (own, other) {
        (Some(Schema::Object(first)), Some(other)) if first.span != other.span() => {
            if let Schema::Object(_) = other {
                first.all_of.push(other);
            }
        }
        (Some(_), _) => {}
        (own, other) => *own = other,
    }
}

fn keep<T>(own: &mut Option<T>, other: Option<T>) {
    if own.is_none() {
        *own = other;
    }
}

/// Types that both allow. An integer is a number (JSON Schema 2020-12, 4.2.1).
fn both_types(own: &[Type], other: &[Type]) -> Vec<Type> {
    let allows = |types: &[Type], it: Type| {
        types.is_empty()
            || types.contains(&it)
            || (it == Type::Integer && types.contains(&Type::Number))
    };
    let (wide, narrow) = if own.is_empty() {
        (own, other)
    } else {
        (other, own)
    };
    let mut both: Vec<Type> = narrow
        .iter()
        .copied()
        .filter(|it| allows(wide, *it))
        .collect();
    if both.is_empty() {
        both = wide
            .iter()
            .copied()
            .filter(|it| allows(narrow, *it))
            .collect();
    }
    both
}

fn both_values(
    own: Option<Spanned<Vec<Node>>>,
    other: Option<Spanned<Vec<Node>>>,
) -> Option<Spanned<Vec<Node>>> {
    match (own, other) {
        (Some(mut own), Some(other)) => {
            let those: HashSet<Said<'_>> = other.value.iter().map(Said).collect();
            own.value.retain(|it| those.contains(&Said(it)));
            Some(own)
        }
        (own, other) => own.or(other),
    }
}

fn lower_of(own: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (own, other) {
        (Some(own), Some(other)) => Some(own.min(other)),
        (own, other) => own.or(other),
    }
}

fn tighter(
    own: Option<Spanned<String>>,
    other: Option<Spanned<String>>,
    is_tighter: fn(f64, f64) -> bool,
) -> Option<Spanned<String>> {
    match (own, other) {
        (Some(own), Some(other)) => {
            let value = |it: &Spanned<String>| it.value.parse::<f64>().unwrap_or(f64::NAN);
            Some(if is_tighter(value(&other), value(&own)) {
                other
            } else {
                own
            })
        }
        (own, other) => own.or(other),
    }
}
