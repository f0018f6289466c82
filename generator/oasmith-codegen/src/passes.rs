//! From IR to IR: what can only be told when every type is known. One file each.

mod boxing;
mod checked;
mod conversions;
mod degraded;
mod describe;
mod errors;
pub(crate) mod forms;
pub(crate) mod order;
pub mod pages;
mod reach;
mod shapes;
mod tags;
mod unused;
mod usage;

pub use shapes::Alike;

use crate::ir::{Api, TypeId};
use std::collections::HashMap;

/// Runs the passes in their order, and returns what has to be said.
pub fn run(api: &mut Api, degraded_types: &HashMap<TypeId, Vec<String>>) -> Vec<Alike> {
    forms::complete(api);
    degraded::spread(api, degraded_types);
    unused::remove(api);
    let alike = shapes::tell(api);
    tags::take_out(api);
    unused::remove(api);
    describe::describe(api);
    usage::mark(api);
    boxing::place(api);
    checked::mark(api);
    conversions::find(api);
    pages::find(api);
    errors::share(api);
    alike
}
