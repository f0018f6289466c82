//! `OAS261` format-unknown

use crate::rules::prelude::*;
use oasmith_source::suggest;

declare_rule! {
    /// A format is none of those that are registered, and looks like a slip of one that is.
    ///
    /// ## Why
    /// A format that a tool does not know has no effect: `date_time` is a string like any other.
    /// Formats of one's own are allowed, and those that look like nothing registered are left alone.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Born: { type: string, format: date_time } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Born: { type: string, format: date-time }, Id: { type: string, format: ulid } } }
    /// ```
    pub FORMAT_UNKNOWN = "OAS261" "format-unknown" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

/// JSON Schema 2020-12, validation, 7.3, and OpenAPI's registry of formats.
const REGISTERED: &[&str] = &[
    "base64url", "binary", "byte", "char", "commonmark", "date", "date-time", "date-time-local", "decimal",
    "decimal128", "double", "double-int", "duration", "email", "float", "hostname", "html", "http-date",
    "idn-email", "idn-hostname", "int16", "int32", "int64", "int8", "ipv4", "ipv6", "iri", "iri-reference",
    "json-pointer", "media-range", "password", "regex", "relative-json-pointer", "sf-binary", "sf-boolean",
    "sf-decimal", "sf-integer", "sf-string", "sf-token", "time", "time-local", "uint16", "uint32", "uint64",
    "uint8",
    "unix-time", "unixtime", "uri", "uri-reference", "uri-template", "uuid",
];

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some((member, format)) = at.member("format").zip(at.text("format")) else {
        return;
    };
    if REGISTERED.contains(&format) {
        return;
    }
    // `ip` is no slip of `iri`: only what differs in case and separators, or in one letter of a long name, is one.
    let Some(meant) = meant(format) else { return };
    cx.report(member.value.span, format!("`{format}` is no registered format"))
        .help(format!("did you mean `{meant}`?"));
}

fn meant(format: &str) -> Option<&'static str> {
    let plain = |it: &str| -> String {
        let letters = it.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|it| it.to_ascii_lowercase()).collect()
    };
    let same = REGISTERED.iter().find(|it| plain(it) == plain(format));
    let near = || suggest::nearest(format, REGISTERED.iter().copied().filter(|it| it.len() > 5));
    match same {
        Some(same) => Some(same),
        None if format.len() > 5 => near(),
        None => None,
    }
}
