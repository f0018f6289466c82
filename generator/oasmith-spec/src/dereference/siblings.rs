//! What stands beside a reference, and where it goes when a copy takes the reference's place.

use super::Siblings;
use crate::node::{Key, Member, Node, Object, Value};
use crate::resolve::Kind;
use oasmith_source::Span;

/// Whether a member that stands beside `$ref` says anything, in a document of OAS 3.0 or of a later one.
///
/// OAS 3.0 ignores siblings of a reference and exporters do not: what describes is kept in all versions, and what would
/// forbid something is not (OAS 3.0, Reference Object).
pub(super) fn counts_beside(keyword: &str, kind: Kind, is_3_0: bool) -> bool {
    match kind {
        _ if keyword == "$ref" => false,
        Kind::Schema if is_3_0 => is_annotation(keyword) || keyword == "nullable",
        // OAS 3.1, Path Item Object: other members stand beside `$ref`, and which one wins is not defined.
        Kind::Schema | Kind::PathItem => true,
        // OAS 3.1, Reference Object: `summary` and `description` override, all else is ignored.
        _ => matches!(keyword, "summary" | "description"),
    }
}

/// The copy with what stood beside the reference.
pub(crate) fn join(
    copy: Node,
    siblings: Vec<Member>,
    kind: Kind,
    style: Siblings,
    span: Span,
) -> Node {
    if siblings.is_empty() {
        return copy;
    }
    let over = match (kind, style) {
        (Kind::Schema, Siblings::Wrapped) => false,
        (Kind::Schema, Siblings::Merged) => fits(&copy, &siblings),
        // There is no `allOf` for the others.
        _ => true,
    };
    match copy.value {
        Value::Object(object) if over => {
            Node::new(Value::Object(written_over(object, siblings)), copy.span)
        }
        value => wrapped(Node::new(value, copy.span), siblings, span),
    }
}

/// Whether siblings can be members of the copy without changing what it asserts.
fn fits(copy: &Node, siblings: &[Member]) -> bool {
    siblings.iter().all(|it| {
        let is_said = || {
            copy.get(&it.key.text)
                .is_some_and(|said| said.same(&it.value))
        };
        is_annotation(&it.key.text) || &*it.key.text == "nullable" || is_said()
    })
}

fn written_over(mut copy: Object, siblings: Vec<Member>) -> Object {
    for sibling in siblings {
        match copy.get_mut(&sibling.key.text) {
            Some(said) => *said = sibling.value,
            None => copy.members.push(sibling),
        }
    }
    copy
}

fn wrapped(copy: Node, siblings: Vec<Member>, span: Span) -> Node {
    let mut members = siblings;
    let list = Node::new(Value::Array(vec![copy]), span);
    // Siblings may have an `allOf` of their own, which the copy joins.
    if let Some(own) = members.iter_mut().find(|it| &*it.key.text == "allOf")
        && let (Value::Array(own), Value::Array(list)) = (&mut own.value.value, list.value.clone())
    {
        own.splice(0..0, list);
    } else {
        let key = Key::new("allOf", span);
        members.insert(0, Member { key, value: list });
    }
    Node::object(Object { members }, span)
}

/// Whether a keyword of a schema describes the place it stands at and asserts nothing.
pub fn is_annotation(keyword: &str) -> bool {
    keyword.starts_with("x-")
        || matches!(
            keyword,
            "title"
                | "description"
                | "$comment"
                | "default"
                | "deprecated"
                | "readOnly"
                | "writeOnly"
                | "example"
                | "examples"
                | "externalDocs"
                | "xml"
        )
}
