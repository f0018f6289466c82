//! The models with serde's derives in place of the generated codec; see `build/twin.rs`.

include!(concat!(env!("OUT_DIR"), "/twin.rs"));
