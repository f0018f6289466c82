//! Which components count: what deserves a name, and what was named in a way that nothing is.

use std::collections::HashSet;

use oasmith_spec::Node;
use oasmith_spec::node::Value;

use super::truth::{Component, Truth};
use super::{names, split};

/// Which of the author's components count.
pub struct Judged<'a> {
    pub scored: HashSet<&'a str>,
    /// How many of these have a title.
    titled: usize,
    pub kept: usize,
    pub by_design: usize,
}

impl<'a> Judged<'a> {
    /// `truth` is that of the input, in which every copy stands apart: what counts does not depend on what was found.
    pub fn new(truth: &Truth<'a>, input: &Node) -> Self {
        let mut judged = Judged {
            scored: HashSet::new(),
            titled: 0,
            kept: 0,
            by_design: 0,
        };
        for component in &truth.components {
            if split::has(input, component.name) {
                judged.kept += 1;
            } else if deserves_name(component) {
                judged.scored.insert(component.name);
                judged.titled += usize::from(component.schema.get("title").is_some());
            } else {
                judged.by_design += 1;
            }
        }
        judged
    }

    pub fn is_titled(&self) -> bool {
        2 * self.titled >= self.scored.len()
    }
}

/// Objects with properties, compositions of several schemas, and enumerations of several strings used more than once.
fn deserves_name(component: &Component<'_>) -> bool {
    let schema = component.schema;
    let has_properties = schema.get("properties").and_then(Node::as_object);
    let composed = ["allOf", "oneOf", "anyOf"].iter().any(|keyword| {
        let branches = schema.get(keyword).and_then(Node::as_array);
        branches.is_some_and(|it| it.len() > 1)
    });
    let values = schema
        .get("enum")
        .and_then(Node::as_array)
        .unwrap_or_default();
    let strings = values.iter().filter(|it| it.as_str().is_some()).count();
    let nulls = values
        .iter()
        .filter(|it| matches!(it.value, Value::Null))
        .count();
    let is_enum = strings > 1 && strings + nulls == values.len();
    has_properties.is_some_and(|it| !it.is_empty()) || composed || (is_enum && component.met > 1)
}

/// The names that recovering gave which end with a number, but for those that are a title of the author's.
pub fn numbered(recovered: &Node, input: &Node) -> Vec<String> {
    let schemas = recovered
        .pointer("/components/schemas")
        .and_then(Node::as_object);
    let names = schemas
        .into_iter()
        .flat_map(|it| it.iter())
        .map(|it| &*it.key.text);
    let ours = names.filter(|it| names::is_numbered(it) && !split::has(input, it));
    let ours = ours.filter(|it| !is_title(input, it));
    ours.map(str::to_owned).collect()
}

fn is_title(node: &Node, name: &str) -> bool {
    match &node.value {
        Value::Array(items) => items.iter().any(|it| is_title(it, name)),
        Value::Object(object) => object.iter().any(|it| {
            let title = it.value.as_str().filter(|_| &*it.key.text == "title");
            title.is_some_and(|it| names::equal(it, name)) || is_title(&it.value, name)
        }),
        _ => false,
    }
}
