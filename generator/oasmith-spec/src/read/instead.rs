//! A schema in the place of what has one: of a request body, a response, a header or a media type.
//!
//! In: the node in that place. Out: the schema, where the node refers to one or has the words of one, with a warning.
//! Nothing else can be meant by it.

use super::Cx;
use crate::codes::REF_WRONG_KIND;
use crate::model::Schema;
use crate::node::{Node, Object};
use crate::resolve::kind::{self, Place};
use crate::resolve::{Kind, Reference};
use oasmith_source::{Diagnostic, Span};

/// What has a schema.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    RequestBody,
    Response,
    Header,
    MediaType,
}

impl Owner {
    pub fn name(self) -> &'static str {
        match self {
            Owner::RequestBody => "the request body",
            Owner::Response => "the response",
            Owner::Header => "the header",
            Owner::MediaType => "the media type",
        }
    }

    /// Takes the schema for that of the owner.
    fn tell(self, cx: &mut Cx<'_>, fact: &str, span: Span) {
        let message = format!("{fact}, and is taken for that of {}", self.name());
        let help = match self {
            Owner::RequestBody | Owner::Response => {
                "write it under `content`, as the `schema` of `application/json`"
            }
            Owner::Header | Owner::MediaType => "write it under `schema`",
        };
        let fault = Diagnostic::warning(&REF_WRONG_KIND, message).at(span);
        cx.push(fault.help(help));
    }
}

/// The schema that is referred to in the place of its owner; `None` where something else is, or nothing.
pub fn referred<'a>(cx: &mut Cx<'a>, node: &'a Node, owner: Owner) -> Option<Schema> {
    let target = node.get("$ref")?;
    let text = target.as_str()?;
    let Reference::Pointer(pointer) = Reference::parse(text, "") else {
        return None;
    };
    let is_schema = kind::at(&pointer) == Place::One(Kind::Schema);
    cx.lookup.find(&pointer).filter(|_| is_schema)?;
    owner.tell(cx, &format!("`{text}` is a schema"), target.span);
    super::schema(cx, node)
}

/// The schema that is written in the place of its owner.
pub fn written<'a>(
    cx: &mut Cx<'a>,
    object: &'a Object,
    owner: Owner,
    span: Span,
) -> Option<Schema> {
    if !is_schema(object) {
        return None;
    }
    owner.tell(cx, "a schema stands here", span.start());
    super::of_members(cx, object, span)
}

/// Whether an object has what nothing but a schema has.
pub fn is_schema(object: &Object) -> bool {
    let words = ["properties", "allOf", "anyOf", "oneOf", "items"];
    let has = |name: &str| object.member(name).is_some();
    words.into_iter().any(has) && !has("itemSchema")
}
