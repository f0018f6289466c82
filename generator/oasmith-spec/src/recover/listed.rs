//! Which property of a schema holds the elements, when it is a page of a list.

use super::schema::{self, Form};
use super::words;
use crate::node::{Node, Object};

/// The property that holds the elements, when a schema is a page of a list: `{ count, items: [...] }`.
pub(super) fn property(node: &Node) -> Option<&str> {
    let properties = node.get("properties")?.as_object()?;
    let mut arrays = properties.iter().filter(|it| elements(&it.value).is_some());
    let list = arrays.next()?;
    let is_page = arrays.next().is_none()
        && matches!(
            &*list.key.text,
            "items" | "data" | "results" | "values" | "entries" | "records" | "rows" | "elements"
        );
    is_page.then_some(&*list.key.text)
}

/// `droplets` of `/v2/droplets`: what is answered is a page of what the path names in the plural.
pub(super) fn is_named_by(path: &str, property: &str) -> bool {
    let Some(segment) = path.rsplit('/').next().map(words::split) else {
        return false;
    };
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
