//! Whether a schema allows `null`, also by its parts or one of its alternatives, or nothing else.

use super::classify::{SchemaForm, classify_object, is_null, is_nullable};
use super::flatten::flatten;
use oasmith_spec::model::{Schema, SchemaObject, Type};
use oasmith_spec::{Document, Valid};

/// How many schemas are looked at, in case they refer to one another.
const MOST: usize = 200;

pub fn allows_null(it: &SchemaObject, document: &Valid<Document>) -> bool {
    let mut looking = Looking {
        document,
        trail: Vec::new(),
        left: MOST,
    };
    looking.says(it) == Says::Null
}

/// Whether a value is always `null`.
pub fn is_always_null(it: &Schema, document: &Valid<Document>) -> bool {
    let flat = it.as_object().and_then(|it| flatten(it, document));
    flat.is_some_and(|it| {
        let mut alternatives = it.one_of.iter().chain(&it.any_of).peekable();
        let are_null = alternatives.peek().is_some() && alternatives.all(is_null);
        let is_only = it.types == [Type::Null] || (it.types.is_empty() && are_null);
        is_only && matches!(classify_object(&it), SchemaForm::Anything)
    })
}

/// What a schema says of `null`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Null,
    NoNull,
    Nothing,
}

struct Looking<'d> {
    document: &'d Valid<Document>,
    /// The references that led here.
    trail: Vec<&'d str>,
    left: usize,
}

impl<'d> Looking<'d> {
    fn says(&mut self, it: &SchemaObject) -> Says {
        let Some(left) = self.left.checked_sub(1) else {
            return Says::NoNull;
        };
        self.left = left;
        if is_nullable(it) {
            return Says::Null;
        }
        // A type beside the alternatives holds for all of them.
        if !it.types.is_empty() || it.values.is_some() || it.constant.is_some() {
            return Says::NoNull;
        }
        let mut all = vec![self.referred(it)];
        all.extend(it.all_of.iter().map(|it| self.schema(it)));
        let alternatives = it.one_of.iter().chain(&it.any_of);
        let alternatives: Vec<Says> = alternatives.map(|it| self.schema(it)).collect();
        all.push(match alternatives.as_slice() {
            [] => Says::Nothing,
            all if all.contains(&Says::Null) => Says::Null,
            all if all.contains(&Says::Nothing) => Says::Nothing,
            _ => Says::NoNull,
        });
        if all.contains(&Says::NoNull) {
            return Says::NoNull;
        }
        match all.contains(&Says::Null) {
            true => Says::Null,
            false => Says::Nothing,
        }
    }

    fn referred(&mut self, it: &SchemaObject) -> Says {
        let Some(reference) = &it.reference else {
            return Says::Nothing;
        };
        let target = self.document.target(reference);
        if self.trail.contains(&target.pointer) {
            return Says::Nothing;
        }
        self.trail.push(target.pointer);
        let says = self.schema(target.schema);
        self.trail.pop();
        says
    }

    fn schema(&mut self, it: &Schema) -> Says {
        it.as_object().map_or(Says::Nothing, |it| self.says(it))
    }
}
