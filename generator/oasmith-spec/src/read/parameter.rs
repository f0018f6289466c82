//! Parameter Object, and what parameters and headers have in common.

use super::body::{examples, media_type};
use super::follow::ref_or;
use super::{Cx, schema};
use crate::codes::{MEMBER_MISSING, WRONG_TYPE, WRONG_VALUE};
use crate::model::{Parameter, ParameterFormat, ParameterPlace, ParameterStyle, RefOr, Spanned};
use crate::node::{Member, Node, Object, Value};
use oasmith_source::{Diagnostic, Span};

/// `parameters`, of a path item or an operation.
pub fn parameters<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> Vec<RefOr<Parameter>> {
    parameters_beside(cx, member, &[])
}

/// Those of an operation without those that are its body.
pub fn parameters_beside<'a>(
    cx: &mut Cx<'a>,
    member: Option<&'a Member>,
    body: &[&'a Node],
) -> Vec<RefOr<Parameter>> {
    let mut parameters = Vec::new();
    for it in cx.list(member) {
        if let Value::Null = it.value {
            let message = "a parameter is null, and taken as left out";
            cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(it.span));
        } else if !body.iter().any(|body| std::ptr::eq(*body, it)) {
            parameters.extend(parameter(cx, it));
        }
    }
    parameters
}

/// The parameters of an operation that are its body, as Swagger 2.0 has it, where there is no other: the only one in
/// `body`, or all in `formData`.
pub fn body(operation: &Object) -> Vec<&Node> {
    let items = operation.get("parameters").and_then(Node::as_array);
    let items = items.unwrap_or_default();
    let at = |place: &'static str| {
        let items = items.iter().filter(move |it| is_in(it, place));
        items.collect::<Vec<_>>()
    };
    let is_free = operation.member("requestBody").is_none();
    match at("body").as_slice() {
        _ if !is_free => Vec::new(),
        [only] if only.get("schema").is_some() => vec![only],
        [] => at("formData"),
        _ => Vec::new(),
    }
}

/// Whether a parameter says that it is in this place.
pub fn is_in(parameter: &Node, place: &str) -> bool {
    parameter.get("in").and_then(Node::as_str) == Some(place)
}

pub fn parameter<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<RefOr<Parameter>> {
    ref_or(cx, node, "a parameter", read)
}

fn read<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span) -> Option<Parameter> {
    let name = cx.spanned_text(object.member("name"));
    if name.is_none() {
        cx.lacks("a parameter", "name", span);
    }
    let place = place(cx, object, span);
    let (name, place) = (name?, place?);
    let (style, explode) = joined(cx, object, place);
    let owner = format!("the parameter `{}`", name.value);
    Some(Parameter {
        place,
        description: cx.text(object.member("description")),
        // OAS 3.1, Parameter Object: those in the path are always required.
        required: cx.flag(object.member("required")) || place == ParameterPlace::Path,
        deprecated: cx.flag(object.member("deprecated")),
        allow_empty_value: cx.flag(object.member("allowEmptyValue")),
        // Azure's documents say the same in words of their own.
        allow_reserved: cx.flag(object.member("allowReserved"))
            || cx.flag(object.member("x-ms-skip-url-encoding")),
        style,
        explode,
        format: format(cx, object, &owner, name.span),
        examples: examples(cx, object),
        unread: cx.take_unread(),
        name,
        span,
    })
}

fn place<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span) -> Option<ParameterPlace> {
    let Some(text) = cx.spanned_text(object.member("in")) else {
        cx.lacks("a parameter", "in", span);
        return None;
    };
    let Spanned { value, span } = text;
    Some(match value.as_str() {
        "path" => ParameterPlace::Path,
        "query" => ParameterPlace::Query,
        "header" => ParameterPlace::Header,
        "cookie" => ParameterPlace::Cookie,
        "querystring" => ParameterPlace::QueryString,
        _ => {
            let message = format!("`{value}` is not a place for a parameter");
            let fault = Diagnostic::error(&WRONG_VALUE, message).at(span);
            cx.push(match value.as_str() {
                "body" | "formData" => fault.help("this is Swagger 2.0; use `requestBody`"),
                _ => fault.help("it can be in `path`, `query`, `header` or `cookie`"),
            });
            return None;
        }
    })
}

/// How several values are written: by `style` and `explode`, or by what Swagger 2.0 says in their place.
fn joined<'a>(
    cx: &mut Cx<'a>,
    object: &'a Object,
    place: ParameterPlace,
) -> (ParameterStyle, bool) {
    let style = style(cx, object.member("style"), place);
    let explode = cx.choice(object.member("explode"));
    let is_plain = explode.is_none() && object.member("style").is_none();
    let old = object.get("collectionFormat").and_then(Node::as_str);
    match (old.filter(|_| is_plain), place) {
        (Some("csv"), _) => (style, false),
        (Some("multi"), ParameterPlace::Query) => (style, true),
        (Some("ssv"), ParameterPlace::Query) => (ParameterStyle::SpaceDelimited, false),
        (Some("pipes"), ParameterPlace::Query) => (ParameterStyle::PipeDelimited, false),
        _ => (style, explode.unwrap_or(explodes(style))),
    }
}

/// The declared style where it suits the place, else the default of the place (OAS 3.1, Parameter Object).
fn style<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>, place: ParameterPlace) -> ParameterStyle {
    use ParameterPlace as P;
    use ParameterStyle as S;
    let default = match place {
        P::Path | P::Header => S::Simple,
        P::Query | P::Cookie | P::QueryString => S::Form,
    };
    let Some(text) = cx.spanned_text(member) else {
        return default;
    };
    match (place, style_named(&text.value)) {
        (P::Path, Some(it @ (S::Simple | S::Label | S::Matrix)))
        | (P::Query, Some(it @ (S::Form | S::SpaceDelimited | S::PipeDelimited | S::DeepObject)))
        | (P::Header, Some(it @ S::Simple))
        | (P::Cookie, Some(it @ (S::Form | S::Cookie))) => it,
        _ => {
            let message = format!(
                "the style `{}` is not one for this place; the default counts",
                text.value
            );
            cx.push(Diagnostic::warning(&WRONG_VALUE, message).at(text.span));
            default
        }
    }
}

pub fn style_named(name: &str) -> Option<ParameterStyle> {
    Some(match name {
        "matrix" => ParameterStyle::Matrix,
        "label" => ParameterStyle::Label,
        "simple" => ParameterStyle::Simple,
        "form" => ParameterStyle::Form,
        "spaceDelimited" => ParameterStyle::SpaceDelimited,
        "pipeDelimited" => ParameterStyle::PipeDelimited,
        "deepObject" => ParameterStyle::DeepObject,
        "cookie" => ParameterStyle::Cookie,
        _ => return None,
    })
}

/// OAS 3.1, Parameter Object: `explode` is true by default for `form` (OAS 3.2: and `cookie`), false for others.
fn explodes(style: ParameterStyle) -> bool {
    matches!(style, ParameterStyle::Form | ParameterStyle::Cookie)
}

/// `schema` or `content`, one of which a parameter and a header has. Without either, anything goes.
pub fn format<'a>(cx: &mut Cx<'a>, object: &'a Object, owner: &str, span: Span) -> ParameterFormat {
    let content = cx.entries(object.member("content"));
    if let Some(member) = object.member("schema") {
        if !content.is_empty() {
            let message = format!("{owner} has both `schema` and `content`; the schema counts");
            cx.push(Diagnostic::warning(&WRONG_VALUE, message).at(member.key.span));
        }
        let schema = schema(cx, &member.value);
        return schema.map_or(ParameterFormat::any(span), ParameterFormat::Schema);
    }
    if let [first, ..] = content {
        if let [_, second, ..] = content {
            let message = format!("{owner} has several media types; the first one counts");
            cx.push(Diagnostic::warning(&WRONG_VALUE, message).at(second.key.span));
        }
        if let Some(media_type) = media_type(cx, &first.value) {
            return ParameterFormat::Content(first.key.text.to_string(), media_type);
        }
    }
    if object.member("type").is_some() {
        let message = format!("{owner} says its type itself, which is taken for its `schema`");
        let fault = Diagnostic::warning(&MEMBER_MISSING, message).at(span);
        cx.push(fault.help("this is Swagger 2.0; write it under `schema`"));
        let schema = super::of_members(cx, object, span);
        return schema.map_or(ParameterFormat::any(span), ParameterFormat::Schema);
    }
    let message = format!("{owner} has neither `schema` nor `content`");
    cx.push(Diagnostic::warning(&MEMBER_MISSING, message).at(span));
    ParameterFormat::any(span)
}
