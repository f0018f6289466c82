//! A reference, or null.

use super::Siblings;
use crate::convert::only_null;
use crate::node::{Key, Node, Object, Value};

/// Makes `{ anyOf: [X, { type: 'null' }] }` of a reference to X, in the words of the document's version.
///
/// In 3.0 `nullable` stands outside as well: there the specification gives it no effect, and many tools do.
pub(super) fn beside(reference: &mut Node, siblings: Siblings) {
    let span = reference.span;
    let mut null = Object::default();
    match siblings {
        Siblings::Beside => null.push(Key::new("type", span), Node::string("null", span)),
        Siblings::Around => only_null(&mut null, span),
    }
    let mut either = Object::default();
    let branches = vec![reference.clone(), Node::object(null, span)];
    either.push(
        Key::new("anyOf", span),
        Node::new(Value::Array(branches), span),
    );
    if siblings == Siblings::Around {
        let is_nullable = Node::new(Value::Bool(true), span);
        either.push(Key::new("nullable", span), is_nullable);
    }
    *reference = Node::object(either, span);
}
