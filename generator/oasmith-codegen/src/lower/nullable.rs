//! Whether a schema allows `null`, also by one of its alternatives.

use super::classify::is_nullable;
use oasmith_spec::model::{Schema, SchemaObject};
use oasmith_spec::{Document, Valid};

/// How many alternatives are looked at, in case they refer to one another.
const MOST: usize = 200;

pub fn allows_null(it: &SchemaObject, document: &Valid<Document>) -> bool {
    let mut seen: Vec<String> = Vec::new();
    let mut waiting = vec![it];
    let mut left = MOST;
    while let (Some(it), Some(rest)) = (waiting.pop(), left.checked_sub(1)) {
        left = rest;
        if is_nullable(it) {
            return true;
        }
        if let Some(reference) = &it.reference {
            let target = document.target(reference);
            if !seen.iter().any(|it| it == target.pointer) {
                seen.push(target.pointer.to_owned());
                waiting.extend(target.schema.as_object());
            }
        }
        // A type beside the alternatives holds for all of them.
        if it.types.is_empty() {
            let alternatives = it.one_of.iter().chain(&it.any_of);
            waiting.extend(alternatives.filter_map(Schema::as_object));
        }
    }
    false
}
