//! A JSON object whose members stand in the order in which they were given.

use serde_json::Value;

/// Members without the braces. The order of `serde_json`'s own map depends on a feature that any dependency may turn on.
pub(super) fn members(members: &[(&str, Value)]) -> String {
    let members = members
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"));
    members.collect::<Vec<_>>().join(",")
}
