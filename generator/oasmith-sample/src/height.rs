//! How deep the least value of a schema is, so that what contains itself comes to an end.
//!
//! An estimate from above: a schema that is met inside of itself counts as without end there.

use crate::cx::Cx;
use oasmith_spec::model::{Schema, SchemaObject, Type};

/// Of a value that has no end, as far as can be told.
pub const ENDLESS: usize = 1_000;

/// References and schemas one inside the other that are looked into.
const DEPTH: usize = 100;

pub fn height<'a>(schema: &'a Schema, cx: &mut Cx<'a>) -> usize {
    of(schema, 0, cx)
}

fn of<'a>(schema: &'a Schema, depth: usize, cx: &mut Cx<'a>) -> usize {
    let Schema::Object(it) = schema else { return 0 };
    let place: *const SchemaObject = &raw const **it;
    if let Some(known) = cx.heights.get(&place) {
        return *known;
    }
    if depth > DEPTH {
        return ENDLESS;
    }
    // While it is being looked into.
    cx.heights.insert(place, ENDLESS);
    let height = of_object(it, depth + 1, cx).min(ENDLESS);
    cx.heights.insert(place, height);
    height
}

fn of_object<'a>(it: &'a SchemaObject, depth: usize, cx: &mut Cx<'a>) -> usize {
    if it.values.is_some() || it.constant.is_some() || it.types.contains(&Type::Null) {
        return 0;
    }
    let mut least = 0;
    if let Some(reference) = &it.reference {
        least = of(cx.follow(reference), depth, cx);
    }
    for part in &it.all_of {
        least = least.max(of(part, depth, cx));
    }
    for alternatives in [&it.any_of, &it.one_of] {
        let shallowest = alternatives.iter().map(|part| of(part, depth, cx)).min();
        least = least.max(shallowest.unwrap_or(0));
    }
    for name in &it.required {
        if let Some(member) = it.properties.get(&name.value) {
            least = least.max(1 + of(&member.schema, depth, cx));
        }
    }
    if it.min_items.is_some_and(|it| it > 0)
        && let Some(items) = &it.items
    {
        least = least.max(1 + of(items, depth, cx));
    }
    least
}
