//! What operations inherit from the path item and from the document, written out at each operation.
//!
//! An operation's own `servers` and `security` replace the inherited ones, and its own parameters replace those of
//! equal name and place (OAS 3.1, Operation Object). So moving them down changes no operation's meaning.

use super::meaning::Find;
use super::policies::{NameChoice, Policies};
use crate::node::{Key, Member, Node, Object, Value};
use crate::parts;
use oasmith_source::Span;
use std::collections::HashSet;

/// Gives the operations of each part its own `servers` and `security` where the first part has others, and takes both
/// out of all roots but the first.
pub(super) fn keep_meaning(parts: &mut [Node], policies: &Policies) {
    let Some((first, others)) = parts.split_first_mut() else {
        return;
    };
    for part in others {
        let differing = |name: &str, otherwise: fn(Span) -> Node| {
            let otherwise = || otherwise(part.span.start());
            differing(part.get(name), first.get(name), otherwise)
        };
        let head = Head {
            servers: differing("servers", default_servers),
            security: differing("security", no_security).or_else(|| {
                let own = part.get("security")?;
                let renames = policies.components == NameChoice::Rename;
                (renames && schemes_differ(own, part, first)).then(|| own.clone())
            }),
        };
        if head.servers.is_some() || head.security.is_some() {
            head.give(part);
        }
        if let Some(root) = part.as_object_mut() {
            root.remove("servers");
            root.remove("security");
        }
    }
}

/// What the operations of a part inherit from its root, where the first part has something else.
struct Head {
    servers: Option<Node>,
    security: Option<Node>,
}

impl Head {
    fn give(&self, part: &mut Node) {
        let Some(root) = part.as_object_mut() else {
            return;
        };
        self.give_items(root.get_mut("paths"));
        // A webhook is sent to where its receiver is, and to no server of the document's.
        let received = Head {
            servers: None,
            security: self.security.clone(),
        };
        received.give_items(root.get_mut("webhooks"));
        let components = root.get_mut("components").and_then(Node::as_object_mut);
        if let Some(components) = components {
            self.give_items(components.get_mut("pathItems"));
            self.give_callbacks(components.get_mut("callbacks"));
        }
    }

    fn give_items(&self, items: Option<&mut Node>) {
        let items = items.and_then(Node::as_object_mut);
        for item in items.into_iter().flat_map(|it| it.members.iter_mut()) {
            let at = item.key.span;
            if let Some(item) = item.value.as_object_mut() {
                self.give_item(item, at);
            }
        }
    }

    /// Servers go to the path item, as long as an operation of it inherits them; security to each operation.
    fn give_item(&self, item: &mut Object, item_at: Span) {
        let mut inherits = false;
        let operations = item.members.iter_mut().flat_map(parts::operations_mut);
        for member in operations {
            let at = member.key.span;
            let Some(operation) = member.value.as_object_mut() else {
                continue;
            };
            inherits |= operation.get("servers").is_none();
            if let Some(security) = &self.security {
                give(operation, "security", &unless_said(security, at));
            }
            self.give_callbacks(operation.get_mut("callbacks"));
        }
        // The path item's own servers replace the document's.
        if let Some(servers) = self.servers.as_ref().filter(|_| inherits) {
            give(item, "servers", &unless_said(servers, item_at));
        }
    }

    /// The operations of a callback are operations too: by name, then by expression.
    fn give_callbacks(&self, callbacks: Option<&mut Node>) {
        let callbacks = callbacks.and_then(Node::as_object_mut);
        for callback in callbacks.into_iter().flat_map(|it| it.members.iter_mut()) {
            self.give_items(Some(&mut callback.value));
        }
    }
}

/// Whether a requirement's schemes are defined differently in both parts; then they are about to get other names.
fn schemes_differ(security: &Node, part: &Node, first: &Node) -> bool {
    let scheme = |of: &Node, name: &str| {
        let kinds = of.get("components")?;
        kinds.get("securitySchemes")?.get(name).cloned()
    };
    let requirements = security.as_array().unwrap_or_default().iter();
    let names = requirements
        .filter_map(Node::as_object)
        .flat_map(Object::iter);
    names.map(|it| &*it.key.text).any(|name| {
        matches!((scheme(part, name), scheme(first, name)), (Some(a), Some(b)) if !a.same(&b))
    })
}

/// Gives what a path item said for all its operations to each of them.
pub(super) fn move_down<'o>(
    moved: &Member,
    operations: impl Iterator<Item = &'o mut Object>,
    components: &dyn Find,
) {
    for operation in operations {
        match &*moved.key.text {
            "parameters" => give_parameters(operation, moved, components),
            name => give(operation, name, &moved.value),
        }
    }
}

/// What a part says, when it is not what the first part says. `otherwise` is what saying nothing means.
fn differing(
    own: Option<&Node>,
    first: Option<&Node>,
    otherwise: impl Fn() -> Node,
) -> Option<Node> {
    // An empty list of servers means the default, as if it were left out (OAS 3.1, OpenAPI Object), and an empty list
    // of requirements means none.
    let said = |it: &&Node| it.as_array().is_none_or(|list| !list.is_empty());
    match (own.filter(said), first.filter(said)) {
        (None, None) => None,
        (Some(own), Some(first)) if own.same(first) => None,
        (Some(own), _) => Some(own.clone()),
        (None, Some(_)) => Some(otherwise()),
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

/// What nobody said stands where it counts.
fn unless_said(node: &Node, at: Span) -> Node {
    let mut node = node.clone();
    if node.span.start == node.span.end {
        move_to(&mut node, at);
    }
    node
}

fn move_to(node: &mut Node, at: Span) {
    node.span = at;
    match &mut node.value {
        Value::Array(items) => items.iter_mut().for_each(|it| move_to(it, at)),
        Value::Object(object) => {
            for it in &mut object.members {
                it.key.span = at;
                move_to(&mut it.value, at);
            }
        }
        _ => {}
    }
}

fn give(to: &mut Object, name: &str, inherited: &Node) {
    if to.get(name).is_none() {
        to.push(Key::new(name, inherited.span), inherited.clone());
    }
}

fn give_parameters(operation: &mut Object, inherited: &Member, components: &dyn Find) {
    let identity = |it: &Node| identity(it, components);
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
fn identity(parameter: &Node, components: &dyn Find) -> Option<(String, String)> {
    let text = |of: &Node, name: &str| Some(of.get(name)?.as_str()?.to_owned());
    let reference = text(parameter, "$ref");
    let found = reference
        .as_ref()
        .map_or(Some(parameter), |it| components.find(it));
    let known = found.and_then(|it| Some((text(it, "name")?, text(it, "in")?)));
    known.or_else(|| Some((reference?, String::new())))
}
