//! The document that a merged one is compared with: paths that differ in the names of their parameters only are one
//! path there, with the names of the first, which is what merging says it does.

use std::collections::HashMap;

use oasmith_spec::Node;
use oasmith_spec::node::{Object, Value};

/// `input`, its paths and their parameters called as in `merged`.
pub fn as_in(merged: &Node, input: &Node) -> Node {
    let mut renamed = input.clone();
    let known: HashMap<String, &str> = paths(merged).map(|it| (bare(it), it)).collect();
    let Some(items) = member(&mut renamed, "paths").and_then(Node::as_object_mut) else {
        return renamed;
    };
    for item in &mut items.members {
        let own = item.key.text.clone();
        let other = known.get(&bare(&own)).filter(|it| ***it != *own);
        let is_gone = merged.get("paths").and_then(|it| it.get(&own)).is_none();
        if let Some(other) = other.filter(|_| is_gone) {
            let names: HashMap<&str, &str> = names(&own).zip(names(other)).collect();
            rename(&mut item.value, &names);
            item.key.text = (*other).into();
        }
    }
    renamed
}

fn paths(document: &Node) -> impl Iterator<Item = &str> {
    let items = document.get("paths").and_then(Node::as_object);
    items
        .into_iter()
        .flat_map(Object::iter)
        .map(|it| &*it.key.text)
}

fn names(path: &str) -> impl Iterator<Item = &str> {
    let pieces = path.split('{').skip(1);
    pieces.filter_map(|it| Some(it.split_once('}')?.0))
}

/// A path without the names of its parameters.
fn bare(path: &str) -> String {
    let mut pieces = path.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |bare, it| {
        bare + "{}" + it.split_once('}').map_or("", |(_, rest)| rest)
    })
}

/// Renames the parameters of a path item and of its operations.
fn rename(item: &mut Node, names: &HashMap<&str, &str>) {
    for member in item
        .as_object_mut()
        .into_iter()
        .flat_map(|it| &mut it.members)
    {
        match &*member.key.text {
            "parameters" => parameters(&mut member.value, names),
            _ => {
                if let Some(list) = self::member(&mut member.value, "parameters") {
                    parameters(list, names);
                }
            }
        }
    }
}

fn parameters(list: &mut Node, names: &HashMap<&str, &str>) {
    let Value::Array(list) = &mut list.value else {
        return;
    };
    for parameter in list {
        let is_in_path = parameter.get("in").and_then(Node::as_str) == Some("path");
        let Some(name) = member(parameter, "name").filter(|_| is_in_path) else {
            continue;
        };
        if let Value::String(text) = &mut name.value
            && let Some(other) = names.get(&**text)
        {
            *text = (*other).into();
        }
    }
}

fn member<'a>(node: &'a mut Node, name: &str) -> Option<&'a mut Node> {
    node.as_object_mut()?.get_mut(name)
}
