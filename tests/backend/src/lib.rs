//! A small PBX administration backend: the generated traits of `portsip-pbx` in front of SQLite.
//!
//! In: a database file and a socket. Out: dealers, IP rules, transports, tenants, holidays and settings, kept.
//! What a request may look like was checked before any of this runs, by the generated router.
//! Here is what the document cannot say: names that are taken, rules between members, where things are kept.
//! Deliberately missing: calls, extensions, and logging in; what the traits offer beyond this answers 501.

mod api;
mod collection;
mod database;
mod dealers;
mod failure;
mod filter;
mod holidays;
mod ip_rules;
mod page;
mod serve;
mod settings;
mod tenants;
mod tokens;
mod transports;

pub use api::Backend;
pub use database::{Access, Database};
pub use failure::Failure;
pub use serve::{Limits, app, serve};
pub use tokens::{Tokens, is_first_start, issue};
