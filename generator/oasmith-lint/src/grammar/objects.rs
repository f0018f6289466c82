//! The fixed fields of each object, in the order of the specification.

use super::Shape::{Any, Bool, Listed, Mapped, One, Text, TextMap, Texts, Word};
use super::{Field, Kind, Members, optional, required, schema};
use crate::version::Versions;

const V30: Versions = Versions::V30;
const V31_ON: Versions = Versions::V31_ON;
const V32: Versions = Versions::V32;
const BEFORE_32: Versions = Versions::BEFORE_32;

pub(super) fn members(kind: Kind) -> Members {
    let fields = match kind {
        Kind::Document => DOCUMENT,
        Kind::Info => INFO,
        Kind::Contact => CONTACT,
        Kind::License => LICENSE,
        Kind::Server => SERVER,
        Kind::ServerVariable => SERVER_VARIABLE,
        Kind::Components => COMPONENTS,
        Kind::Paths | Kind::Callback => return Members::Map(One(Kind::PathItem)),
        Kind::PathItem => PATH_ITEM,
        Kind::Operation => OPERATION,
        Kind::ExternalDocs => EXTERNAL_DOCS,
        Kind::Parameter => PARAMETER,
        Kind::RequestBody => REQUEST_BODY,
        Kind::MediaType => MEDIA_TYPE,
        Kind::Encoding => ENCODING,
        Kind::Responses => return Members::Map(One(Kind::Response)),
        Kind::Response => RESPONSE,
        Kind::Example => EXAMPLE,
        Kind::Link => LINK,
        Kind::Header => HEADER,
        Kind::Tag => TAG,
        Kind::Reference => REFERENCE,
        Kind::Schema => schema::KEYWORDS,
        Kind::Discriminator => DISCRIMINATOR,
        Kind::Xml => XML,
        Kind::SecurityScheme => SECURITY_SCHEME,
        Kind::OAuthFlows => OAUTH_FLOWS,
        Kind::OAuthFlow => OAUTH_FLOW,
        Kind::SecurityRequirement => return Members::Map(Texts),
    };
    Members::Fields(fields)
}

const DOCUMENT: &[Field] = &[
    required("openapi", Text),
    optional("$self", Text).in_(V32),
    required("info", One(Kind::Info)),
    optional("jsonSchemaDialect", Text).in_(V31_ON),
    optional("servers", Listed(Kind::Server)),
    optional("paths", One(Kind::Paths)).required_in(V30),
    optional("webhooks", Mapped(Kind::PathItem)).in_(V31_ON),
    optional("components", One(Kind::Components)),
    optional("security", Listed(Kind::SecurityRequirement)),
    optional("tags", Listed(Kind::Tag)),
    optional("externalDocs", One(Kind::ExternalDocs)),
];

const INFO: &[Field] = &[
    required("title", Text),
    optional("summary", Text).in_(V31_ON),
    optional("description", Text),
    optional("termsOfService", Text),
    optional("contact", One(Kind::Contact)),
    optional("license", One(Kind::License)),
    required("version", Text),
];

const CONTACT: &[Field] = &[
    optional("name", Text),
    optional("url", Text),
    optional("email", Text),
];

const LICENSE: &[Field] = &[
    required("name", Text),
    optional("identifier", Text).in_(V31_ON),
    optional("url", Text),
];

const SERVER: &[Field] = &[
    required("url", Text),
    optional("description", Text),
    optional("name", Text).in_(V32),
    optional("variables", Mapped(Kind::ServerVariable)),
];

const SERVER_VARIABLE: &[Field] = &[
    optional("enum", Texts),
    required("default", Text),
    optional("description", Text),
];

const COMPONENTS: &[Field] = &[
    optional("schemas", Mapped(Kind::Schema)),
    optional("responses", Mapped(Kind::Response)),
    optional("parameters", Mapped(Kind::Parameter)),
    optional("examples", Mapped(Kind::Example)),
    optional("requestBodies", Mapped(Kind::RequestBody)),
    optional("headers", Mapped(Kind::Header)),
    optional("securitySchemes", Mapped(Kind::SecurityScheme)),
    optional("links", Mapped(Kind::Link)),
    optional("callbacks", Mapped(Kind::Callback)),
    optional("pathItems", Mapped(Kind::PathItem)).in_(V31_ON),
    optional("mediaTypes", Mapped(Kind::MediaType)).in_(V32),
];

const PATH_ITEM: &[Field] = &[
    optional("$ref", Text),
    optional("summary", Text),
    optional("description", Text),
    optional("get", One(Kind::Operation)),
    optional("put", One(Kind::Operation)),
    optional("post", One(Kind::Operation)),
    optional("delete", One(Kind::Operation)),
    optional("options", One(Kind::Operation)),
    optional("head", One(Kind::Operation)),
    optional("patch", One(Kind::Operation)),
    optional("trace", One(Kind::Operation)),
    optional("query", One(Kind::Operation)).in_(V32),
    optional("additionalOperations", Mapped(Kind::Operation)).in_(V32),
    optional("servers", Listed(Kind::Server)),
    optional("parameters", Listed(Kind::Parameter)),
];

const OPERATION: &[Field] = &[
    optional("tags", Texts),
    optional("summary", Text),
    optional("description", Text),
    optional("externalDocs", One(Kind::ExternalDocs)),
    optional("operationId", Text),
    optional("parameters", Listed(Kind::Parameter)),
    optional("requestBody", One(Kind::RequestBody)),
    optional("responses", One(Kind::Responses)).required_in(V30),
    optional("callbacks", Mapped(Kind::Callback)),
    optional("deprecated", Bool),
    optional("security", Listed(Kind::SecurityRequirement)),
    optional("servers", Listed(Kind::Server)),
];

const EXTERNAL_DOCS: &[Field] = &[optional("description", Text), required("url", Text)];

const PARAMETER: &[Field] = &[
    required("name", Text),
    required("in", Word(&["query", "header", "path", "cookie"])).in_(BEFORE_32),
    required(
        "in",
        Word(&["query", "querystring", "header", "path", "cookie"]),
    )
    .in_(V32),
    optional("description", Text),
    optional("required", Bool),
    optional("deprecated", Bool),
    optional("allowEmptyValue", Bool),
    optional("style", Word(STYLES)).in_(BEFORE_32),
    optional("style", Word(STYLES_32)).in_(V32),
    optional("explode", Bool),
    optional("allowReserved", Bool),
    optional("schema", One(Kind::Schema)),
    optional("example", Any),
    optional("examples", Mapped(Kind::Example)),
    optional("content", Mapped(Kind::MediaType)),
];

/// OAS 3.1, Style Values.
const STYLES: &[&str] = &[
    "matrix",
    "label",
    "simple",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
];

const STYLES_32: &[&str] = &[
    "matrix",
    "label",
    "simple",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
];

const REQUEST_BODY: &[Field] = &[
    optional("description", Text),
    required("content", Mapped(Kind::MediaType)),
    optional("required", Bool),
];

const MEDIA_TYPE: &[Field] = &[
    optional("schema", One(Kind::Schema)),
    optional("itemSchema", One(Kind::Schema)).in_(V32),
    optional("example", Any),
    optional("examples", Mapped(Kind::Example)),
    optional("encoding", Mapped(Kind::Encoding)),
    optional("prefixEncoding", Listed(Kind::Encoding)).in_(V32),
    optional("itemEncoding", One(Kind::Encoding)).in_(V32),
];

const ENCODING: &[Field] = &[
    optional("contentType", Text),
    optional("headers", Mapped(Kind::Header)),
    optional("style", Word(STYLES)).in_(BEFORE_32),
    optional("style", Word(STYLES_32)).in_(V32),
    optional("explode", Bool),
    optional("allowReserved", Bool),
    optional("encoding", Mapped(Kind::Encoding)).in_(V32),
    optional("prefixEncoding", Listed(Kind::Encoding)).in_(V32),
    optional("itemEncoding", One(Kind::Encoding)).in_(V32),
];

const RESPONSE: &[Field] = &[
    optional("summary", Text).in_(V32),
    optional("description", Text).required_in(BEFORE_32),
    optional("headers", Mapped(Kind::Header)),
    optional("content", Mapped(Kind::MediaType)),
    optional("links", Mapped(Kind::Link)),
];

const EXAMPLE: &[Field] = &[
    optional("summary", Text),
    optional("description", Text),
    optional("dataValue", Any).in_(V32),
    optional("serializedValue", Text).in_(V32),
    optional("value", Any),
    optional("externalValue", Text),
];

const LINK: &[Field] = &[
    optional("operationRef", Text),
    optional("operationId", Text),
    optional("parameters", Any),
    optional("requestBody", Any),
    optional("description", Text),
    optional("server", One(Kind::Server)),
];

const HEADER: &[Field] = &[
    optional("description", Text),
    optional("required", Bool),
    optional("deprecated", Bool),
    optional("allowEmptyValue", Bool).in_(V30),
    optional("style", Word(&["simple"])),
    optional("explode", Bool),
    optional("allowReserved", Bool).in_(V30),
    optional("schema", One(Kind::Schema)),
    optional("example", Any),
    optional("examples", Mapped(Kind::Example)),
    optional("content", Mapped(Kind::MediaType)),
];

const TAG: &[Field] = &[
    required("name", Text),
    optional("summary", Text).in_(V32),
    optional("description", Text),
    optional("externalDocs", One(Kind::ExternalDocs)),
    optional("parent", Text).in_(V32),
    optional("kind", Text).in_(V32),
];

const REFERENCE: &[Field] = &[
    required("$ref", Text),
    optional("summary", Text).in_(V31_ON),
    optional("description", Text).in_(V31_ON),
];

const DISCRIMINATOR: &[Field] = &[
    required("propertyName", Text),
    optional("mapping", TextMap),
    optional("defaultMapping", Text).in_(V32),
];

const XML: &[Field] = &[
    optional(
        "nodeType",
        Word(&["element", "attribute", "text", "cdata", "none"]),
    )
    .in_(V32),
    optional("name", Text),
    optional("namespace", Text),
    optional("prefix", Text),
    optional("attribute", Bool),
    optional("wrapped", Bool),
];

const SECURITY_SCHEME: &[Field] = &[
    required("type", Word(&["apiKey", "http", "oauth2", "openIdConnect"])).in_(V30),
    required(
        "type",
        Word(&["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]),
    )
    .in_(V31_ON),
    optional("description", Text),
    optional("name", Text),
    optional("in", Word(&["query", "header", "cookie"])),
    optional("scheme", Text),
    optional("bearerFormat", Text),
    optional("flows", One(Kind::OAuthFlows)),
    optional("openIdConnectUrl", Text),
    optional("oauth2MetadataUrl", Text).in_(V32),
    optional("deprecated", Bool).in_(V32),
];

const OAUTH_FLOWS: &[Field] = &[
    optional("implicit", One(Kind::OAuthFlow)),
    optional("password", One(Kind::OAuthFlow)),
    optional("clientCredentials", One(Kind::OAuthFlow)),
    optional("authorizationCode", One(Kind::OAuthFlow)),
    optional("deviceAuthorization", One(Kind::OAuthFlow)).in_(V32),
];

const OAUTH_FLOW: &[Field] = &[
    optional("authorizationUrl", Text),
    optional("deviceAuthorizationUrl", Text).in_(V32),
    optional("tokenUrl", Text),
    optional("refreshUrl", Text),
    required("scopes", TextMap),
];
