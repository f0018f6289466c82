//! Where the names come from that emitters write as they are.

use crate::emit::Feature;

/// Where names of the runtime live.
const RUNTIME: &[(&str, &[&str])] = &[
    ("address", &["Address"]),
    ("answer", &["Answer", "DecodeError"]),
    ("base64_formats", &["Base64"]),
    ("body", &["Body"]),
    ("check", &["Check", "Checked", "HERE", "Limit"]),
    (
        "client",
        &["BaseUrl", "Call", "Client", "ClientBuilder", "Response"],
    ),
    ("codec", &["Json", "KnownEnum", "OpenEnum", "Raw", "Write"]),
    ("decoder", &["Decoder"]),
    ("encoder", &["Encoder"]),
    ("formats", &["Format"]),
    ("mock", &["Mock"]),
    ("objects", &["Members"]),
    ("file", &["File"]),
    ("form", &["Form"]),
    ("oauth2", &["OAuth2"]),
    ("operation", &["ErrorBody", "Info", "Operation", "Statuses"]),
    ("pages", &["Paged"]),
    ("param", &["Style"]),
    ("pattern", &["Pattern"]),
    (
        "reader",
        &["Constant", "Fault", "Null", "Only", "OtherWay", "Reader"],
    ),
    ("rules", &["Holds"]),
    (
        "security",
        &["Credential", "Requirement", "Scheme", "SchemeKind"],
    ),
    ("sender", &["Receiver"]),
    ("served", &["ErrorAnswer", "Served"]),
    (
        "server",
        &["Auth", "Context", "Error", "Principal", "Route"],
    ),
    ("problem", &["Violation"]),
    ("stream", &["EventStream", "JsonLines"]),
    ("tuples", &["Trailing"]),
    ("turning", &["Turn"]),
    ("upload", &["Multipart"]),
    ("writer", &["Always", "Writer"]),
];

/// Runtime modules that are only there with a feature.
pub(super) const GATED: &[(&str, Feature)] = &[
    ("check", Feature::Server),
    ("client", Feature::Client),
    // Read by a server's half of the codec only.
    ("decoder", Feature::Server),
    ("formats", Feature::Server),
    ("mock", Feature::Mock),
    ("oauth2", Feature::Client),
    ("objects", Feature::Server),
    ("pattern", Feature::Server),
    ("problem", Feature::Server),
    ("rules", Feature::Server),
    ("served", Feature::Server),
    ("server", Feature::Server),
];

/// Where other names live, if they are not in the prelude.
const OUTSIDE: &[(&str, &str)] = &[
    ("Arc", "std::sync"),
    ("BTreeMap", "std::collections"),
    ("Date", "jiff::civil"),
    ("HeaderMap", "http"),
    ("Method", "http"),
    ("StatusCode", "http"),
    ("Timestamp", "jiff"),
    ("Uuid", "uuid"),
];

/// Types and traits of the prelude that emitted code names.
const PRELUDE: &[(&str, &str)] = &[
    ("Box", "std::boxed"),
    ("Clone", "std::clone"),
    ("Default", "std::default"),
    ("From", "std::convert"),
    ("Future", "std::future"),
    ("Into", "std::convert"),
    ("Option", "std::option"),
    ("Result", "std::result"),
    ("Send", "std::marker"),
    ("String", "std::string"),
    ("Sync", "std::marker"),
    ("Vec", "std::vec"),
];

/// Where a name that emitters write unmarked comes from.
#[derive(Clone, Copy)]
pub(super) enum Origin {
    /// A module of the runtime.
    Runtime(&'static str),
    Outside(&'static str),
    Prelude(&'static str),
}

pub(super) fn origin(name: &str) -> Option<Origin> {
    // Most names are those of members and variables.
    if !name.starts_with(|it: char| it.is_ascii_uppercase()) {
        return None;
    }
    let find = |table: &[(&str, &'static str)]| {
        table
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, path)| *path)
    };
    let runtime = RUNTIME.iter().find(|(_, names)| names.contains(&name));
    runtime
        .map(|(module, _)| Origin::Runtime(module))
        .or_else(|| find(OUTSIDE).map(Origin::Outside))
        .or_else(|| find(PRELUDE).map(Origin::Prelude))
}

/// Whether the prelude has the name.
pub(super) fn prelude(name: &str) -> bool {
    PRELUDE.iter().any(|(known, _)| *known == name)
}

#[cfg(test)]
mod tests {
    use super::{OUTSIDE, RUNTIME};

    /// A member, a parameter or a variable may have any other name, and is no reason to import something.
    #[test]
    fn names_that_are_imported_are_types_and_constants() {
        let runtime = RUNTIME.iter().flat_map(|(_, names)| *names);
        for name in runtime.chain(OUTSIDE.iter().map(|(name, _)| name)) {
            assert!(
                name.starts_with(|it: char| it.is_ascii_uppercase()),
                "{name}"
            );
        }
    }
}
