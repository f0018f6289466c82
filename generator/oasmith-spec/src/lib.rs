//! From files to one valid OpenAPI 3.1 document.
//!
//! ```text
//! load -> extract -> parse -> bundle -> merge -> overlay -> recover -> read -> resolve -> Valid<Document>
//! ```
//!
//! Each stage is one public function from one printable value to the next, and returns what it found to say
//! beside its result. Only [`load`] touches the disk, and nothing touches the network.
//! Knows nothing about Rust.

pub mod acronym;
pub mod bundle;
pub mod codes;
pub mod convert;
pub mod dereference;
mod equal;
pub mod event;
pub mod extract;
pub mod load;
pub mod media_type;
pub mod merge;
pub mod model;
pub mod node;
mod only_null;
pub mod overlay;
pub mod parse;
pub mod parts;
pub mod pattern;
pub mod plural;
pub mod read;
pub mod recover;
pub mod resolve;
pub mod template;
pub mod write;

pub use model::Document;
pub use node::Node;
pub use resolve::Valid;
