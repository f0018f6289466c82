//! What a discriminator's mapping points to, once its targets have become components again.
//!
//! An exporter that inlines every reference leaves the pointers of mappings, which then lead nowhere. A value of the
//! mapping still tells its branch: by the constant that the branch has for the discriminating property
//! (OAS 3.1, Discriminator Object).

use crate::node::{Node, Object, Value};
use crate::recover::schema::fixed_value;

const SCHEMAS: &str = "#/components/schemas/";

/// Points the mapping of a rebuilt union to the components that its branches have become. `union` is what it was
/// rebuilt from, and `exists` tells whether there is a component of a name.
pub(super) fn repoint(union: &Object, rebuilt: &mut Object, exists: impl Fn(&str) -> bool) {
    let Some(property) = union
        .get("discriminator")
        .and_then(|it| it.get("propertyName"))
    else {
        return;
    };
    let branches = ["oneOf", "anyOf"].into_iter().flat_map(|keyword| {
        let list = |of: &Object| {
            of.get(keyword)
                .and_then(Node::as_array)
                .map(<[Node]>::to_vec)
        };
        let (before, after) = (list(union), list(rebuilt));
        before
            .into_iter()
            .flatten()
            .zip(after.into_iter().flatten())
    });
    let property = property.as_str().unwrap_or_default();
    let targets: Vec<(String, Node)> = branches
        .filter_map(|(before, after)| {
            let value = fixed_value(before.get("properties")?.get(property)?)?;
            Some((value.to_owned(), after.get("$ref")?.clone()))
        })
        .collect();
    let discriminator = rebuilt
        .get_mut("discriminator")
        .and_then(Node::as_object_mut);
    let mapping = discriminator.and_then(|it| it.get_mut("mapping"));
    let Some(Value::Object(mapping)) = mapping.map(|it| &mut it.value) else {
        return;
    };
    for member in &mut mapping.members {
        let leads = member
            .value
            .as_str()
            .is_none_or(|it| exists(it.strip_prefix(SCHEMAS).unwrap_or(it)));
        let target = targets.iter().find(|it| it.0 == *member.key.text);
        if let (false, Some((_, target))) = (leads, target) {
            member.value.value = target.value.clone();
        }
    }
}
