//! Text and blame: what was read, where it stands, and what is to be said about it.
//!
//! In: files by name and text, findings by byte range.
//! Out: positions that a person can open, and diagnostics in several renderings.
//! Knows nothing about OpenAPI, and never touches the disk.

mod code;
mod diagnostic;
mod excerpt;
mod map;
pub mod render;
mod span;
pub mod suggest;

pub use code::Code;
pub use diagnostic::{Diagnostic, Diagnostics, Label, Severity};
pub use excerpt::ends;
pub use map::{SourceFile, SourceMap};
pub use span::{FileId, Position, Span};
