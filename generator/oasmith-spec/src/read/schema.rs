//! Schema Object: JSON Schema 2020-12 with OpenAPI's additions; what OAS 3.0 says otherwise is made so here.
//!
//! Reads by one pass over the members, so that a schema costs what is written in it. What recurses keeps little on the
//! stack: a document may nest as deeply as `parse` lets it.

mod applicators;
mod assertions;
mod described;
mod named;
mod nullable;
mod types;

use super::follow::target;
use super::version::Version;
use super::{Cx, info};
use crate::codes::{REF_DYNAMIC, TOO_DEEP, WRONG_TYPE};
use crate::model::{Ref, Schema, SchemaObject, Spanned};
use crate::node::{Member, Node, Object, Value};
use oasmith_source::{Diagnostic, Span};

/// How many schemas may be around one. `parse` is bounded likewise, but `merge` and `recover` make trees too.
const DEPTH: usize = 512;

pub fn schema<'a>(cx: &mut Cx<'a>, node: &'a Node) -> Option<Schema> {
    match &node.value {
        Value::Bool(value) => Some(Schema::Bool(Spanned::new(*value, node.span))),
        Value::Object(object) => {
            keywords(cx, object, node.span).map(|it| match forbids_all(object, &it) {
                true => Schema::Bool(Spanned::new(false, node.span)),
                false => Schema::Object(it),
            })
        }
        Value::Null => Some(of_nothing(cx, node)),
        _ => Some(not_a_schema(cx, node)),
    }
}

/// Whether it says that there is no such value, and nothing else: TypeSpec writes `{ not: {} }` where others write `false`.
fn forbids_all(object: &Object, it: &SchemaObject) -> bool {
    object.len() == 1 && matches!(&it.not, Some(Schema::Bool(it)) if it.value)
}

/// `name:` with nothing after it, in YAML: a schema of which nothing is said.
#[inline(never)]
fn of_nothing(cx: &mut Cx<'_>, node: &Node) -> Schema {
    let message = "a schema is null, and taken as `{}`";
    cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(node.span));
    Schema::Object(blank(node.span))
}

/// Costs what stands there its type, and not whatever refers to the schema around it.
#[inline(never)]
fn not_a_schema(cx: &mut Cx<'_>, node: &Node) -> Schema {
    if let Some(value) = node.as_str().and_then(|it| it.parse().ok()) {
        let message = format!("a schema is a text; it is taken for {value}");
        cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(node.span));
        return Schema::Bool(Spanned::new(value, node.span));
    }
    let mut it = blank(node.span);
    let taken = match types::named(node) {
        Some((named, format)) => {
            it.types = vec![named];
            it.format = format.map(|it| Spanned::new(it.to_owned(), node.span));
            "it is taken for its `type`"
        }
        None => "a value of any type is taken",
    };
    let kind = node.kind();
    let message = format!("a schema must be an object or a boolean, found {kind}; {taken}");
    cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(node.span));
    Schema::Object(it)
}

/// The schema that an object of another kind says in its own members, as Swagger 2.0 has it.
pub fn of_members<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span) -> Option<Schema> {
    // `required: true` is of the object, and no list of members.
    let own = object.get("required").map(|it| it.span);
    let read = cx.silent_at(own, |cx| keywords(cx, object, span));
    read.map(Schema::Object)
}

fn keywords<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span) -> Option<Box<SchemaObject>> {
    if cx.depth >= DEPTH {
        too_deep(cx, span);
        return None;
    }
    cx.depth += 1;
    let before = cx.diagnostics.len();
    let mut it = blank(span);
    if object.member("$ref").is_some() && cx.version == Version::V30 {
        // OAS 3.0, Reference Object: siblings are ignored.
        it.reference = reference_in_schema(cx, object);
    } else {
        for member in object.iter() {
            keyword(cx, object, member, &mut it);
        }
    }
    nullable::apply(cx, object, &mut it);
    it.settle_number();
    it.settle_text();
    types::settle_int_or_string(&mut it);
    types::settle_guid(&mut it);
    named::settle(cx, &mut it);
    cx.depth -= 1;
    if cx.diagnostics.len() > before {
        pardon(cx, before, &mut it);
    }
    Some(it)
}

/// A keyword that cannot be read costs the schema what it says, and nothing else.
#[inline(never)]
fn pardon(cx: &mut Cx<'_>, before: usize, it: &mut SchemaObject) {
    it.unread = cx.pardon(before, "the schema is what else it says");
    if it.unread.is_some() && !it.properties.is_empty() && it.additional_properties.is_none() {
        let any = Spanned::new(true, it.span);
        it.additional_properties = Some(Schema::Bool(any));
    }
}

/// Out of line, so that the large value is on the stack only while it is made.
#[inline(never)]
fn blank(span: Span) -> Box<SchemaObject> {
    Box::new(SchemaObject::new(span))
}

#[inline(never)]
fn too_deep(cx: &mut Cx<'_>, span: Span) {
    let message = format!("schemas are nested more than {DEPTH} deep");
    cx.push(Diagnostic::error(&TOO_DEEP, message).at(span.start()));
}

fn keyword<'a>(cx: &mut Cx<'a>, object: &'a Object, member: &'a Member, it: &mut SchemaObject) {
    if matches!(&*member.key.text, "$dynamicRef" | "$recursiveRef") {
        let message =
            "where this reference leads depends on who asks; a value of any type is taken";
        cx.push(Diagnostic::warning(&REF_DYNAMIC, message).at(member.value.span));
    }
    let known = annotation(cx, object, member, it) || assertions::keyword(cx, object, member, it);
    if !known {
        applicators::keyword(cx, member, it);
    }
}

/// Reads a keyword that describes, and says whether it was one.
#[inline(never)]
fn annotation<'a>(
    cx: &mut Cx<'a>,
    object: &'a Object,
    member: &'a Member,
    it: &mut SchemaObject,
) -> bool {
    match &*member.key.text {
        "$ref" => it.reference = reference_in_schema(cx, object),
        "title" => it.title = cx.text(member),
        "description" => it.description = cx.text(member),
        "externalDocs" => it.external_docs = info::external_docs(cx, Some(member)),
        "default" => it.default = Some(member.value.clone()),
        "example" => it.examples.insert(0, member.value.clone()),
        "examples" => it.examples.extend_from_slice(examples(cx, member)),
        "deprecated" => it.deprecated = cx.flag(member),
        "readOnly" => it.read_only = cx.flag(member),
        "writeOnly" => it.write_only = cx.flag(member),
        key if key.starts_with("x-") => {
            it.extensions.insert(key.to_owned(), member.value.clone());
        }
        _ => return false,
    }
    true
}

/// In a schema, `description` beside `$ref` is a keyword of the schema.
fn reference_in_schema<'a>(cx: &mut Cx<'a>, object: &'a Object) -> Option<Ref> {
    let (target, span) = target(cx, object)?;
    Some(Ref {
        target: target.to_owned(),
        summary: None,
        description: None,
        span,
    })
}

/// The examples of a schema are an array; those of a media type, written here, are of no use and do no harm.
fn examples<'a>(cx: &mut Cx<'a>, member: &'a Member) -> &'a [Node] {
    let items = member.value.as_array();
    if items.is_none() {
        cx.wrong_type(member, "an array");
    }
    items.unwrap_or_default()
}
