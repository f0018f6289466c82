//! Whether a value is one of a schema.
//!
//! In: a value, a schema. Out: nothing, or why not. The second half of the bargain: whatever `make` guesses, this
//! decides. Formats are asserted, as the generated code does.

mod unevaluated;

use crate::choice::Choice;
use crate::cx::Cx;
use crate::decimal::Decimal;
use crate::value::Value;
use crate::{Direction, Reason, Settings, format};
use oasmith_spec::Valid;
use oasmith_spec::model::{Document, Schema, SchemaObject, Spanned, Type};
use oasmith_spec::node::Node;

/// Checks a value against a schema. An error says what is wrong, or what cannot be told.
pub fn holds(
    document: &Valid<Document>,
    schema: &Schema,
    value: &Value,
    direction: Direction,
    settings: &Settings,
) -> Result<(), Reason> {
    let mut cx = Cx::new(document, settings, direction, Choice::of(&[], 0));
    check(value, schema, &mut cx)
}

/// Checks a value against a schema.
pub fn check<'a>(value: &Value, schema: &'a Schema, cx: &mut Cx<'a>) -> Result<(), Reason> {
    Checker::new(cx)
        .schema(value, schema)
        .map_err(Misfit::reason)
}

/// Checks a value against the keywords of one schema, what it refers to and is made of included.
pub fn check_object<'a>(
    value: &Value,
    schema: &'a SchemaObject,
    cx: &mut Cx<'a>,
) -> Result<(), Reason> {
    Checker::new(cx)
        .object(value, schema)
        .map_err(Misfit::reason)
}

/// How deep values and schemas are looked into.
const DEPTH: usize = 250;

enum Misfit {
    Wrong(Reason),
    /// It cannot be told.
    Unknown(Reason),
}

type Outcome = Result<(), Misfit>;

impl Misfit {
    fn reason(self) -> Reason {
        match self {
            Misfit::Wrong(it) | Misfit::Unknown(it) => it,
        }
    }
}

fn wrong(what: impl Into<String>) -> Outcome {
    Err(Misfit::Wrong(Reason::new(what)))
}

fn ensure(holds: bool, what: &str) -> Outcome {
    if holds { Ok(()) } else { wrong(what) }
}

struct Checker<'c, 'a> {
    cx: &'c mut Cx<'a>,
    depth: usize,
    /// The values that are being held to alternatives, and of which schemas those are.
    choosing: Vec<(*const Value, *const SchemaObject)>,
}

impl<'c, 'a> Checker<'c, 'a> {
    fn new(cx: &'c mut Cx<'a>) -> Self {
        let choosing = Vec::new();
        Self {
            cx,
            depth: 0,
            choosing,
        }
    }

    fn schema(&mut self, value: &Value, schema: &'a Schema) -> Outcome {
        match schema {
            Schema::Bool(it) => ensure(it.value, "nothing is allowed"),
            Schema::Object(it) => {
                self.cx.spend(1).map_err(Misfit::Unknown)?;
                if self.depth > DEPTH {
                    return Err(Misfit::Unknown(Reason::new("it is nested too deeply")));
                }
                self.depth += 1;
                let outcome = self.object(value, it);
                self.depth -= 1;
                outcome
            }
        }
    }

    fn object(&mut self, value: &Value, it: &'a SchemaObject) -> Outcome {
        if !it.types.is_empty() && !it.types.iter().any(|ty| is_of(value, *ty)) {
            return wrong("it is of another type");
        }
        values(value, it)?;
        match value {
            Value::Number(text) => number(text, it)?,
            Value::String(text) => self.text(text, it)?,
            Value::Array(items) => self.items(items, it)?,
            Value::Object(members) => self.members(members, it)?,
            Value::Null | Value::Bool(_) => {}
        }
        if let Some(reference) = &it.reference {
            self.schema(value, self.cx.follow(reference))?;
        }
        for part in &it.all_of {
            self.schema(value, part)?;
        }
        self.any_alternatives(value, it)?;
        self.conditions(value, it)?;
        self.unevaluated(value, it)
    }

    /// A `Cat` is a `Pet` with more, and a `Pet` is a `Cat` or a `Dog`: what leads back to itself holds where all else does.
    fn any_alternatives(&mut self, value: &Value, it: &'a SchemaObject) -> Outcome {
        let here = (std::ptr::from_ref(value), std::ptr::from_ref(it));
        let has_none = it.any_of.is_empty() && it.one_of.is_empty();
        if has_none || self.choosing.contains(&here) {
            return Ok(());
        }
        self.choosing.push(here);
        let outcome = self.alternatives(value, it);
        self.choosing.pop();
        outcome
    }

    fn alternatives(&mut self, value: &Value, it: &'a SchemaObject) -> Outcome {
        if !it.any_of.is_empty() {
            self.at_least_one(value, &it.any_of)?;
        }
        if it.one_of.is_empty() {
            return Ok(());
        }
        if self.cx.is_loose() {
            return self.at_least_one(value, &it.one_of);
        }
        let mut holding = 0;
        for part in &it.one_of {
            match self.schema(value, part) {
                Ok(()) => holding += 1,
                Err(Misfit::Wrong(_)) => {}
                Err(unknown) => return Err(unknown),
            }
        }
        match holding {
            0 => wrong("none of the alternatives holds"),
            1 => Ok(()),
            _ => wrong("several alternatives of `oneOf` hold"),
        }
    }

    fn at_least_one(&mut self, value: &Value, parts: &'a [Schema]) -> Outcome {
        let mut outcome = wrong("none of the alternatives holds");
        for part in parts {
            match self.schema(value, part) {
                Ok(()) => return Ok(()),
                Err(Misfit::Wrong(_)) => {}
                unknown => outcome = unknown,
            }
        }
        outcome
    }

    fn conditions(&mut self, value: &Value, it: &'a SchemaObject) -> Outcome {
        if let Some(not) = &it.not {
            match self.schema(value, not) {
                Ok(()) => return wrong("what `not` excludes holds"),
                Err(Misfit::Wrong(_)) => {}
                unknown => return unknown,
            }
        }
        let Some(condition) = &it.if_ else {
            return Ok(());
        };
        let branch = match self.schema(value, condition) {
            Ok(()) => &it.then,
            Err(Misfit::Wrong(_)) => &it.else_,
            unknown => return unknown,
        };
        branch.as_ref().map_or(Ok(()), |it| self.schema(value, it))
    }

    fn text(&mut self, text: &str, it: &'a SchemaObject) -> Outcome {
        if it.min_length.is_some() || it.max_length.is_some() {
            let length = text.chars().count() as u64;
            ensure(
                it.min_length.is_none_or(|least| length >= least),
                "it is too short",
            )?;
            ensure(
                it.max_length.is_none_or(|most| length <= most),
                "it is too long",
            )?;
        }
        if let Some(format) = &it.format {
            ensure(
                format::holds(&format.value, text),
                "it is not of its format",
            )?;
        }
        if it.content_encoding.as_deref() == Some("base64") {
            ensure(format::holds("byte", text), "it is not Base64")?;
        }
        if let Some(pattern) = &it.pattern
            && !self.cx.is_trusted(&pattern.value, text)
        {
            let pattern = self.cx.pattern(&pattern.value).map_err(Misfit::Unknown)?;
            ensure(pattern.matches(text), "it does not match its pattern")?;
        }
        Ok(())
    }

    fn items(&mut self, items: &[Value], it: &'a SchemaObject) -> Outcome {
        let count = items.len() as u64;
        ensure(
            it.min_items.is_none_or(|least| count >= least),
            "it has too few items",
        )?;
        ensure(
            it.max_items.is_none_or(|most| count <= most),
            "it has too many items",
        )?;
        for (at, item) in items.iter().enumerate() {
            if let Some(schema) = it.prefix_items.get(at).or(it.items.as_ref()) {
                self.schema(item, schema)?;
            }
        }
        if it.unique_items {
            self.cx
                .spend(items.len() * items.len() / 8)
                .map_err(Misfit::Unknown)?;
            let is_twice = |(at, item): (usize, &Value)| items[..at].contains(item);
            ensure(
                !items.iter().enumerate().any(is_twice),
                "an item is there twice",
            )?;
        }
        let Some(contains) = &it.contains else {
            return Ok(());
        };
        let mut count = 0;
        for item in items {
            match self.schema(item, contains) {
                Ok(()) => count += 1,
                Err(Misfit::Wrong(_)) => {}
                unknown => return unknown,
            }
        }
        ensure(
            count >= it.min_contains.unwrap_or(1),
            "too few items are as `contains` asks",
        )?;
        ensure(
            it.max_contains.is_none_or(|most| count <= most),
            "too many items are as `contains` asks",
        )
    }

    fn members(&mut self, members: &[(String, Value)], it: &'a SchemaObject) -> Outcome {
        let count = members.len() as u64;
        ensure(
            it.min_properties.is_none_or(|least| count >= least),
            "it has too few members",
        )?;
        ensure(
            it.max_properties.is_none_or(|most| count <= most),
            "it has too many members",
        )?;
        let is_there = |name: &str| members.iter().any(|it| it.0 == name);
        for name in &it.required {
            let property = it.properties.get(&name.value);
            // OAS 3.0, `readOnly`: what is required is so on the way that it takes.
            let travels = property.is_none_or(|it| self.cx.travels(&it.schema));
            if travels && !is_there(&name.value) {
                return wrong(format!("`{}` is missing", name.value));
            }
        }
        for (name, others) in &it.dependent_required {
            if is_there(name) && !others.iter().all(|it| is_there(it)) {
                return wrong(format!("what goes with `{name}` is missing"));
            }
        }
        for (name, value) in members {
            if let Some(schema) = it.dependent_schemas.get(name) {
                let whole = Value::Object(members.to_vec());
                self.schema(&whole, schema)?;
            }
            self.member(name, value, it)?;
        }
        Ok(())
    }

    fn member(&mut self, name: &str, value: &Value, it: &'a SchemaObject) -> Outcome {
        if let Some(names) = &it.property_names {
            self.schema(&Value::String(name.to_owned()), names)?;
        }
        for schema in schemas_of(name, it, self.cx).map_err(Misfit::Unknown)? {
            self.schema(value, schema).map_err(|it| match it {
                Misfit::Wrong(why) => Misfit::Wrong(why.within(name)),
                Misfit::Unknown(why) => Misfit::Unknown(why.within(name)),
            })?;
        }
        Ok(())
    }
}

/// The schemas that one schema has for a member (JSON Schema 2020-12, 10.3.2).
pub fn schemas_of<'a>(
    name: &str,
    it: &'a SchemaObject,
    cx: &mut Cx<'a>,
) -> Result<Vec<&'a Schema>, Reason> {
    let mut schemas: Vec<&Schema> = Vec::new();
    schemas.extend(it.properties.get(name).map(|it| &it.schema));
    for (pattern, schema) in &it.pattern_properties {
        if cx.pattern(pattern)?.matches(name) {
            schemas.push(schema);
        }
    }
    if schemas.is_empty() {
        schemas.extend(&it.additional_properties);
    }
    Ok(schemas)
}

/// Whether a value is of a type. `1.0` is an integer (JSON Schema 2020-12, 4.2.3).
pub fn is_of(value: &Value, ty: Type) -> bool {
    match (value, ty) {
        (Value::Null, Type::Null)
        | (Value::Bool(_), Type::Boolean)
        | (Value::Number(_), Type::Number)
        | (Value::String(_), Type::String)
        | (Value::Array(_), Type::Array)
        | (Value::Object(_), Type::Object) => true,
        (Value::Number(text), Type::Integer) => {
            Decimal::parse(text).is_some_and(Decimal::is_integer)
        }
        _ => false,
    }
}

/// `enum` and `const`.
fn values(value: &Value, it: &SchemaObject) -> Outcome {
    if let Some(values) = &it.values {
        let is_one = |node: &Node| Value::from(node) == *value;
        ensure(values.value.iter().any(is_one), "it is none of the values")?;
    }
    if let Some(constant) = &it.constant {
        ensure(Value::from(constant) == *value, "it is another constant")?;
    }
    Ok(())
}

fn number(text: &str, it: &SchemaObject) -> Outcome {
    let Some(value) = Decimal::parse(text) else {
        return unknown_number(text);
    };
    let bound = |bound: &Option<Spanned<String>>| bound.as_ref().map(|it| Limit::parse(&it.value));
    let is_over =
        |limit: Option<Limit>, least: bool| limit.is_none_or(|it| it.is_below(value, least));
    let is_under =
        |limit: Option<Limit>, most: bool| limit.is_none_or(|it| it.is_above(value, most));
    ensure(is_over(bound(&it.minimum), true), "it is too small")?;
    ensure(
        is_over(bound(&it.exclusive_minimum), false),
        "it is too small",
    )?;
    ensure(is_under(bound(&it.maximum), true), "it is too large")?;
    ensure(
        is_under(bound(&it.exclusive_maximum), false),
        "it is too large",
    )?;
    let format = it.format.as_ref().and_then(|it| range(&it.value));
    if let Some((low, high)) = format {
        let (low, high) = (Decimal::integer(low), Decimal::integer(high));
        ensure((low..=high).contains(&value), "it is not of its format")?;
    }
    if let Some(step) = &it.multiple_of {
        let is_multiple = Decimal::parse(&step.value).and_then(|step| value.is_multiple_of(step));
        let Some(is_multiple) = is_multiple else {
            return unknown_number(&step.value);
        };
        ensure(is_multiple, "it is no multiple of the step")?;
    }
    Ok(())
}

fn unknown_number(text: &str) -> Outcome {
    let text: String = text.chars().take(40).collect();
    Err(Misfit::Unknown(Reason::new(format!(
        "`{text}` has too many digits"
    ))))
}

/// The least and the largest number of a format.
pub fn range(format: &str) -> Option<(i128, i128)> {
    Some(match format {
        "int8" => (i8::MIN.into(), i8::MAX.into()),
        "int16" => (i16::MIN.into(), i16::MAX.into()),
        "int32" => (i32::MIN.into(), i32::MAX.into()),
        "int64" => (i64::MIN.into(), i64::MAX.into()),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        "uint32" => (0, u32::MAX.into()),
        "uint64" => (0, u64::MAX.into()),
        _ => return None,
    })
}

/// A bound, which may have more digits than are counted with: `1.7976931348623157e308`.
#[derive(Clone, Copy)]
pub enum Limit {
    Is(Decimal),
    /// Smaller than any number that is made.
    FarBelow,
    /// Larger.
    FarAbove,
}

impl Limit {
    pub fn parse(text: &str) -> Self {
        match Decimal::parse(text) {
            Some(it) => Limit::Is(it),
            // What is that near to zero is zero: no number is made that lies between.
            None if text.contains("e-") || text.contains("E-") => Limit::Is(Decimal::integer(0)),
            None => match text.parse::<f64>().unwrap_or(0.0) {
                it if it < -1e18 => Limit::FarBelow,
                it if it > 1e18 => Limit::FarAbove,
                // Many digits after the point.
                it => Limit::Is(Decimal::parse(&format!("{it:.9}")).unwrap_or(Decimal::integer(0))),
            },
        }
    }

    fn is_below(self, value: Decimal, or_equal: bool) -> bool {
        match self {
            Limit::Is(it) => it < value || (or_equal && it == value),
            Limit::FarBelow => true,
            Limit::FarAbove => false,
        }
    }

    fn is_above(self, value: Decimal, or_equal: bool) -> bool {
        match self {
            Limit::Is(it) => it > value || (or_equal && it == value),
            Limit::FarBelow => false,
            Limit::FarAbove => true,
        }
    }
}
