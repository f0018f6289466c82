//! The objects of OpenAPI: which fields each has, of which shape, in which version.
//!
//! In: nothing. Out: tables, which the walk follows and the rules of `structure` hold a document to.
//! Rules that connect two fields are not in here.

mod objects;
pub(crate) mod schema;

use crate::version::{Version, Versions};

/// The objects of the specification, by their names there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    Document,
    Info,
    Contact,
    License,
    Server,
    ServerVariable,
    Components,
    Paths,
    PathItem,
    Operation,
    ExternalDocs,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Callback,
    Example,
    Link,
    Header,
    Tag,
    /// `$ref` in place of an object; a schema's own `$ref` and a path item's are fields of theirs.
    Reference,
    Schema,
    Discriminator,
    Xml,
    SecurityScheme,
    OAuthFlows,
    OAuthFlow,
    SecurityRequirement,
}

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Any,
    Text,
    Bool,
    Number,
    /// An integer from zero up.
    Count,
    /// One of these words.
    Word(&'static [&'static str]),
    Texts,
    /// From names to texts.
    TextMap,
    /// From names to lists of texts.
    TextsMap,
    List,
    /// A name of a type, or, from 3.1 on, several.
    Type,
    /// An object, or a reference to one where the kind has them.
    One(Kind),
    /// A schema, or a boolean in 3.0 as well.
    SchemaOrBool,
    Listed(Kind),
    Mapped(Kind),
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub shape: Shape,
    pub versions: Versions,
    pub required: Option<Versions>,
}

/// What the members of an object are.
#[derive(Clone, Copy, Debug)]
pub enum Members {
    Fields(&'static [Field]),
    /// Names are the author's, and all values of one shape.
    Map(Shape),
}

impl Kind {
    pub const COUNT: usize = Kind::SecurityRequirement as usize + 1;

    pub fn members(self) -> Members {
        objects::members(self)
    }

    /// The field of that name, in a version.
    pub fn field(self, name: &str, version: Version) -> Option<&'static Field> {
        if self == Kind::Schema {
            return schema::keyword(name, version);
        }
        let Members::Fields(fields) = self.members() else {
            return None;
        };
        fields
            .iter()
            .find(|it| it.name == name && it.versions.has(version))
    }

    /// Whether a Reference Object may stand in place of one.
    pub fn may_be_reference(self) -> bool {
        matches!(
            self,
            Kind::Parameter
                | Kind::RequestBody
                | Kind::Response
                | Kind::Header
                | Kind::Example
                | Kind::Link
                | Kind::Callback
                | Kind::SecurityScheme
                | Kind::MediaType
        )
    }

    /// Whether members whose name begins with `x-` are extensions.
    pub fn is_extensible(self) -> bool {
        !matches!(self, Kind::Reference | Kind::SecurityRequirement)
    }

    /// What a reader calls it, with its article.
    pub fn a(self) -> String {
        let noun = self.noun();
        match noun.as_bytes() {
            [b'`', ..] => noun.to_owned(),
            [b'a' | b'e' | b'i' | b'o' | b'O', ..] => format!("an {noun}"),
            _ => format!("a {noun}"),
        }
    }

    /// What a reader calls it.
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Document => "document",
            Kind::Info => "`info`",
            Kind::Contact => "contact",
            Kind::License => "license",
            Kind::Server => "server",
            Kind::ServerVariable => "server variable",
            Kind::Components => "`components`",
            Kind::Paths => "`paths`",
            Kind::PathItem => "path item",
            Kind::Operation => "operation",
            Kind::ExternalDocs => "`externalDocs`",
            Kind::Parameter => "parameter",
            Kind::RequestBody => "request body",
            Kind::MediaType => "media type",
            Kind::Encoding => "encoding",
            Kind::Responses => "`responses`",
            Kind::Response => "response",
            Kind::Callback => "callback",
            Kind::Example => "example",
            Kind::Link => "link",
            Kind::Header => "header",
            Kind::Tag => "tag",
            Kind::Reference => "reference",
            Kind::Schema => "schema",
            Kind::Discriminator => "discriminator",
            Kind::Xml => "`xml`",
            Kind::SecurityScheme => "security scheme",
            Kind::OAuthFlows => "`flows`",
            Kind::OAuthFlow => "OAuth flow",
            Kind::SecurityRequirement => "security requirement",
        }
    }
}

const fn optional(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        shape,
        versions: Versions::ALL,
        required: None,
    }
}

const fn required(name: &'static str, shape: Shape) -> Field {
    Field {
        required: Some(Versions::ALL),
        ..optional(name, shape)
    }
}

impl Field {
    const fn in_(self, versions: Versions) -> Field {
        Field { versions, ..self }
    }

    const fn required_in(self, versions: Versions) -> Field {
        Field {
            required: Some(versions),
            ..self
        }
    }
}
