//! Integers of several formats are one alternative, wide enough for all of them, where there is such a type: what has
//! a sign and what has none, of 64 bits, are two that their values tell apart.

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
        for format in ["int64", "uint64"] {
            let number = |it: &Option<SchemaObject>| number_in(it.as_ref()?, depth, document);
            let numbers: Vec<Option<Number>> = flat.iter().map(number).collect();
            let which = united_in(format, &numbers);
            let Some(first) = which.iter().position(|it| *it) else {
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
            let stays = |at: usize| at == first || !which[at];
            keep_some(all, stays);
            keep_some(flat, stays);
        }
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

/// Which of them are one alternative of this format, where not all of them have its type. What is no more than a number
/// has room for any integer.
fn united_in(format: &str, all: &[Option<Number>]) -> Vec<bool> {
    use ir::Type::{F64, I32, I64, U32, U64};
    let has = |ty: &ir::Type| all.iter().flatten().any(|it| it.ty == *ty);
    let types: &[ir::Type] = match format {
        "uint64" => &[U32, U64],
        // No integer of Rust's that JSON libraries know has room for both.
        _ if has(&U64) => &[I32, I64],
        _ => &[I32, I64, U32],
    };
    let found = types.iter().filter(|it| has(it)).count();
    let is_narrow = !has(&U64) && !has(&I64) && has(&F64);
    let are_united = found > 1 || (found == 1 && is_narrow);
    let is_one = |it: &Option<Number>| matches!(it, Some(it) if types.contains(&it.ty));
    all.iter().map(|it| are_united && is_one(it)).collect()
}

fn list_of(items: SchemaObject) -> SchemaObject {
    let mut list = SchemaObject::new(items.span);
    list.types = vec![Type::Array];
    list.items = Some(Schema::Object(Box::new(items)));
    list
}
