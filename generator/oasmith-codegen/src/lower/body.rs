//! Bodies: which of the declared media types is generated, and what it holds.

mod kind;

use super::alike::{hold_the_same, mean_the_same};
use super::classify::{SchemaForm, classify_object};
use super::constraints::constraints;
use super::flatten::flatten;
use super::nullable::is_always_null;
use super::schema::lower_schema;
use super::site::{Direction, Site};
use super::{Cx, form, items};
use crate::codes;
use crate::ir::{Constraints, Content, Form, FormKind, Framing, Type};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::model::{MediaType, Schema};
use oasmith_spec::{Document, Valid};

pub use kind::{Kind, framing};
use kind::{holds_bytes, is_named_for_itself};

/// What is generated of the declared media types.
#[derive(Clone)]
pub struct Lowered {
    /// `None` where none is declared.
    pub media: Option<String>,
    /// Others that hold the same.
    pub also: Vec<String>,
    pub content: Content,
    /// The content as a form, of which the media type is among the others.
    pub form: Option<Form>,
    /// Those that hold something else.
    pub left_out: Vec<String>,
    /// The value of an answer may come as a text, by one of the others.
    pub or_text: bool,
}

/// What is checked of a body that is no model: those have their own.
pub fn checked(media: Option<&MediaType>, content: &Content, cx: &mut Cx<'_>) -> Constraints {
    let (Some(schema), Content::Json(ty)) = (media.and_then(|it| it.schema.as_ref()), content)
    else {
        return Constraints::default();
    };
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    flat.map(|it| constraints(&it, ty, cx)).unwrap_or_default()
}

/// A media type of single values and one of streams, which an answer of one status may be in.
pub fn split_streams(
    content: &IndexMap<String, MediaType>,
) -> Option<[IndexMap<String, MediaType>; 2]> {
    let parts = content
        .iter()
        .partition::<Vec<_>, _>(|(it, _)| Kind::of(it).is_stream());
    let [streams, values] = [parts.0, parts.1].map(|it| -> IndexMap<_, _> {
        it.into_iter()
            .map(|(media, it)| (media.clone(), it.clone()))
            .collect()
    });
    let is_value = |it: &String| matches!(Kind::of(it), Kind::Json | Kind::Bytes);
    let both = !streams.is_empty() && values.keys().any(is_value);
    both.then_some([values, streams])
}

/// The media type that is generated, and its content; what else is declared is told.
pub fn lower_content(
    content: &IndexMap<String, MediaType>,
    site: &Site,
    span: Span,
    cx: &mut Cx<'_>,
) -> Lowered {
    let lowered = lower_one(content, site, cx);
    let generated: Vec<&str> = lowered.media.as_deref().into_iter().collect();
    note_left_out(&generated, &lowered.left_out, span, cx);
    lowered
}

pub fn note_left_out(generated: &[&str], left_out: &[String], span: Span, cx: &mut Cx<'_>) {
    if left_out.is_empty() {
        return;
    }
    let quoted = |it: &[&str]| it.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>();
    let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
    let are = match generated.len() {
        1 => "is",
        _ => "are",
    };
    let message = format!(
        "of several media types {} {are} generated, not {}",
        quoted(generated).join(", "),
        quoted(&left_out).join(", ")
    );
    cx.left_out.entry(message).or_default().insert(span);
}

/// Says which media types are left out: the same ones once, since documents declare them at every answer.
pub fn tell_left_out(cx: &mut Cx<'_>) {
    for (mut message, places) in std::mem::take(&mut cx.left_out) {
        let Some(first) = places.first() else {
            continue;
        };
        if places.len() > 1 {
            message += &format!(", at {} places, first here", places.len());
        }
        cx.diagnostics
            .push(Diagnostic::info(&codes::MEDIA_TYPE_LEFT_OUT, message).at(*first));
    }
}

/// The media type that goes before the others.
pub fn preferred<'c>(
    content: &'c IndexMap<String, MediaType>,
    direction: Direction,
    document: &Valid<Document>,
) -> Option<(&'c String, &'c MediaType)> {
    // Files go before all else, which cannot hold them, and a media type before a range of them.
    let takes_files = |media: &str, it: &MediaType| {
        direction == Direction::Request
            && Kind::of(media) == Kind::Multipart
            && form::takes_files(it, document)
    };
    let rank = |media: &str, it: &MediaType| {
        (
            !takes_files(media, it),
            direction == Direction::Response && is_spare((media, it), content, document),
            Kind::of_content(media, it, document),
            // What says by its name what it is goes before what its schema tells.
            media.contains('*') || is_named_for_itself(media),
        )
    };
    content.iter().min_by_key(|(media, it)| rank(media, it))
}

/// Whether it is JSON of which nothing is said, or of a text beside bytes: frameworks declare it for answers that are
/// something else, and leave it there when an author says what they are.
fn is_spare(
    (media, it): (&str, &MediaType),
    content: &IndexMap<String, MediaType>,
    document: &Valid<Document>,
) -> bool {
    if Kind::of(media) != Kind::Json {
        return false;
    }
    let schema = it.schema.as_ref().and_then(Schema::as_object);
    let flat = schema.and_then(|it| flatten(it, document));
    let is_unsaid = match &flat {
        None if it.schema.is_none() => true,
        Some(it) if matches!(classify_object(it), SchemaForm::Anything) => true,
        Some(it) if matches!(classify_object(it), SchemaForm::String) && it.format.is_none() => {
            false
        }
        _ => return false,
    };
    content.iter().any(|(media, other)| {
        let is_other = !media.contains('*') && !hold_the_same(it, other, document);
        is_other
            && match Kind::of(media) {
                Kind::Bytes => true,
                Kind::Text | Kind::Xml => is_unsaid,
                _ => false,
            }
    })
}

/// The media type that goes before the others, its content, and what is left out.
pub fn lower_one(content: &IndexMap<String, MediaType>, site: &Site, cx: &mut Cx<'_>) -> Lowered {
    let document = cx.document;
    let Some((media, chosen)) = preferred(content, site.direction, document) else {
        return Lowered {
            media: None,
            also: Vec::new(),
            content: Content::Empty,
            form: None,
            left_out: Vec::new(),
            or_text: false,
        };
    };
    let lowered = lower_media_type(media, chosen, site, cx);
    let others: Vec<_> = content.iter().filter(|(it, _)| *it != media).collect();
    let form = lower_as_form(&lowered, (chosen, &others), site, cx);
    let kind = |media: &str, it: &MediaType| Kind::of_content(media, it, document);
    let is_read = |it: &String, other: &MediaType| {
        let is_same = kind(it, other) == kind(media, chosen)
            && mean_the_same((media, chosen), (it, other), document);
        is_same || form.as_ref().is_some_and(|(media, _)| media == it)
    };
    let takes_text = may_be_text((media, chosen), site.direction, document);
    let is_text = |it: &String, other: &MediaType| {
        takes_text && kind(it, other) == Kind::Text && hold_the_same(chosen, other, document)
    };
    let or_text = others.iter().any(|(it, other)| is_text(it, other));
    let (also, left_out): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|(it, other)| is_read(it, other) || is_text(it, other));
    let names = |all: Vec<(&String, &MediaType)>| all.into_iter().map(|it| it.0.clone()).collect();
    Lowered {
        media: Some(media.clone()),
        also: names(also),
        content: lowered,
        form: form.map(|(_, form)| form),
        left_out: names(left_out),
        or_text,
    }
}

/// Whether a text can stand for what is answered as JSON: ASP.NET declares both for each answer.
fn may_be_text(
    (media, it): (&str, &MediaType),
    direction: Direction,
    document: &Valid<Document>,
) -> bool {
    let schema = it.schema.as_ref().and_then(Schema::as_object);
    let flat = schema.filter(|_| direction == Direction::Response && Kind::of(media) == Kind::Json);
    let flat = flat.and_then(|it| flatten(it, document));
    flat.is_some_and(|it| {
        matches!(
            classify_object(&it),
            SchemaForm::String
                | SchemaForm::StringEnum
                | SchemaForm::Boolean
                | SchemaForm::Integer
                | SchemaForm::IntegerEnum
                | SchemaForm::Number
        )
    })
}

/// A form that holds the same component as JSON does, `chosen` among `others`: a sender may choose, and both are read.
fn lower_as_form(
    content: &Content,
    (chosen, others): (&MediaType, &[(&String, &MediaType)]),
    site: &Site,
    cx: &mut Cx<'_>,
) -> Option<(String, Form)> {
    let Content::Json(ty @ Type::Named(_)) = content else {
        return None;
    };
    if site.direction != Direction::Request || !form::has_members(ty, cx) {
        return None;
    }
    let mut others = others.iter();
    let (media, it) = others.find(|(it, _)| Kind::of(it) == Kind::Form)?;
    // What is written in place would be a type of its own.
    it.schema.as_ref()?.as_object()?.reference.as_ref()?;
    if !hold_the_same(chosen, it, cx.document) {
        return None;
    }
    match form::lower_form(FormKind::UrlEncoded, media, it, site, cx) {
        Content::Form(form) if form.ty == *ty => Some(((*media).clone(), form)),
        _ => None,
    }
}

fn lower_media_type(media: &str, it: &MediaType, site: &Site, cx: &mut Cx<'_>) -> Content {
    if it
        .schema
        .as_ref()
        .is_some_and(|it| form::is_binary(it, cx.document))
    {
        return Content::Stream;
    }
    match Kind::of_content(media, it, cx.document) {
        Kind::Json => {
            if is_named_for_itself(media) {
                let message =
                    format!("`{media}` is generated as JSON, since its schema has a structure");
                cx.diagnostics
                    .push(Diagnostic::info(&codes::RAW_BODY, message).at(it.span));
            }
            lower_json(it, site, cx)
        }
        Kind::Form if site.direction == Direction::Request => {
            form::lower_form(FormKind::UrlEncoded, media, it, site, cx)
        }
        Kind::Multipart if site.direction == Direction::Request => {
            form::lower_form(FormKind::Multipart, media, it, site, cx)
        }
        Kind::Lines => items::lower_lines(Framing::Lines, it, site, cx),
        Kind::Sequence => items::lower_lines(Framing::Sequence, it, site, cx),
        Kind::Events => items::lower_events(it, site, cx),
        Kind::Text | Kind::Form => {
            tell_structure(media, "text", it, cx);
            Content::Text
        }
        Kind::Xml => {
            let message = format!("`{media}` is generated as text");
            cx.diagnostics
                .push(Diagnostic::info(&codes::XML_AS_TEXT, message).at(it.span));
            Content::Text
        }
        Kind::Multipart | Kind::Parts if is_structured(it, cx.document) => {
            untyped(media, it.span, cx)
        }
        Kind::Bytes if is_structured(it, cx.document) && !holds_bytes(media) => {
            untyped(media, it.span, cx)
        }
        Kind::Multipart | Kind::Parts | Kind::Bytes => {
            if ["*/*", "*"].contains(&media.trim()) && is_plain_text(it, cx.document) {
                cx.any_texts.insert(it.span);
            }
            tell_structure(media, "a stream of bytes", it, cx);
            Content::Stream
        }
    }
}

fn lower_json(it: &MediaType, site: &Site, cx: &mut Cx<'_>) -> Content {
    let is_answer = site.direction == Direction::Response;
    match &it.schema {
        // What is always `null` says no more than that there was an answer.
        Some(schema) if is_answer && is_always_null(schema, cx.document) => Content::Empty,
        Some(schema) => Content::Json(lower_schema(schema, site, cx)),
        None => Content::Json(Type::Raw),
    }
}

/// Says that a schema has a structure where its media type says what there is: exporters write the class that frameworks
/// stream by.
fn tell_structure(media: &str, what: &str, it: &MediaType, cx: &mut Cx<'_>) {
    if is_structured(it, cx.document) {
        let message = format!("`{media}` is generated as {what}");
        cx.diagnostics
            .push(Diagnostic::info(&codes::RAW_BODY, message).at(it.span));
    }
}

/// Whether a schema says that there is a text, and no more.
fn is_plain_text(it: &MediaType, document: &Valid<Document>) -> bool {
    let schema = it.schema.as_ref().and_then(Schema::as_object);
    let flat = schema.and_then(|it| flatten(it, document));
    flat.is_some_and(|it| it.format.is_none() && matches!(classify_object(&it), SchemaForm::String))
}

/// Says of texts in any media type, once, that they are bytes: frameworks write every text so, and gateways what they
/// hand on.
pub fn tell_any_texts(cx: &mut Cx<'_>) {
    let Some(first) = cx.any_texts.first() else {
        return;
    };
    let mut message = "a text under `*/*` is generated as a stream of bytes".to_owned();
    if cx.any_texts.len() > 1 {
        message += &format!(", at {} places, first here", cx.any_texts.len());
    }
    let told = Diagnostic::info(&codes::RAW_BODY, message).at(*first);
    let help = "name its media type, as `text/plain`, to have a `String`";
    cx.diagnostics.push(told.help(help));
}

/// Whether a body is what no text and no bytes are.
pub fn is_structured(it: &MediaType, document: &Valid<Document>) -> bool {
    it.schema
        .as_ref()
        .is_some_and(|it| has_structure(it, document))
}

fn has_structure(schema: &Schema, document: &Valid<Document>) -> bool {
    let flat = schema.as_object().and_then(|it| flatten(it, document));
    flat.is_some_and(|it| {
        !matches!(
            classify_object(&it),
            SchemaForm::Reference(_)
                | SchemaForm::Composed
                | SchemaForm::OneAlternative(_)
                | SchemaForm::StringEnum
                | SchemaForm::String
                | SchemaForm::Anything
                | SchemaForm::Nothing
        )
    })
}

/// A body with a structure that is not generated.
pub fn untyped(media: &str, span: Span, cx: &mut Cx<'_>) -> Content {
    let message = format!("`{media}` is generated as a stream of bytes");
    cx.diagnostics
        .push(Diagnostic::warning(&codes::RAW_BODY, &message).at(span));
    cx.degrade(message);
    Content::Stream
}
