//! What two schemas that must both hold say by their alternatives.

use super::{both_types, keep, neither};
use crate::lower::classify::{is_null, only_requires};
use crate::lower::restated::{bare_types, types_of};
use oasmith_spec::model::{Discriminator, Schema, SchemaObject, Type};
use oasmith_spec::{Document, Valid};

/// How many pairs of alternatives are put together.
const MOST_PAIRS: usize = 24;

/// Adds a choice, `oneOf` or `anyOf`. Where there is one already, what a value is in the end is a pair of both; `None`
/// where those are too many.
pub(super) fn add_alternatives(
    into: &mut SchemaObject,
    [one_of, any_of]: [Vec<Schema>; 2],
    discriminator: Option<Discriminator>,
    document: &Valid<Document>,
) -> Option<()> {
    if one_of.is_empty() && any_of.is_empty() {
        return Some(());
    }
    let has_own = !into.one_of.is_empty() || !into.any_of.is_empty();
    if has_own && one_of.iter().chain(&any_of).all(only_requires) {
        ask(into, [one_of, any_of]);
        return Some(());
    }
    if into.one_of.iter().chain(&into.any_of).all(only_requires) {
        let own = [&mut into.one_of, &mut into.any_of].map(std::mem::take);
        if has_own {
            ask(into, own);
        }
        (into.one_of, into.any_of) = (one_of, any_of);
        // One without alternatives is about what builds on the other schema.
        keep(&mut into.discriminator, discriminator);
        return Some(());
    }
    let others = if one_of.is_empty() { &any_of } else { &one_of };
    let own = match into.one_of.is_empty() {
        true => &mut into.any_of,
        false => &mut into.one_of,
    };
    if is_same(own, others) {
        return Some(());
    }
    // A choice of bare types says no more than which types there are.
    if let Some(types) = all_bare(others) {
        hold_to(into, types);
        return Some(());
    }
    if let Some(types) = all_bare(own) {
        (into.one_of, into.any_of) = (one_of, any_of);
        into.discriminator = discriminator;
        hold_to(into, types);
        return Some(());
    }
    if own.len() * others.len() > MOST_PAIRS {
        return None;
    }
    let pairs: Vec<Schema> = own
        .iter()
        .flat_map(|own| others.iter().map(move |it| (own, it)))
        .filter(|(own, it)| !exclude(own, it, document))
        .map(|(own, it)| both(own, it))
        .collect();
    // Where nothing is both, that was told before.
    if !pairs.is_empty() {
        *own = pairs;
    }
    Some(())
}

/// Whether one of two schemas has a choice, and no value but `null` is of a type of both.
pub(super) fn have_no_type_in_common(
    own: &SchemaObject,
    other: &SchemaObject,
    document: &Valid<Document>,
) -> bool {
    if choice(own).is_none() && choice(other).is_none() {
        return false;
    }
    match [own, other].map(|it| types_left(it, document)) {
        [Some(own), Some(other)] => both_types(&own, &other).is_empty(),
        _ => false,
    }
}

/// The alternatives of a schema, if they say more than which members there are.
fn choice(it: &SchemaObject) -> Option<&[Schema]> {
    let all = [&it.one_of, &it.any_of]
        .into_iter()
        .find(|it| !it.is_empty())?;
    (!all.iter().all(only_requires)).then_some(all)
}

/// The types that a value has, `null` apart, as far as they are plain to see.
fn types_left(it: &SchemaObject, document: &Valid<Document>) -> Option<Vec<Type>> {
    let own = it.types.iter().copied().filter(|it| *it != Type::Null);
    let own: Vec<Type> = own.collect();
    let Some(choice) = choice(it) else {
        return (!own.is_empty()).then_some(own);
    };
    let types = choice.iter().map(|it| types_of(it, None, document));
    let types = types.collect::<Option<Vec<_>>>()?.concat();
    let left = both_types(&own, &types);
    (!left.is_empty()).then_some(left)
}

/// Whether `oneOf` and `anyOf` both say what a value may be, so that it is one of each.
pub fn has_two_choices(it: &SchemaObject) -> bool {
    let has_both = !it.one_of.is_empty() && !it.any_of.is_empty();
    has_both && !it.one_of.iter().chain(&it.any_of).all(only_requires)
}

/// Adds alternatives that only say which members must be there, beside others: what is none of them is not allowed.
fn ask(into: &mut SchemaObject, [one_of, any_of]: [Vec<Schema>; 2]) {
    let mut choice = SchemaObject::new(into.span);
    (choice.one_of, choice.any_of) = (one_of, any_of);
    let mut others = SchemaObject::new(into.span);
    others.not = Some(Schema::Object(Box::new(choice)));
    let others = Some(Schema::Object(Box::new(others)));
    into.not = neither(into.not.take(), others, into.span);
}

/// Whether two parts refer to the same choice.
fn is_same(own: &[Schema], others: &[Schema]) -> bool {
    let spans = |all: &[Schema]| all.iter().map(Schema::span).collect::<Vec<_>>();
    spans(own) == spans(others)
}

fn all_bare(all: &[Schema]) -> Option<Vec<Type>> {
    let types = all.iter().map(|it| bare_types(it.as_object()?));
    Some(types.collect::<Option<Vec<_>>>()?.concat())
}

/// Holds alternatives to types; `null` has to be among them, too.
fn hold_to(into: &mut SchemaObject, mut types: Vec<Type>) {
    let says_null = |it: &SchemaObject| it.types.contains(&Type::Null);
    let may_be_null = |it: &Schema| is_null(it) || it.as_object().is_some_and(says_null);
    if !into.one_of.iter().chain(&into.any_of).any(may_be_null) {
        types.retain(|it| *it != Type::Null);
    }
    into.types = both_types(&into.types, &types);
}

/// Whether, by their types, nothing but `null` is both.
fn exclude(one: &Schema, other: &Schema, document: &Valid<Document>) -> bool {
    match [one, other].map(|it| types_of(it, None, document)) {
        [Some(own), Some(its)] => {
            own.is_empty() || its.is_empty() || both_types(&own, &its).is_empty()
        }
        _ => false,
    }
}

fn both(one: &Schema, other: &Schema) -> Schema {
    let mut both = SchemaObject::new(one.span());
    both.all_of = vec![one.clone(), other.clone()];
    Schema::Object(Box::new(both))
}
