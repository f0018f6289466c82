//! What is to be emitted, in Rust's terms.
//!
//! `lower` makes it from a valid document and settles everything that may fail or that needs the document: names,
//! types, which parts are left out. `emit` turns it into tokens and cannot fail.
//! Everything is in the order of the document.

mod address;
mod body;
mod pages;
mod print;
mod rule;
mod security;
mod template;
mod unions;

pub use address::{Address, AddressPiece, Among};
pub use body::{
    Answer, AnswerHeader, Choice, Content, Defined, ErrorBody, Form, FormKind, FormMark,
    FormMember, Framing, Headed, HeaderForm, Output, RequestBody, Statuses,
};
pub use pages::{First, Hop, Paging, Route, Turning};
pub use print::print;
pub use rule::{Predicate, Rule};
pub use security::{Flow, FlowKind, Requirement, Scheme, SchemeKind};
pub(crate) use template::{fragment, names_in_query};
pub use unions::{Alternative, Count, Member, Shape, Union, Untagged, Width};

/// What the runtime decides by at run time is its own: how a value is written into its place, and the formats of a string
/// that a server can check, with their names.
pub use oasmith_runtime::{
    formats::Format,
    param::Style,
    source::{FORMATS, format_named},
};

/// One API: one generated crate.
#[derive(Clone, Debug)]
pub struct Api {
    /// The package name: `portsip-pbx`.
    pub package: String,
    pub title: String,
    /// The version of the document, as written.
    pub version: String,
    pub docs: Docs,
    pub types: Vec<TypeDef>,
    pub conversions: Vec<Conversion>,
    pub groups: Vec<Group>,
    pub servers: Vec<Server>,
    pub schemes: Vec<Scheme>,
    pub targets: Targets,
    /// Programs that use the crate, which somebody has written and which go along.
    pub examples: Vec<Example>,
    /// In requests, `null` stands for an absent member, whatever a schema says.
    pub null_is_absent: bool,
    /// Numbers are read from texts as well, since the document allows that of some.
    pub numbers_in_texts: bool,
    /// The operations that were left out.
    pub skipped: Vec<Skipped>,
}

/// An operation that has no honest form: `POST /pets`, and why.
#[derive(Clone, Debug)]
pub struct Skipped {
    pub operation: String,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Targets {
    pub client: bool,
    pub server: bool,
    /// Answers that were made beforehand; nothing without `server`.
    pub mock: bool,
    /// A page that shows the document; nothing without `server`.
    pub docs: bool,
}

/// A program that goes along with the crate as it is: no document has a part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The name of its file: `list_pets.rs`.
    pub name: String,
    pub text: String,
}

/// Prose from the document: Markdown, not yet made safe. `emit` sanitises it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    pub summary: Option<String>,
    pub description: Option<String>,
    pub deprecated: bool,
}

/// An identifier that is valid Rust and unique where it stands: `tenant_id`, `r#type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(pub(crate) String);

impl Name {
    /// As Rust source has it, with `r#` where needed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An index into [`Api::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub(crate) usize);

impl Api {
    pub fn ty(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    pub fn methods(&self) -> impl Iterator<Item = &Method> {
        self.groups.iter().flat_map(|it| &it.methods)
    }
}

/// A model type. Types of one `module` share a file: inline types stay with their owner.
#[derive(Clone, Debug)]
pub struct TypeDef {
    pub name: Name,
    /// The file under `models/`: `tenant`.
    pub module: Name,
    pub docs: Docs,
    pub kind: TypeKind,
    /// Sent by clients: gets chainable setters.
    pub in_requests: bool,
    /// Sent by servers.
    pub in_responses: bool,
    /// Whether a value of this type, or inside it, has constraints to check.
    pub checked: bool,
    /// JSON Pointer of the schema in the merged document.
    pub origin: String,
}

#[derive(Clone, Debug)]
pub enum TypeKind {
    Struct(Struct),
    Enum(Enum),
    Union(Union),
}

#[derive(Clone, Debug)]
pub struct Struct {
    pub fields: Vec<Field>,
    /// Required members that have one value, which therefore are no fields.
    pub constants: Vec<Constant>,
    /// The type of members that are not named, where the schema says that there may be some.
    pub additional: Option<Type>,
    /// What is checked of their values.
    pub additional_constraints: Box<Constraints>,
    /// Servers refuse members of other names.
    pub is_closed: bool,
    /// The members that only go the other way, which nobody minds: a body is often what was read before.
    pub other_way: Vec<String>,
    /// What is said of the object as a whole.
    pub rules: Vec<Rule>,
}

/// A member that always says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constant {
    /// The member's name in JSON.
    pub wire: String,
    /// Integers and booleans as JSON has them.
    pub value: String,
    pub of: ConstantOf,
}

/// What kind of value a member always has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstantOf {
    Text,
    /// One that fits into an `i64`.
    Integer,
    Boolean,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub name: Name,
    /// The member's name in JSON.
    pub wire: String,
    pub ty: Type,
    pub presence: Presence,
    pub docs: Docs,
    pub constraints: Constraints,
    /// The format that its text, or each text of its list, is said to have: it may tell alternatives apart.
    pub format: Option<Format>,
    /// The declared default, offered by an accessor and never filled in.
    pub default: Option<Literal>,
    /// Redacted in `Debug`.
    pub secret: bool,
    /// Breaks a recursion, or is large.
    pub boxed: bool,
}

/// Whether a member may be left out, and whether it may be `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `T`
    Required,
    /// `Option<T>`: absent is `None`; `null` is read as absent.
    Optional,
    /// `Option<T>`: always written, `None` is `null`.
    Nullable,
    /// `Option<Option<T>>`: absent, `null` and a value are three states.
    OptionalNullable,
}

/// A model that is made from another one, by `From`.
#[derive(Clone, Debug)]
pub struct Conversion {
    pub from: TypeId,
    pub to: TypeId,
    /// One for each field of `to`, if it is a struct.
    pub members: Vec<Carried>,
}

/// Where the value of a field comes from.
#[derive(Clone, Copy, Debug)]
pub struct Carried {
    /// An index into the fields of the source.
    pub from: usize,
    pub how: Carrying,
}

/// How a value becomes that of another model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrying {
    AsItIs,
    Into,
    /// Item by item.
    EachInto,
}

/// Known values, and room for others.
#[derive(Clone, Debug)]
pub struct Enum {
    pub of: EnumOf,
    pub variants: Vec<Variant>,
    /// The document allows other values as well.
    pub is_open: bool,
}

/// What the values of an enum are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumOf {
    Strings,
    /// All of which fit into an `i64`.
    Integers,
}

#[derive(Clone, Debug)]
pub struct Variant {
    pub name: Name,
    /// The string, or the integer as it is written.
    pub wire: String,
    pub docs: Docs,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    Named(TypeId),
    String,
    Bool,
    I32,
    I64,
    U32,
    U64,
    F32,
    F64,
    /// An instant, RFC 3339.
    DateTime,
    /// A calendar day.
    Date,
    Uuid,
    /// Bytes as Base64 text.
    Base64,
    /// A file of a multipart form.
    File,
    List(Box<Type>),
    /// A list with a type for each place, two at least. It may end before any of them but the first `least`.
    Tuple {
        items: Vec<Type>,
        least: usize,
    },
    Map(Box<Type>),
    /// An item of a list or map, or a body, that may be `null`.
    Nullable(Box<Type>),
    /// JSON whose shape is not known: kept as text, every digit of it.
    Raw,
    /// Nothing: of an alternative whose name tells everything.
    Unit,
}

/// What a server checks before a handler runs. Those of list items are in `items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Constraints {
    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    /// An expression that the generated code's engine compiles.
    pub pattern: Option<String>,
    /// One that a person asked to be checked.
    pub format: Option<Format>,
    pub minimum: Option<Bound>,
    pub maximum: Option<Bound>,
    pub multiple_of: Option<String>,
    /// The only numbers allowed; empty: any.
    pub values: Vec<String>,
    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub unique_items: bool,
    pub items: Option<Box<Constraints>>,
    /// What is said of the value as a whole.
    pub rules: Vec<Rule>,
}

/// A bound, as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    pub value: String,
    pub exclusive: bool,
}

impl Constraints {
    pub fn is_empty(&self) -> bool {
        *self == Constraints::default()
    }
}

/// A declared default that has a Rust form.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    Bool(bool),
    /// As written, within the range of the type.
    Number(String),
    String(String),
    /// A variant of the field's own enum.
    Variant(TypeId, Name),
}

/// The operations of one tag: one file each under `operations/`, `client/`, `server/`.
#[derive(Clone, Debug)]
pub struct Group {
    /// The tag, as written, or what stands for one.
    pub tag: String,
    /// What its operations have in common: `tagged pets`, `without a tag`.
    pub shared: String,
    /// `administration`
    pub module: Name,
    /// The server trait: `AdministrationApi`.
    pub trait_name: Name,
    pub docs: Docs,
    /// Requests that the API sends, and that others receive: webhooks, callbacks.
    pub is_received: bool,
    /// Where callbacks go.
    pub addresses: Vec<Address>,
    pub methods: Vec<Method>,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct Method {
    /// The operation id as written; made from method and path where there is none.
    pub id: String,
    /// `list_tenants`, unique across the API.
    pub name: Name,
    /// The input struct: `ListTenants`.
    pub input: Name,
    /// `GET`
    pub http: String,
    /// `/tenants/{id}`
    pub path: String,
    /// The URL of a server that it has for itself, with the defaults of its variables.
    pub server: Option<String>,
    pub docs: Docs,
    /// In the order in which callers give them; required ones become arguments.
    pub params: Vec<Param>,
    /// Required parameters that have one value, which therefore are no arguments.
    pub constants: Vec<ConstantParam>,
    /// What answers are asked for with, where it is more than what they are declared as.
    pub accept: Option<String>,
    pub body: Option<RequestBody>,
    pub output: Output,
    /// Media types of successes that are declared and have no type.
    pub offers: Vec<String>,
    pub error: ErrorBody,
    /// Alternatives of schemes that must all be satisfied; empty: no credentials are needed.
    pub security: Vec<Vec<Requirement>>,
    /// How it is called again for the next page, where it answers a list in pages.
    pub paging: Option<Paging>,
    /// What could not be typed; empty: the operation is full.
    pub degraded: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Param {
    pub name: Name,
    pub wire: String,
    pub place: Place,
    pub ty: Type,
    pub required: bool,
    pub style: Style,
    pub via: Via,
    /// Reserved characters are sent as they are; in a path, it may hold several segments.
    pub reserved: bool,
    /// An empty text stands for no value.
    pub blank: bool,
    pub docs: Docs,
    pub constraints: Constraints,
    pub default: Option<Literal>,
}

/// A parameter that always says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstantParam {
    pub wire: String,
    pub place: Place,
    /// As it is sent, before any escaping.
    pub value: String,
    pub style: Style,
    /// Reserved characters are sent as they are.
    pub reserved: bool,
}

/// What makes text of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// Itself: a scalar, or a list of scalars.
    Scalars,
    /// Its JSON, which is one text or several as the value is.
    OneOrSeveral,
    /// Its JSON: an object, or anything that is taken apart by brackets.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// Where the API is served.
#[derive(Clone, Debug)]
pub struct Server {
    pub name: Name,
    /// As written: `{protocol}://{hostname}:{port}/api`.
    pub url: String,
    pub docs: Docs,
    pub variables: Vec<ServerVariable>,
}

#[derive(Clone, Debug)]
pub struct ServerVariable {
    pub name: Name,
    pub wire: String,
    pub default: String,
    /// Empty: any value.
    pub values: Vec<Variant>,
    /// The enum for `values`.
    pub enum_name: Option<Name>,
    pub docs: Docs,
}
