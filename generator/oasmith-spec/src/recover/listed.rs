//! Which property of a schema holds the elements, when it is a page of a list.

use super::found::Operation;
use super::schema::{self, Form};
use super::{path, verbs, words};
use crate::node::{Node, Object};

/// The property that holds the elements, when a schema is a page of a list: `{ count, items: [...] }`.
pub(super) fn property(node: &Node) -> Option<&str> {
    let mut lists = lists(node);
    let list = lists.next().filter(|it| match *it {
        "items" | "data" | "results" | "values" | "entries" | "records" | "rows" | "elements" => {
            true
        }
        // Of Spring, OData, mongoose and search engines; a message has `content` too.
        "content" | "value" | "list" | "docs" | "hits" => is_page(node, it),
        _ => false,
    })?;
    lists.next().is_none().then_some(list)
}

/// Whether nothing stands beside a list, or something that says which part of a longer one it is.
fn is_page(page: &Node, list: &str) -> bool {
    let properties = page.get("properties").and_then(Node::as_object);
    let properties = properties.into_iter().flat_map(Object::iter);
    let others = properties.map(|it| &*it.key.text).filter(|it| *it != list);
    let others: Vec<Vec<String>> = others.map(words::split).collect();
    let says = |it: &String| {
        matches!(
            it.as_str(),
            "total"
                | "totals"
                | "count"
                | "page"
                | "pages"
                | "next"
                | "cursor"
                | "offset"
                | "limit"
        )
    };
    others.is_empty() || others.iter().flatten().any(says)
}

/// The properties that hold objects.
fn lists(page: &Node) -> impl Iterator<Item = &str> {
    let properties = page.get("properties").and_then(Node::as_object);
    let properties = properties.into_iter().flat_map(Object::iter);
    let arrays = properties.filter(|it| elements(&it.value).is_some());
    let arrays = arrays.map(|it| &*it.key.text);
    arrays.filter(|it| !is_beside(it))
}

/// What is listed beside the elements of a page: what these refer to (JSON:API, "Compound Documents"), and what there is
/// to say of it.
fn is_beside(property: &str) -> bool {
    matches!(property, "included" | "errors" | "warnings" | "messages")
}

/// `droplets` of `/v2/droplets`, `queue_members` of `/queues/{id}/members`, `dashboards` of `listDashboards`: what is
/// answered is a page of what the operation names in the plural.
pub(super) fn is_named_by(operation: &Operation<'_>, property: &str, page: &Node) -> bool {
    let alone = lists(page).all(|it| it == property);
    let property = words::split(property);
    let one = words::singular(&property);
    let segment = operation.path.rsplit('/').next().map(path::fixed_part);
    let segment = segment.map(words::split).unwrap_or_default();
    let of_segment = words::singular(&segment);
    if of_segment != segment && (one == of_segment || alone && one.ends_with(&of_segment)) {
        return true;
    }
    let noun = verbs::noun_of_id(operation).unwrap_or_default();
    let of_noun = words::singular(&noun);
    of_noun != noun && one != property && (one == of_noun || alone && of_noun.ends_with(&one))
}

/// The schema of an array's elements, when these are objects.
pub(super) fn elements(node: &Node) -> Option<&Object> {
    let items = node.get("items")?.as_object()?;
    let items = schema::wrapped(items)
        .and_then(Node::as_object)
        .unwrap_or(items);
    let is_object = schema::form(items) == Form::Object || items.get("$ref").is_some();
    is_object.then_some(items)
}
