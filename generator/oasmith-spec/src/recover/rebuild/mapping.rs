//! What a discriminator's mapping points to, once its targets have become components again.
//!
//! An exporter that inlines every reference leaves the pointers of mappings, which then lead nowhere. A value of the
//! mapping still tells its branch: by the constant that the branch has for the discriminating property
//! (OAS 3.1, Discriminator Object), or by the name that it leads to.

use crate::node::{Key, Node, Object, Value};
use crate::recover::schema::fixed_value;
use crate::recover::words::in_rust;

const SCHEMAS: &str = "#/components/schemas/";

/// Points the mapping of a rebuilt union to the components that its branches have become. `union` is what it was
/// rebuilt from, and `exists` tells whether there is a component of a name.
///
/// Of branches that stood in place and that neither a mapping nor a constant names, a discriminator told nothing, and
/// would now tell them by names that nobody sends: they stay in place, around the references, for it names no such
/// branches (OAS 3.1, Discriminator Object).
pub(super) fn repoint(union: &Object, rebuilt: &mut Object, exists: impl Fn(&str) -> bool) {
    let Some(property) = union
        .get("discriminator")
        .and_then(|it| it.get("propertyName"))
        .and_then(Node::as_str)
    else {
        return;
    };
    let branches = branches(union, rebuilt);
    let targets: Vec<(&str, &Node)> = branches
        .iter()
        .filter_map(|(before, after)| {
            let value = fixed_value(before.get("properties")?.get(property)?)?;
            Some((value, after))
        })
        .collect();
    let discriminator = rebuilt
        .get_mut("discriminator")
        .and_then(Node::as_object_mut);
    let plain = |name: &str| name.strip_prefix(SCHEMAS).unwrap_or(name).to_owned();
    let mut mapped = Vec::new();
    for (value, target) in discriminator.into_iter().flat_map(targets_mut) {
        let Some(name) = target.as_str() else {
            continue;
        };
        let told = targets.iter().find(|it| Some(it.0) == value.as_deref());
        let told = told.map(|it| it.1).or_else(|| called(&branches, name));
        if let (false, Some(told)) = (exists(&plain(name)), told) {
            target.value = told.value.clone();
        }
        let name = plain(target.as_str().unwrap_or_default());
        mapped.extend(exists(&name).then_some(name));
    }
    let is_mapped = |after: &Node| after.as_str().is_some_and(|it| mapped.contains(&plain(it)));
    let mut told = branches
        .iter()
        .map(|(before, after)| is_mapped(after) || says(before, property, NESTED));
    if !told.any(|it| it) {
        let references: Vec<Node> = branches.into_iter().map(|it| it.1).collect();
        keep_in_place(rebuilt, &references);
    }
}

/// The branch that a mapping means by a name which is written otherwise now: `public-user` is `PublicUser`.
fn called<'b>(branches: &'b [(&Node, Node)], target: &str) -> Option<&'b Node> {
    let plain = |it: &str| in_rust(it.rsplit('/').next().unwrap_or(it));
    let mut references = branches.iter().map(|it| &it.1);
    references.find(|it| it.as_str().map(plain) == Some(plain(target)))
}

/// Writes `{ allOf: [X] }` where a branch is one of the references.
fn keep_in_place(rebuilt: &mut Object, references: &[Node]) {
    for keyword in ["oneOf", "anyOf"] {
        let list = rebuilt.get_mut(keyword).map(|it| &mut it.value);
        let Some(Value::Array(list)) = list else {
            continue;
        };
        for branch in list {
            let is_one = |it: &Node| branch.get("$ref").is_some_and(|own| own.same(it));
            if references.iter().any(is_one) {
                let span = branch.span;
                let inner = std::mem::replace(branch, Node::object(Object::default(), span));
                if let Some(around) = branch.as_object_mut() {
                    let list = Node::new(Value::Array(vec![inner]), span);
                    around.push(Key::new("allOf", span), list);
                }
            }
        }
    }
}

/// Gives the targets of a mapping their new names.
pub(super) fn rename(union: &mut Object, name: impl Fn(&Node) -> Option<String>) {
    let discriminator = union.get_mut("discriminator").and_then(Node::as_object_mut);
    for (_, target) in discriminator.into_iter().flat_map(targets_mut) {
        if let Some(name) = name(target) {
            *target = Node::string(&name, target.span);
        }
    }
}

/// What a discriminator leads to: of each value of its mapping, and of no value where there is a default (OAS 3.2).
fn targets_mut(discriminator: &mut Object) -> Vec<(Option<Box<str>>, &mut Node)> {
    let mut targets = Vec::new();
    for member in &mut discriminator.members {
        if &*member.key.text == "defaultMapping" {
            targets.push((None, &mut member.value));
        } else if &*member.key.text == "mapping"
            && let Some(mapping) = member.value.as_object_mut()
        {
            let mapping = mapping.members.iter_mut();
            targets.extend(mapping.map(|it| (Some(it.key.text.clone()), &mut it.value)));
        }
    }
    targets
}

/// The branches that stood in place, each with the reference that it has become.
fn branches<'u>(union: &'u Object, rebuilt: &Object) -> Vec<(&'u Node, Node)> {
    let keywords = ["oneOf", "anyOf"].into_iter();
    let pairs = keywords.flat_map(|keyword| {
        let before = union.get(keyword).and_then(Node::as_array).unwrap_or(&[]);
        let after = rebuilt.get(keyword).and_then(Node::as_array).unwrap_or(&[]);
        before.iter().zip(after)
    });
    let in_place = pairs.filter(|(before, _)| before.get("$ref").is_none());
    in_place
        .filter_map(|(before, after)| Some((before, after.get("$ref")?.clone())))
        .collect()
}

/// As deeply as compositions are looked into for the values of a property.
const NESTED: usize = 8;

/// Whether a schema says which values a property has.
fn says(schema: &Node, property: &str, depth: usize) -> bool {
    let own = schema.get("properties").and_then(|it| it.get(property));
    let has_values = |it: &Node| it.get("enum").is_some() || it.get("const").is_some();
    let parts = ["allOf", "oneOf", "anyOf"].into_iter();
    let mut parts = parts.flat_map(|it| schema.get(it).and_then(Node::as_array).unwrap_or(&[]));
    // What a reference in it says is not looked into: an author's component may well say it.
    own.is_some_and(|it| has_values(it) || it.get("$ref").is_some())
        || depth > 0 && parts.any(|it| it.get("$ref").is_some() || says(it, property, depth - 1))
}
