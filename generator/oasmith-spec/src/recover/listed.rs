//! Which property of a schema holds the elements, when it is a page of a list.

use super::schema::{self, Form};
use super::{path, words};
use crate::node::{Node, Object};

/// The property that holds the elements, when a schema is a page of a list: `{ count, items: [...] }`.
pub(super) fn property(node: &Node) -> Option<&str> {
    let properties = node.get("properties")?.as_object()?;
    let arrays = properties.iter().filter(|it| elements(&it.value).is_some());
    let arrays = arrays.map(|it| &*it.key.text);
    let mut lists = arrays.filter(|it| !is_beside(it));
    let list = lists.next().filter(|it| {
        matches!(
            *it,
            "items" | "data" | "results" | "values" | "entries" | "records" | "rows" | "elements"
        )
    })?;
    lists.next().is_none().then_some(list)
}

/// What is listed beside the elements of a page: what these refer to (JSON:API, "Compound Documents"), and what there is
/// to say of it.
fn is_beside(property: &str) -> bool {
    matches!(property, "included" | "errors" | "warnings" | "messages")
}

/// `droplets` of `/v2/droplets`: what is answered is a page of what the path names in the plural.
pub(super) fn is_named_by(route: &str, property: &str) -> bool {
    let Some(segment) = route.rsplit('/').next().map(path::fixed_part) else {
        return false;
    };
    let segment = words::split(segment);
    let one = words::singular(&segment);
    one != segment && words::singular(&words::split(property)) == one
}

/// The schema of an array's elements, when these are objects.
fn elements(node: &Node) -> Option<&Object> {
    let items = node.get("items")?.as_object()?;
    let items = schema::wrapped(items)
        .and_then(Node::as_object)
        .unwrap_or(items);
    let is_object = schema::form(items) == Form::Object || items.get("$ref").is_some();
    is_object.then_some(items)
}
