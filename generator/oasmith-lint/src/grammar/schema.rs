//! The keywords of a schema: JSON Schema 2020-12 with OpenAPI's additions, and the dialect of OAS 3.0.

use super::Shape::{
    Any, Bool, Count, List, Listed, Mapped, Number, One, SchemaOrBool, Text, Texts, TextsMap, Type,
};
use super::{Field, Kind, optional};
use crate::version::{Version, Versions};
use std::sync::LazyLock;

const V30: Versions = Versions::V30;
const V31_ON: Versions = Versions::V31_ON;
const SCHEMA: super::Shape = One(Kind::Schema);

pub(crate) static KEYWORDS: &[Field] = &[
    optional("$ref", Text),
    optional("$id", Text).in_(V31_ON),
    optional("$schema", Text).in_(V31_ON),
    optional("$anchor", Text).in_(V31_ON),
    optional("$dynamicRef", Text).in_(V31_ON),
    optional("$dynamicAnchor", Text).in_(V31_ON),
    optional("$vocabulary", Any).in_(V31_ON),
    optional("$comment", Text).in_(V31_ON),
    optional("$defs", Mapped(Kind::Schema)).in_(V31_ON),
    optional("title", Text),
    optional("description", Text),
    optional("default", Any),
    optional("example", Any),
    optional("examples", List).in_(V31_ON),
    optional("deprecated", Bool),
    optional("readOnly", Bool),
    optional("writeOnly", Bool),
    optional("nullable", Bool).in_(V30),
    optional("type", Type),
    optional("format", Text),
    optional("enum", List),
    optional("const", Any).in_(V31_ON),
    optional("allOf", Listed(Kind::Schema)),
    optional("anyOf", Listed(Kind::Schema)),
    optional("oneOf", Listed(Kind::Schema)),
    optional("not", SCHEMA),
    optional("if", SCHEMA).in_(V31_ON),
    optional("then", SCHEMA).in_(V31_ON),
    optional("else", SCHEMA).in_(V31_ON),
    optional("discriminator", One(Kind::Discriminator)),
    optional("properties", Mapped(Kind::Schema)),
    optional("required", Texts),
    optional("additionalProperties", SchemaOrBool),
    optional("patternProperties", Mapped(Kind::Schema)).in_(V31_ON),
    optional("propertyNames", SCHEMA).in_(V31_ON),
    optional("unevaluatedProperties", SCHEMA).in_(V31_ON),
    optional("dependentRequired", TextsMap).in_(V31_ON),
    optional("dependentSchemas", Mapped(Kind::Schema)).in_(V31_ON),
    optional("minProperties", Count),
    optional("maxProperties", Count),
    optional("items", SCHEMA),
    optional("prefixItems", Listed(Kind::Schema)).in_(V31_ON),
    optional("contains", SCHEMA).in_(V31_ON),
    optional("minContains", Count).in_(V31_ON),
    optional("maxContains", Count).in_(V31_ON),
    optional("unevaluatedItems", SCHEMA).in_(V31_ON),
    optional("minItems", Count),
    optional("maxItems", Count),
    optional("uniqueItems", Bool),
    optional("minLength", Count),
    optional("maxLength", Count),
    optional("pattern", Text),
    optional("contentEncoding", Text).in_(V31_ON),
    optional("contentMediaType", Text).in_(V31_ON),
    optional("contentSchema", SCHEMA).in_(V31_ON),
    optional("minimum", Number),
    optional("maximum", Number),
    optional("exclusiveMinimum", Bool).in_(V30),
    optional("exclusiveMinimum", Number).in_(V31_ON),
    optional("exclusiveMaximum", Bool).in_(V30),
    optional("exclusiveMaximum", Number).in_(V31_ON),
    optional("multipleOf", Number),
    optional("xml", One(Kind::Xml)),
    optional("externalDocs", One(Kind::ExternalDocs)),
];

/// Where a keyword stands in the table, whatever the version; the first of that name.
pub(crate) fn position(name: &str) -> Option<usize> {
    candidates(name).find(|it| KEYWORDS[*it].name == name)
}

/// The keyword of that name, in a version.
pub(super) fn keyword(name: &str, version: Version) -> Option<&'static Field> {
    let fields = candidates(name).map(|it| &KEYWORDS[it]);
    fields
        .into_iter()
        .find(|it| it.name == name && it.versions.has(version))
}

/// Keywords by the length of their names. Every member of every schema is looked up several times.
static BY_LENGTH: LazyLock<Vec<Vec<usize>>> = LazyLock::new(|| {
    let longest = KEYWORDS.iter().map(|it| it.name.len()).max();
    let mut lists = vec![Vec::new(); longest.unwrap_or(0) + 1];
    for (at, it) in KEYWORDS.iter().enumerate() {
        lists[it.name.len()].push(at);
    }
    lists
});

fn candidates(name: &str) -> impl Iterator<Item = usize> + use<> {
    let list: &'static [usize] = BY_LENGTH.get(name.len()).map_or(&[], Vec::as_slice);
    list.iter().copied()
}
