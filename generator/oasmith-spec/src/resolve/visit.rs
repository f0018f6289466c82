//! One walk over a document, in its order, that stops at everything which names something else, and knows in which part
//! of the document that stands.

use super::kind::Kind;
use crate::model::{
    Callback, Components, Document, Header, MediaType, Operation, Parameter, ParameterFormat,
    PathItem, Ref, RefOr, RequestBody, Response, Schema, SecurityRequirement,
};
use oasmith_source::Span;

/// Something that is named.
#[derive(Clone, Copy, Debug)]
pub enum Use<'a> {
    Reference(Kind, &'a Ref),
    /// A value of a discriminator's mapping: the name of a schema or a reference to one.
    Mapping(&'a str, Span),
    /// The name of a security scheme.
    Scheme(&'a str, Span),
    /// Nothing, since it cannot be read: why a schema says less than its author wanted.
    Unread(&'a str, Span),
}

/// The smallest part of a document that something stands in and that can be left out as a whole; parts by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    Document,
    /// What the operations of a path share.
    Path(usize),
    Operation(usize, usize),
    /// Of an operation, which goes without it.
    Callback(usize, usize, usize),
    /// What the operations of a webhook share.
    Webhook(usize),
    WebhookOperation(usize, usize),
    /// What a reference can name: a component, or something elsewhere.
    Unit(Kind, usize),
}

/// Who is told. The functions below are named as what they walk over.
pub type Visitor<'f, 'a> = &'f mut dyn FnMut(Use<'a>);

pub fn document<'a>(it: &'a Document, visit: &mut dyn FnMut(Owner, Use<'a>)) {
    requirements(&it.security, &mut |it| visit(Owner::Document, it));
    for (path, it) in it.paths.values().enumerate() {
        shared(it, &mut |it| visit(Owner::Path(path), it));
        for (index, it) in it.operations.iter().enumerate() {
            operation(it, &mut |it| visit(Owner::Operation(path, index), it));
            for (number, it) in it.callbacks.values().enumerate() {
                let owner = Owner::Callback(path, index, number);
                callback(it, &mut |it| visit(owner, it));
            }
        }
    }
    for (webhook, it) in it.webhooks.values().enumerate() {
        shared(it, &mut |it| visit(Owner::Webhook(webhook), it));
        for (index, it) in it.operations.iter().enumerate() {
            let owner = Owner::WebhookOperation(webhook, index);
            whole_operation(it, &mut |it| visit(owner, it));
        }
    }
    components(&it.components, visit);
}

fn components<'a>(it: &'a Components, visit: &mut dyn FnMut(Owner, Use<'a>)) {
    macro_rules! each {
        ($map:ident, $kind:ident, $walk:ident) => {
            for (unit, it) in it.$map.values().enumerate() {
                $walk(it, &mut |it| visit(Owner::Unit(Kind::$kind, unit), it));
            }
        };
    }
    each!(schemas, Schema, schema);
    each!(responses, Response, response);
    each!(parameters, Parameter, parameter);
    each!(request_bodies, RequestBody, request_body);
    each!(headers, Header, header);
    each!(callbacks, Callback, callback);
}

fn path_item<'a>(it: &'a PathItem, visit: Visitor<'_, 'a>) {
    shared(it, visit);
    it.operations
        .iter()
        .for_each(|it| whole_operation(it, visit));
}

fn whole_operation<'a>(it: &'a Operation, visit: Visitor<'_, 'a>) {
    operation(it, visit);
    it.callbacks.values().for_each(|it| callback(it, visit));
}

/// What is there for all operations of a path item.
fn shared<'a>(it: &'a PathItem, visit: Visitor<'_, 'a>) {
    if let Some(reference) = &it.unfollowed {
        visit(Use::Reference(Kind::PathItem, reference));
    }
    it.parameters.iter().for_each(|it| parameter(it, visit));
}

/// An operation without its callbacks.
fn operation<'a>(it: &'a Operation, visit: Visitor<'_, 'a>) {
    it.parameters.iter().for_each(|it| parameter(it, visit));
    it.request_body
        .iter()
        .for_each(|it| request_body(it, visit));
    it.responses.iter().for_each(|(_, it)| response(it, visit));
    requirements(it.security.as_deref().unwrap_or_default(), visit);
}

fn requirements<'a>(them: &'a [SecurityRequirement], visit: Visitor<'_, 'a>) {
    for it in them {
        it.schemes
            .keys()
            .for_each(|name| visit(Use::Scheme(name, it.span)));
    }
}

/// The value, unless it is a reference: then the visitor is told.
fn value<'a, T>(it: &'a RefOr<T>, kind: Kind, visit: Visitor<'_, 'a>) -> Option<&'a T> {
    match it {
        RefOr::Value(it) => Some(it),
        RefOr::Ref(reference) => {
            visit(Use::Reference(kind, reference));
            None
        }
    }
}

pub fn parameter<'a>(it: &'a RefOr<Parameter>, visit: Visitor<'_, 'a>) {
    if let Some(it) = value(it, Kind::Parameter, visit) {
        format(&it.format, visit);
    }
}

pub fn request_body<'a>(it: &'a RefOr<RequestBody>, visit: Visitor<'_, 'a>) {
    if let Some(it) = value(it, Kind::RequestBody, visit) {
        it.content.values().for_each(|it| media_type(it, visit));
    }
}

pub fn response<'a>(it: &'a RefOr<Response>, visit: Visitor<'_, 'a>) {
    if let Some(it) = value(it, Kind::Response, visit) {
        it.headers.values().for_each(|it| header(it, visit));
        it.content.values().for_each(|it| media_type(it, visit));
    }
}

pub fn header<'a>(it: &'a RefOr<Header>, visit: Visitor<'_, 'a>) {
    if let Some(it) = value(it, Kind::Header, visit) {
        format(&it.format, visit);
    }
}

pub fn callback<'a>(it: &'a RefOr<Callback>, visit: Visitor<'_, 'a>) {
    if let Some(it) = value(it, Kind::Callback, visit) {
        it.paths.values().for_each(|it| path_item(it, visit));
    }
}

fn format<'a>(it: &'a ParameterFormat, visit: Visitor<'_, 'a>) {
    match it {
        ParameterFormat::Schema(it) => schema(it, visit),
        ParameterFormat::Content(_, it) => media_type(it, visit),
    }
}

pub fn media_type<'a>(it: &'a MediaType, visit: Visitor<'_, 'a>) {
    let schemas = [&it.schema, &it.item_schema];
    schemas
        .into_iter()
        .flatten()
        .for_each(|it| schema(it, visit));
}

/// Every reference in a schema, at any depth.
pub fn schema<'a>(it: &'a Schema, visit: Visitor<'_, 'a>) {
    let Schema::Object(it) = it else {
        return;
    };
    if let Some(reference) = &it.reference {
        visit(Use::Reference(Kind::Schema, reference));
    }
    if let Some(why) = &it.unread {
        visit(Use::Unread(why, it.span));
    }
    if let Some(it) = &it.discriminator {
        let mapped = it.mapping.values().chain(&it.default_mapping);
        mapped.for_each(|it| visit(Use::Mapping(&it.value, it.span)));
    }
    it.each_child(&mut |_, child| schema(child, visit));
}
