//! The text of these modules, for the generator to copy, and the names of the formats that they know.
//!
//! `lib.rs` and this file are not part of it: the generator writes the module list itself, from this table.

use crate::formats::Format;

/// A module.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// The module's name: `body`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// When it is part of what is generated.
    pub needs: Needs,
}

/// The features, all of them, that a module is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// It always is.
    Always,
    /// `client`
    Client,
    /// `server`
    Server,
    /// `server`, or whatever reads and writes the same things: forms, and objects in parameters.
    Decoding,
    /// `client` and `server`
    ClientAndServer,
    /// `mock`
    Mock,
    /// `docs`
    Docs,
    /// `blocking`
    Blocking,
    /// `blocking`, and some request is a stream of bytes or has files.
    BlockingUploads,
    /// `record`
    Record,
    /// `tracing`
    Tracing,
    /// `serde`
    Serde,
    /// `jiff`
    Jiff,
    /// `uuid`
    Uuid,
    /// `base64`
    Base64,
    /// An API that has unions.
    Unions,
    /// The name of an event tells what its data is.
    EventKinds,
    /// An API that has tuples.
    Tuples,
    /// An API that has enums of integers.
    IntegerEnums,
    /// Some parameter is an object, or has the style `deepObject`.
    Objects,
    /// Some parameter is an object in a query that holds objects.
    Nested,
    /// Some parameter is one text or several.
    OneOrSeveral,
    /// Some body is a form.
    Form,
    /// Some body is a form of parts.
    Multipart,
    /// Some body is a form of parts with files.
    Uploads,
    /// Some body is a value after the other.
    Stream,
    /// `client`, and some answer is a stream of events.
    Events,
    /// `client` or `server`, and some body is a stream of bytes.
    Transfer,
    /// `client`, and some operation that answers a list in pages.
    Pages,
    /// `client`, and a flow of OAuth 2 has a token URL.
    OAuth2,
    /// `client`, and the API sends webhooks or callbacks.
    Sender,
    /// `client`, and requests of the API say where its callbacks go.
    Addresses,
    /// `server`, and some body is one of several.
    Bodies,
    /// `server`, and some value has rules that types do not say.
    Rules,
    /// `server`, and some text is held to a pattern.
    Patterns,
    /// A format tells alternatives apart; or `server`, and some text is held to its format.
    Formats,
    /// `server`, and some text is held to its format.
    FormatChecks,
    /// A format tells alternatives apart.
    FormatShapes,
}

macro_rules! files {
    ($($name:ident: $needs:ident),* $(,)?) => {
        &[$(File {
            name: stringify!($name),
            text: include_str!(concat!(stringify!($name), ".rs")),
            needs: Needs::$needs,
        }),*]
    };
}

/// All modules, by name.
pub const FILES: &[File] = files! {
    address: Addresses,
    admission: Server,
    alternatives: Unions,
    answer: Always,
    any: Server,
    base64_formats: Base64,
    blocking: Blocking,
    blocking_source: BlockingUploads,
    bodies: Bodies,
    body: Always,
    builder: Client,
    call: Client,
    capture: Decoding,
    check: Server,
    choice: Server,
    client: Client,
    codec: Always,
    convert: Always,
    credentials: Client,
    declared: Server,
    decoder: Decoding,
    deep: Objects,
    docs: Docs,
    drift: Client,
    encoder: Always,
    error: Client,
    event_kinds: EventKinds,
    exchange: Client,
    fields: Objects,
    file: Multipart,
    form: Form,
    format_checks: FormatChecks,
    format_shapes: FormatShapes,
    formats: Formats,
    in_process: ClientAndServer,
    integer_enum: IntegerEnums,
    jiff_formats: Jiff,
    limits: Server,
    media: Always,
    members: Always,
    mock: Mock,
    multipart: Multipart,
    nested: Nested,
    oauth2: OAuth2,
    objects: Objects,
    one_or_several: OneOrSeveral,
    open_enum: Always,
    operation: Always,
    options: Server,
    outgoing: Client,
    pages: Pages,
    param: Always,
    parts: Multipart,
    pattern: Patterns,
    problem: Always,
    reader: Always,
    reconnect: Events,
    record: Record,
    redacted: Always,
    redaction: Record,
    redirect: Client,
    reqwest_transport: Client,
    resources: Mock,
    retry: Client,
    route: Server,
    rules: Rules,
    said: Form,
    scalars: Always,
    scan: Always,
    secret: Always,
    security: Always,
    sender: Sender,
    serde_shims: Serde,
    served: Server,
    server: Server,
    shapes: Unions,
    slots: Always,
    stall: Client,
    stream: Stream,
    styles: Always,
    template: Always,
    token: Client,
    trace: Tracing,
    transfer: Transfer,
    transport: Client,
    tuples: Tuples,
    turning: Pages,
    unions: Unions,
    upload: Uploads,
    uuid_formats: Uuid,
    writer: Always,
};

/// The formats that can be checked, by the names that JSON Schema 2020-12, validation, 7.3 has for them.
pub const FORMATS: [(&str, Format); 17] = [
    ("date-time", Format::DateTime),
    ("date", Format::Date),
    ("time", Format::Time),
    ("duration", Format::Duration),
    ("uuid", Format::Uuid),
    ("email", Format::Email),
    ("idn-email", Format::IdnEmail),
    ("hostname", Format::Hostname),
    ("ipv4", Format::Ipv4),
    ("ipv6", Format::Ipv6),
    ("uri", Format::Uri),
    ("uri-reference", Format::UriReference),
    ("iri", Format::Iri),
    ("iri-reference", Format::IriReference),
    ("uri-template", Format::UriTemplate),
    ("json-pointer", Format::JsonPointer),
    ("relative-json-pointer", Format::RelativeJsonPointer),
];

/// The format of a name, if it is one that can be checked.
pub fn format_named(name: &str) -> Option<Format> {
    let found = FORMATS.iter().find(|(known, _)| *known == name);
    found.map(|(_, format)| *format)
}
