//! Info, Server and Tag Objects.

use super::Cx;
use crate::codes::WRONG_TYPE;
use crate::model::{ExternalDocs, Info, Server, ServerVariable, Tag};
use crate::node::{Member, Node, Object};
use crate::template;
use oasmith_source::{Diagnostic, Span};

/// The Info Object of the document `root`. Code can be made without it, so nothing in it is an error.
pub fn info<'a>(cx: &mut Cx<'a>, root: &'a Object, span: Span) -> Info {
    let Some(member) = cx.given(root.member("info")) else {
        cx.should_have("the document", "info", span.start());
        return unknown(span.start());
    };
    let Some(object) = member.value.as_object() else {
        cx.wrong_type(member, "an object");
        return unknown(member.value.span);
    };
    for key in ["title", "version"] {
        if object.member(key).is_none() {
            cx.should_have("`info`", key, member.key.span);
        }
    }
    let license = cx.given(object.member("license"));
    Info {
        title: cx.text(object.member("title")).unwrap_or_default(),
        version: cx.text(object.member("version")).unwrap_or_default(),
        summary: cx.text(object.member("summary")),
        description: cx.text(object.member("description")),
        terms_of_service: cx.text(object.member("termsOfService")),
        license: license
            .and_then(|it| it.value.as_object())
            .and_then(|it| cx.text(it.member("name"))),
        span: member.value.span,
    }
}

fn unknown(span: Span) -> Info {
    Info {
        title: String::new(),
        version: String::new(),
        summary: None,
        description: None,
        terms_of_service: None,
        license: None,
        span,
    }
}

/// `servers`, of the document, a path item or an operation.
pub fn servers<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> Vec<Server> {
    let items = cx.list(member).iter();
    items.filter_map(|it| server(cx, it)).collect()
}

fn server<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<Server> {
    let object = cx.object(node, "a server")?;
    let Some(url) = cx.spanned_text(object.member("url")) else {
        cx.lacks("a server", "url", node.span);
        return None;
    };
    let mut variables = cx.map(object.member("variables"), server_variable);
    for name in template::names(&url.value) {
        if !variables.contains_key(name) {
            let what = format!("the server variable `{name}`");
            cx.should_have(&what, "default", url.span);
            let undeclared = ServerVariable {
                default: String::new(),
                values: Vec::new(),
                description: None,
                span: url.span,
            };
            variables.insert(name.to_owned(), undeclared);
        }
    }
    Some(Server {
        url,
        description: cx.text(object.member("description")),
        variables,
        span: node.span,
    })
}

fn server_variable<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<ServerVariable> {
    let object = cx.object(node, "a server variable")?;
    let values = cx.strings(object.member("enum"));
    let values: Vec<String> = values.into_iter().map(|it| it.value).collect();
    let default = cx.text(object.member("default"));
    if default.is_none() {
        // OAS 3.1, Server Variable Object: `default` is required. The first of the values does as well.
        cx.should_have("a server variable", "default", node.span);
    }
    Some(ServerVariable {
        default: default
            .or_else(|| values.first().cloned())
            .unwrap_or_default(),
        values,
        description: cx.text(object.member("description")),
        span: node.span,
    })
}

/// The Tag Objects of the document.
pub fn tags<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> Vec<Tag> {
    let items = cx.list(member).iter();
    items.filter_map(|it| tag(cx, it)).collect()
}

fn tag<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<Tag> {
    let Some(object) = node.as_object() else {
        let message = format!("a tag must be an object, found {}", node.kind());
        cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(node.span));
        return None;
    };
    let Some(name) = cx.text(object.member("name")) else {
        cx.should_have("a tag", "name", node.span);
        return None;
    };
    Some(Tag {
        name,
        summary: cx.text(object.member("summary")),
        description: cx.text(object.member("description")),
        parent: cx.text(object.member("parent")),
        kind: cx.text(object.member("kind")),
        external_docs: external_docs(cx, object.member("externalDocs")),
        span: node.span,
    })
}

/// External Documentation Object; `None` where it says no place.
pub fn external_docs<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> Option<Box<ExternalDocs>> {
    let object = member?.value.as_object()?;
    Some(Box::new(ExternalDocs {
        url: cx.text(object.member("url"))?,
        description: cx.text(object.member("description")),
    }))
}
