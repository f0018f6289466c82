//! Bodies that are one value after the other: what each of them is.

use super::Cx;
use super::classify::{SchemaForm, classify_object};
use super::flatten::flatten;
use super::schema::lower_schema;
use super::site::Site;
use crate::ir::{Content, Framing, Type};
use oasmith_spec::model::{MediaType, Schema, SchemaObject};

/// Values on lines, or after separators.
pub fn lower_lines(framing: Framing, it: &MediaType, site: &Site, cx: &mut Cx<'_>) -> Content {
    let ty = match &it.item_schema {
        Some(schema) => lower_schema(schema, &site.item(), cx),
        None => lower_item(it.schema.as_ref(), site, cx).unwrap_or(Type::Raw),
    };
    Content::Items(ty, framing)
}

/// Server-sent events: what their data is.
pub fn lower_events(it: &MediaType, site: &Site, cx: &mut Cx<'_>) -> Content {
    let ty = match it.item_schema.as_ref().and_then(Schema::as_object) {
        Some(item) => lower_event(item, site, cx),
        None => lower_item(it.schema.as_ref(), site, cx),
    };
    match ty {
        None | Some(Type::String) => Content::Items(Type::String, Framing::TextEvents),
        Some(ty) => Content::Items(ty, Framing::Events),
    }
}

/// OAS 3.2, Media Type Object, "Server-Sent Events": the item is the event, and its member `data` what it says.
fn lower_event(item: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> Option<Type> {
    let flat = flatten(item, cx.document).unwrap_or_else(|| item.clone());
    let is_event = |name: &str| matches!(name, "data" | "event" | "id" | "retry");
    match flat.properties.get("data") {
        Some(data) if flat.properties.keys().all(|it| is_event(it)) => {
            Some(lower_schema(&data.schema, &site.property("data"), cx))
        }
        _ => Some(lower_schema(
            &Schema::Object(Box::new(item.clone())),
            &site.item(),
            cx,
        )),
    }
}

/// Before 3.2 the schema is that of an item, or that of the list of them all.
fn lower_item(schema: Option<&Schema>, site: &Site, cx: &mut Cx<'_>) -> Option<Type> {
    let schema = schema?;
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    match flat.as_ref().map(classify_object) {
        Some(SchemaForm::List(Some(item))) => Some(lower_schema(item, &site.item(), cx)),
        _ => Some(lower_schema(schema, site, cx)),
    }
}
