//! Changes to the members of an object in place, so that what is said first stays first.

use crate::node::{Key, Member, Node, Object, Value};
use oasmith_source::Span;

/// Gives a member a value: in its place where it is there, else at the end.
pub fn set(object: &mut Object, key: &str, value: Node) {
    match object.get_mut(key) {
        Some(old) => *old = value,
        None => object.push(Key::new(key, value.span), value),
    }
}

/// Renames a member in its place. One that has the new name already is replaced.
pub fn rename(object: &mut Object, from: &str, to: &str) {
    object.remove(to);
    if let Some(member) = object.members.iter_mut().find(|it| &*it.key.text == from) {
        member.key.text = to.into();
    }
}

/// Adds to a member that is a list, and makes it where there is none.
pub fn append(object: &mut Object, key: &str, item: Node) {
    if let Some(Value::Array(items)) = object.get_mut(key).map(|it| &mut it.value) {
        return items.push(item);
    }
    let span = item.span;
    set(object, key, Node::new(Value::Array(vec![item]), span));
}

/// Takes out the members that `which` wants, in order.
pub fn take(object: &mut Object, which: impl Fn(&str) -> bool) -> Vec<Member> {
    let members = std::mem::take(&mut object.members);
    let (taken, kept) = members.into_iter().partition(|it| which(&it.key.text));
    object.members = kept;
    taken
}

pub fn list<'o>(object: &'o Object, key: &str) -> &'o [Node] {
    object.get(key).and_then(Node::as_array).unwrap_or_default()
}

pub fn text<'o>(object: &'o Object, key: &str) -> Option<&'o str> {
    object.get(key)?.as_str()
}

pub fn is_null(node: &Node) -> bool {
    matches!(node.value, Value::Null)
}

pub fn is_true(node: &Node) -> bool {
    matches!(node.value, Value::Bool(true))
}

pub fn boolean(value: bool, span: Span) -> Node {
    Node::new(Value::Bool(value), span)
}

pub fn empty(span: Span) -> Node {
    Node::object(Object::default(), span)
}

/// `{ key: value }`
pub fn object_of(key: &str, value: Node) -> Node {
    let span = value.span;
    let mut object = Object::default();
    object.push(Key::new(key, span), value);
    Node::object(object, span)
}

pub fn array_of(items: Vec<Node>, span: Span) -> Node {
    Node::new(Value::Array(items), span)
}
