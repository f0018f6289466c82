//! Where components stand, by the references to them.
//!
//! A reference that `recover` made has the span of the copy that stood there, so that this finds copies too.

use super::super::names::Kind;
use super::super::pointer;
use crate::node::{Node, Value};
use crate::parts::{METHODS, OTHER_METHODS};
use oasmith_source::Span;

/// A reference to a component.
#[derive(Clone, Debug)]
pub struct Place {
    /// The component.
    pub name: String,
    /// From what was looked through, in a person's words: `GET /pets 200 items`.
    pub at: String,
    pub span: Span,
}

/// The components that a node refers to.
pub(super) fn uses(node: &Node) -> Vec<Place> {
    let mut found = Vec::new();
    walk(
        node,
        Kind::Fixed,
        &mut Vec::new(),
        &mut |name, steps, span| {
            found.push(Place {
                name: name.1.clone(),
                at: brief(steps),
                span,
            });
        },
    );
    found
}

/// Where a document refers to a component.
pub(super) fn used(document: &Node, kind: &str, name: &str) -> Vec<Place> {
    let mut found = Vec::new();
    walk(
        document,
        Kind::Fixed,
        &mut Vec::new(),
        &mut |id, steps, span| {
            if id.0 == kind && id.1 == name {
                found.push(Place {
                    name: id.1.clone(),
                    at: brief(steps),
                    span,
                });
            }
        },
    );
    found
}

type Visit<'v> = dyn FnMut(&(String, String), &[&str], Span) + 'v;

fn walk<'n>(node: &'n Node, kind: Kind, steps: &mut Vec<&'n str>, visit: &mut Visit<'_>) {
    match &node.value {
        Value::Array(items) => {
            for item in items {
                walk(item, kind, steps, visit);
            }
        }
        Value::Object(object) if matches!(kind, Kind::Requirements) => {
            for scheme in &object.members {
                let id = ("securitySchemes".to_owned(), scheme.key.text.to_string());
                visit(&id, steps, scheme.key.span);
            }
        }
        Value::Object(object) if !matches!(kind, Kind::Data) => {
            for member in &object.members {
                let inner = kind.of(&member.key.text, &member.value);
                if &*member.key.text == "$ref"
                    && !matches!(kind, Kind::Map)
                    && let Some(id) = member.value.as_str().and_then(pointer::component)
                {
                    visit(&id, steps, node.span);
                    continue;
                }
                steps.push(&member.key.text);
                walk(&member.value, inner, steps, visit);
                steps.pop();
            }
        }
        _ => {}
    }
}

/// Steps that say nothing to a reader who knows OpenAPI.
const UNSAID: [&str; 9] = [
    "paths",
    "webhooks",
    "components",
    "schemas",
    "responses",
    "content",
    "schema",
    "properties",
    "allOf",
];

/// `GET /pets 200 items`
fn brief(steps: &[&str]) -> String {
    // The method goes before the path.
    let (head, rest) = match steps {
        [_, path, method, rest @ ..] if METHODS.contains(method) => {
            (format!("{} {path}", method.to_uppercase()), rest)
        }
        [_, path, others, method, rest @ ..] if *others == OTHER_METHODS => {
            (format!("{method} {path}"), rest)
        }
        _ => (String::new(), steps),
    };
    let mut words = vec![head];
    for step in rest {
        match *step {
            "requestBody" => words.push("request".to_owned()),
            "items" => words.push("items".to_owned()),
            it if UNSAID.contains(&it) || it.contains('/') => {}
            it => words.push(it.to_owned()),
        }
    }
    words.retain(|it| !it.is_empty());
    words.join(" ")
}
