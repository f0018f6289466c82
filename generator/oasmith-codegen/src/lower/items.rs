//! Bodies that are one value after the other: what each of them is.

use super::classify::{SchemaForm, classify_object};
use super::constraints::constraints;
use super::flatten::flatten;
use super::names::{self, Scope};
use super::schema::lower_schema;
use super::site::Site;
use super::{Cx, docs};
use crate::codes;
use crate::ir::{Alternative, Content, Docs, Framing, Type, TypeKind, Union, Untagged};
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::event::{self, Data, Kind};
use oasmith_spec::model::{MediaType, Schema, SchemaObject};
use std::collections::HashSet;

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
        (Some(Data::Json(kinds)), Some(item)) => Some(
            member_of_component(item, site, cx)
                .unwrap_or_else(|| lower_data(it.span, &kinds, site, cx)),
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
fn lower_data(at: Span, kinds: &[Kind<'_>], site: &Site, cx: &mut Cx<'_>) -> Type {
    let site = site.property("data");
    if let [only] = kinds {
        return lower_schema(only.data, &site, cx);
    }
    let mut taken = HashSet::new();
    let mut names = kinds.iter().map(|it| &it.names);
    if names.all(|it| !it.is_empty() && it.iter().all(|name| taken.insert(*name))) {
        return lower_kinds(at, kinds, &site, cx);
    }
    let message = "which of several events it is, is told by its data and not by its name";
    let told = Diagnostic::info(&codes::ALTERNATIVES_ALIKE, message).at(at);
    cx.diagnostics.push(told);
    let mut either = SchemaObject::new(at);
    either.any_of = kinds.iter().map(|it| it.data.clone()).collect();
    lower_schema(&Schema::Object(Box::new(either)), &site, cx)
}

/// An enum with a variant for each kind, which the name of the event tells.
fn lower_kinds(at: Span, kinds: &[Kind<'_>], site: &Site, cx: &mut Cx<'_>) -> Type {
    let id = cx.declare(site, at, Docs::default());
    let mut scope = Scope::with(&["Unknown"]);
    let alternatives = kinds.iter().enumerate().map(|(index, it)| {
        let words = it.names.first().copied().unwrap_or_default();
        let name = cx.unique(&mut scope, names::camel(words), "Value", words, at);
        let ty = lower_schema(it.data, &site.alternative(index, name.as_str()), cx);
        let flat = it.data.as_object().and_then(|it| flatten(it, cx.document));
        let constraints = flat.map(|it| constraints(&it, &ty, cx)).unwrap_or_default();
        Alternative {
            name,
            docs: docs::of_place(it.data, &ty, cx.document),
            ty,
            constraints,
            boxed: false,
            inline: false,
            tags: it.names.iter().map(|it| (*it).to_owned()).collect(),
            shapes: Vec::new(),
            is_read_for_others: false,
        }
    });
    let alternatives = alternatives.collect();
    cx.define(
        id,
        TypeKind::Union(Union {
            alternatives,
            tag: Some("event".to_owned()),
            untagged: Untagged::Event,
            is_open: false,
        }),
    );
    Type::Named(id)
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
