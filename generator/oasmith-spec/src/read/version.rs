//! Which version of OpenAPI a document is written in.

use super::Cx;
use crate::codes::{NOT_OPENAPI, SWAGGER_2, UNKNOWN_VERSION};
use crate::model::Spanned;
use crate::node::{Node, Object, Value};
use oasmith_source::{Diagnostic, Span};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    V30,
    V31,
    V32,
}

/// The version that the root of a document names.
pub fn of(root: &Node) -> Result<Version, Diagnostic> {
    let not_openapi = |message| {
        Diagnostic::error(&NOT_OPENAPI, message)
            .at(root.span.start())
            .help("the root of an OpenAPI document is an object with the member `openapi`")
    };
    let Some(object) = root.as_object() else {
        return Err(not_openapi(format!(
            "not an OpenAPI document, but {}",
            root.kind()
        )));
    };
    if let Some(member) = object.member("openapi") {
        return parse(&member.value);
    }
    let Some(swagger) = object.member("swagger") else {
        return Err(not_openapi(
            "not an OpenAPI document: `openapi` is missing".to_owned(),
        ));
    };
    Err(Diagnostic::error(&SWAGGER_2, "a Swagger 2.0 document")
        .at(swagger.key.span)
        .help("convert it to OpenAPI 3 first, for example with `swagger2openapi`"))
}

fn parse(node: &Node) -> Result<Version, Diagnostic> {
    let text = match &node.value {
        // `openapi: 3.1` in YAML is a number.
        Value::String(text) | Value::Number(text) => text,
        _ => "",
    };
    let mut parts = text.splitn(3, '.');
    match (parts.next(), parts.next()) {
        (Some("3"), Some("0")) => Ok(Version::V30),
        (Some("3"), Some("1")) => Ok(Version::V31),
        (Some("3"), Some("2")) => Ok(Version::V32),
        _ => Err(
            Diagnostic::error(&UNKNOWN_VERSION, "not a version of OpenAPI that is known")
                .at(node.span)
                .help("known are 3.0, 3.1 and 3.2, written as `openapi: \"3.1.0\"`"),
        ),
    }
}

/// The version as written.
pub fn written<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span) -> Spanned<String> {
    let text = cx.spanned_text(object.member("openapi"));
    text.unwrap_or_else(|| Spanned::new(String::new(), span))
}
