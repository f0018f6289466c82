//! `OAS205` fields-exclude

use crate::rules::prelude::*;

declare_rule! {
    /// Two fields stand together that exclude each other.
    ///
    /// ## Why
    /// The specification calls them mutually exclusive: each says the same thing in its own way, and a tool that finds
    /// both takes either.
    /// ## Fires
    /// ```yaml fires
    /// components: { parameters: { Kind: { name: kind, in: query, schema: {}, example: cat, examples: { dog: { value: dog } } } } }
    /// #                                                                                    ^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { parameters: { Kind: { name: kind, in: query, schema: {}, example: cat } } }
    /// ```
    pub FIELDS_EXCLUDE = "OAS205" "fields-exclude" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Every(check),
    }
}

/// OAS 3.1: License, Parameter, Header, Media Type, Example and Link Object; OAS 3.2 for `dataValue`.
fn pairs(kind: Kind) -> &'static [(&'static str, &'static str)] {
    match kind {
        Kind::License => &[("identifier", "url")],
        Kind::Parameter | Kind::Header => &[("example", "examples"), ("schema", "content")],
        Kind::MediaType => &[
            ("example", "examples"),
            ("encoding", "prefixEncoding"),
            ("encoding", "itemEncoding"),
        ],
        Kind::Encoding => &[("encoding", "prefixEncoding"), ("encoding", "itemEncoding")],
        Kind::Example => &[
            ("value", "externalValue"),
            ("value", "dataValue"),
            ("value", "serializedValue"),
            ("serializedValue", "externalValue"),
        ],
        Kind::Link => &[("operationRef", "operationId")],
        _ => &[],
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for (first, second) in pairs(at.kind()) {
        let (Some(a), Some(b)) = (at.key_of(first), at.key_of(second)) else {
            continue;
        };
        let (earlier, later) = if a.start <= b.start { (a, b) } else { (b, a) };
        cx.report(later, format!("`{first}` and `{second}` exclude each other"))
            .also(earlier, "the other one")
            .help("keep one of them");
    }
}
