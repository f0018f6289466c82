//! A value for which all of some schemas hold.
//!
//! What holds is gathered, one value is made by its type, and checked where there was something to choose; that is
//! tried again, a bounded number of times, with other choices. The whole is checked in the end.

pub use members::UNDECLARED;

mod list;
mod members;
mod number;
mod text;

use crate::choice::Choice;
use crate::cx::Cx;
use crate::gather::{Gathered, gather};
use crate::value::Value;
use crate::{Direction, Reason, Settings, holds};
use oasmith_spec::Valid;
use oasmith_spec::model::{Document, Schema, SchemaObject, Spanned, Type, is_integer_format};
use oasmith_spec::node::Node;

/// How often a value is tried where there is something to choose, outside and inside of others.
const ATTEMPTS: [usize; 2] = [24, 6];

/// How deep values are at most, if the schema asks for it.
const DEEPEST: usize = 100;

/// From how many values on only what must be there is made.
const LARGE: usize = 400;

/// A value of a schema, or why there is none.
pub fn value(
    document: &Valid<Document>,
    schema: &Schema,
    direction: Direction,
    settings: &Settings,
) -> Result<Value, Reason> {
    let choice = Choice::of(&["value"], settings.seed);
    whole(schema, &mut Cx::new(document, settings, direction, choice))
}

/// A value of a schema that is not inside of another.
pub fn whole<'a>(schema: &'a Schema, cx: &mut Cx<'a>) -> Result<Value, Reason> {
    let mut last = Reason::new("it was not tried");
    for _ in 0..3 {
        cx.made = 0;
        let value = make(&[schema], 0, cx)?;
        match holds::check(&value, schema, cx) {
            Ok(()) => return Ok(value),
            Err(why) => last = why,
        }
    }
    Err(last)
}

/// A value of all schemas.
fn make<'a>(schemas: &[&'a Schema], depth: usize, cx: &mut Cx<'a>) -> Result<Value, Reason> {
    if depth > DEEPEST {
        return Err(Reason::new("it has no end"));
    }
    let mut attempts = ATTEMPTS[usize::from(depth > 0)];
    let mut last = Reason::new("it was not tried");
    while attempts > 0 {
        cx.spend(1)?;
        let is_deep = depth >= cx.settings.depth || cx.made > LARGE;
        let gathered = gather(schemas, is_deep, cx)?;
        let excludes = gathered.all.iter().any(|it| it.not.is_some());
        let was_desperate = cx.is_desperate;
        cx.is_desperate |= attempts + 2 < ATTEMPTS[usize::from(depth > 0)];
        let made = once(&gathered, depth, is_deep, cx);
        cx.is_desperate = was_desperate;
        match made {
            Ok(value) if !gathered.has_chosen && !excludes => return Ok(value),
            Ok(value) => {
                let checked = schemas
                    .iter()
                    .try_for_each(|it| holds::check(&value, it, cx));
                match checked {
                    Ok(()) => return Ok(value),
                    Err(why) => last = why,
                }
            }
            // Nothing would be different.
            Err(why) if !gathered.has_chosen && depth > 0 => return Err(why),
            Err(why) => last = why,
        }
        attempts -= 1;
    }
    Err(last)
}

/// One attempt at a value of what was gathered.
fn once<'a>(
    gathered: &Gathered<'a>,
    depth: usize,
    is_deep: bool,
    cx: &mut Cx<'a>,
) -> Result<Value, Reason> {
    cx.made += 1;
    let all = &gathered.all;
    if let Some(value) = listed(all, cx)? {
        return Ok(value);
    }
    if let Some(value) = shown(all, cx) {
        return Ok(value);
    }
    match ty(all, is_deep, cx)? {
        Type::Null => Ok(Value::Null),
        Type::Boolean => Ok(Value::Bool(cx.choice.once_in(2))),
        Type::Integer => number::number(all, number::Kind::Integer, cx),
        Type::Number => number::number(all, number::Kind::Any, cx),
        Type::String => text::text(all, cx).map(Value::String),
        Type::Array => list::list(all, depth, is_deep, cx),
        Type::Object => members::members(gathered, depth, is_deep, cx),
    }
}

/// One of `enum` and `const`, if there are any.
fn listed<'a>(all: &[&'a SchemaObject], cx: &mut Cx<'a>) -> Result<Option<Value>, Reason> {
    let constant = all.iter().find_map(|it| it.constant.as_ref());
    let values = all
        .iter()
        .filter_map(|it| it.values.as_ref().map(|it| &it.value))
        .min_by_key(|it| it.len());
    let mut candidates: Vec<&Node> = match (constant, values) {
        (Some(one), _) => vec![one],
        (None, Some(values)) => values.iter().collect(),
        (None, None) => return Ok(None),
    };
    if !cx.is_usual() {
        cx.choice.shuffle(&mut candidates);
    }
    if let Some(value) = first_that_holds(candidates, all, cx) {
        return Ok(Some(value));
    }
    Err(Reason::new("none of the values is allowed here"))
}

fn first_that_holds<'a>(
    candidates: impl IntoIterator<Item = &'a Node>,
    all: &[&'a SchemaObject],
    cx: &mut Cx<'a>,
) -> Option<Value> {
    candidates.into_iter().find_map(|node| {
        let value = members::without_what_stays(Value::from(node), all, cx);
        let holds = all
            .iter()
            .all(|it| holds::check_object(&value, it, cx).is_ok());
        holds.then_some(value)
    })
}

/// An example or default of the document: where they are wanted, and now and then where they are not.
fn shown<'a>(all: &[&'a SchemaObject], cx: &mut Cx<'a>) -> Option<Value> {
    if !cx.is_usual() && !cx.choice.once_in(8) {
        return None;
    }
    let examples = all.iter().flat_map(|it| &it.examples);
    let defaults = all.iter().filter_map(|it| it.default.as_ref());
    // What a schema without `type` is about is what its values are, whatever else would be valid.
    let is_said = all.iter().any(|it| !it.types.is_empty());
    let ty = all.iter().find_map(|it| implied(it)).filter(|_| !is_said);
    let is_meant = |node: &&Node| {
        let value = Value::from(*node);
        let is_common = !all.iter().any(|it| is_whole(it)) || number::is_common(&value);
        is_common && ty.is_none_or(|ty| holds::is_of(&value, ty))
    };
    let shown = examples.chain(defaults).filter(is_meant);
    let value = first_that_holds(shown, all, cx)?;
    cx.made += value.size();
    Some(value)
}

/// The type that the value shall have.
fn ty<'a>(all: &[&'a SchemaObject], is_deep: bool, cx: &mut Cx<'a>) -> Result<Type, Reason> {
    let mut types = [
        Type::Null,
        Type::Boolean,
        Type::Integer,
        Type::Number,
        Type::String,
        Type::Array,
        Type::Object,
    ]
    .to_vec();
    for it in all.iter().filter(|it| !it.types.is_empty()) {
        // An integer is a number.
        let allows = |ty: &Type| {
            it.types.contains(ty) || (*ty == Type::Integer && it.types.contains(&Type::Number))
        };
        types.retain(allows);
    }
    let is_said = all.iter().any(|it| !it.types.is_empty());
    if types.contains(&Type::Number) {
        // Otherwise which it is, is decided where the number is made.
        let other = match all.iter().any(|it| is_whole(it)) {
            true => Type::Number,
            false => Type::Integer,
        };
        types.retain(|it| *it != other);
    }
    if !is_said && let Some(ty) = all.iter().find_map(|it| implied(it)) {
        return Ok(ty);
    }
    if !is_said {
        types.retain(|it| !matches!(it, Type::Null | Type::Array | Type::Object));
    }
    if types.contains(&Type::Null) && types.len() > 1 {
        if is_deep || (!cx.is_usual() && cx.choice.once_in(5)) {
            return Ok(Type::Null);
        }
        types.retain(|it| *it != Type::Null);
    }
    cx.choice
        .of_these(&types)
        .copied()
        .ok_or_else(|| Reason::new("no type is allowed"))
}

/// Whether numbers are integers: by their type, or by a format beside the type of another part.
fn is_whole(it: &SchemaObject) -> bool {
    let of_format = |format: &Spanned<String>| is_integer_format(&format.value);
    let is_said = it.types.is_empty() && it.format.as_ref().is_some_and(of_format);
    is_said || (it.types.contains(&Type::Integer) && !it.types.contains(&Type::Number))
}

/// The type that a schema without `type` is about.
fn implied(it: &SchemaObject) -> Option<Type> {
    let is_object = !it.properties.is_empty()
        || !it.required.is_empty()
        || it.additional_properties.is_some()
        || !it.pattern_properties.is_empty()
        || it.property_names.is_some()
        || it.min_properties.is_some()
        || it.discriminator.is_some();
    let is_array = it.items.is_some()
        || !it.prefix_items.is_empty()
        || it.contains.is_some()
        || it.min_items.is_some();
    let is_text = it.pattern.is_some() || it.min_length.is_some() || it.max_length.is_some();
    let format = it.format.as_ref().map(|it| it.value.as_str());
    let is_number = it.minimum.is_some()
        || it.maximum.is_some()
        || it.exclusive_minimum.is_some()
        || it.exclusive_maximum.is_some()
        || it.multiple_of.is_some()
        || matches!(format, Some("float" | "double"));
    if is_object {
        Some(Type::Object)
    } else if is_array {
        Some(Type::Array)
    } else if !is_text && format.is_some_and(is_integer_format) {
        Some(Type::Integer)
    } else if is_text || (format.is_some() && !is_number) {
        Some(Type::String)
    } else if is_number {
        Some(Type::Number)
    } else {
        None
    }
}
