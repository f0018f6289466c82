//! Security Requirement, Security Scheme and OAuth Flows Objects.
//!
//! Faults here are errors where others would be warnings: what is left out of security leaves a door open.

use super::Cx;
use super::cx::is_extension;
use crate::codes::WRONG_VALUE;
use crate::model::{
    OAuthFlow, ParameterPlace, SecurityRequirement, SecurityScheme, SecuritySchemeKind,
};
use crate::node::{Member, Node, Object};
use crate::resolve::Kind;
use oasmith_source::{Diagnostic, Span};

/// `security`: `None` when it is not given, which means another thing than an empty one.
pub fn requirements<'a>(
    cx: &mut Cx<'a>,
    member: Option<&'a Member>,
) -> Option<Vec<SecurityRequirement>> {
    let member = cx.given(member)?;
    if member
        .value
        .as_object()
        .is_some_and(|it| !it.members.is_empty())
    {
        // `security: { token: [] }`: one requirement, and nothing else can be meant.
        cx.wrong_type(member, "an array");
        return Some(requirement(cx, &member.value).into_iter().collect());
    }
    let items = cx.list(member).iter();
    Some(items.filter_map(|it| requirement(cx, it)).collect())
}

fn requirement<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<SecurityRequirement> {
    let object = cx.object(node, "a security requirement")?;
    let mut scopes = |it: &'a Member| cx.strings(it).into_iter().map(|it| it.value).collect();
    let schemes = object
        .iter()
        .map(|it| (it.key.text.to_string(), scopes(it)));
    Some(SecurityRequirement {
        schemes: schemes.collect(),
        span: node.span,
    })
}

/// A Security Scheme Object, or a reference to one. One that cannot be read is kept as such: what requires it must not
/// be taken for open.
pub fn scheme<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<SecurityScheme> {
    let read = readable(cx, node);
    Some(read.unwrap_or(SecurityScheme {
        kind: SecuritySchemeKind::Unreadable,
        description: None,
        span: node.span,
    }))
}

fn readable<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<SecurityScheme> {
    let node = cx.follow(node, Kind::SecurityScheme)?;
    let object = cx.object(node, "a security scheme")?;
    Some(SecurityScheme {
        kind: kind(cx, object, node.span)?,
        description: cx.text(object.member("description")),
        span: node.span,
    })
}

fn kind<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span) -> Option<SecuritySchemeKind> {
    let name = needed(cx, object, "type", span)?;
    match name.as_str() {
        "apiKey" => api_key(cx, object, span),
        "http" => Some(SecuritySchemeKind::Http {
            // RFC 9110, 11.1: the names of schemes are the same in any case.
            scheme: needed(cx, object, "scheme", span)?.to_ascii_lowercase(),
            bearer_format: cx.text(object.member("bearerFormat")),
        }),
        "oauth2" => Some(SecuritySchemeKind::OAuth2 {
            flows: flows(cx, object),
        }),
        "openIdConnect" => Some(SecuritySchemeKind::OpenIdConnect {
            url: needed(cx, object, "openIdConnectUrl", span)?,
        }),
        "mutualTLS" => Some(SecuritySchemeKind::MutualTls),
        _ => {
            let message = format!("`{name}` is not a type of security scheme");
            let span = object.get("type").map_or(span, |it| it.span);
            let known = "known are `apiKey`, `http`, `oauth2`, `openIdConnect`, `mutualTLS`";
            let fault = Diagnostic::error(&WRONG_VALUE, message).at(span);
            cx.push(fault.help(known));
            None
        }
    }
}

fn api_key<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span) -> Option<SecuritySchemeKind> {
    let name = needed(cx, object, "name", span)?;
    let place = match needed(cx, object, "in", span)?.as_str() {
        "header" => ParameterPlace::Header,
        "query" => ParameterPlace::Query,
        "cookie" => ParameterPlace::Cookie,
        other => {
            let message = format!("`{other}` is not a place for an API key");
            let span = object.get("in").map_or(span, |it| it.span);
            let fault = Diagnostic::error(&WRONG_VALUE, message).at(span);
            cx.push(fault.help("it can be in `header`, `query` or `cookie`"));
            return None;
        }
    };
    Some(SecuritySchemeKind::ApiKey { name, place })
}

fn needed<'a>(cx: &mut Cx<'a>, object: &'a Object, key: &str, span: Span) -> Option<String> {
    let text = cx.text(object.member(key));
    if text.is_none() {
        cx.lacks("a security scheme", key, span);
    }
    text
}

/// The flows say where to get a token, not whether one is needed, so what is missing in them is no error.
fn flows<'a>(cx: &mut Cx<'a>, object: &'a Object) -> Vec<OAuthFlow> {
    let entries = cx.entries(object.member("flows")).iter();
    let flows = entries.filter(|it| !is_extension(it));
    flows.filter_map(|it| flow(cx, it)).collect()
}

fn flow<'a>(cx: &mut Cx<'a>, member: &'a Member) -> Option<OAuthFlow> {
    let member = cx.given(Some(member))?;
    let Some(object) = member.value.as_object() else {
        cx.wrong_type(member, "an object");
        return None;
    };
    Some(OAuthFlow {
        kind: member.key.text.to_string(),
        authorization_url: cx.text(object.member("authorizationUrl")),
        token_url: cx.text(object.member("tokenUrl")),
        refresh_url: cx.text(object.member("refreshUrl")),
        scopes: cx.texts(object.member("scopes")),
    })
}
