//! What OpenAPI 3.2 adds, in the words of 3.1.
//!
//! What has no other words is left out, or kept as an extension where it can be found again, and said so.

use super::edit::{boolean, is_true, rename, set, take, text};
use super::inline::{self, Section};
use crate::codes::{ANNOTATION_LEFT_OUT, PART_LEFT_OUT};
use crate::node::{Node, Object, Value};
use crate::parts::{self, Part};
use oasmith_source::{Diagnostic, Diagnostics, Span};
use std::collections::HashSet;

/// The version that is aimed at, for what is said.
#[derive(Clone, Copy)]
pub enum Target {
    V30,
    V31,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Target::V30 => "3.0",
            Target::V31 => "3.1",
        }
    }
}

struct Cx<'s> {
    said: &'s mut Diagnostics,
    version: &'static str,
}

impl Cx<'_> {
    fn left_out(&mut self, at: Span, what: &str, done: &str) {
        let message = format!("OpenAPI {} has no {what}; {done}", self.version);
        self.said
            .push(Diagnostic::warning(&PART_LEFT_OUT, message).at(at));
    }

    fn noted(&mut self, at: Span, what: &str) {
        let message = format!("OpenAPI {} has no {what}; it is left out", self.version);
        self.said
            .push(Diagnostic::info(&ANNOTATION_LEFT_OUT, message).at(at));
    }

    /// Takes members out that only describe.
    fn drop_notes(&mut self, object: &mut Object, keys: &[&str]) {
        for member in take(object, |key| keys.contains(&key)) {
            self.noted(member.key.span, &format!("`{}` here", member.key.text));
        }
    }

    /// Takes members out that say something.
    fn drop(&mut self, object: &mut Object, keys: &[&str]) {
        for member in take(object, |key| keys.contains(&key)) {
            let what = format!("`{}`", member.key.text);
            self.left_out(member.key.span, &what, "it is left out");
        }
    }
}

pub(super) fn lower(document: &mut Node, target: Target, said: &mut Diagnostics) {
    let version = target.name();
    let section = Section {
        name: "mediaTypes",
        part: Part::MediaType,
    };
    inline::section(document, section, version, said);
    let gone = gone(document);
    let mut cx = Cx { said, version };
    parts::each_mut(document, Part::Document, &mut |part, node| {
        let span = node.span;
        if let Some(object) = node.as_object_mut() {
            lower_part(&mut cx, &gone, part, object, span);
        }
    });
    if let Some(version) = document
        .as_object_mut()
        .and_then(|it| it.get_mut("openapi"))
    {
        *version = Node::string("3.1.1", version.span);
    }
}

/// Keeps operations of methods that 3.2 added as extensions: the last step, since the walk finds them by their names.
pub(super) fn keep_operations(document: &mut Node, target: Target, said: &mut Diagnostics) {
    let version = target.name();
    let mut cx = Cx { said, version };
    parts::each_mut(document, Part::Document, &mut |part, node| {
        let object = node.as_object_mut().filter(|_| part == Part::PathItem);
        let Some(item) = object else {
            return;
        };
        for (key, kept) in [
            ("query", "x-query"),
            ("additionalOperations", "x-additionalOperations"),
        ] {
            if let Some(member) = item.member(key) {
                let done = format!("it is kept as `{kept}`");
                cx.left_out(member.key.span, &format!("`{key}`"), &done);
                rename(item, key, kept);
            }
        }
    });
}

fn lower_part(cx: &mut Cx<'_>, gone: &HashSet<String>, part: Part, object: &mut Object, at: Span) {
    match part {
        Part::Document => cx.drop_notes(object, &["$self"]),
        Part::Server => cx.drop_notes(object, &["name"]),
        Part::Tag => {
            summary(object);
            cx.drop_notes(object, &["summary", "parent", "kind"]);
        }
        Part::PathItem | Part::Operation => parameters(cx, gone, object),
        Part::Components => components(cx, object),
        Part::Parameter => parameter(cx, object),
        Part::Response if text(object, "$ref").is_none() => response(cx, object, at),
        Part::MediaType => cx.drop(object, &["itemSchema", "prefixEncoding", "itemEncoding"]),
        Part::Encoding => cx.drop(object, &["encoding", "prefixEncoding", "itemEncoding"]),
        Part::Example => example(cx, object),
        Part::SecurityScheme => security_scheme(cx, object),
        Part::Schema => schema(cx, object),
        _ => {}
    }
}

/// A summary is a description where there is no other.
fn summary(object: &mut Object) {
    if object.get("description").is_none() {
        rename(object, "summary", "description");
    }
}

/// The components that describe a whole query string by what no other parameter can.
fn gone(document: &Node) -> HashSet<String> {
    let parameters = document.pointer("/components/parameters");
    let parameters = parameters.and_then(Node::as_object).into_iter();
    let gone = parameters
        .flat_map(Object::iter)
        .filter(|it| is_gone(&it.value));
    gone.map(|it| format!("#/components/parameters/{}", it.key.text))
        .collect()
}

fn is_gone(parameter: &Node) -> bool {
    let is_whole = parameter.get("in").and_then(Node::as_str) == Some("querystring");
    is_whole && form(parameter).is_none()
}

/// The schema of a query string that is a form: each of its members is a parameter.
fn form(parameter: &Node) -> Option<&Node> {
    let content = parameter.get("content")?.as_object()?;
    let [only] = content.members.as_slice() else {
        return None;
    };
    let is_form = &*only.key.text == "application/x-www-form-urlencoded";
    is_form.then(|| only.value.get("schema")).flatten()
}

fn parameters(cx: &mut Cx<'_>, gone: &HashSet<String>, owner: &mut Object) {
    let Some(Value::Array(items)) = owner.get_mut("parameters").map(|it| &mut it.value) else {
        return;
    };
    items.retain(|it| {
        let reference = it.get("$ref").and_then(Node::as_str);
        let is_gone = is_gone(it) || reference.is_some_and(|it| gone.contains(it));
        if is_gone {
            cx.left_out(
                it.span,
                "parameter for the whole query string",
                "it is left out",
            );
        }
        !is_gone
    });
}

fn components(cx: &mut Cx<'_>, components: &mut Object) {
    let parameters = components.get_mut("parameters");
    let Some(parameters) = parameters.and_then(Node::as_object_mut) else {
        return;
    };
    parameters.members.retain(|it| {
        let is_gone = is_gone(&it.value);
        if is_gone {
            let what = "parameter for the whole query string";
            cx.left_out(it.key.span, what, "it is left out");
        }
        !is_gone
    });
}

fn parameter(cx: &mut Cx<'_>, parameter: &mut Object) {
    if text(parameter, "in") == Some("querystring") {
        whole_query(parameter);
    }
    if let Some(style) = parameter.get("style")
        && style.as_str() == Some("cookie")
    {
        let at = style.span;
        cx.left_out(
            at,
            "style `cookie`",
            "values that need escapes are written otherwise",
        );
        parameter.remove("style");
    }
}

/// A form in the query is what an exploded object is, whose own name is not sent.
fn whole_query(parameter: &mut Object) {
    let Some(content) = parameter.get("content") else {
        return;
    };
    let span = content.span;
    let schema = content.as_object().and_then(|it| it.members.first());
    let Some(schema) = schema.and_then(|it| it.value.get("schema")).cloned() else {
        return;
    };
    set(parameter, "in", Node::string("query", span));
    set(parameter, "content", schema);
    rename(parameter, "content", "schema");
    set(parameter, "style", Node::string("form", span));
    set(parameter, "explode", boolean(true, span));
}

fn response(cx: &mut Cx<'_>, response: &mut Object, at: Span) {
    summary(response);
    cx.drop_notes(response, &["summary"]);
    if response.get("description").is_none() {
        set(response, "description", Node::string("", at.start()));
    }
}

fn example(cx: &mut Cx<'_>, example: &mut Object) {
    if example.get("value").is_none() && example.get("dataValue").is_some() {
        rename(example, "dataValue", "value");
    }
    cx.drop_notes(example, &["dataValue", "serializedValue"]);
}

fn security_scheme(cx: &mut Cx<'_>, scheme: &mut Object) {
    cx.drop_notes(scheme, &["deprecated", "oauth2MetadataUrl"]);
    if let Some(flows) = scheme.get_mut("flows").and_then(Node::as_object_mut) {
        cx.drop(flows, &["deviceAuthorization"]);
    }
}

fn schema(cx: &mut Cx<'_>, schema: &mut Object) {
    if let Some(discriminator) = schema
        .get_mut("discriminator")
        .and_then(Node::as_object_mut)
    {
        cx.drop_notes(discriminator, &["defaultMapping"]);
    }
    let Some(xml) = schema.get_mut("xml").and_then(Node::as_object_mut) else {
        return;
    };
    if text(xml, "nodeType") == Some("attribute") && !xml.get("attribute").is_some_and(is_true) {
        let at = xml.get("nodeType").map(|it| it.span);
        rename(xml, "nodeType", "attribute");
        if let Some(at) = at {
            set(xml, "attribute", boolean(true, at));
        }
    }
    cx.drop_notes(xml, &["nodeType"]);
}
