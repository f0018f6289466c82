//! A request's body that is one of several, told by its media type.
//!
//! In: the media types of a body. Out: the one that is generated, or an enum of those that hold different things.
//! Media types that hold the same are no choice: `body` reads them alike, or leaves them out and tells. Left out as well
//! is what somebody would have to write by hand, such as a structure in YAML or XML.

use super::alike::mean_the_same;
use super::body::{self, Kind, Lowered};
use super::classify::{SchemaForm, classify_object};
use super::flatten::flatten;
use super::names::{self, Scope};
use super::shared::{self, Part};
use super::site::{Direction, Site};
use super::{Cx, docs};
use crate::ir::{Choice, Content, Name, RequestBody};
use indexmap::IndexMap;
use oasmith_spec::media_type::essence;
use oasmith_spec::model::{self, MediaType, RefOr, Schema};
use oasmith_spec::{Document, Valid};

pub fn lower_request_body(
    id: &str,
    it: &RefOr<model::RequestBody>,
    cx: &mut Cx<'_>,
) -> Option<RequestBody> {
    let declared = cx.document.request_body(it);
    cx.degraded.extend(declared.unread.iter().cloned());
    let key = (declared.span, Part::Whole);
    shared::once(
        key,
        |it| &mut it.bodies,
        cx,
        |owner, cx| {
            let words = owner.map_or(format!("{id} request"), shared::request_words);
            lower_declared(owner.unwrap_or(id), &words, declared, cx)
        },
    )
}

/// Whether nothing could be sent: forms without a member beside a method whose content means nothing (RFC 9110, 9.3.1),
/// which some generators write at every operation.
pub fn says_nothing(
    it: &RefOr<model::RequestBody>,
    method: &str,
    document: &Valid<Document>,
) -> bool {
    let declared = document.request_body(it);
    let has_no_member = |(media, it): (&String, &MediaType)| {
        let schema = it.schema.as_ref().and_then(Schema::as_object);
        Kind::of(media) == Kind::Form
            && schema
                .and_then(|it| flatten(it, document))
                .is_some_and(|it| {
                    matches!(classify_object(&it), SchemaForm::Map)
                        && it.additional_properties.is_none()
                        && it.pattern_properties.is_empty()
                })
    };
    !declared.required
        && matches!(method, "GET" | "HEAD")
        && !declared.content.is_empty()
        && declared.content.iter().all(has_no_member)
}

fn lower_declared(
    id: &str,
    words: &str,
    declared: &model::RequestBody,
    cx: &mut Cx<'_>,
) -> Option<RequestBody> {
    let site = Site::new(words, "", Direction::Request);
    let first = body::lower_one(&declared.content, &site, cx);
    let mut left_out = first.left_out.clone();
    // A form that may have no members says nothing, and is nothing to choose.
    let is_nothing = first.content == Content::Empty;
    let mut bodies = vec![first];
    if !is_nothing {
        lower_others(id, declared, &mut bodies, &mut left_out, cx);
    }
    let generated: Vec<&str> = bodies.iter().filter_map(|it| it.media.as_deref()).collect();
    body::note_left_out(&generated, &left_out, declared.span, cx);
    let bodies: Vec<RequestBody> = bodies
        .into_iter()
        .filter_map(|it| request_body(it, declared, cx))
        .collect();
    match <[RequestBody; 1]>::try_from(bodies) {
        Ok([only]) => Some(only),
        Err(bodies) => choice(bodies, declared),
    }
}

/// How many bodies one may be one of; what a document declares beyond is left out.
const MOST: usize = 16;

/// Moves what holds something else from what is left out to the bodies, one after the other.
fn lower_others(
    id: &str,
    declared: &model::RequestBody,
    bodies: &mut Vec<Lowered>,
    left_out: &mut Vec<String>,
    cx: &mut Cx<'_>,
) {
    let content = &declared.content;
    let mut others = with_types(left_out, content, cx.document);
    for known in bodies.iter().flat_map(|it| it.media.iter().chain(&it.also)) {
        leave_out_alike(&mut others, known, content, cx.document);
    }
    while bodies.len() < MOST {
        let Some((media, _)) = body::preferred(&others, Direction::Request, cx.document) else {
            return;
        };
        let media = media.clone();
        let words = words(&media, content.keys());
        let site = Site::new(&format!("{id} {words} request"), "", Direction::Request);
        let next = body::lower_one(&others, &site, cx);
        for known in next.also.iter().chain([&media]) {
            leave_out_alike(&mut others, known, content, cx.document);
        }
        if next.content != Content::Empty {
            left_out.retain(|it| Some(it) != next.media.as_ref() && !next.also.contains(it));
            bodies.push(next);
        }
    }
}

fn request_body(
    it: Lowered,
    declared: &model::RequestBody,
    cx: &mut Cx<'_>,
) -> Option<RequestBody> {
    let media = it.media?;
    Some(RequestBody {
        name: Name("body".to_owned()),
        constraints: body::checked(declared.content.get(&media), &it.content, cx),
        media,
        also: it.also,
        content: it.content,
        form: it.form,
        required: declared.required,
        docs: docs::text(None, declared.description.as_ref()),
    })
}

/// The enum gets its name when the input has one.
fn choice(bodies: Vec<RequestBody>, declared: &model::RequestBody) -> Option<RequestBody> {
    let all = bodies.iter().flat_map(RequestBody::all_media);
    let mut media: Vec<String> = all.map(str::to_owned).collect();
    if media.is_empty() {
        return None;
    }
    let mut scope = Scope::default();
    let named = bodies.into_iter().map(|it| {
        let others = media.iter().filter(|other| !it.also.contains(other));
        let words = words(&it.media, others);
        let body = RequestBody {
            required: true,
            ..it
        };
        (scope.take(names::camel(&words), "Body").name(), body)
    });
    let bodies = named.collect();
    Some(RequestBody {
        name: Name("body".to_owned()),
        media: media.remove(0),
        also: media,
        content: Content::Choice(Choice {
            name: Name(String::new()),
            bodies,
        }),
        form: None,
        constraints: Default::default(),
        required: declared.required,
        docs: docs::text(None, declared.description.as_ref()),
    })
}

/// Of what is left out the media types whose content has a type.
fn with_types(
    left_out: &[String],
    content: &IndexMap<String, MediaType>,
    document: &Valid<Document>,
) -> IndexMap<String, MediaType> {
    let found = left_out.iter().filter_map(|media| {
        // A range is left out: what is not declared is for nobody to guess.
        let it = content.get(media).filter(|_| !media.contains('*'))?;
        has_type(media, it, document).then(|| (media.clone(), it.clone()))
    });
    found.collect()
}

/// Takes out a media type that is known, and what holds the same as that one.
fn leave_out_alike(
    others: &mut IndexMap<String, MediaType>,
    known: &str,
    content: &IndexMap<String, MediaType>,
    document: &Valid<Document>,
) {
    let known_one = content.get(known);
    others.retain(|media, it| {
        let is_known = essence(known) == essence(media);
        !is_known
            && !known_one.is_some_and(|one| mean_the_same((known, one), (media, it), document))
    });
}

/// Whether a body is more than text or bytes in which somebody would have to look for the rest.
fn has_type(media: &str, it: &MediaType, document: &Valid<Document>) -> bool {
    match Kind::of(media) {
        Kind::Json | Kind::Lines | Kind::Sequence | Kind::Events => true,
        Kind::Form | Kind::Multipart => it
            .schema
            .as_ref()
            .is_some_and(|it| has_members(it, document)),
        Kind::Text | Kind::Xml | Kind::Bytes => !body::is_structured(it, document),
        Kind::Parts => false,
    }
}

fn has_members(it: &Schema, document: &Valid<Document>) -> bool {
    let flat = it.as_object().and_then(|it| flatten(it, document));
    flat.is_some_and(|it| {
        !it.properties.is_empty() || !it.one_of.is_empty() || !it.any_of.is_empty()
    })
}

/// What a body is called among others: by its kind, or by its media type where others are of that kind as well.
fn words<'m>(media: &str, all: impl Iterator<Item = &'m String>) -> String {
    let kind = Kind::of(media);
    let (_, sub) = media.split_once('/').unwrap_or(("", media));
    let sub = essence(sub);
    let is_plain = match kind {
        Kind::Json => sub == "json",
        Kind::Text => sub == "plain",
        Kind::Bytes => sub == "octet-stream",
        _ => true,
    };
    let of_kind = all.filter(|it| Kind::of(it) == kind && essence(it) != essence(media));
    if is_plain || of_kind.count() == 0 {
        return kind.word().to_owned();
    }
    let sub = sub.split_once('+').map_or(sub.as_str(), |it| it.0);
    let sub = ["vnd.", "x-", "prs."]
        .iter()
        .fold(sub, |it, mark| it.strip_prefix(mark).unwrap_or(it));
    sub.replace(|it: char| !it.is_alphanumeric(), " ")
}
