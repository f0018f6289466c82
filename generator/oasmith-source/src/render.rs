//! How diagnostics are shown: one renderer a file.
//!
//! Each takes the findings and the sources and returns text; none of them writes anywhere.

mod concise;
mod excerpt;
mod json;
mod pretty;
mod summary;

use crate::Severity;

pub use concise::concise;
pub use json::json;
pub use pretty::{Style, pretty};
pub use summary::summary;

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}
