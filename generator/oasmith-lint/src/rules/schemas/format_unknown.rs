//! `OAS261` format-unknown

use crate::options::{RuleOption, Takes};
use crate::rules::prelude::*;
use oasmith_source::suggest;

declare_rule! {
    /// A format is none of those that are registered, and looks like a slip of one that is.
    ///
    /// ## Why
    /// A format that a tool does not know has no effect: `date_time` is a string like any other.
    /// Formats of one's own are allowed, and those that look like nothing registered are left alone.
    /// ## Options
    /// `known`: further formats that are right, such as `money`; none by itself.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Born: { type: string, format: date_time } } }
    /// #                                                      ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Born: { type: string, format: date-time }, Id: { type: string, format: ulid } } }
    /// ```
    pub FORMAT_UNKNOWN = "OAS261" "format-unknown" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Document(check),
        options: OPTIONS,
    }
}

/// JSON Schema 2020-12, validation, 7.3, and OpenAPI's registry of formats.
pub const FORMATS: &[&str] = &[
    "base64url", "binary", "byte", "char", "commonmark", "date", "date-time", "date-time-local", "decimal",
    "decimal128", "double", "double-int", "duration", "email", "float", "hostname", "html", "http-date",
    "idn-email", "idn-hostname", "int16", "int32", "int64", "int8", "ipv4", "ipv6", "iri", "iri-reference",
    "json-pointer", "media-range", "password", "regex", "relative-json-pointer", "sf-binary", "sf-boolean",
    "sf-decimal", "sf-integer", "sf-string", "sf-token", "time", "time-local", "uint16", "uint32", "uint64",
    "uint8", "unix-time", "unixtime", "uri", "uri-reference", "uri-template", "uuid",
];

/// Each such format once: who misspells one does so everywhere.
const OPTIONS: &[RuleOption] = &[RuleOption {
    name: "known",
    takes: Takes::Words(&[]),
}];

fn check(_: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    let known = cx.words("known");
    let is_known = |it: &str| FORMATS.contains(&it) || known.contains(&it);
    let mut told: Vec<(&str, At<'_, '_>, usize)> = Vec::new();
    for at in cx.doc.schemas_with(&["format"]) {
        let Some(format) = at.text("format").filter(|it| !is_known(it)) else {
            continue;
        };
        match told.iter_mut().find(|it| it.0 == format) {
            Some((.., more)) => *more += 1,
            None => told.push((format, at, 0)),
        }
    }
    for (format, at, more) in told {
        let (Some(node), Some(meant)) = (at.get("format"), meant(format)) else {
            continue;
        };
        cx.look_at(at);
        let message = format!("`{format}` is no registered format");
        let finding = cx.report(node.span, message);
        finding.help(format!("did you mean `{meant}`?"));
        if more > 0 {
            finding.help(format!("{more} other places have it"));
        }
    }
}

/// `ip` is no slip of `iri`: only what differs in case and separators, or in one letter of a long name, is one.
fn meant(format: &str) -> Option<&'static str> {
    let plain = |it: &str| -> String {
        let letters = it.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|it| it.to_ascii_lowercase()).collect()
    };
    let same = FORMATS.iter().find(|it| plain(it) == plain(format));
    let near = || suggest::nearest(format, FORMATS.iter().copied().filter(|it| it.len() > 5));
    match same {
        Some(same) => Some(same),
        None if format.len() > 5 => near(),
        None => None,
    }
}
