//! Bodies that are one value after the other: what each of them is.

use super::Cx;
use super::classify::{SchemaForm, classify_object};
use super::flatten::flatten;
use super::schema::lower_schema;
use super::site::Site;
use crate::codes;
use crate::ir::{Content, Framing, Type, TypeKind};
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::event::{self, Data};
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
    let item = it.item_schema.as_ref().or(it.schema.as_ref());
    let data = item.and_then(|item| event::data(item, cx.document));
    let ty = match (data, item) {
        (Some(Data::Text), _) => None,
        (Some(Data::Json(schemas)), Some(item)) => Some(
            member_of_component(item, site, cx)
                .unwrap_or_else(|| lower_data(it.span, &schemas, site, cx)),
        ),
        (_, Some(item)) if it.item_schema.is_some() => Some(lower_schema(item, &site.item(), cx)),
        _ => lower_item(it.schema.as_ref(), site, cx),
    };
    match ty {
        None | Some(Type::String) => Content::Items(Type::String, Framing::TextEvents),
        Some(ty) => Content::Items(ty, Framing::Events),
    }
}

/// The data of a component that is the event: their type belongs to the component, whoever answers with it.
fn member_of_component(item: &Schema, site: &Site, cx: &mut Cx<'_>) -> Option<Type> {
    item.as_object()?.reference.as_ref()?;
    let Type::Named(event) = lower_schema(item, &site.item(), cx) else {
        return None;
    };
    cx.lower_components();
    let TypeKind::Struct(it) = &cx.types[event.0].kind else {
        return None;
    };
    let data = it.fields.iter().find(|it| it.wire == "data")?;
    (data.ty != Type::String).then(|| data.ty.clone())
}

/// One of several schemas, where the events are of several kinds.
fn lower_data(at: Span, schemas: &[&Schema], site: &Site, cx: &mut Cx<'_>) -> Type {
    let site = site.property("data");
    if let [only] = schemas {
        return lower_schema(only, &site, cx);
    }
    let message = "which of several events it is, is told by its data and not by its name";
    let told = Diagnostic::info(&codes::ALTERNATIVES_ALIKE, message).at(at);
    cx.diagnostics.push(told);
    let mut either = SchemaObject::new(at);
    either.any_of = schemas.iter().map(|it| (*it).clone()).collect();
    lower_schema(&Schema::Object(Box::new(either)), &site, cx)
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
