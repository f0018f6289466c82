//! What stands at a place of a document, told from its JSON Pointer.

use super::reference::unescape;
use crate::parts::METHODS;

/// The kinds of things that a reference can name, and those that are on the way to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Schema,
    Parameter,
    RequestBody,
    Response,
    Header,
    Callback,
    PathItem,
    Operation,
    MediaType,
    Encoding,
    Example,
    Link,
    SecurityScheme,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Document,
    Components,
    One(Kind),
    /// A map or an array.
    Many(Kind),
    /// In an extension, or another place of which the specification says nothing: it is what it is taken for.
    Unknown,
}

impl Kind {
    /// What one is called.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Schema => "a schema",
            Kind::Parameter => "a parameter",
            Kind::RequestBody => "a request body",
            Kind::Response => "a response",
            Kind::Header => "a header",
            Kind::Callback => "a callback",
            Kind::PathItem => "a path item",
            Kind::Operation => "an operation",
            Kind::MediaType => "a media type",
            Kind::Encoding => "an encoding",
            Kind::Example => "an example",
            Kind::Link => "a link",
            Kind::SecurityScheme => "a security scheme",
        }
    }

    /// The member of `components` that holds those of this kind; `None` for what has none in OpenAPI 3.0.
    pub fn components(self) -> Option<&'static str> {
        Some(match self {
            Kind::Schema => "schemas",
            Kind::Parameter => "parameters",
            Kind::RequestBody => "requestBodies",
            Kind::Response => "responses",
            Kind::Header => "headers",
            Kind::Callback => "callbacks",
            Kind::Example => "examples",
            Kind::Link => "links",
            Kind::SecurityScheme => "securitySchemes",
            Kind::PathItem | Kind::Operation | Kind::MediaType | Kind::Encoding => return None,
        })
    }
}

/// The place that a canonical JSON Pointer from the root of a document names.
pub fn at(pointer: &str) -> Place {
    let steps = pointer.split('/').skip(1).map(unescape);
    steps.fold(Place::Document, |place, step| place.inside(&step))
}

impl Place {
    /// The place that one step leads to: the name of a member, or the index of an item.
    pub fn inside(self, step: &str) -> Place {
        match self {
            Place::Document => match step {
                "paths" | "webhooks" => Place::Many(Kind::PathItem),
                "components" => Place::Components,
                _ => Place::Unknown,
            },
            Place::Components => component(step),
            Place::Many(kind) => Place::One(kind),
            Place::One(Kind::Schema) => inside_schema(step),
            Place::One(kind) => inside_other(kind, step),
            Place::Unknown => Place::Unknown,
        }
    }
}

fn component(step: &str) -> Place {
    Place::Many(match step {
        "schemas" => Kind::Schema,
        "parameters" => Kind::Parameter,
        "requestBodies" => Kind::RequestBody,
        "responses" => Kind::Response,
        "headers" => Kind::Header,
        "callbacks" => Kind::Callback,
        "pathItems" => Kind::PathItem,
        "mediaTypes" => Kind::MediaType,
        "examples" => Kind::Example,
        "links" => Kind::Link,
        "securitySchemes" => Kind::SecurityScheme,
        _ => return Place::Unknown,
    })
}

fn inside_schema(step: &str) -> Place {
    match step {
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions"
        | "allOf" | "anyOf" | "oneOf" | "prefixItems" => Place::Many(Kind::Schema),
        "items"
        | "additionalItems"
        | "additionalProperties"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "contentSchema"
        | "propertyNames"
        | "contains"
        | "not"
        | "if"
        | "then"
        | "else" => Place::One(Kind::Schema),
        _ => Place::Unknown,
    }
}

fn inside_other(kind: Kind, step: &str) -> Place {
    use Kind as K;
    use Place::{Many, One};
    match (kind, step) {
        (K::PathItem | K::Operation, "parameters") => Many(K::Parameter),
        (K::PathItem, "additionalOperations") => Many(K::Operation),
        (K::PathItem, key) if METHODS.contains(&key) => One(K::Operation),
        (K::Operation, "requestBody") => One(K::RequestBody),
        (K::Operation, "responses") => Many(K::Response),
        (K::Operation, "callbacks") => Many(K::Callback),
        (K::Callback, _) => One(K::PathItem),
        (K::Parameter | K::Header | K::MediaType, "schema" | "itemSchema") => One(K::Schema),
        (K::Parameter | K::Header | K::RequestBody | K::Response, "content") => Many(K::MediaType),
        (K::Parameter | K::Header | K::MediaType, "examples") => Many(K::Example),
        (K::Response | K::Encoding, "headers") => Many(K::Header),
        (K::Response, "links") => Many(K::Link),
        (K::MediaType | K::Encoding, "encoding" | "prefixEncoding") => Many(K::Encoding),
        (K::MediaType | K::Encoding, "itemEncoding") => One(K::Encoding),
        _ => Place::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_known_by_their_pointers() {
        let cases = [
            ("", Place::Document),
            ("/components/schemas", Place::Many(Kind::Schema)),
            (
                "/components/schemas/a~1b/properties/items",
                Place::One(Kind::Schema),
            ),
            (
                "/components/parameters/Limit/schema",
                Place::One(Kind::Schema),
            ),
            ("/paths/~1pets/get", Place::One(Kind::Operation)),
            (
                "/paths/~1pets/get/parameters/0",
                Place::One(Kind::Parameter),
            ),
            (
                "/paths/~1pets/get/responses/200/content/application~1json/schema/items",
                Place::One(Kind::Schema),
            ),
            ("/x-shared/Pet", Place::Unknown),
            ("/components/schemas/Pet/example", Place::Unknown),
        ];
        for (pointer, wanted) in cases {
            assert_eq!(at(pointer), wanted, "{pointer}");
        }
    }
}
