//! The keywords that a server checks before a handler runs.

use super::classify::{
    SchemaForm, classify_object, large_integer, leaves_names_open, members_without_names, named,
};
use super::flatten::flatten;
use super::{Cx, pattern, rule};
use crate::codes;
use crate::ir::{self, Bound, Constraints};
use oasmith_source::Diagnostic;
use oasmith_spec::model::{Schema, SchemaObject, Spanned};
use oasmith_spec::node::Value;
use std::borrow::Cow;

/// Those of the keywords that apply to the type: JSON Schema ignores `minLength` on a number.
pub fn constraints(it: &SchemaObject, ty: &ir::Type, cx: &mut Cx<'_>) -> Constraints {
    let only = match classify_object(it) {
        SchemaForm::OneAlternative(only) => only.as_object(),
        _ => None,
    };
    // What the only alternative says is said of the whole.
    if let Some(only) = only.and_then(|it| flatten(it, cx.document)) {
        return constraints(&only, ty, cx);
    }
    let found = bounds(it, ty, cx);
    let rules = match ty {
        // Has its own.
        ir::Type::Named(_) | ir::Type::Tuple { .. } => Vec::new(),
        _ => {
            let mut rules = rule::rules(it, cx).0;
            rules.extend(rule::of_pattern(it));
            rules.extend(rule::of_alternatives(it, ty, cx));
            rules
        }
    };
    Constraints { rules, ..found }
}

fn bounds(it: &SchemaObject, ty: &ir::Type, cx: &mut Cx<'_>) -> Constraints {
    match ty {
        ir::Type::Nullable(inner) => bounds(it, inner, cx),
        ir::Type::String => text(it, cx),
        ir::Type::I32
        | ir::Type::I64
        | ir::Type::U32
        | ir::Type::U64
        | ir::Type::F32
        | ir::Type::F64 => number(it, ty),
        ir::Type::List(item) => list(it, item, cx),
        ir::Type::Map(value) => Constraints {
            items: each(said_of_all_values(it).as_deref(), value, cx),
            ..Constraints::default()
        },
        _ => Constraints::default(),
    }
}

fn text(it: &SchemaObject, cx: &mut Cx<'_>) -> Constraints {
    Constraints {
        min_length: it.min_length.filter(|it| *it > 0),
        max_length: it.max_length,
        pattern: it
            .pattern
            .as_ref()
            .and_then(|pattern| expression(pattern, cx)),
        format: cx.options.asserted(it),
        ..Constraints::default()
    }
}

/// The pattern in the syntax of the generated code's engine, if it has one.
fn expression(pattern: &Spanned<String>, cx: &mut Cx<'_>) -> Option<String> {
    match pattern::translate(&pattern.value) {
        Ok(expression) => Some(expression),
        // A rule of its own.
        Err(_) if pattern::taken_apart(&pattern.value).is_some() => None,
        Err(reason) => {
            let message = format!("pattern `{}` is not checked: {reason}", pattern.value);
            let help = "the generated server accepts any text here; state the rule without look-around or back-references";
            cx.diagnostics.push(
                Diagnostic::warning(&codes::PATTERN_NOT_CHECKED, message)
                    .at(pattern.span)
                    .help(help),
            );
            None
        }
    }
}

fn number(it: &SchemaObject, ty: &ir::Type) -> Constraints {
    let (low, high) = format_range(it).unzip();
    let minimum = narrower(&it.minimum, &it.exclusive_minimum, f64::max);
    let maximum = narrower(&it.maximum, &it.exclusive_maximum, f64::min);
    Constraints {
        minimum: tighter(minimum, low, f64::max),
        maximum: tighter(maximum, high, f64::min),
        multiple_of: it.multiple_of.as_ref().map(|it| it.value.clone()),
        values: numbers(it, ty),
        ..Constraints::default()
    }
}

/// Of two bounds on one side, the one that allows less: `tightest` of both, and of two that are equal the exclusive one.
fn narrower(
    inclusive: &Option<Spanned<String>>,
    exclusive: &Option<Spanned<String>>,
    tightest: fn(f64, f64) -> f64,
) -> Option<Bound> {
    let bound = |it: &Spanned<String>, exclusive| Bound {
        value: it.value.clone(),
        exclusive,
    };
    let number = |it: &Spanned<String>| it.value.parse::<f64>().ok();
    match (inclusive, exclusive) {
        (Some(a), Some(b)) => {
            let is_exclusive = match (number(a), number(b)) {
                (Some(a), Some(b)) => tightest(a, b) == b,
                _ => true,
            };
            Some(bound(if is_exclusive { b } else { a }, is_exclusive))
        }
        (_, Some(it)) => Some(bound(it, true)),
        (Some(it), None) => Some(bound(it, false)),
        (None, None) => None,
    }
}

/// What a format says that no type says as well: there is one for whole numbers of 32 and 64 bits only.
fn format_range(it: &SchemaObject) -> Option<(i32, i32)> {
    Some(match it.format.as_ref()?.value.as_str() {
        "int8" => (i8::MIN.into(), i8::MAX.into()),
        "int16" => (i16::MIN.into(), i16::MAX.into()),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        _ => return None,
    })
}

/// Of a bound and that of the format, the one that allows less: `tightest` of both.
fn tighter(
    said: Option<Bound>,
    of_format: Option<i32>,
    tightest: fn(f64, f64) -> f64,
) -> Option<Bound> {
    let Some(limit) = of_format else { return said };
    let is_enough = said.as_ref().is_some_and(|it| {
        let value = it.value.parse::<f64>();
        value.is_ok_and(|it| tightest(it, limit.into()) == it)
    });
    match is_enough {
        true => said,
        false => Some(Bound {
            value: limit.to_string(),
            exclusive: false,
        }),
    }
}

/// The numbers that `enum` and `const` name.
fn numbers(it: &SchemaObject, ty: &ir::Type) -> Vec<String> {
    let is_float = matches!(ty, ir::Type::F32 | ir::Type::F64);
    let numbers = named(it).filter_map(|it| match &it.value {
        Value::Number(text) if is_float => Some(text.to_string()),
        Value::Number(text) => large_integer(text).map(|it| it.to_string()),
        _ => None,
    });
    numbers.collect()
}

fn list(it: &SchemaObject, item: &ir::Type, cx: &mut Cx<'_>) -> Constraints {
    // JSON Schema 2020-12, core, 10.3.1.2: beside `prefixItems`, `items` is about those that come after them.
    let items = it.items.as_ref().filter(|_| it.prefix_items.is_empty());
    let items = each(items, item, cx);
    Constraints {
        min_items: it.min_items.filter(|it| *it > 0),
        max_items: it.max_items,
        unique_items: it.unique_items,
        items,
        ..Constraints::default()
    }
}

/// What holds for each member without a name. What a pattern says of some is a rule of the whole.
pub fn said_of_all_values(it: &SchemaObject) -> Option<Cow<'_, Schema>> {
    members_without_names(it).filter(|_| !leaves_names_open(it))
}

/// Those of what a list or a map holds.
pub fn each(schema: Option<&Schema>, ty: &ir::Type, cx: &mut Cx<'_>) -> Option<Box<Constraints>> {
    let flat = flatten(schema?.as_object()?, cx.document)?;
    let found = constraints(&flat, ty, cx);
    (!found.is_empty()).then(|| Box::new(found))
}
