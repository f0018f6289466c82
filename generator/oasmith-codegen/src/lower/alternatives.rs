//! What the alternatives of a schema come to.
//!
//! `oneOf`, `anyOf` and several `type`s say that a value is one of several. What is said beside them holds for each, so
//! each gets it. Alternatives that differ in nothing that Rust can say are one type.

mod integers;
mod mapping;
mod tags;

use super::Options;
use super::alike::are_alike;
use super::classify::{SchemaForm, classify_object, implied_types, is_null, is_string_enum};
use super::enumeration::Listed;
use super::flatten::{contradict, flatten};
use super::schema::{integer, scalar};
use crate::ir::{self, EnumOf};
pub use mapping::{Mapping, is_default};
use oasmith_spec::model::{Property, Ref, Schema, SchemaObject, Spanned, Type};
use oasmith_spec::{Document, Valid};
use std::collections::HashSet;
pub use tags::{
    contradicting, declares_tag, forbids_tag, lacks_tag, may_be_object, named_values, tags,
};

/// How deep unions in unions are looked into.
const DEEPEST: usize = 4;

/// What a schema with alternatives is.
pub enum Plan {
    /// One alternative is left.
    One(Schema),
    /// Strings or integers: the values that are named, and whether others are allowed as well.
    Named {
        values: Listed,
        is_open: bool,
        /// Whether something is said of the others.
        has_bounds: bool,
    },
    /// The same scalar in all of them.
    Scalar(ir::Type),
    /// Anything at all is allowed by one of them.
    Anything,
    Several(Vec<Schema>),
}

/// Decides, without making any type.
pub fn plan(it: &SchemaObject, document: &Valid<Document>, options: &Options) -> Plan {
    let mut all = alternatives(it, document);
    let mut flat: Vec<_> = all.iter().map(|it| flat(it, document)).collect();
    if all.len() > 1 {
        name_required(&mut all, &mut flat);
    }
    if it.discriminator.is_none() {
        unite_maps(&mut all, &mut flat);
    }
    if all.iter().any(allows_anything) {
        return Plan::Anything;
    }
    if let Some(whole) = whole(it, &all, document) {
        return Plan::One(whole.clone());
    }
    if let Some(plan) = named(&flat, options) {
        return plan;
    }
    if it.discriminator.is_none() {
        unite_values(&mut all, &mut flat);
        integers::unite(&mut all, &mut flat, document);
    }
    if let Some(ty) = same_scalar(&flat, options) {
        return Plan::Scalar(ty);
    }
    if let Some(list) = one_list(&flat, document) {
        return Plan::One(list);
    }
    match <[Schema; 1]>::try_from(all) {
        Ok([one]) => Plan::One(one),
        Err(all) => Plan::Several(all),
    }
}

/// Each alternative with what is said beside it; `null` is none.
fn alternatives(it: &SchemaObject, document: &Valid<Document>) -> Vec<Schema> {
    let declared = if it.one_of.is_empty() {
        &it.any_of
    } else {
        &it.one_of
    };
    if declared.is_empty() {
        return by_type(it);
    }
    let base = base(it);
    let declared = || declared.iter().filter(|it| !is_null(it));
    let both = declared().map(|it| with_base(it, &base, document));
    // What no value can be is no alternative.
    let left: Vec<Schema> = both.flatten().collect();
    if left.is_empty() {
        return declared().cloned().collect();
    }
    left
}

/// The alternative that is a choice between all the others, as a base beside what builds on it.
fn whole<'s>(
    it: &SchemaObject,
    all: &'s [Schema],
    document: &Valid<Document>,
) -> Option<&'s Schema> {
    let pointer = |it: &Schema| {
        let reference = it.as_object()?.reference.as_ref()?;
        Some(document.target(reference).pointer.to_owned())
    };
    let pointers: Vec<String> = all.iter().map(pointer).collect::<Option<_>>()?;
    let is_whole = |one: &&Schema| {
        let reference = one.as_object().and_then(|it| it.reference.as_ref());
        let target = reference.and_then(|it| document.target(it).schema.as_object());
        let Some(choice) = target.filter(|_| all.len() > 1) else {
            return false;
        };
        let own = choice.one_of.iter().chain(&choice.any_of);
        let own: HashSet<String> = own.filter_map(pointer).collect();
        let mut others = pointers
            .iter()
            .filter(|other| Some(*other) != pointer(one).as_ref());
        says_the_same(it, choice) && others.all(|other| own.contains(other))
    };
    all.iter().find(is_whole)
}

/// Whether one choice calls its alternatives nothing that the other one does not.
fn says_the_same(it: &SchemaObject, choice: &SchemaObject) -> bool {
    match (&it.discriminator, &choice.discriminator) {
        (None, _) => true,
        (Some(own), Some(other)) => {
            let mut names = own.mapping.keys();
            own.property_name == other.property_name
                && own.default_mapping.is_none()
                && names.all(|it| other.mapping.contains_key(it))
        }
        (Some(_), None) => false,
    }
}

/// Whether no alternative can be what is said beside all of them.
pub fn excludes_all(it: &SchemaObject, document: &Valid<Document>) -> bool {
    let base = base(it);
    let declared = match it.one_of.is_empty() {
        true => &it.any_of,
        false => &it.one_of,
    };
    let mut declared = declared.iter().filter(|it| !is_null(it)).peekable();
    let contradicts = |it: &Schema| {
        let flat = it.as_object().and_then(|it| flatten(it, document));
        flat.is_some_and(|it| contradict(&it, &base, document))
    };
    declared.peek().is_some() && declared.all(contradicts)
}

/// One alternative for each type.
fn by_type(it: &SchemaObject) -> Vec<Schema> {
    let declared = match it.types.as_slice() {
        [] => implied_types(it),
        types => types.to_vec(),
    };
    let types = declared.iter().filter(|it| **it != Type::Null);
    let one = |ty: &Type| {
        let mut one = it.clone();
        one.types = vec![*ty];
        if let Some(values) = &mut one.values {
            values.value.retain(|it| is_of(it, *ty));
        }
        // A type that none of the named values has is no alternative.
        let is_left = one.values.as_ref().is_none_or(|it| !it.value.is_empty());
        is_left.then(|| Schema::Object(Box::new(one)))
    };
    // Every integer is a number.
    let has_number = declared.contains(&Type::Number);
    types
        .filter(|it| !(has_number && **it == Type::Integer))
        .filter_map(one)
        .collect()
}

fn is_of(value: &oasmith_spec::Node, ty: Type) -> bool {
    match ty {
        Type::Null => value.kind() == "null",
        Type::Boolean => value.kind() == "a boolean",
        Type::Integer | Type::Number => value.kind() == "a number",
        Type::String => value.as_str().is_some(),
        Type::Array => value.kind() == "an array",
        Type::Object => value.kind() == "an object",
    }
}

/// What is said beside the alternatives, without prose.
fn base(it: &SchemaObject) -> SchemaObject {
    let mut base = it.clone();
    (base.one_of, base.any_of) = (Vec::new(), Vec::new());
    (base.title, base.description, base.default) = (None, None, None);
    // What names the alternative is in all of them.
    if let Some(tag) = base.discriminator.take() {
        base.required.retain(|it| it.value != tag.property_name);
    }
    base.deprecated = false;
    base.types.retain(|it| *it != Type::Null);
    base.examples.clear();
    base.extensions.clear();
    base.defs.clear();
    base
}

/// `None`: nothing satisfies both.
fn with_base(it: &Schema, base: &SchemaObject, document: &Valid<Document>) -> Option<Schema> {
    let Schema::Object(own) = it else {
        return Some(it.clone());
    };
    let says_more = !matches!(
        classify_object(&SchemaObject {
            types: Vec::new(),
            ..base.clone()
        }),
        SchemaForm::Anything
    ) || !base.required.is_empty()
        || base.pattern.is_some()
        || base.format.is_some();
    let lacks_type = || {
        flatten(own, document)
            .is_some_and(|it| matches!(classify_object(&it), SchemaForm::Anything))
    };
    let adds = if says_more {
        !builds_on(own, base, document)
    } else {
        !base.types.is_empty() && lacks_type()
    };
    if !adds {
        return Some(it.clone());
    }
    if flatten(own, document).is_some_and(|it| contradict(&it, base, document)) {
        return None;
    }
    let mut both = SchemaObject::new(own.span);
    (both.title, both.description) = (own.title.clone(), own.description.clone());
    both.all_of = vec![it.clone(), Schema::Object(Box::new(base.clone()))];
    Some(Schema::Object(Box::new(both)))
}

/// Whether an alternative is made from the schema that it is an alternative of: `Cat` is a `Pet` with more, and `Pet`
/// is a `Cat` or a `Dog`.
fn builds_on(it: &SchemaObject, base: &SchemaObject, document: &Valid<Document>) -> bool {
    let mut waiting: Vec<&SchemaObject> = vec![it];
    let mut steps = 0;
    while let Some(it) = waiting.pop() {
        steps += 1;
        if it.span == base.span {
            return true;
        }
        if steps > 100 {
            return false;
        }
        let referred = it.reference.as_ref().map(|it| document.target(it).schema);
        waiting.extend(
            referred
                .into_iter()
                .chain(&it.all_of)
                .filter_map(Schema::as_object),
        );
    }
    false
}

pub fn allows_anything(it: &Schema) -> bool {
    match it {
        Schema::Bool(it) => it.value,
        Schema::Object(it) => matches!(classify_object(it), SchemaForm::Anything),
    }
}

/// What an alternative says in the end, through references.
fn flat(it: &Schema, document: &Valid<Document>) -> Option<SchemaObject> {
    flatten(it.as_object()?, document)
}

/// Maps become one, with values that are as in any of them: no member tells one from the other.
fn unite_maps(all: &mut Vec<Schema>, flat: &mut Vec<Option<SchemaObject>>) {
    let values_of = |it: &Option<SchemaObject>| match it.as_ref().filter(|it| is_plain_map(it))? {
        SchemaObject {
            additional_properties: Some(values),
            ..
        } => Some(values.clone()),
        it => Some(Schema::Bool(Spanned {
            value: true,
            span: it.span,
        })),
    };
    let values: Vec<Option<Schema>> = flat.iter().map(values_of).collect();
    let Some(first) = values.iter().position(Option::is_some) else {
        return;
    };
    if values.iter().flatten().count() < 2 {
        return;
    }
    let mut any = SchemaObject::new(all[first].span());
    any.any_of = values.iter().flatten().cloned().collect();
    let mut map = SchemaObject::new(all[first].span());
    map.types = vec![Type::Object];
    map.additional_properties = Some(Schema::Object(Box::new(any)));
    all[first] = Schema::Object(Box::new(map.clone()));
    flat[first] = Some(map);
    let stays = |at: usize| at == first || values[at].is_none();
    keep_some(all, stays);
    keep_some(flat, stays);
}

/// A map that must have members gets them as names: that is what tells it from other alternatives.
fn name_required(all: &mut [Schema], flat: &mut [Option<SchemaObject>]) {
    for (one, flat) in all.iter_mut().zip(flat) {
        let Some(it) = flat.as_mut().filter(|it| {
            matches!(classify_object(it), SchemaForm::Map)
                && !it.required.is_empty()
                && it.pattern_properties.is_empty()
        }) else {
            continue;
        };
        let any = Schema::Bool(Spanned::new(true, it.span));
        let values = it.additional_properties.get_or_insert(any).clone();
        let named = it.required.iter().map(|it| {
            let (schema, key_span) = (values.clone(), it.span);
            (it.value.clone(), Property { schema, key_span })
        });
        it.properties = named.collect();
        *one = Schema::Object(Box::new(it.clone()));
    }
}

/// Values that are named one by one, beside alternatives that are no names, become one enum.
fn unite_values(all: &mut Vec<Schema>, flat: &mut Vec<Option<SchemaObject>>) {
    let is_value = |(all, flat): (&Schema, &Option<SchemaObject>)| {
        let in_place = all.as_object().is_some_and(|it| reference_of(it).is_none());
        in_place
            && matches!(
                flat.as_ref().map(classify_object),
                Some(SchemaForm::StringEnum)
            )
    };
    let values: Vec<bool> = all.iter().zip(&*flat).map(is_value).collect();
    let count = values.iter().filter(|it| **it).count();
    let Some(first) = values.iter().position(|it| *it) else {
        return;
    };
    if count < 2 || count == values.len() {
        return;
    }
    let mut choice = SchemaObject::new(all[first].span());
    let named = all.iter().zip(&values).filter(|it| *it.1);
    choice.one_of = named.map(|it| it.0.clone()).collect();
    all[first] = Schema::Object(Box::new(choice.clone()));
    flat[first] = Some(choice);
    let stays = |at: usize| at == first || !values[at];
    keep_some(all, stays);
    keep_some(flat, stays);
}

fn keep_some<T>(all: &mut Vec<T>, stays: impl Fn(usize) -> bool) {
    let mut at = 0..;
    all.retain(|_| at.next().is_some_and(&stays));
}

/// Members without names, of which nothing is said but what they are.
fn is_plain_map(it: &SchemaObject) -> bool {
    matches!(classify_object(it), SchemaForm::Map)
        && it.types.contains(&Type::Object)
        && it.pattern_properties.is_empty()
        && it.required.is_empty()
        && it.property_names.is_none()
        && it.min_properties.is_none()
        && it.max_properties.is_none()
        && it.values.is_none()
        && it.not.is_none()
        && it.if_.is_none()
        && !matches!(&it.additional_properties, Some(Schema::Bool(it)) if !it.value)
}

/// All are strings or all are integers, and some of them have names.
fn named(all: &[Option<SchemaObject>], options: &Options) -> Option<Plan> {
    let (mut values, mut is_open, mut has_bounds) = (Listed::default(), false, false);
    for it in all {
        let it = it.as_ref()?;
        let (is_named, of) = match classify_object(it) {
            SchemaForm::StringEnum => (true, EnumOf::Strings),
            SchemaForm::IntegerEnum => (true, EnumOf::Integers),
            SchemaForm::String if scalar(it, options) == Some(ir::Type::String) => {
                (false, EnumOf::Strings)
            }
            // The integers that an enum has no names for are an `i64`.
            SchemaForm::Integer if integer(it) != ir::Type::U64 => (false, EnumOf::Integers),
            _ => return None,
        };
        if *values.of.get_or_insert(of) != of {
            return None;
        }
        is_open |= !is_named;
        if is_named {
            values.add(it);
        }
        has_bounds |= !is_named && says_more(it);
    }
    (!values.is_empty()).then_some(Plan::Named {
        values,
        is_open,
        has_bounds,
    })
}

/// Whether a text or a number is held to more than its type.
fn says_more(it: &SchemaObject) -> bool {
    let bounds = [
        &it.minimum,
        &it.maximum,
        &it.exclusive_minimum,
        &it.exclusive_maximum,
        &it.multiple_of,
        &it.pattern,
    ];
    it.min_length.or(it.max_length).is_some() || bounds.into_iter().any(Option::is_some)
}

fn same_scalar(all: &[Option<SchemaObject>], options: &Options) -> Option<ir::Type> {
    let mut scalars = all.iter().map(|it| {
        let it = it.as_ref()?;
        scalar(it, options).filter(|_| !is_string_enum(it))
    });
    let first = scalars.next()??;
    scalars
        .all(|it| it.as_ref() == Some(&first))
        .then_some(first)
}

/// Lists of the same items are one list, however long each of them may be.
fn one_list(all: &[Option<SchemaObject>], document: &Valid<Document>) -> Option<Schema> {
    let items = all.iter().map(|it| match classify_object(it.as_ref()?) {
        SchemaForm::List(items) => items,
        _ => None,
    });
    let items: Vec<&Schema> = items.collect::<Option<_>>()?;
    let (first, rest) = items.split_first().filter(|it| !it.1.is_empty())?;
    let mut list = SchemaObject::new(all.first()?.as_ref()?.span);
    list.types = vec![Type::Array];
    list.items = Some((*first).clone());
    let are_same = rest.iter().all(|it| are_alike(first, it, document));
    are_same.then(|| Schema::Object(Box::new(list)))
}

/// The reference that an alternative is, perhaps with more beside it.
pub fn reference_of(it: &SchemaObject) -> Option<&Ref> {
    match (&it.reference, it.all_of.as_slice()) {
        (Some(reference), _) => Some(reference),
        (None, [first, ..]) => first.as_object()?.reference.as_ref(),
        (None, []) => None,
    }
}
