//! The models with serde's derives in place of the generated codec; see `build/twin.rs`.

include!(concat!(env!("OUT_DIR"), "/twin.rs"));

/// The same as text.
pub const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/twin.rs"));
