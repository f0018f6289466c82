//! What a schema has room for once, and two that must both hold may both say.

use super::neither;
use crate::lower::classify::is_null;
use indexmap::IndexMap;
use oasmith_spec::Node;
use oasmith_spec::model::{Schema, SchemaObject, Spanned, Type};

/// Adds what is said once in a schema. Where the two say it differently, the other one is kept as what must not fail.
pub(super) fn hold_both(into: &mut SchemaObject, other: &mut SchemaObject) {
    let mut too = SchemaObject::new(other.span);
    let is_kept = [
        text(&mut into.pattern, &mut other.pattern, &mut too.pattern),
        text(
            &mut into.multiple_of,
            &mut other.multiple_of,
            &mut too.multiple_of,
        ),
        schema(
            &mut into.property_names,
            &mut other.property_names,
            &mut too.property_names,
        ),
        contains(into, other, &mut too),
        condition(into, other, &mut too),
    ];
    if is_kept.contains(&true) {
        let mut fails = SchemaObject::new(other.span);
        fails.not = Some(Schema::Object(Box::new(too)));
        let fails = Schema::Object(Box::new(fails));
        into.not = neither(into.not.take(), Some(fails), into.span);
    }
}

/// What both say of one name must hold.
pub(super) fn add_schema(into: &mut IndexMap<String, Schema>, name: String, schema: Schema) {
    match into.get_mut(&name) {
        Some(own) => both(own, schema),
        None => {
            into.insert(name, schema);
        }
    }
}

/// Makes a schema one that holds where both do.
pub(super) fn both(own: &mut Schema, other: Schema) {
    match (&mut *own, &other) {
        (Schema::Object(first), Schema::Object(second)) if first.span != second.span => {
            narrow_null(first, second);
            first.all_of.push(other);
        }
        // `true` says nothing, and `false` forbids all.
        (Schema::Bool(it), _) if it.value => *own = other,
        (Schema::Object(_), Schema::Bool(it)) if !it.value => *own = other,
        _ => {}
    }
}

/// Takes `null` from what one part says where the other has no room for it. What stands in one place is taken at its
/// word: its author wants `null`, whatever it is made of.
pub(super) fn narrow_null(it: &mut SchemaObject, by: &SchemaObject) {
    let has_null = |it: &Node| it.kind() == "null";
    let values = by.values.iter().map(|it| it.value.iter().any(has_null));
    let types = (!by.types.is_empty()).then(|| by.types.contains(&Type::Null));
    if !values.chain(types).any(|allows| !allows) {
        return;
    }
    if it.types.len() > 1 {
        it.types.retain(|it| *it != Type::Null);
    }
    if let Some(values) = it.values.as_mut().filter(|it| it.value.len() > 1) {
        values.value.retain(|it| !has_null(it));
    }
    for all in [&mut it.one_of, &mut it.any_of] {
        if !all.iter().all(is_null) {
            all.retain(|it| !is_null(it));
        }
    }
}

type Text = Option<Spanned<String>>;

/// Whether `too` has become what the other one says.
fn text(own: &mut Text, other: &mut Text, too: &mut Text) -> bool {
    let is_same = match (&own, &other) {
        (Some(own), Some(other)) => own.value == other.value,
        _ => false,
    };
    !is_same && once(own, other, too)
}

fn schema(own: &mut Option<Schema>, other: &mut Option<Schema>, too: &mut Option<Schema>) -> bool {
    !is_same(own, other) && once(own, other, too)
}

fn once<T>(own: &mut Option<T>, other: &mut Option<T>, too: &mut Option<T>) -> bool {
    match own {
        None => *own = other.take(),
        Some(_) => *too = other.take(),
    }
    too.is_some()
}

fn contains(into: &mut SchemaObject, other: &mut SchemaObject, too: &mut SchemaObject) -> bool {
    if other.contains.is_none() || is_same(&into.contains, &other.contains) {
        return false;
    }
    let is_first = into.contains.is_none();
    let to = if is_first { into } else { too };
    to.contains = other.contains.take();
    (to.min_contains, to.max_contains) = (other.min_contains, other.max_contains);
    !is_first
}

fn condition(into: &mut SchemaObject, other: &mut SchemaObject, too: &mut SchemaObject) -> bool {
    if other.if_.is_none() || is_same(&into.if_, &other.if_) {
        return false;
    }
    let is_first = into.if_.is_none();
    let to = if is_first { into } else { too };
    (to.if_, to.then, to.else_) = (other.if_.take(), other.then.take(), other.else_.take());
    !is_first
}

/// Whether two schemas are one: a part that is reached on two ways.
fn is_same(own: &Option<Schema>, other: &Option<Schema>) -> bool {
    match (own, other) {
        (Some(own), Some(other)) => own.span() == other.span(),
        _ => false,
    }
}
