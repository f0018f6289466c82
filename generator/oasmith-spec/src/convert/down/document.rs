//! The parts of a document that are no schemas, in the words of OpenAPI 3.0.

use super::Cx;
use crate::convert::edit::{array_of, object_of, rename, set, take, text};
use crate::node::{Node, Object, Value};
use crate::parts::Part;
use oasmith_source::Span;
use std::collections::HashSet;

/// The security schemes that 3.0 does not know, or lets say less. Only looked up, never iterated.
pub(super) struct Schemes {
    mutual_tls: HashSet<String>,
    without_scopes: HashSet<String>,
}

impl Schemes {
    pub fn of(document: &Node) -> Self {
        let schemes = document.pointer("/components/securitySchemes");
        let schemes = || {
            schemes
                .and_then(Node::as_object)
                .into_iter()
                .flat_map(Object::iter)
        };
        let of = |is: fn(&str) -> bool| {
            let named = schemes().filter(|it| {
                let kind = it.value.get("type").and_then(Node::as_str);
                kind.is_some_and(is)
            });
            named.map(|it| it.key.text.to_string()).collect()
        };
        Schemes {
            mutual_tls: of(|it| it == "mutualTLS"),
            without_scopes: of(|it| matches!(it, "http" | "apiKey")),
        }
    }
}

pub(super) fn lower(cx: &mut Cx<'_>, schemes: &Schemes, part: Part, node: &mut Node) {
    let span = node.span;
    let Some(object) = node.as_object_mut() else {
        return;
    };
    if part != Part::PathItem && text(object, "$ref").is_some() {
        return reference(cx, object);
    }
    match part {
        Part::Document => {
            dialect(cx, object);
            alternatives(cx, schemes, object);
        }
        Part::Info => info(cx, object),
        Part::Components => components(cx, object),
        Part::PathItem => bodies(cx, object),
        Part::Operation => {
            responses(cx, object, span);
            alternatives(cx, schemes, object);
        }
        Part::Response if object.get("description").is_none() => {
            set(object, "description", Node::string("", span.start()));
        }
        Part::SecurityRequirement => requirement(cx, schemes, object),
        _ => {}
    }
}

/// OAS 3.0, Reference Object: siblings are ignored.
fn reference(cx: &mut Cx<'_>, object: &mut Object) {
    for member in take(object, |key| key != "$ref" && !key.starts_with("x-")) {
        let key = &member.key.text;
        let message = format!("`{key}` beside `$ref` means nothing in OpenAPI 3.0; it is left out");
        cx.noted(member.key.span, message);
    }
}

fn dialect(cx: &mut Cx<'_>, root: &mut Object) {
    let Some(member) = root.remove("jsonSchemaDialect") else {
        return;
    };
    let known = [
        "https://spec.openapis.org/oas/3.",
        "https://json-schema.org/draft/2020-12/",
    ];
    let dialect = member.value.as_str().unwrap_or_default();
    if !known.iter().any(|it| dialect.starts_with(it)) {
        let message = "OpenAPI 3.0 has no `jsonSchemaDialect`; it is left out";
        cx.left_out(member.key.span, message);
    }
}

fn info(cx: &mut Cx<'_>, info: &mut Object) {
    if let Some(summary) = info.member("summary") {
        let at = summary.key.span;
        if info.get("description").is_none() {
            rename(info, "summary", "description");
            cx.noted(
                at,
                "OpenAPI 3.0 has no `summary` here; it is the description now",
            );
        } else {
            info.remove("summary");
            cx.noted(at, "OpenAPI 3.0 has no `summary` here; it is left out");
        }
    }
    if let Some(license) = info.get_mut("license").and_then(Node::as_object_mut) {
        identifier(cx, license);
    }
}

/// An SPDX identifier has a page.
fn identifier(cx: &mut Cx<'_>, license: &mut Object) {
    let Some(member) = license.member("identifier") else {
        return;
    };
    let (at, span) = (member.key.span, member.value.span);
    let id = member.value.as_str().unwrap_or_default().to_owned();
    let is_one = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-');
    if !id.is_empty() && id.chars().all(is_one) && license.get("url").is_none() {
        let page = format!("https://spdx.org/licenses/{id}.html");
        set(license, "identifier", Node::string(&page, span));
        return rename(license, "identifier", "url");
    }
    license.remove("identifier");
    cx.noted(
        at,
        "OpenAPI 3.0 has no `identifier` of a license; it is left out",
    );
}

fn components(cx: &mut Cx<'_>, components: &mut Object) {
    let schemes = components.get_mut("securitySchemes");
    let Some(schemes) = schemes.and_then(Node::as_object_mut) else {
        return;
    };
    schemes.members.retain(|it| {
        let is_mutual = it.value.get("type").and_then(Node::as_str) == Some("mutualTLS");
        if is_mutual {
            let message = "OpenAPI 3.0 has no `mutualTLS`; that a client needs a certificate is not said any more";
            cx.left_out(it.key.span, message);
        }
        !is_mutual
    });
}

/// OAS 3.0, Operation Object: where HTTP gives a body no meaning, `requestBody` is ignored.
fn bodies(cx: &mut Cx<'_>, item: &Object) {
    for method in ["get", "head", "delete", "trace"] {
        let operation = item.get(method).and_then(Node::as_object);
        if let Some(body) = operation.and_then(|it| it.member("requestBody")) {
            let message = format!("OpenAPI 3.0 ignores the request body of `{method}`");
            cx.left_out(body.key.span, message);
        }
    }
}

/// OAS 3.0, Operation Object: there are responses, one at least. Nothing is known of this one.
fn responses(cx: &mut Cx<'_>, operation: &mut Object, span: Span) {
    if operation.get("responses").is_none() {
        let message =
            "OpenAPI 3.0 needs `responses`; a `default` that says nothing stands for them";
        cx.noted(span.start(), message);
        let nothing = object_of("description", Node::string("", span.start()));
        set(operation, "responses", object_of("default", nothing));
    }
}

/// A certificate that is one way among others is none of them any more: what is left of such a way would let in everybody.
fn alternatives(cx: &mut Cx<'_>, schemes: &Schemes, object: &mut Object) {
    let Some(Value::Array(all)) = object.get_mut("security").map(|it| &mut it.value) else {
        return;
    };
    let is_lost = |it: &Node| {
        let mut names = it.as_object().into_iter().flat_map(Object::iter).peekable();
        names.peek().is_some() && names.all(|it| schemes.mutual_tls.contains(&*it.key.text))
    };
    let lost: Vec<Span> = all
        .iter()
        .filter(|it| is_lost(it))
        .map(|it| it.span)
        .collect();
    if lost.len() < all.len() {
        all.retain(|it| !is_lost(it));
        let message =
            "OpenAPI 3.0 has no `mutualTLS`; this way is left out, and the others are left";
        lost.iter().for_each(|it| cx.left_out(*it, message));
    } else if let [first, ..] = *lost {
        let message = "OpenAPI 3.0 has no `mutualTLS`; nothing guards this in what is written";
        cx.left_out(first, message);
        *all = vec![Node::object(Object::default(), first)];
    }
}

fn requirement(cx: &mut Cx<'_>, schemes: &Schemes, requirement: &mut Object) {
    for member in take(requirement, |key| schemes.mutual_tls.contains(key)) {
        let message = "OpenAPI 3.0 has no `mutualTLS`; that a certificate is needed here is not said any more";
        cx.left_out(member.key.span, message);
    }
    for member in requirement.members.iter_mut() {
        let has_roles = matches!(&member.value.value, Value::Array(it) if !it.is_empty());
        if has_roles && schemes.without_scopes.contains(&*member.key.text) {
            let at = member.value.span;
            cx.left_out(
                at,
                "in OpenAPI 3.0 only OAuth and OpenID Connect have scopes; these are left out",
            );
            member.value = array_of(Vec::new(), at);
        }
    }
}
