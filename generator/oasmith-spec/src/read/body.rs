//! What is sent and answered: Request Body, Response, Media Type, Encoding, Header and Callback Objects.

use super::follow::{ref_or, ref_or_blank};
use super::instead::{self, Owner};
use super::version::Version;
use super::{Cx, parameter, paths, schema};
use crate::codes::WRONG_VALUE;
use crate::model::{
    Callback, Encoding, Example, Header, Link, MediaType, ParameterFormat, ParameterStyle,
    Property, RefOr, RequestBody, Response, Schema, SchemaObject, Spanned, Type,
};
use crate::node::{Member, Node, Object, Value};
use crate::resolve::Kind;
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Span};

pub fn request_body<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<RefOr<RequestBody>> {
    if let Some(schema) = instead::referred(cx, node, Owner::RequestBody) {
        return Some(RefOr::Value(Box::new(RequestBody {
            description: None,
            content: json(schema, node.span),
            required: false,
            unread: cx.take_unread(),
            span: node.span,
        })));
    }
    ref_or(cx, node, "a request body", |cx, object, span| {
        let has_schema = object.member("schema").is_some() || instead::is_schema(object);
        if object.member("content").is_none() && !has_schema {
            cx.should_have("the request body", "content", span.start());
        }
        Some(RequestBody {
            description: cx.text(object.member("description")),
            content: held(cx, object, Owner::RequestBody, span),
            required: cx.flag(object.member("required")),
            unread: cx.take_unread(),
            span,
        })
    })
}

/// The body that a parameter of Swagger 2.0 is: it can mean nothing else.
pub fn of_parameter<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<RefOr<RequestBody>> {
    let object = node.as_object()?;
    let message = "the parameter in `body` is taken for the request body";
    let fault = Diagnostic::warning(&WRONG_VALUE, message).at(node.span);
    cx.push(fault.help("this is Swagger 2.0; use `requestBody`"));
    let body = RequestBody {
        description: cx.text(object.member("description")),
        content: IndexMap::from([("application/json".to_owned(), media_type(cx, node)?)]),
        required: cx.flag(object.member("required")),
        unread: cx.take_unread(),
        span: node.span,
    };
    Some(RefOr::Value(Box::new(body)))
}

/// The form that parameters of Swagger 2.0 are.
pub fn of_form<'a>(cx: &mut Cx<'a>, nodes: &[&'a Node]) -> Option<RefOr<RequestBody>> {
    let span = nodes.first()?.span;
    let message = "the parameters in `formData` are taken for the members of the request body";
    let fault = Diagnostic::warning(&WRONG_VALUE, message).at(span);
    cx.push(fault.help("this is Swagger 2.0; use `requestBody`"));
    let mut form = SchemaObject::new(span);
    form.types = vec![Type::Object];
    let mut has_files = false;
    for node in nodes {
        let object = node.as_object()?;
        has_files |= object.get("type").and_then(Node::as_str) == Some("file");
        let Some(name) = cx.spanned_text(object.member("name")) else {
            cx.should_have("a parameter", "name", node.span);
            continue;
        };
        if cx.flag(object.member("required")) {
            form.required.push(name.clone());
        }
        let schema = match object.member("schema") {
            Some(it) => member_schema(cx, Some(it)),
            None => super::of_members(cx, object, node.span),
        };
        let schema = schema.unwrap_or(Schema::Bool(Spanned::new(true, node.span)));
        let key_span = name.span;
        form.properties
            .insert(name.value, Property { schema, key_span });
    }
    let media = match has_files {
        true => "multipart/form-data",
        false => "application/x-www-form-urlencoded",
    };
    let is_required = !form.required.is_empty();
    let held = of_schema(Some(Schema::Object(Box::new(form))), span);
    Some(RefOr::Value(Box::new(RequestBody {
        description: None,
        content: IndexMap::from([(media.to_owned(), held)]),
        required: is_required,
        unread: cx.take_unread(),
        span,
    })))
}

pub fn response<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<RefOr<Response>> {
    if let Some(schema) = instead::referred(cx, node, Owner::Response) {
        return Some(RefOr::Value(Box::new(Response {
            description: None,
            headers: IndexMap::new(),
            content: json(schema, node.span),
            links: Vec::new(),
            unread: cx.take_unread(),
            span: node.span,
        })));
    }
    ref_or_blank(cx, node, "a response", |cx, object, span| {
        // OAS 3.2 no longer requires it.
        if object.member("description").is_none() && cx.version < Version::V32 {
            cx.should_have("the response", "description", span.start());
        }
        Some(Response {
            description: cx.text(object.member("description")),
            headers: headers(cx, object.member("headers")),
            content: held(cx, object, Owner::Response, span),
            links: links(cx, object.get("links")),
            unread: cx.take_unread(),
            span,
        })
    })
}

/// What a body or an answer holds. A `schema` of its own, as Swagger 2.0 has it, can only be that of JSON.
fn held<'a>(
    cx: &mut Cx<'a>,
    object: &'a Object,
    owner: Owner,
    span: Span,
) -> IndexMap<String, MediaType> {
    if object.member("content").is_some() {
        return content(cx, object);
    }
    let Some(old) = object.member("schema") else {
        let schema = instead::written(cx, object, owner, span);
        return schema.map_or_else(IndexMap::new, |it| json(it, span));
    };
    let owner = owner.name();
    let message = format!("{owner} has its `schema` itself, which is taken for that of its JSON");
    let fault = Diagnostic::warning(&WRONG_VALUE, message).at(old.key.span);
    cx.push(fault.help("this is Swagger 2.0; write it under `content`"));
    let schema = member_schema(cx, Some(old));
    IndexMap::from([("application/json".to_owned(), of_schema(schema, span))])
}

/// Nothing but JSON of a schema.
fn json(schema: Schema, span: Span) -> IndexMap<String, MediaType> {
    IndexMap::from([("application/json".to_owned(), of_schema(Some(schema), span))])
}

fn of_schema(schema: Option<Schema>, span: Span) -> MediaType {
    MediaType {
        schema,
        item_schema: None,
        examples: Vec::new(),
        encoding: IndexMap::new(),
        span,
    }
}

/// Links are for people: what is wrong with one costs that one, and is for lint to say.
fn links<'a>(cx: &mut Cx<'a>, all: Option<&'a Node>) -> Vec<Link> {
    let all = all.and_then(Node::as_object).into_iter();
    let found = all.flat_map(Object::iter).filter_map(|it| {
        let link = cx.look(&it.value).ok()?;
        let operation = link.get("operationId").or_else(|| link.get("operationRef"));
        let parameters = link.get("parameters").and_then(Node::as_object);
        let parameters = parameters.into_iter().flat_map(Object::iter);
        let parameters = parameters.filter_map(|it| {
            let value = match &it.value.value {
                Value::String(text) | Value::Number(text) => text.to_string(),
                _ => return None,
            };
            Some((it.key.text.to_string(), value))
        });
        Some(Link {
            operation: operation?.as_str()?.to_owned(),
            parameters: parameters.collect(),
        })
    });
    found.collect()
}

/// The headers of an answer. Of one that cannot be read there is its name.
fn headers<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> IndexMap<String, RefOr<Header>> {
    let entries = cx.confined("the answer has no headers", |cx| Some(cx.entries(member)));
    let mut headers = IndexMap::new();
    for entry in entries.unwrap_or_default() {
        let what = format!("the header `{}` is any text", entry.key.text);
        let read = cx.confined(&what, |cx| header(cx, &entry.value));
        let span = entry.value.span;
        let header = read.unwrap_or_else(|| RefOr::Value(Box::new(Header::any(span))));
        headers.insert(entry.key.text.to_string(), header);
    }
    headers
}

pub fn header<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<RefOr<Header>> {
    if let Some(schema) = instead::referred(cx, node, Owner::Header) {
        return Some(RefOr::Value(Box::new(Header {
            format: ParameterFormat::Schema(schema),
            unread: cx.take_unread(),
            ..Header::any(node.span)
        })));
    }
    ref_or_blank(cx, node, "a header", |cx, object, span| {
        Some(Header {
            description: cx.text(object.member("description")),
            required: cx.flag(object.member("required")),
            deprecated: cx.flag(object.member("deprecated")),
            explode: cx.flag(object.member("explode")),
            format: parameter::format(cx, object, "the header", span.start()),
            examples: examples(cx, object),
            unread: cx.take_unread(),
            span,
        })
    })
}

pub fn callback<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<RefOr<Callback>> {
    ref_or(cx, node, "a callback", |cx, object, span| {
        Some(Callback {
            paths: paths::path_items(cx, &object.members),
            span,
        })
    })
}

fn content<'a>(cx: &mut Cx<'a>, object: &'a Object) -> IndexMap<String, MediaType> {
    cx.map(object.member("content"), media_type)
}

pub fn media_type<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<MediaType> {
    if let Some(schema) = instead::referred(cx, node, Owner::MediaType) {
        return Some(of_schema(Some(schema), node.span));
    }
    let node = cx.follow(node, Kind::MediaType)?;
    let object = match &node.value {
        // `application/pdf:` with nothing after it, in YAML: a media type of which nothing is said.
        Value::Null => None,
        _ => Some(cx.object(node, "a media type")?),
    };
    let member = |key| object.and_then(|it| it.member(key));
    let schema = match object.filter(|it| it.member("schema").is_none()) {
        Some(object) => instead::written(cx, object, Owner::MediaType, node.span),
        None => member_schema(cx, member("schema")),
    };
    Some(MediaType {
        schema,
        item_schema: member_schema(cx, member("itemSchema")),
        examples: object.map_or(Vec::new(), |it| examples(cx, it)),
        encoding: encodings(cx, member("encoding")),
        span: node.span,
    })
}

/// The schema under a member.
fn member_schema<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> Option<Schema> {
    let member = cx.given(member)?;
    schema(cx, &member.value)
}

/// What `example` and `examples` hold. Values that are kept elsewhere (`externalValue`) are left out.
pub fn examples<'a>(cx: &mut Cx<'a>, object: &'a Object) -> Vec<Example> {
    let unnamed = object.get("example").map(|value| Example {
        name: None,
        value: value.clone(),
    });
    let mut found: Vec<Example> = unnamed.into_iter().collect();
    let named = object.get("examples").and_then(Node::as_object);
    for entry in named.into_iter().flat_map(Object::iter) {
        let example = cx.look(&entry.value).ok();
        // OAS 3.2 adds `dataValue`.
        let value = example.and_then(|it| it.get("value").or_else(|| it.get("dataValue")));
        found.extend(value.map(|value| Example {
            name: Some(entry.key.text.to_string()),
            value: value.clone(),
        }));
    }
    found
}

/// Of what cannot be read the default counts.
fn encodings<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> IndexMap<String, Encoding> {
    let what = "the member is encoded as its type says";
    let entries = cx.confined(what, |cx| Some(cx.entries(member)));
    let entries = entries.unwrap_or_default().iter();
    let all = entries.filter_map(|it| {
        let read = cx.confined(what, |cx| encoding(cx, &it.value))?;
        Some((it.key.text.to_string(), read))
    });
    all.collect()
}

fn encoding<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<Encoding> {
    let object = cx.object(node, "an encoding")?;
    Some(Encoding {
        content_type: cx.text(object.member("contentType")),
        style: encoding_style(cx, object.member("style")),
        explode: cx.choice(object.member("explode")),
        has_headers: has_headers(object.get("headers")),
        span: node.span,
    })
}

/// OAS 3.1, Encoding Object: `Content-Type` is said by itself.
fn has_headers(it: Option<&Node>) -> bool {
    let all = it.and_then(Node::as_object).into_iter();
    let mut all = all.flat_map(Object::iter);
    all.any(|it| !it.key.text.eq_ignore_ascii_case("Content-Type"))
}

fn encoding_style<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> Option<ParameterStyle> {
    let text = cx.spanned_text(member)?;
    let style = parameter::style_named(&text.value);
    if style.is_none() {
        let message = format!("`{}` is not a style", text.value);
        cx.push(Diagnostic::warning(&WRONG_VALUE, message).at(text.span));
    }
    style
}
