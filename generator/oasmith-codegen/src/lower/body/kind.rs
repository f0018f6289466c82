//! What a media type stands for.
//!
//! In: its name, and where that says nothing, the schema. Out: how a body of it is read and written.

use super::is_structured;
use crate::ir::Framing;
use oasmith_spec::media_type::{essence, is_json};
use oasmith_spec::model::MediaType;
use oasmith_spec::{Document, Valid};

/// What a media type stands for, in order of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Json,
    Form,
    Multipart,
    Lines,
    Sequence,
    Events,
    Text,
    Xml,
    /// Parts without names.
    Parts,
    Bytes,
}

impl Kind {
    /// Whether it is one value after the other.
    pub(super) fn is_stream(self) -> bool {
        matches!(self, Kind::Lines | Kind::Sequence | Kind::Events)
    }

    /// A range that JSON is in says nothing of the content, nor does a name that its vendor chose, so the schema does: one
    /// that no text or bytes have means JSON.
    pub(super) fn of_content(media: &str, it: &MediaType, document: &Valid<Document>) -> Self {
        match media.trim() {
            "*/*" | "*" | "application/*" if is_structured(it, document) => Kind::Json,
            media if is_named_for_itself(media) && is_structured(it, document) => Kind::Json,
            media => Kind::of(media),
        }
    }

    /// What a body of this kind is called among others.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Json => "json",
            Kind::Form => "form",
            Kind::Multipart => "multipart",
            Kind::Lines => "lines",
            Kind::Sequence => "sequence",
            Kind::Events => "events",
            Kind::Text => "text",
            Kind::Xml => "xml",
            Kind::Parts => "parts",
            Kind::Bytes => "bytes",
        }
    }

    pub fn of(media: &str) -> Self {
        let essence = essence(media);
        let (main, sub) = essence.split_once('/').unwrap_or((&essence, ""));
        match (main, sub) {
            (_, "json") => Kind::Json,
            // What Spring calls JSON on lines.
            (_, "stream+json" | "x-json-stream") => Kind::Lines,
            (_, sub) if sub.ends_with("+json") => Kind::Json,
            (_, "x-www-form-urlencoded") => Kind::Form,
            ("multipart", "form-data") => Kind::Multipart,
            ("multipart", _) => Kind::Parts,
            (_, "json-lines" | "x-json-lines") => Kind::Lines,
            (_, "x-ndjson" | "ndjson" | "jsonl" | "x-jsonl" | "jsonlines" | "x-jsonlines") => {
                Kind::Lines
            }
            (_, "json-seq") => Kind::Sequence,
            (_, sub) if sub.ends_with("+json-seq") => Kind::Sequence,
            ("text", "event-stream") => Kind::Events,
            (_, "xml") => Kind::Xml,
            (_, sub) if sub.ends_with("+xml") && main != "image" => Kind::Xml,
            _ if is_json(media) => Kind::Json,
            ("text", _) => Kind::Text,
            _ => Kind::Bytes,
        }
    }
}

/// How the values of a stream are set apart, where a media type is one.
pub fn framing(media: &str) -> Option<Framing> {
    match Kind::of(media) {
        Kind::Lines => Some(Framing::Lines),
        Kind::Sequence => Some(Framing::Sequence),
        Kind::Events => Some(Framing::Events),
        _ => None,
    }
}

/// Whether a media type is bytes by its name, whatever a schema says of it.
pub(super) fn holds_bytes(media: &str) -> bool {
    let essence = essence(media);
    match essence.split_once('/') {
        Some(("image" | "audio" | "video" | "font", _)) => true,
        Some(("application", sub)) => matches!(sub, "octet-stream" | "pdf" | "zip" | "gzip"),
        _ => false,
    }
}

/// Whether a media type is its vendor's own, and its name says nothing of a format that is not JSON:
/// `application/vnd.company.api-v1`.
pub(super) fn is_named_for_itself(media: &str) -> bool {
    const FORMATS: [&str; 42] = [
        "amqp",
        "arrow",
        "avro",
        "bson",
        "capnp",
        "car",
        "cbor",
        "csv",
        "diff",
        "excel",
        "flatbuffers",
        "flatgeobuf",
        "google",
        "gzip",
        "html",
        "ion",
        "messagepack",
        "msgpack",
        "musicxml",
        "opendocument",
        "openxmlformats",
        "package",
        "parquet",
        "pcap",
        "pdf",
        "pkpass",
        "powerpoint",
        "proto",
        "protobuf",
        "rar",
        "raw",
        "smile",
        "sqlite3",
        "tar",
        "thrift",
        "tile",
        "toml",
        "visio",
        "wbxml",
        "xml",
        "yaml",
        "zip",
    ];
    let essence = essence(media);
    let name = essence.strip_prefix("application/vnd.");
    let says_format = |it: &str| FORMATS.contains(&it);
    name.is_some_and(|it| {
        Kind::of(media) == Kind::Bytes && !it.split(['+', '-', '.']).any(says_format)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_told_apart_by_their_essence() {
        let cases = [
            ("application/json; charset=utf-8", Kind::Json),
            ("application/problem+json", Kind::Json),
            ("application/vnd.git+json; version=2", Kind::Json),
            ("text/csv", Kind::Text),
            ("text/event-stream", Kind::Events),
            ("application/x-ndjson", Kind::Lines),
            ("application/stream+json", Kind::Lines),
            ("application/geo+json-seq", Kind::Sequence),
            ("application/x-www-form-urlencoded", Kind::Form),
            ("multipart/form-data", Kind::Multipart),
            ("application/x-amz-json-1.1", Kind::Json),
            ("application/vnd.api.json.v2", Kind::Json),
            ("json", Kind::Json),
            ("application/json-lines", Kind::Lines),
            ("application/vnd.company.api-v1", Kind::Bytes),
            ("multipart/mixed", Kind::Parts),
            ("application/atom+xml", Kind::Xml),
            ("image/svg+xml", Kind::Bytes),
            ("application/octet-stream", Kind::Bytes),
            ("*/*", Kind::Bytes),
            ("", Kind::Bytes),
        ];
        for (media, kind) in cases {
            assert_eq!(Kind::of(media), kind, "{media}");
        }
    }
}
