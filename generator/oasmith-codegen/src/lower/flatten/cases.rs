//! Members that a schema has in some cases only: what `then`, `else` and `dependentSchemas` declare, and nothing else.
//!
//! In: a merged schema, and the cases that its parts speak of. Out: the same schema with their members, none of which must
//! be there. Which case it is stays a rule of the server's.

use super::Merging;
use indexmap::IndexMap;
use oasmith_spec::model::{Property, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};
use std::collections::VecDeque;

/// How many cases of one schema are looked at.
const MOST: usize = 100;

/// What holds for a value in some cases.
pub(super) fn of(it: &SchemaObject) -> impl Iterator<Item = &SchemaObject> {
    let branches = it.then.iter().chain(&it.else_).filter(|_| it.if_.is_some());
    let all = branches.chain(it.dependent_schemas.values());
    all.filter_map(Schema::as_object)
}

/// Adds the members of the cases. A schema without members of its own keeps all that comes anyway, and what one says of
/// members that it does not name goes for those of the cases too (JSON Schema 2020-12, 10.3.2.3).
pub(super) fn add_members(
    into: &mut SchemaObject,
    cases: Vec<SchemaObject>,
    document: &Valid<Document>,
) {
    let is_open = |it: &Schema| matches!(it, Schema::Bool(it) if it.value);
    let has_rule = !into.additional_properties.as_ref().is_none_or(is_open);
    if into.properties.is_empty() || has_rule || !into.pattern_properties.is_empty() {
        return;
    }
    let mut found: IndexMap<String, Vec<Property>> = IndexMap::new();
    let mut waiting = VecDeque::from(cases);
    for _ in 0..MOST {
        let Some(case) = waiting.pop_front() else {
            break;
        };
        let mut merging = Merging::new(case.span, document);
        let Some(case) = merging.flatten(&case) else {
            continue;
        };
        // Cases in cases, as `else` around the next `if`.
        waiting.extend(merging.cases);
        let alternatives = case.one_of.iter().chain(&case.any_of);
        waiting.extend(alternatives.filter_map(Schema::as_object).cloned());
        for (name, property) in case.properties {
            let is_forbidden = matches!(&property.schema, Schema::Bool(it) if !it.value);
            if !is_forbidden && !into.properties.contains_key(&name) {
                found.entry(name).or_default().push(property);
            }
        }
    }
    for (name, all) in found {
        into.properties.extend(any(all).map(|it| (name, it)));
    }
}

/// A member that several cases describe is as one of them says.
fn any(mut all: Vec<Property>) -> Option<Property> {
    all.dedup_by_key(|it| it.schema.span());
    let first = all.first()?;
    if all.len() == 1 {
        return all.pop();
    }
    let key_span = first.key_span;
    let mut any = SchemaObject::new(first.schema.span());
    any.any_of = all.into_iter().map(|it| it.schema).collect();
    Some(Property {
        schema: Schema::Object(Box::new(any)),
        key_span,
    })
}
