//! Bodies: which of the declared media types is generated, and what it holds.

use super::schema::lower_schema;
use super::site::{Direction, Site};
use super::{Cx, docs};
use crate::codes;
use crate::ir::{Content, Name, RequestBody};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::model::{self, MediaType, RefOr};

pub fn lower_request_body(
    id: &str,
    it: &RefOr<model::RequestBody>,
    cx: &mut Cx<'_>,
) -> Option<RequestBody> {
    let body = cx.document.request_body(it);
    let site = Site::new(&format!("{id} request"), "", Direction::Request);
    let (media, content) = lower_content(&body.content, &site, body.span, cx);
    Some(RequestBody {
        name: Name("body".to_owned()),
        media: media?,
        content,
        required: body.required,
        docs: docs::text(None, body.description.as_ref()),
    })
}

/// The media type that is generated, and its content; `None` and `Empty` where nothing is declared.
pub fn lower_content(
    content: &IndexMap<String, MediaType>,
    site: &Site,
    span: Span,
    cx: &mut Cx<'_>,
) -> (Option<String>, Content) {
    let Some((media, chosen)) = content.iter().min_by_key(|(media, _)| Kind::of(media)) else {
        return (None, Content::Empty);
    };
    if content.len() > 1 {
        let others: Vec<_> = content
            .keys()
            .filter(|it| *it != media)
            .map(|it| format!("`{it}`"))
            .collect();
        let message = format!(
            "of several media types `{media}` is generated, not {}",
            others.join(", ")
        );
        cx.diagnostics
            .push(Diagnostic::info(&codes::MEDIA_TYPE_LEFT_OUT, message).at(span));
    }
    let lowered = match Kind::of(media) {
        Kind::Json => match &chosen.schema {
            Some(schema) => Content::Json(lower_schema(schema, site, cx)),
            None => Content::Json(crate::ir::Type::Raw),
        },
        Kind::Text => Content::Text,
        Kind::Bytes => Content::Stream,
        Kind::Untyped => {
            let message = format!("`{media}` is generated as a stream of bytes");
            cx.diagnostics
                .push(Diagnostic::warning(&codes::RAW_BODY, &message).at(chosen.span));
            cx.degrade(message);
            Content::Stream
        }
    };
    (Some(media.clone()), lowered)
}

/// What a media type stands for, in order of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Json,
    Text,
    /// Has a structure that is not generated: forms, multipart, XML, event streams.
    Untyped,
    Bytes,
}

impl Kind {
    fn of(media: &str) -> Self {
        let essence = media
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let (main, sub) = essence.split_once('/').unwrap_or((&essence, ""));
        match (main, sub) {
            (_, "json") => Kind::Json,
            (_, sub) if sub.ends_with("+json") => Kind::Json,
            (_, "xml" | "x-www-form-urlencoded" | "event-stream" | "x-ndjson" | "jsonl")
            | ("multipart", _) => Kind::Untyped,
            (_, sub) if sub.ends_with("+xml") => Kind::Untyped,
            ("text", _) => Kind::Text,
            _ => Kind::Bytes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_told_apart_by_their_essence() {
        let cases = [
            ("application/json; charset=utf-8", Kind::Json),
            ("application/problem+json", Kind::Json),
            ("text/csv", Kind::Text),
            ("text/event-stream", Kind::Untyped),
            ("multipart/form-data", Kind::Untyped),
            ("application/octet-stream", Kind::Bytes),
            ("*/*", Kind::Bytes),
            ("", Kind::Bytes),
        ];
        for (media, kind) in cases {
            assert_eq!(Kind::of(media), kind, "{media}");
        }
    }
}
