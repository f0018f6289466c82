//! What generated code calls.
//!
//! A crate of its own so that it can be built and tested; its modules are also copied into what is generated, which
//! then stands alone. So modules name one another by `super::`, and features are spelled only here.
//! Nothing in here depends on any API.

/// Whether `null` stands for an absent member in requests, whatever a schema says: a setting of the generator.
pub const NULL_IS_ABSENT: bool = false;

/// Whether a number may be written as a text, `"42"`, as the document allows of some.
pub const NUMBERS_IN_TEXTS: bool = false;

pub mod alternatives;
pub mod answer;
pub mod body;
pub mod capture;
pub mod codec;
pub mod convert;
pub mod decoder;
pub mod deep;
pub mod encoder;
pub mod event_kinds;
pub mod fields;
pub mod file;
pub mod form;
pub mod format_shapes;
pub mod formats;
pub mod integer_enum;
pub mod media;
pub mod members;
pub mod multipart;
pub mod nested;
pub mod objects;
pub mod one_or_several;
pub mod open_enum;
pub mod operation;
pub mod param;
pub mod parts;
pub mod problem;
pub mod reader;
pub mod redacted;
pub mod said;
pub mod scalars;
pub mod scan;
pub mod secret;
pub mod security;
pub mod slots;
pub mod stream;
pub mod styles;
pub mod template;
pub mod tuples;
pub mod unions;
pub mod upload;
pub mod writer;

#[cfg(feature = "client")]
pub mod address;
#[cfg(feature = "client")]
pub mod builder;
#[cfg(feature = "client")]
pub mod call;
#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "client")]
pub mod credentials;
#[cfg(feature = "client")]
pub mod drift;
#[cfg(feature = "client")]
pub mod error;
#[cfg(feature = "client")]
pub mod exchange;
#[cfg(feature = "client")]
pub mod oauth2;
#[cfg(feature = "client")]
pub mod outgoing;
#[cfg(feature = "client")]
pub mod pages;
#[cfg(feature = "client")]
pub mod reconnect;
#[cfg(feature = "client")]
pub mod redirect;
#[cfg(feature = "client")]
pub mod reqwest_transport;
#[cfg(feature = "client")]
pub mod retry;
#[cfg(feature = "client")]
pub mod sender;
#[cfg(feature = "client")]
pub mod stall;
#[cfg(feature = "client")]
pub mod token;
#[cfg(any(feature = "client", feature = "server"))]
pub mod transfer;
#[cfg(feature = "client")]
pub mod transport;
#[cfg(feature = "client")]
pub mod turning;

#[cfg(feature = "docs")]
pub mod docs;

#[cfg(feature = "blocking")]
pub mod blocking;
#[cfg(feature = "blocking")]
pub mod blocking_source;
#[cfg(feature = "record")]
pub mod record;
#[cfg(feature = "record")]
pub mod redaction;
#[cfg(feature = "tracing")]
pub mod trace;

#[cfg(feature = "server")]
pub mod admission;
#[cfg(feature = "server")]
pub mod any;
#[cfg(feature = "server")]
pub mod bodies;
#[cfg(feature = "server")]
pub mod check;
#[cfg(feature = "server")]
pub mod choice;
#[cfg(feature = "server")]
pub mod declared;
#[cfg(feature = "server")]
pub mod format_checks;
#[cfg(feature = "server")]
pub mod limits;
#[cfg(feature = "server")]
pub mod mock;
#[cfg(feature = "server")]
pub mod options;
#[cfg(feature = "server")]
pub mod pattern;
#[cfg(feature = "server")]
pub mod resources;
#[cfg(feature = "server")]
pub mod route;
#[cfg(feature = "server")]
pub mod rules;
#[cfg(feature = "server")]
pub mod served;
#[cfg(feature = "server")]
pub mod server;
pub mod shapes;

#[cfg(all(feature = "client", feature = "server"))]
pub mod in_process;

#[cfg(feature = "base64")]
pub mod base64_formats;
#[cfg(feature = "jiff")]
pub mod jiff_formats;
#[cfg(feature = "serde")]
pub mod serde_shims;
#[cfg(feature = "uuid")]
pub mod uuid_formats;

#[cfg(feature = "source")]
pub mod source;
