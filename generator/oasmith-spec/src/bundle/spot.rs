//! What a value of a document is to the bundler: whether a `$ref` in it is followed, and as what.
//!
//! A `$ref` is a reference where the specification has one, and data where it has data (OAS 3.1, Reference Object).
//! What the specification says nothing of is read as people write it: a `$ref` stands for what it names.

use crate::node::{Node, Object, push_step};
use crate::resolve::kind::Place;
use crate::resolve::{Kind, encoded};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A place that the specification knows.
    At(Place),
    /// `info`, `servers` and the like: no place for a reference, and one is put in place.
    Free,
    Discriminator,
    Mapping,
    /// A value of a discriminator's mapping: a reference or a name.
    Mapped,
    /// A member `x-…` or something in it: references to files that are there are put in place, as other tools do.
    Extension,
    /// The value of an example: a reference to a file that is there is put in place, and all else is data.
    Example,
    Data,
}

/// What becomes of a `$ref`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// It points to a component.
    Point(Kind),
    /// What it names is put in place.
    Inline,
    /// The same, where there is such a file; otherwise it is data.
    Try,
    Leave,
}

impl Spot {
    pub const DOCUMENT: Spot = Spot::At(Place::Document);

    pub fn one(kind: Kind) -> Spot {
        Spot::At(Place::One(kind))
    }

    pub fn follow(self) -> Follow {
        match self {
            Spot::At(Place::One(kind)) if kind.components().is_some() => Follow::Point(kind),
            Spot::At(_) | Spot::Free | Spot::Discriminator | Spot::Mapping => Follow::Inline,
            Spot::Extension | Spot::Example => Follow::Try,
            Spot::Data | Spot::Mapped => Follow::Leave,
        }
    }

    /// The kind of a value that could be a component.
    pub fn component(self) -> Option<Kind> {
        match self.follow() {
            Follow::Point(kind) => Some(kind),
            _ => None,
        }
    }

    /// What the member `key` is.
    pub fn member(self, key: &str) -> Spot {
        match self {
            Spot::At(place) => known(place, key),
            Spot::Discriminator if key == "mapping" => Spot::Mapping,
            Spot::Discriminator if key == "defaultMapping" => Spot::Mapped,
            Spot::Mapping => Spot::Mapped,
            Spot::Free | Spot::Discriminator => match key.starts_with("x-") {
                true => Spot::Extension,
                false => Spot::Free,
            },
            Spot::Extension => Spot::Extension,
            Spot::Example | Spot::Data | Spot::Mapped => Spot::Data,
        }
    }

    /// What an item is.
    pub fn item(self) -> Spot {
        match self {
            Spot::At(Place::Many(kind)) => Spot::one(kind),
            Spot::Example | Spot::Mapped => Spot::Data,
            Spot::Discriminator | Spot::Mapping => Spot::Free,
            other => other,
        }
    }
}

fn known(place: Place, key: &str) -> Spot {
    use Place::{Many, One};
    // The keys of a map are names, except for those of paths, which start with `/`.
    let is_map = matches!(place, Many(kind) if kind != Kind::PathItem);
    if key.starts_with("x-") && !is_map {
        return Spot::Extension;
    }
    match (place, key) {
        (One(Kind::Schema), "default" | "enum" | "const" | "examples")
        | (One(Kind::Link), "parameters" | "requestBody") => Spot::Data,
        (One(Kind::Schema | Kind::Parameter | Kind::Header | Kind::MediaType), "example")
        | (One(Kind::Example), "value") => Spot::Example,
        (One(Kind::Schema), "discriminator") => Spot::Discriminator,
        _ => match place.inside(key) {
            Place::Unknown => Spot::Free,
            place => Spot::At(place),
        },
    }
}

/// The text of the `$ref` of an object.
pub fn reference(object: &Object) -> Option<&Node> {
    object.get("$ref").filter(|it| it.as_str().is_some())
}

/// The text of a `$ref` that has no siblings.
pub fn lone_reference(node: &Node) -> Option<&str> {
    let object = node.as_object().filter(|it| it.len() == 1)?;
    reference(object)?.as_str()
}

/// Whether a value of a discriminator's mapping is a reference, and not a name.
pub fn is_mapped_reference(value: &str) -> bool {
    value.contains(['/', '#']) || super::parts::is_document(value)
}

/// The reference that a name in a discriminator's mapping stands for (OAS 3.1, Discriminator Object).
pub fn named_schema(name: &str) -> String {
    let mut pointer = "/components/schemas".to_owned();
    push_step(&mut pointer, name);
    format!("#{}", encoded(&pointer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_followed_where_the_specification_has_them() {
        let cases = [
            ("paths/~a", Follow::Inline),
            ("paths/~a/get", Follow::Inline),
            ("paths/~a/x-code/0", Follow::Try),
            ("paths/~a/get/responses/200", Follow::Point(Kind::Response)),
            ("info/description", Follow::Inline),
            ("components/schemas", Follow::Inline),
            ("components/schemas/x-pet", Follow::Point(Kind::Schema)),
            ("components/schemas/A/properties", Follow::Inline),
            (
                "components/schemas/A/properties/default",
                Follow::Point(Kind::Schema),
            ),
            ("components/schemas/A/default", Follow::Leave),
            ("components/schemas/A/enum/0", Follow::Leave),
            ("components/schemas/A/example", Follow::Try),
            ("components/schemas/A/example/deep", Follow::Leave),
            (
                "components/headers/x-rate/schema",
                Follow::Point(Kind::Schema),
            ),
            ("components/examples/A/value", Follow::Try),
        ];
        for (path, wanted) in cases {
            let spot = path
                .split('/')
                .fold(Spot::DOCUMENT, |spot, key| spot.member(key));
            assert_eq!(spot.follow(), wanted, "{path}");
        }
    }
}
