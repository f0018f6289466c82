//! The generated crate, used as anyone who depends on it would.

mod by_hand;
mod calls;
mod constraints;
mod document;
mod examples;
mod exchange;
mod faults;
mod forward;
mod judges;
mod no_raw_json;
mod operations;
mod pages;
mod random;
mod refusals;
mod round_trip;
mod sample;
mod schema;
mod server;
mod wire;
