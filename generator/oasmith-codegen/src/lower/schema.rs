//! A schema becomes a type.
//!
//! In: a schema and the site where it stands. Out: an [`ir::Type`], with the structs and enums it needs added to the API.
//! What has no honest type becomes [`ir::Type::Raw`], with a diagnostic, and the operation is degraded.

use super::classify::{SchemaForm, classify_object, integer_range, large_integer};
use super::component::{Becomes, half};
use super::directions::is_directional;
use super::flatten::{flatten, flatten_and_tell, has_two_choices, with_members_of_cases};
use super::nullable::allows_null;
use super::restated::restated;
use super::site::{Direction, Site};
use super::{Cx, Options, enumeration, object, unchecked, union};
use crate::codes;
use crate::ir;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::model::{Ref, Schema, SchemaObject, Spanned};
use oasmith_spec::node::Value;

/// The runtime reads tuples up to this length.
const LONGEST_TUPLE: usize = 8;

/// How deep schemas may stand in one another, be it in place or by components that have no type of their own.
const DEEPEST: usize = 100;

pub fn lower_schema(schema: &Schema, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    match schema {
        Schema::Object(it) if cx.depth >= DEEPEST => raw(it.span, "a schema this deep", cx),
        Schema::Object(it) => {
            cx.depth += 1;
            let ty = if is_shared(it, site, cx) {
                let site = site.whole();
                once(Place::Pointer(site.pointer.clone(), None), cx, |cx| {
                    lower_schema_object(it, &site, cx)
                })
            } else {
                lower_schema_object(it, site, cx)
            };
            cx.depth -= 1;
            ty
        }
        Schema::Bool(it) if it.value => ir::Type::Raw,
        Schema::Bool(it) => raw(it.span, "a schema that allows no value", cx),
    }
}

/// Whether it is the same in both directions, though it stands in a component that is not.
fn is_shared(it: &SchemaObject, site: &Site, cx: &Cx<'_>) -> bool {
    site.half.is_some()
        && !matches!(classify_object(it), SchemaForm::Reference(_))
        && !is_directional(it, cx.document, &cx.directional)
}

/// A place of which something is made once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// By its JSON Pointer and, where they differ, the direction.
    Pointer(String, Option<Direction>),
    /// A member, wherever it is inherited.
    Member(Span),
}

/// What was made of a place before, or is made of it now.
pub fn once(
    place: Place,
    cx: &mut Cx<'_>,
    lower: impl FnOnce(&mut Cx<'_>) -> ir::Type,
) -> ir::Type {
    if let Some((ty, degraded)) = cx.in_place.get(&place) {
        cx.degraded.extend(degraded.iter().cloned());
        return ty.clone();
    }
    let outer = std::mem::take(&mut cx.degraded);
    let ty = lower(cx);
    let degraded = std::mem::replace(&mut cx.degraded, outer);
    cx.degraded.extend(degraded.iter().cloned());
    // Inside of a cycle, what was found depends on where it was entered.
    if cx.following.is_empty() || degraded.is_empty() {
        cx.in_place.insert(place, (ty.clone(), degraded));
    }
    ty
}

fn lower_schema_object(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let form = classify_object(it);
    if matches!(form, SchemaForm::Object)
        && let Some(flat) = with_members_of_cases(it, cx.document)
    {
        return lower_schema_object(&flat, site, cx);
    }
    match form {
        SchemaForm::Composed => {}
        SchemaForm::Union if has_two_choices(it) => {}
        SchemaForm::Reference(_) => unchecked::note_all(it, cx),
        _ if is_left_over(it) => {
            if let Some(flat) = flatten(it, cx.document).filter(|it| !is_left_over(it)) {
                return lower_schema_object(&flat, site, cx);
            }
            unchecked::note(it, cx);
        }
        _ => unchecked::note(it, cx),
    }
    let ty = match form {
        SchemaForm::Reference(reference) => lower_reference(reference, site, cx),
        SchemaForm::Composed => match restated(it, cx.document) {
            Some(reference) => lower_reference(reference, site, cx),
            None => lower_composed(it, site, cx),
        },
        SchemaForm::OneAlternative(schema) => lower_schema(schema, site, cx),
        SchemaForm::Object => object::lower_object(it, site, cx),
        SchemaForm::Map => object::lower_map(it, site, cx),
        SchemaForm::List(items) => lower_list(items, site, cx),
        SchemaForm::StringEnum | SchemaForm::IntegerEnum => enumeration::lower_enum(it, site, cx),
        SchemaForm::String | SchemaForm::Boolean | SchemaForm::Integer | SchemaForm::Number => {
            if is_decimal(it) {
                cx.decimals.insert(it.span);
            }
            cx.numbers_in_texts |= it.in_text;
            scalar(it, cx.options).unwrap_or(ir::Type::Raw)
        }
        SchemaForm::Anything => ir::Type::Raw,
        SchemaForm::LargeInteger => raw(it.span, "an integer that 64 bits may not hold", cx),
        SchemaForm::Nothing => raw(it.span, "a schema that allows no value", cx),
        SchemaForm::Union if has_two_choices(it) => return lower_composed(it, site, cx),
        SchemaForm::Union => union::lower_union(it, site, cx),
        SchemaForm::Tuple => lower_tuple(it, site, cx),
    };
    if levels(&ty) > MOST_LEVELS {
        return raw(
            it.span,
            "a list or map that is the ninth around another",
            cx,
        );
    }
    if allows_null(it, cx.document) {
        nullable(ty)
    } else {
        ty
    }
}

/// Lists and maps inside of each other that a type may have: the compiler and rustfmt take time by powers of it.
const MOST_LEVELS: usize = 8;

fn levels(ty: &ir::Type) -> usize {
    match ty {
        ir::Type::List(it) | ir::Type::Map(it) => 1 + levels(it),
        ir::Type::Nullable(it) => levels(it),
        ir::Type::Tuple { items, .. } => 1 + items.iter().map(levels).max().unwrap_or(0),
        _ => 0,
    }
}

/// Whether it says what is not evaluated, which merging makes a plain keyword of where it can.
fn is_left_over(it: &SchemaObject) -> bool {
    it.unevaluated_properties.is_some() || it.unevaluated_items.is_some()
}

/// `null` beside a type that is not nullable yet; raw JSON may be `null` anyway.
pub fn nullable(ty: ir::Type) -> ir::Type {
    match ty {
        ir::Type::Nullable(_) | ir::Type::Raw => ty,
        _ => ir::Type::Nullable(Box::new(ty)),
    }
}

/// A component that becomes a struct or an enum has a type of its own; any other is as good as written in place.
fn lower_reference(reference: &Ref, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let document = cx.document;
    let target = document.target(reference);
    if cx.becomes(&target) != Becomes::NoType {
        let ty = cx.component(&target, site.direction);
        let own = target.schema.as_object();
        return if own.is_some_and(|it| allows_null(it, document)) {
            nullable(ty)
        } else {
            ty
        };
    }
    if cx.following.iter().any(|it| it == target.pointer) {
        return raw(reference.span, "a type that is made of itself alone", cx);
    }
    let differs = cx.directional.contains(target.pointer);
    let direction = differs.then_some(site.direction);
    once(
        Place::Pointer(target.pointer.to_owned(), direction),
        cx,
        |cx| {
            cx.following.push(target.pointer.to_owned());
            let name = target.name.unwrap_or(&site.name);
            let mut site = site.component(name, target.pointer);
            site.half = differs.then(|| half(name, site.direction));
            let ty = lower_schema(target.schema, &site, cx);
            cx.following.pop();
            ty
        },
    )
}

/// How often something may be put together inside of itself. A struct ends that; maps and lists alone do not.
const MOST_WITHIN: usize = 3;

fn lower_composed(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let within = cx.composing.iter().filter(|span| **span == it.span);
    if within.count() == MOST_WITHIN {
        return raw(it.span, "a type that is made of itself alone", cx);
    }
    let Some((flat, contradicts)) = flatten_and_tell(it, cx.document) else {
        return raw(it.span, "a schema of too many parts or alternatives", cx);
    };
    if contradicts {
        cx.contradictions.insert(it.span);
    }
    cx.composing.push(it.span);
    let ty = lower_schema_object(&flat, site, cx);
    cx.composing.pop();
    ty
}

/// Says which parts contradict each other: once, since documents that put errors and successes together do it anywhere.
pub fn tell_contradictions(cx: &mut Cx<'_>) {
    let places = std::mem::take(&mut cx.contradictions);
    let Some(first) = places.first() else {
        return;
    };
    let message = match places.len() {
        1 => {
            "two parts of a schema contradict each other, so the later one is generated".to_owned()
        }
        count => format!(
            "two parts of a schema contradict each other at {count} places, first here, so the later ones are generated"
        ),
    };
    cx.diagnostics
        .push(Diagnostic::warning(&codes::PARTS_CONTRADICT, message).at(*first));
}

/// The OpenAPI Format Registry: `decimal` is a fixed point number of unspecified precision and range.
fn is_decimal(it: &SchemaObject) -> bool {
    let is_said = |it: &Spanned<String>| matches!(it.value.as_str(), "decimal" | "decimal128");
    matches!(classify_object(it), SchemaForm::Number) && it.format.as_ref().is_some_and(is_said)
}

/// Says where digits may be lost: once, since it is the same everywhere.
pub fn tell_decimals(cx: &mut Cx<'_>) {
    let places = std::mem::take(&mut cx.decimals);
    let Some(first) = places.first() else {
        return;
    };
    let message = match places.len() {
        1 => "a decimal is generated as an `f64`, which keeps 15 digits".to_owned(),
        count => {
            format!("{count} decimals are generated as `f64`, which keeps 15 digits, first here")
        }
    };
    let told = Diagnostic::info(&codes::DECIMAL_AS_FLOAT, message).at(*first);
    cx.diagnostics
        .push(told.help("where every digit counts, describe it as a string"));
}

pub fn lower_list(items: Option<&Schema>, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let item = match items {
        Some(items) => lower_schema(items, &site.item(), cx),
        None => ir::Type::Raw,
    };
    ir::Type::List(Box::new(item))
}

/// JSON Schema 2020-12, 10.3.1.1: `prefixItems` says nothing of how many items there are, so only an array that has no
/// others is a tuple. It may be shorter, where `minItems` does not forbid it.
fn lower_tuple(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let count = it.prefix_items.len();
    let items = it.prefix_items.iter().enumerate();
    let items: Vec<ir::Type> = items
        .map(|(at, item)| lower_schema(item, &site.place(at), cx))
        .collect();
    let is_closed = matches!(&it.items, Some(Schema::Bool(it)) if !it.value);
    let most = it.max_items.filter(|it| !is_closed || *it < count as u64);
    let most = most.or(is_closed.then_some(count as u64));
    let least = it.min_items.map_or(0, |it| it as usize);
    let is_whole = most == Some(count as u64) && least <= count;
    let is_fixed = is_whole && least == count;
    let has_tuple = (2..=LONGEST_TUPLE).contains(&count);
    if is_fixed && has_tuple {
        return ir::Type::Tuple { items, least };
    }
    let rest = match &it.items {
        Some(rest) if !is_closed => lower_schema(rest, &site.item(), cx),
        _ => items[0].clone(),
    };
    if items.iter().all(|it| *it == rest) && (is_closed || it.items.is_some() || is_fixed) {
        return ir::Type::List(Box::new(rest));
    }
    if is_whole && has_tuple {
        return ir::Type::Tuple { items, least };
    }
    let item = raw(
        it.span,
        "an array with a schema for each place and no fixed length",
        cx,
    );
    ir::Type::List(Box::new(item))
}

/// The type of a value that has no parts; `None` for any other schema.
pub fn scalar(it: &SchemaObject, options: &Options) -> Option<ir::Type> {
    match classify_object(it) {
        SchemaForm::String => Some(string(it, options)),
        SchemaForm::Boolean => Some(ir::Type::Bool),
        SchemaForm::Integer => Some(integer(it)),
        SchemaForm::Number => Some(ir::Type::F64),
        _ => None,
    }
}

fn string(it: &SchemaObject, options: &Options) -> ir::Type {
    if it.content_encoding.as_deref() == Some("base64") {
        return ir::Type::Base64;
    }
    match it.format.as_ref().map(|it| options.meaning(&it.value)) {
        Some("date-time") => ir::Type::DateTime,
        Some("date") => ir::Type::Date,
        Some("uuid") => ir::Type::Uuid,
        Some("byte") => ir::Type::Base64,
        _ => ir::Type::String,
    }
}

/// The type of an integer: by its format, unless its bounds say more, or by what is named or allowed.
pub fn integer(it: &SchemaObject) -> ir::Type {
    let says_more = |least, most| {
        let (lower, upper) = bounds(it);
        lower.is_some_and(|it| it < least) || upper.is_some_and(|it| it > most)
    };
    match it.format.as_ref().map(|it| it.value.as_str()) {
        Some("int8" | "int16" | "int32" | "uint8" | "uint16")
            if !says_more(i32::MIN.into(), i32::MAX.into()) =>
        {
            ir::Type::I32
        }
        Some("uint32") if !says_more(0, u32::MAX.into()) => ir::Type::U32,
        Some("uint64") => ir::Type::U64,
        _ if allows_more_than_i64(it) => ir::Type::U64,
        _ => ir::Type::I64,
    }
}

/// Whether there are values between those of an `i64` and those of a `u64`: by what is named, or by the bounds. A default
/// counts if nothing else speaks against it, and some type of 64 bits holds it.
fn allows_more_than_i64(it: &SchemaObject) -> bool {
    let is_more = |it: i128| it > i64::MAX.into();
    let (least, most) = bounds(it);
    let default = it.default.as_ref().and_then(|it| match &it.value {
        Value::Number(text) => large_integer(text),
        _ => None,
    });
    let (least_named, most_named) = integer_range(it);
    let is_signed = least.is_some_and(|it| it < 0)
        || least_named < 0
        || it.format.as_ref().is_some_and(|it| it.value == "int64");
    is_more(most_named)
        || least.is_some_and(is_more)
        || (least.is_some_and(|it| it >= 0) && most.is_some_and(is_more))
        || default.is_some_and(|it| !is_signed && is_more(it) && it <= u64::MAX.into())
}

/// What 64 bits hold, and what writers for which all numbers are floats make of its ends.
const LEAST: i128 = -9_223_372_036_854_776_000;
const MOST_SIGNED: i128 = 9_223_372_036_854_776_000;
const MOST: i128 = 18_446_744_073_709_552_000;

/// Whether bounds allow integers that no type holds. One with a format says what holds them.
pub fn exceeds_its_type(it: &SchemaObject) -> bool {
    let (least, most) = bounds(it);
    let is_signed = least.is_some_and(|it| it < 0);
    let above = if is_signed { MOST_SIGNED } else { MOST };
    it.format.is_none() && (least.is_some_and(|it| it < LEAST) || most.is_some_and(|it| it > above))
}

/// The least and the most that is allowed, as far as bounds say so.
pub fn bounds(it: &SchemaObject) -> (Option<i128>, Option<i128>) {
    let bound = |it: &Option<Spanned<String>>| large_integer(&it.as_ref()?.value);
    let above = bound(&it.exclusive_minimum).map(|it| it.saturating_add(1));
    let below = bound(&it.exclusive_maximum).map(|it| it.saturating_sub(1));
    let least = bound(&it.minimum).into_iter().chain(above).max();
    let most = bound(&it.maximum).into_iter().chain(below).min();
    (least, most)
}

/// Typed as raw JSON: says so, and degrades what is being lowered.
pub fn raw(span: Span, what: &str, cx: &mut Cx<'_>) -> ir::Type {
    let message = format!("{what} is generated as raw JSON");
    cx.diagnostics
        .push(Diagnostic::warning(&codes::RAW_JSON, &message).at(span));
    cx.degrade(message);
    ir::Type::Raw
}
