//! oasmith: OpenAPI documents in, Rust crates out.
//!
//! The facade over the stages, for the command and for build scripts:
//! - [`build`] generates code from a build script;
//! - [`api`] and [`config`] say what is to be generated, [`pipeline`] runs the stages, [`mod@write`] is the only writer;
//! - [`report`] counts what came out, [`explain`] knows every diagnostic code.
//!
//! Deliberately missing: any knowledge of OpenAPI or of Rust; that is in the crates below.

mod answers;
pub mod api;
pub mod build;
mod bundle;
pub mod codes;
pub mod config;
pub mod explain;
pub mod findings;
pub mod overlays;
pub mod pipeline;
pub mod report;
mod resources;
pub mod revision;
pub mod scaffold;
pub mod sources;
pub mod write;

pub use api::Api;
pub use findings::Findings;
