//! The built command on small documents: what it writes, what it says, how it exits, and what it leaves alone.

mod bad_config;
mod bad_input;
mod bad_output;
mod build_script;
mod bundle;
mod confined;
mod convert;
mod dereference;
mod extract;
mod generate;
mod lint;
mod merge;
mod merge_explain;
mod mock;
mod overlay;
mod place;
mod small;
