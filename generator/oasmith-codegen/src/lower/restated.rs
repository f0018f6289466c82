//! References beside which nothing is said that what they refer to does not say itself.

use super::alternatives::allows_anything;
use super::classify::{SchemaForm, classify_object, has_only_annotations};
use oasmith_spec::model::{Ref, Schema, SchemaObject, Type};
use oasmith_spec::{Document, Valid};

/// How many references and parts are followed for a type.
const MOST_STEPS: usize = 20;

/// The reference beside which only types are said that all of its values have: `type: object` beside a `$ref` to an
/// object, or `anyOf` of bare types in a common envelope whose member another part gives a type.
pub fn restated<'s>(it: &'s SchemaObject, document: &Valid<Document>) -> Option<&'s Ref> {
    let reference = match (&it.reference, it.all_of.as_slice()) {
        (Some(reference), []) => reference,
        (None, [Schema::Object(only)]) => match classify_object(only) {
            SchemaForm::Reference(reference) => reference,
            _ => return None,
        },
        _ => return None,
    };
    let said = bare_types(&SchemaObject {
        reference: None,
        all_of: Vec::new(),
        ..it.clone()
    })?;
    // Members without `type` mean an object, but where something else is allowed as well, so do they.
    let are_objects = said
        .iter()
        .all(|it| matches!(it, Type::Object | Type::Null));
    let untyped = are_objects.then_some(Type::Object);
    let own = types_of(document.target(reference).schema, untyped, document)?;
    let is_said =
        |it: &Type| said.contains(it) || (*it == Type::Integer && said.contains(&Type::Number));
    // `null` is not among the types that are looked for.
    let narrows = !said.contains(&Type::Null)
        && target_allows_null(reference, document)
        && !it.types.is_empty();
    (own.iter().all(is_said) && !narrows).then_some(reference)
}

fn target_allows_null(reference: &Ref, document: &Valid<Document>) -> bool {
    let target = document.target(reference).schema.as_object();
    target.is_some_and(|it| it.types.contains(&Type::Null))
}

/// The types that are allowed, where nothing else is said.
pub fn bare_types(it: &SchemaObject) -> Option<Vec<Type>> {
    let plain = SchemaObject {
        types: Vec::new(),
        one_of: Vec::new(),
        any_of: Vec::new(),
        items: it.items.clone().filter(|it| !allows_anything(it)),
        ..it.clone()
    };
    let is_bare = it.reference.is_none() && it.all_of.is_empty() && has_only_annotations(&plain);
    match (
        it.types.as_slice(),
        it.one_of.as_slice(),
        it.any_of.as_slice(),
    ) {
        _ if !is_bare => None,
        ([], all, []) | ([], [], all) if !all.is_empty() => {
            let types = all.iter().map(|it| bare_types(it.as_object()?));
            Some(types.collect::<Option<Vec<_>>>()?.concat())
        }
        ([], ..) => None,
        (types, [], []) => Some(types.to_vec()),
        _ => None,
    }
}

/// The types that the values of a schema have, `null` apart, as far as that is plain to see; what has members and no
/// type is `untyped`.
pub fn types_of(
    schema: &Schema,
    untyped: Option<Type>,
    document: &Valid<Document>,
) -> Option<Vec<Type>> {
    let mut waiting = vec![schema];
    let mut has_members = false;
    for _ in 0..MOST_STEPS {
        let Some(it) = waiting.pop().and_then(Schema::as_object) else {
            break;
        };
        if !it.types.is_empty() {
            let types = it.types.iter().copied();
            return Some(types.filter(|it| *it != Type::Null).collect());
        }
        has_members |= !it.properties.is_empty();
        waiting.extend(it.all_of.iter().rev());
        waiting.extend(it.reference.as_ref().map(|it| document.target(it).schema));
    }
    untyped.filter(|_| has_members).map(|it| vec![it])
}
