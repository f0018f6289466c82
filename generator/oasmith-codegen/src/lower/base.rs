//! Components that stand for whatever builds on them.
//!
//! OAS 3.1, Discriminator Object: where no alternatives are listed, a value is of any schema that builds on this one by
//! `allOf`, so it may have their members. That goes on: what builds on such a component, and is built on itself, is one
//! as well.

use super::union::discriminators;
use oasmith_spec::model::{Schema, SchemaObject};
use oasmith_spec::{Document, Valid};
use std::collections::HashSet;

/// The JSON Pointers of components that others build on, and that have a discriminator, their own or inherited.
pub fn bases(document: &Valid<Document>) -> HashSet<&str> {
    let mut bases = HashSet::new();
    let mut known = HashSet::new();
    for (name, schema) in &document.components.schemas {
        let Some(it) = schema.as_object().filter(|it| !it.all_of.is_empty()) else {
            continue;
        };
        let own = document.component(name).map(|it| it.pointer);
        let mut parts: Vec<&SchemaObject> = vec![it];
        while let Some(part) = parts.pop() {
            parts.extend(part.all_of.iter().filter_map(Schema::as_object));
            let Some(reference) = part.reference.as_ref() else {
                continue;
            };
            let target = document.target(reference);
            let is_new = Some(target.pointer) != own && known.insert(target.pointer);
            let base = target.schema.as_object().filter(|_| is_new);
            if base.is_some_and(|it| !discriminators(it, document).is_empty()) {
                bases.insert(target.pointer);
            }
        }
    }
    bases
}
