//! Parts of an `allOf` that only describe: `allOf: [{ $ref: … }, { description: … }]` is how exporters of 3.0 write a
//! description beside a reference. One with `type` besides is what a subclass without members of its own is written as.

use crate::model::SchemaObject;
use crate::node::{Node, Object};

/// `nullable` says nothing without a `type`.
const WORDS: [&str; 12] = [
    "$comment",
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "nullable",
    "readOnly",
    "title",
    "writeOnly",
    "xml",
];

/// Whether a part does no more than describe.
pub fn only(part: &Node) -> bool {
    let describes = |key: &str| WORDS.contains(&key) || key.starts_with("x-");
    let mut members = part.as_object().into_iter().flat_map(Object::iter);
    part.as_object().is_some() && members.all(|it| describes(&it.key.text))
}

/// Says of the whole what a part says, as far as it does not say it itself.
pub fn say(part: SchemaObject, whole: &mut SchemaObject) {
    whole.title = whole.title.take().or(part.title);
    whole.description = whole.description.take().or(part.description);
    whole.external_docs = whole.external_docs.take().or(part.external_docs);
    whole.default = whole.default.take().or(part.default);
    whole.examples.extend(part.examples);
    whole.deprecated |= part.deprecated;
    whole.read_only |= part.read_only;
    whole.write_only |= part.write_only;
    for (key, value) in part.extensions {
        whole.extensions.entry(key).or_insert(value);
    }
}
