//! From a place to the schema that stands there, through references and the wrapping around them.

use oasmith_spec::Node;
use oasmith_spec::dereference::is_annotation;
use oasmith_spec::node::{Member, Value};
use oasmith_spec::resolve::local_pointer;

/// A chain of references and wraps longer than this leads nowhere.
const LONGEST: usize = 100;

/// What stands at a place.
pub struct Peeled<'a> {
    pub node: &'a Node,
    /// The component schemas that were passed, from the outside in.
    pub names: Vec<&'a str>,
    /// What the place itself says, outermost first.
    pub over: Vec<&'a Member>,
}

impl<'a> Peeled<'a> {
    pub fn innermost(&self) -> Option<&'a str> {
        self.names.last().copied()
    }
}

/// Follows references and unwraps `{ allOf: [X], annotations... }`.
pub fn peel<'a>(root: &'a Node, node: &'a Node) -> Peeled<'a> {
    let mut peeled = Peeled {
        node,
        names: Vec::new(),
        over: Vec::new(),
    };
    for _ in 0..LONGEST {
        let Some(inner) = referenced(root, &mut peeled).or_else(|| wrapped(&mut peeled)) else {
            break;
        };
        peeled.node = inner;
    }
    peeled
}

/// What a part other than a schema is, through references.
pub fn part<'a>(root: &'a Node, node: &'a Node) -> &'a Node {
    let mut at = node;
    for _ in 0..LONGEST {
        match target(root, at) {
            Some((_, inner)) => at = inner,
            None => break,
        }
    }
    at
}

/// What a reference names, and its text.
pub fn target<'a>(root: &'a Node, node: &'a Node) -> Option<(&'a str, &'a Node)> {
    let text = node.get("$ref")?.as_str()?;
    Some((text, root.pointer(&local_pointer(text)?)?))
}

fn referenced<'a>(root: &'a Node, peeled: &mut Peeled<'a>) -> Option<&'a Node> {
    let (text, inner) = target(root, peeled.node)?;
    peeled.names.extend(component(text));
    let members = peeled.node.as_object()?.iter();
    peeled
        .over
        .extend(members.filter(|it| &*it.key.text != "$ref"));
    Some(inner)
}

/// The name in `#/components/schemas/Name`.
fn component(text: &str) -> Option<&str> {
    let name = text.strip_prefix("#/components/schemas/")?;
    (!name.contains('/')).then_some(name)
}

fn wrapped<'a>(peeled: &mut Peeled<'a>) -> Option<&'a Node> {
    let object = peeled.node.as_object()?;
    let list = |keyword| object.get(keyword).and_then(Node::as_array);
    let (keyword, inner) = match (list("allOf"), list("anyOf")) {
        (Some([inner]), _) => ("allOf", inner),
        (None, Some([inner, null])) if is_only_null(null) => ("anyOf", inner),
        _ => return None,
    };
    let rest = || object.iter().filter(|it| &*it.key.text != keyword);
    let describes = |it: &Member| is_annotation(&it.key.text) || &*it.key.text == "nullable";
    if !rest().all(describes) {
        return None;
    }
    peeled.over.extend(rest());
    Some(inner)
}

/// What stands for null beside a reference in OAS 3.0, where `nullable` stands outside as well.
fn is_only_null(node: &Node) -> bool {
    let values = node.get("enum").and_then(Node::as_array);
    node.get("nullable").is_some()
        && matches!(values, Some([only]) if matches!(only.value, Value::Null))
}
