//! What is meant by a word that a person types: a path, a pointer, a component, an operation.

use super::{member, names};
use crate::merge::pointer;
use crate::merge::templates::without_names;
use crate::node::{Node, Object, push_step};
use crate::parts::{self, METHODS, OTHER_METHODS};
use crate::resolve::reference::unescape;
use std::fmt;

/// Something of the merged document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A path or a webhook.
    Item {
        kind: &'static str,
        path: String,
    },
    Operation {
        kind: &'static str,
        path: String,
        method: String,
    },
    Component {
        kind: String,
        name: String,
    },
    /// Anything else that a JSON Pointer names.
    Pointer(String),
}

/// The word means nothing in the document, or several things.
#[derive(Clone, Debug)]
pub struct NotOne {
    /// All that it may mean, in a form that means one; empty when it means nothing.
    pub meanings: Vec<String>,
    /// All that could have been asked about.
    pub known: Vec<String>,
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Asked::Item { path, .. } => f.write_str(path),
            Asked::Operation { path, method, .. } => {
                write!(f, "{} {path}", parts::shown_method(method))
            }
            Asked::Component { kind, name } => {
                f.write_str(&pointer::reference(&["components", kind, name]))
            }
            Asked::Pointer(pointer) => write!(f, "#{pointer}"),
        }
    }
}

impl Asked {
    /// Whether it is the item that an operation is in.
    fn holds(&self, operation: &Asked) -> bool {
        match (self, operation) {
            (
                Asked::Item { kind, path },
                Asked::Operation {
                    kind: k, path: p, ..
                },
            ) => kind == k && path == p,
            _ => false,
        }
    }

    /// A form that means this alone, where the word does not.
    fn told_from(&self, word: &str) -> String {
        match self {
            Asked::Item { kind, path } if path == word => {
                pointer::reference(&[kind, path.as_str()]).to_string()
            }
            it => it.to_string(),
        }
    }
}

const KINDS: [&str; 2] = ["paths", "webhooks"];

pub(super) fn find(what: &str, document: &Node) -> Result<Asked, NotOne> {
    let what = what.trim();
    let mut found = Vec::new();
    if let Some(steps) = pointer::steps(what) {
        found.extend(at(&steps, document));
    } else if let Some((method, path)) = method_and_path(what) {
        found.extend(operation(method, path, document));
    } else {
        found.extend(item(what, document));
        if found.is_empty() && what.starts_with('/') {
            let steps: Vec<_> = what.split('/').skip(1).map(unescape).collect();
            found.extend(at(&steps, document));
        }
        // A path or webhook is explained with its operations.
        let is_known = |it: &Asked| found.iter().any(|item| item.holds(it));
        let new: Vec<Asked> = by_id(what, document)
            .into_iter()
            .filter(|it| !is_known(it))
            .collect();
        found.extend(new);
        found.extend(
            components(document)
                .filter(|it| matches!(it, Asked::Component { name, .. } if name == what)),
        );
    }
    match found.len() {
        1 => Ok(found.remove(0)),
        _ => Err(NotOne {
            meanings: found.iter().map(|it| it.told_from(what)).collect(),
            known: known(document),
        }),
    }
}

/// `GET /pets`; a webhook has a method of those that every path item may have.
fn method_and_path(what: &str) -> Option<(&str, &str)> {
    let (method, path) = what.split_once(char::is_whitespace)?;
    let path = path.trim_start();
    let is_method = METHODS.contains(&&*method.to_lowercase()) || path.starts_with('/');
    is_method.then_some((method, path))
}

fn operation(method: &str, path: &str, document: &Node) -> Option<Asked> {
    match item(path, document)? {
        Asked::Item { kind, path } => {
            let members = member(document, kind, &path)?.value.as_object()?.iter();
            let mut methods = members.flat_map(parts::operations).map(|it| &it.key.text);
            let method = methods
                .find(|it| it.eq_ignore_ascii_case(method))?
                .to_string();
            Some(Asked::Operation { kind, path, method })
        }
        _ => None,
    }
}

/// A path as it is written, or else the one that differs only in the names of parameters.
fn item(what: &str, document: &Node) -> Option<Asked> {
    for kind in KINDS {
        if member(document, kind, what).is_some() {
            let path = what.to_owned();
            return Some(Asked::Item { kind, path });
        }
    }
    let bare = without_names(what);
    let same = names(document, "paths").find(|it| without_names(&it.text) == bare)?;
    Some(Asked::Item {
        kind: "paths",
        path: same.text.to_string(),
    })
}

/// What stands at a JSON Pointer, by what it is.
fn at(steps: &[String], document: &Node) -> Option<Asked> {
    let mut pointer = String::new();
    for step in steps {
        push_step(&mut pointer, step);
    }
    document.pointer(&pointer)?;
    let kind = |kind: &str| KINDS.into_iter().find(|it| *it == kind);
    Some(match steps {
        [components, kind, name] if components == "components" => Asked::Component {
            kind: kind.clone(),
            name: name.clone(),
        },
        [first, path] if kind(first).is_some() => item(path, document)?,
        [first, path, method] if kind(first).is_some() && METHODS.contains(&&**method) => {
            operation(method, path, document)?
        }
        [first, path, others, method] if kind(first).is_some() && others == OTHER_METHODS => {
            operation(method, path, document)?
        }
        _ => Asked::Pointer(pointer),
    })
}

fn by_id(id: &str, document: &Node) -> Vec<Asked> {
    operations(document)
        .filter(|(_, it)| it.get("operationId").and_then(Node::as_str) == Some(id))
        .map(|(asked, _)| asked)
        .collect()
}

fn operations(document: &Node) -> impl Iterator<Item = (Asked, &Node)> {
    KINDS.into_iter().flat_map(move |kind| {
        names(document, kind).flat_map(move |path| {
            let item = document.get(kind).and_then(|it| it.get(&path.text));
            let members = item.and_then(Node::as_object);
            let members = members.into_iter().flat_map(Object::iter);
            members.flat_map(parts::operations).map(move |it| {
                let (path, method) = (path.text.to_string(), it.key.text.to_string());
                (Asked::Operation { kind, path, method }, &it.value)
            })
        })
    })
}

fn components(document: &Node) -> impl Iterator<Item = Asked> {
    let components = document.get("components").into_iter();
    components.flat_map(|all| {
        let kinds = all.as_object().into_iter().flat_map(Object::iter);
        kinds.flat_map(move |kind| {
            names(all, &kind.key.text).map(move |it| Asked::Component {
                kind: kind.key.text.to_string(),
                name: it.text.to_string(),
            })
        })
    })
}

/// All words that mean one thing, for a suggestion.
fn known(document: &Node) -> Vec<String> {
    let paths = KINDS.into_iter().flat_map(|kind| names(document, kind));
    let mut known: Vec<String> = paths.map(|it| it.text.to_string()).collect();
    for (asked, it) in operations(document) {
        known.push(asked.to_string());
        let id = it.get("operationId").and_then(Node::as_str);
        known.extend(id.map(str::to_owned));
    }
    for asked in components(document) {
        known.push(asked.to_string());
        if let Asked::Component { name, .. } = asked {
            known.push(name);
        }
    }
    known
}

/// What another document has where this one has what a pointer names: a tag goes by its name, not by its number.
pub(super) fn same_place<'n>(pointer: &str, document: &Node, other: &'n Node) -> Option<&'n Node> {
    let Some(rest) = pointer.strip_prefix("/tags/") else {
        return other.pointer(pointer);
    };
    let (number, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let name = document.pointer(&format!("/tags/{number}/name"))?;
    let tags = other.get("tags")?.as_array()?;
    let same = tags
        .iter()
        .find(|it| it.get("name").is_some_and(|it| it.same(name)))?;
    same.pointer(rest)
}
