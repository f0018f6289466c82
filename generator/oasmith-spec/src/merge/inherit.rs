//! What operations inherit from the path item and from the document, written out at each operation.
//!
//! An operation's own `servers` and `security` replace the inherited ones, and its own parameters replace those of
//! equal name and place (OAS 3.1, Operation Object). So moving them down changes no operation's meaning.

use super::METHODS;
use super::difference::same;
use crate::node::{Key, Member, Node, Object, Value};
use oasmith_source::Span;
use std::collections::HashSet;

/// Gives the operations of a part its own `servers` and `security` where the first part has others.
pub(super) fn keep_meaning(part: &mut Node, first: &Node) {
    let span = part.span;
    let Some(root) = part.as_object_mut() else {
        return;
    };
    let differing = |name: &str, default: fn(Span) -> Node| {
        let value = differing(root.get(name), first.get(name), || default(span))?;
        let key = Key::new(name, value.span);
        Some(Member { key, value })
    };
    let servers = differing("servers", default_servers);
    let security = differing("security", no_security);
    if servers.is_none() && security.is_none() {
        return;
    }
    for kind in ["paths", "webhooks"] {
        let Some(items) = root.get_mut(kind).and_then(Node::as_object_mut) else {
            continue;
        };
        for item in items.members.iter_mut() {
            let Some(item) = item.value.as_object_mut() else {
                continue;
            };
            // The path item's own servers already replace the document's.
            let servers = servers.as_ref().filter(|_| item.get("servers").is_none());
            for operation in operations_mut(item) {
                for inherited in servers.into_iter().chain(&security) {
                    give(operation, inherited);
                }
            }
        }
    }
}

/// Gives what a path item said for all its operations to each of them.
pub(super) fn move_down<'o>(moved: &Member, operations: impl Iterator<Item = &'o mut Object>) {
    for operation in operations {
        match &*moved.key.text {
            "parameters" => give_parameters(operation, moved),
            _ => give(operation, moved),
        }
    }
}

/// What a part says, when it is not what the first part says. `default` is what saying nothing means.
fn differing(own: Option<&Node>, first: Option<&Node>, default: impl Fn() -> Node) -> Option<Node> {
    // An empty list of servers means the default, as if it were left out (OAS 3.1, OpenAPI Object).
    let own = own.filter(|it| it.as_array().is_none_or(|list| !list.is_empty()));
    let first = first.filter(|it| it.as_array().is_none_or(|list| !list.is_empty()));
    match (own, first) {
        (None, None) => None,
        (Some(own), Some(first)) if same(own, first) => None,
        (Some(own), _) => Some(own.clone()),
        (None, Some(_)) => Some(default()),
    }
}

fn no_security(span: Span) -> Node {
    Node::new(Value::Array(Vec::new()), span)
}

fn default_servers(span: Span) -> Node {
    let mut server = Object::default();
    server.push(Key::new("url", span), Node::string("/", span));
    Node::new(Value::Array(vec![Node::object(server, span)]), span)
}

fn give(operation: &mut Object, inherited: &Member) {
    if operation.get(&inherited.key.text).is_none() {
        operation.members.push(inherited.clone());
    }
}

fn give_parameters(operation: &mut Object, inherited: &Member) {
    give_none(operation, inherited);
    let own = operation.get_mut(&inherited.key.text);
    let (Some(Value::Array(own)), Some(inherited)) =
        (own.map(|it| &mut it.value), inherited.value.as_array())
    else {
        return;
    };
    let replaced: HashSet<_> = own.iter().filter_map(identity).collect();
    let mut all: Vec<Node> = inherited
        .iter()
        .filter(|it| identity(it).is_none_or(|it| !replaced.contains(&it)))
        .cloned()
        .collect();
    all.append(own);
    *own = all;
}

/// An operation without parameters has an empty list of them.
fn give_none(operation: &mut Object, inherited: &Member) {
    if operation.get(&inherited.key.text).is_none() {
        let none = Node::new(Value::Array(Vec::new()), inherited.value.span);
        operation.push(inherited.key.clone(), none);
    }
}

/// What makes an operation's parameter stand for an inherited one: equal `name` and `in`, or the same reference.
fn identity(parameter: &Node) -> Option<(String, String)> {
    let text = |name: &str| Some(parameter.get(name)?.as_str()?.to_owned());
    let reference = text("$ref").map(|it| (it, String::new()));
    reference.or_else(|| Some((text("name")?, text("in")?)))
}

fn operations_mut(item: &mut Object) -> impl Iterator<Item = &mut Object> {
    item.members
        .iter_mut()
        .filter(|it| METHODS.contains(&&*it.key.text))
        .filter_map(|it| it.value.as_object_mut())
}
