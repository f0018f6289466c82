//! From a valid document to the files of a Rust crate.
//!
//! ```text
//! Valid<Document> -> lower -> IR -> emit -> lay out -> format -> FileSet
//! ```
//!
//! [`lower`] is the last stage that may refuse anything; what follows cannot fail.
//! `emit` and later never see the document: they know [`ir`] only. Nothing here touches the disk.

pub mod codes;
mod emit;
mod file_set;
mod format;
pub mod ir;
mod layout;
mod lower;
mod passes;

pub use emit::{ANSWERS, Shape};
pub use file_set::FileSet;
pub use layout::generate;
pub use lower::{Options, framing, lower};
pub use passes::pages::{PageRule, Pagination, SIZES};
