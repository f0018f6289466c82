//! OpenAPI 3.1 as types.
//!
//! `read` makes it and normalises 3.0 on the way (`nullable`, boolean `exclusiveMinimum`, `example`), so that no later
//! stage asks for the version. Names are those of the specification. Everything carries the place it was read from.

mod children;
mod left_out;
mod number;
mod print;
mod schema;
mod status;

pub use children::Position;
pub use left_out::LeftOut;
pub use number::is_integer_format;
pub use print::print;
pub use schema::{Discriminator, Property, Schema, SchemaObject, Type};
pub use status::StatusRange;

use crate::node::Node;
use indexmap::IndexMap;
use oasmith_source::Span;

/// A value and where it was written.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// OpenAPI Object.
#[derive(Clone, Debug)]
pub struct Document {
    /// As written in the source: `3.1.0`.
    pub openapi: Spanned<String>,
    pub info: Info,
    pub servers: Vec<Server>,
    pub paths: IndexMap<String, PathItem>,
    /// Paths in another notation than that of OAS: as they are written, and as they are taken.
    pub taken_as: Vec<(String, String)>,
    pub webhooks: IndexMap<String, PathItem>,
    pub components: Components,
    /// Alternatives; an operation may override them.
    pub security: Vec<SecurityRequirement>,
    pub tags: Vec<Tag>,
    pub external_docs: Option<Box<ExternalDocs>>,
    pub span: Span,
}

/// External Documentation Object.
#[derive(Clone, Debug)]
pub struct ExternalDocs {
    pub url: String,
    pub description: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Info {
    pub title: String,
    pub version: String,
    pub summary: Option<String>,
    pub description: Option<String>,
    pub terms_of_service: Option<String>,
    pub license: Option<String>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Server {
    pub url: Spanned<String>,
    pub description: Option<String>,
    pub variables: IndexMap<String, ServerVariable>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct ServerVariable {
    pub default: String,
    pub values: Vec<String>,
    pub description: Option<String>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Tag {
    pub name: String,
    pub summary: Option<String>,
    pub description: Option<String>,
    /// 3.2: the name of the tag that this one is under.
    pub parent: Option<String>,
    /// 3.2: what sort of tag it is, such as `nav` or `audience`.
    pub kind: Option<String>,
    pub external_docs: Option<Box<ExternalDocs>>,
    pub span: Span,
}

/// Path Item Object, with references to other path items already followed.
#[derive(Clone, Debug)]
pub struct PathItem {
    /// A `$ref` that leads to nothing inside the document: `resolve` says why.
    pub unfollowed: Option<Ref>,
    pub summary: Option<String>,
    pub description: Option<String>,
    pub servers: Vec<Server>,
    pub parameters: Vec<RefOr<Parameter>>,
    /// In the order in which they were written.
    pub operations: Vec<Operation>,
    /// Operations that are not among them, because of a fault.
    pub left_out: Vec<LeftOut>,
    /// The names of the places in its path that may hold several segments.
    pub wide: Vec<String>,
    /// Names of its path that are written otherwise: see [`Meaning::spelt_out`](crate::template::Meaning).
    pub spelt_out: Vec<String>,
    /// The key: the path template.
    pub key_span: Span,
    pub span: Span,
}

/// Operation Object, with the method that it stands under.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Upper case, as HTTP has it.
    pub method: String,
    pub id: Option<Spanned<String>>,
    pub tags: Vec<Spanned<String>>,
    pub summary: Option<String>,
    pub description: Option<String>,
    pub external_docs: Option<Box<ExternalDocs>>,
    pub parameters: Vec<RefOr<Parameter>>,
    pub request_body: Option<RefOr<RequestBody>>,
    pub responses: Vec<(StatusRange, RefOr<Response>)>,
    pub callbacks: IndexMap<String, RefOr<Callback>>,
    pub deprecated: bool,
    /// `None`: those of the document. Empty: none.
    pub security: Option<Vec<SecurityRequirement>>,
    pub servers: Vec<Server>,
    /// `x-oasmith-pagination`: how the answer is read page by page.
    pub pagination: Option<Node>,
    /// What it does without, because of a fault: an error that is not declared.
    pub unread: Vec<String>,
    /// The key: the method.
    pub key_span: Span,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: Spanned<String>,
    pub place: ParameterPlace,
    pub description: Option<String>,
    /// Always true for `path`.
    pub required: bool,
    pub deprecated: bool,
    pub allow_empty_value: bool,
    /// In a path: it may hold several segments.
    pub allow_reserved: bool,
    /// The declared style, or the default of the place (OAS 3.1, Parameter Object).
    pub style: ParameterStyle,
    /// The declared `explode`, or the default of the style.
    pub explode: bool,
    pub format: ParameterFormat,
    pub examples: Vec<Example>,
    /// What it does without, because of a fault.
    pub unread: Vec<String>,
    pub span: Span,
}

/// Example Object, of which the value is here; `example` is one without a name.
#[derive(Clone, Debug)]
pub struct Example {
    pub name: Option<String>,
    pub value: Node,
}

#[derive(Clone, Debug)]
pub enum ParameterFormat {
    Schema(Schema),
    /// `content`: one media type.
    Content(String, MediaType),
}

impl ParameterFormat {
    /// That of which nothing is known.
    pub fn any(span: Span) -> Self {
        ParameterFormat::Schema(Schema::Bool(Spanned::new(true, span)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterPlace {
    Path,
    Query,
    Header,
    Cookie,
    /// 3.2: the whole query string as one value.
    QueryString,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterStyle {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Cookie,
}

#[derive(Clone, Debug)]
pub struct RequestBody {
    pub description: Option<String>,
    pub content: IndexMap<String, MediaType>,
    pub required: bool,
    /// What it does without, because of a fault.
    pub unread: Vec<String>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct MediaType {
    pub schema: Option<Schema>,
    /// 3.2: the schema of each item of a stream.
    pub item_schema: Option<Schema>,
    pub examples: Vec<Example>,
    pub encoding: IndexMap<String, Encoding>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Encoding {
    pub content_type: Option<String>,
    pub style: Option<ParameterStyle>,
    pub explode: Option<bool>,
    /// Whether headers are declared that a part has for itself.
    pub has_headers: bool,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Response {
    pub description: Option<String>,
    pub headers: IndexMap<String, RefOr<Header>>,
    pub content: IndexMap<String, MediaType>,
    pub links: Vec<Link>,
    /// What it does without, because of a fault.
    pub unread: Vec<String>,
    pub span: Span,
}

/// What may be called with an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// `operationId`, or `operationRef` as written.
    pub operation: String,
    /// Parameters of that operation, and what they are: expressions and constants as written.
    pub parameters: Vec<(String, String)>,
}

impl Response {
    /// One of which nothing is known.
    pub fn any(span: Span) -> Self {
        let held = MediaType {
            schema: None,
            item_schema: None,
            examples: Vec::new(),
            encoding: IndexMap::new(),
            span,
        };
        Response {
            description: None,
            headers: IndexMap::new(),
            content: IndexMap::from([("*/*".to_owned(), held)]),
            links: Vec::new(),
            unread: Vec::new(),
            span,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Header {
    pub description: Option<String>,
    pub required: bool,
    pub deprecated: bool,
    pub explode: bool,
    pub format: ParameterFormat,
    pub examples: Vec<Example>,
    /// What it does without, because of a fault.
    pub unread: Vec<String>,
    pub span: Span,
}

impl Header {
    /// One of which nothing is known.
    pub fn any(span: Span) -> Self {
        Header {
            description: None,
            required: false,
            deprecated: false,
            explode: false,
            format: ParameterFormat::any(span),
            examples: Vec::new(),
            unread: Vec::new(),
            span,
        }
    }
}

/// Callback Object: expressions and the path items that stand under them.
#[derive(Clone, Debug)]
pub struct Callback {
    pub paths: IndexMap<String, PathItem>,
    pub span: Span,
}

#[derive(Clone, Debug, Default)]
pub struct Components {
    pub schemas: IndexMap<String, Schema>,
    pub responses: IndexMap<String, RefOr<Response>>,
    pub parameters: IndexMap<String, RefOr<Parameter>>,
    pub request_bodies: IndexMap<String, RefOr<RequestBody>>,
    pub headers: IndexMap<String, RefOr<Header>>,
    pub callbacks: IndexMap<String, RefOr<Callback>>,
    pub security_schemes: IndexMap<String, SecurityScheme>,
}

/// One alternative: the schemes that must all be satisfied. Empty: none is needed.
#[derive(Clone, Debug)]
pub struct SecurityRequirement {
    pub schemes: IndexMap<String, Vec<String>>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct SecurityScheme {
    pub kind: SecuritySchemeKind,
    pub description: Option<String>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecuritySchemeKind {
    ApiKey {
        name: String,
        place: ParameterPlace,
    },
    /// `scheme` in lower case: `bearer`, `basic`, ...
    Http {
        scheme: String,
        bearer_format: Option<String>,
    },
    OAuth2 {
        flows: Vec<OAuthFlow>,
    },
    OpenIdConnect {
        url: String,
    },
    MutualTls,
    /// One that is declared, but not in a way that says what to send.
    Unreadable,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OAuthFlow {
    /// `implicit`, `password`, `clientCredentials`, `authorizationCode`, `deviceAuthorization`
    pub kind: String,
    pub authorization_url: Option<String>,
    pub token_url: Option<String>,
    pub refresh_url: Option<String>,
    pub scopes: IndexMap<String, String>,
}

/// A value, or a reference to one in `components`.
#[derive(Clone, Debug)]
pub enum RefOr<T> {
    Ref(Ref),
    Value(Box<T>),
}

/// A reference: the `$ref` as written, and where it stands.
///
/// `resolve` has checked that it names a component of the right kind: [`Valid`](crate::Valid) follows it.
#[derive(Clone, Debug)]
pub struct Ref {
    pub target: String,
    /// Siblings that OAS 3.1 allows beside a reference.
    pub summary: Option<String>,
    pub description: Option<String>,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}
