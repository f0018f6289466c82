//! What each construct looks like.

pub(crate) mod everything;
pub(crate) mod sample;
