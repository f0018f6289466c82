//! Integers of several formats are one alternative, wide enough for all of them: no value tells them apart.

use super::super::classify::{SchemaForm, classify_object};
use super::super::flatten::flatten;
use super::super::nullable::allows_null;
use super::super::schema::integer;
use super::keep_some;
use crate::ir;
use oasmith_spec::model::{Schema, SchemaObject, Spanned, Type};
use oasmith_spec::{Document, Valid};

/// How deep numbers may stand in lists.
const DEEPEST: usize = 8;

/// Unites the integers, the lists of them, the lists of such lists, and so on.
pub fn unite(
    all: &mut Vec<Schema>,
    flat: &mut Vec<Option<SchemaObject>>,
    document: &Valid<Document>,
) {
    for depth in 0..=DEEPEST {
        let number = |it: &Option<SchemaObject>| number_in(it.as_ref()?, depth, document);
        let numbers: Vec<Option<Number>> = flat.iter().map(number).collect();
        let Some(format) = wide_enough(&numbers) else {
            continue;
        };
        let is_integer = |at: usize| matches!(&numbers[at], Some(it) if it.ty != ir::Type::F64);
        let Some(first) = (0..all.len()).find(|it| is_integer(*it)) else {
            continue;
        };
        let mut united = SchemaObject::new(all[first].span());
        let is_nullable = numbers.iter().flatten().any(|it| it.is_nullable);
        united.types = match is_nullable {
            true => vec![Type::Integer, Type::Null],
            false => vec![Type::Integer],
        };
        united.format = Some(Spanned {
            value: format.to_owned(),
            span: united.span,
        });
        let united = (0..depth).fold(united, |items, _| list_of(items));
        all[first] = Schema::Object(Box::new(united.clone()));
        flat[first] = Some(united);
        let stays = |at: usize| at == first || !is_integer(at);
        keep_some(all, stays);
        keep_some(flat, stays);
    }
}

struct Number {
    ty: ir::Type,
    is_nullable: bool,
}

/// The number that a schema is, that many lists deep.
fn number_in(it: &SchemaObject, depth: usize, document: &Valid<Document>) -> Option<Number> {
    let ty = match (classify_object(it), depth) {
        (SchemaForm::Integer, 0) => integer(it),
        (SchemaForm::Number, 0) => ir::Type::F64,
        (SchemaForm::List(Some(items)), 1..) => {
            let items = flatten(items.as_object()?, document)?;
            return number_in(&items, depth - 1, document);
        }
        _ => return None,
    };
    Some(Number {
        ty,
        is_nullable: allows_null(it, document),
    })
}

/// The format that all of them fit, where some do not fit that of another. What is no more than a number has room for
/// any integer.
fn wide_enough(all: &[Option<Number>]) -> Option<&'static str> {
    let has = |ty: ir::Type| all.iter().flatten().any(|it| it.ty == ty);
    let is_wide = has(ir::Type::I64) || has(ir::Type::F64);
    match (has(ir::Type::I32), has(ir::Type::U32), has(ir::Type::U64)) {
        (false, true, true) if !is_wide => Some("uint64"),
        // No integer of Rust's that JSON libraries know has room for both.
        (_, _, true) => None,
        (true, true, false) => Some("int64"),
        (true, _, false) | (_, true, false) if is_wide => Some("int64"),
        _ => None,
    }
}

fn list_of(items: SchemaObject) -> SchemaObject {
    let mut list = SchemaObject::new(items.span);
    list.types = vec![Type::Array];
    list.items = Some(Schema::Object(Box::new(items)));
    list
}
