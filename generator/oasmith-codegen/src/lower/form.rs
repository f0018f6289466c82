//! Forms: what their members are, and what the document says of how they are written.

use super::classify::{SchemaForm, classify_object};
use super::flatten::flatten;
use super::parameter::untyped::{self, Untyped, untyped};
use super::schema::lower_schema;
use super::site::Site;
use super::{Cx, body, docs, object};
use crate::codes;
use crate::ir::{Content, Form, FormKind, FormMember, Type, TypeKind};
use oasmith_source::Diagnostic;
use oasmith_spec::model::{self, Encoding, MediaType, ParameterStyle, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};

pub fn lower_form(
    kind: FormKind,
    media: &str,
    it: &MediaType,
    site: &Site,
    cx: &mut Cx<'_>,
) -> Content {
    let Some(schema) = &it.schema else {
        return body::untyped(media, it.span, cx);
    };
    if is_nothing(schema, cx.document) {
        return Content::Empty;
    }
    let narrowed = with_members(schema, cx);
    let schema = narrowed.as_ref().unwrap_or(schema);
    let ty = match kind {
        FormKind::UrlEncoded => lower_schema(schema, site, cx),
        FormKind::Multipart => lower_parts(schema, it, site, cx),
    };
    let ty = match ty {
        Type::Nullable(inner) => *inner,
        ty => ty,
    };
    // What a type holds is known once it is defined.
    cx.lower_components();
    if !has_members(&ty, cx) {
        return body::untyped(media, it.span, cx);
    }
    if kind == FormKind::UrlEncoded {
        note_texts(&ty, schema, cx);
    }
    let members = it.encoding.iter().filter_map(|(name, encoding)| {
        Some((
            name.clone(),
            member(name, encoding, (schema, &ty), kind, cx)?,
        ))
    });
    let members = members.collect();
    Content::Form(Form { ty, kind, members })
}

/// Of a schema of several types the object, which is all that a form can hold.
fn with_members(schema: &Schema, cx: &mut Cx<'_>) -> Option<Schema> {
    let mut flat = flatten(schema.as_object()?, cx.document)?;
    let is_other = |it: &model::Type| !matches!(it, model::Type::Object | model::Type::Null);
    if !flat.types.contains(&model::Type::Object) || !flat.types.iter().any(is_other) {
        return None;
    }
    flat.types = vec![model::Type::Object];
    let message = "a form has members, so of several types the object is generated";
    cx.diagnostics
        .push(Diagnostic::warning(&codes::FORM_MEMBER, message).at(flat.span));
    Some(Schema::Object(Box::new(flat)))
}

/// Notes which members have no type: nothing in such a form tells a number from a text.
fn note_texts(ty: &Type, schema: &Schema, cx: &mut Cx<'_>) {
    if untyped::is_raw(ty) {
        cx.form_texts.insert(schema.span());
    }
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    let (Type::Named(id), Some(flat)) = (ty, flat) else {
        return;
    };
    let TypeKind::Struct(def) = &cx.defined(*id).kind else {
        return;
    };
    let is_untyped = |ty: &Type| match ty {
        Type::List(item) => **item == Type::Raw,
        ty => *ty == Type::Raw,
    };
    let untyped = def.fields.iter().filter(|it| is_untyped(&it.ty));
    let schemas = untyped.filter_map(|it| flat.properties.get(&it.wire));
    let spans: Vec<_> = schemas.map(|it| it.schema.span()).collect();
    cx.form_texts.extend(spans);
}

/// Whether values without a type, of which texts are none, are a member of a form or inside of one.
fn is_no_text(name: &str, form: &Type, cx: &Cx<'_>) -> bool {
    let Type::Named(id) = form else {
        return false;
    };
    let TypeKind::Struct(form) = &cx.defined(*id).kind else {
        return false;
    };
    let mut fields = form.fields.iter().filter(|it| it.wire == name);
    fields.any(|it| untyped(&it.ty, &it.constraints, cx) == Untyped::Judged)
}

/// A form that may have no members says nothing: some generators write one at every operation.
fn is_nothing(schema: &Schema, document: &Valid<Document>) -> bool {
    let flat = schema.as_object().and_then(|it| flatten(it, document));
    flat.is_some_and(|it| {
        let is_closed = matches!(&it.additional_properties, Some(Schema::Bool(it)) if !it.value);
        is_closed && it.properties.is_empty() && it.pattern_properties.is_empty()
    })
}

pub fn has_members(ty: &Type, cx: &Cx<'_>) -> bool {
    match ty {
        Type::Named(id) => match &cx.defined(*id).kind {
            TypeKind::Enum(_) => false,
            TypeKind::Struct(_) => true,
            TypeKind::Union(it) => it
                .alternatives
                .iter()
                .any(|it| may_have_members(&it.ty, cx)),
        },
        Type::Map(_) | Type::Raw => true,
        _ => false,
    }
}

/// Whether an alternative is more than one text; one that is a union itself may be.
fn may_have_members(ty: &Type, cx: &Cx<'_>) -> bool {
    match ty {
        Type::Named(id) => !matches!(cx.defined(*id).kind, TypeKind::Enum(_)),
        _ => matches!(ty, Type::Map(_) | Type::Raw),
    }
}

/// What an Encoding Object says of a member; that it is written as usual is nothing.
fn member(
    name: &str,
    it: &Encoding,
    (schema, form): (&Schema, &Type),
    kind: FormKind,
    cx: &mut Cx<'_>,
) -> Option<FormMember> {
    let is_exploded = it.explode == Some(true);
    let as_json = |what: &str, cx: &mut Cx<'_>| {
        let message = format!("`{name}` {what} in a form, and is generated as JSON");
        let told = Diagnostic::warning(&codes::FORM_MEMBER, message).at(it.span);
        cx.diagnostics.push(told);
        None
    };
    match (it.style, kind) {
        (_, FormKind::Multipart) => media(it).map(FormMember::Part),
        (Some(ParameterStyle::DeepObject), _) if is_no_text(name, form, cx) => {
            as_json("holds values that are no texts and have no type", cx)
        }
        (Some(ParameterStyle::DeepObject), _) => Some(FormMember::Deep),
        (Some(ParameterStyle::SpaceDelimited), _) if !is_exploded => Some(FormMember::Space),
        (Some(ParameterStyle::PipeDelimited), _) if !is_exploded => Some(FormMember::Pipe),
        (Some(ParameterStyle::Form), _) if is_object(name, schema, cx.document) => {
            as_json("is an object", cx)
        }
        (None | Some(ParameterStyle::Form), _) if it.explode == Some(false) => {
            Some(FormMember::Comma)
        }
        _ => None,
    }
}

/// The first media type of those that a member may have, if it is one.
fn media(it: &Encoding) -> Option<String> {
    let first = it.content_type.as_ref()?.split(',').next()?.trim();
    let is_one = first.contains('/') && !first.contains('*');
    is_one.then(|| first.to_owned())
}

fn is_object(name: &str, schema: &Schema, document: &Valid<Document>) -> bool {
    let flat = schema.as_object().and_then(|it| flatten(it, document));
    let property = flat.as_ref().and_then(|it| it.properties.get(name));
    let flat = property.and_then(|it| flatten(it.schema.as_object()?, document));
    flat.is_some_and(|it| matches!(classify_object(&it), SchemaForm::Object | SchemaForm::Map))
}

/// A form with files is a type of its own, since JSON holds none; any other is what it would be as JSON.
/// Whether a part of a multipart form is a file.
pub fn takes_files(it: &MediaType, document: &Valid<Document>) -> bool {
    let schema = it.schema.as_ref().and_then(|it| it.as_object());
    schema
        .and_then(|it| flatten(it, document))
        .is_some_and(|flat| !files(&flat, it, document).is_empty())
}

fn files(flat: &SchemaObject, media: &MediaType, document: &Valid<Document>) -> Vec<String> {
    let files = flat
        .properties
        .iter()
        .filter(|(name, it)| is_files(&it.schema, media.encoding.get(*name), document));
    files.map(|(name, _)| name.clone()).collect()
}

fn lower_parts(schema: &Schema, media: &MediaType, site: &Site, cx: &mut Cx<'_>) -> Type {
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    let Some(flat) = flat else {
        return lower_schema(schema, site, cx);
    };
    let files = files(&flat, media, cx.document);
    if files.is_empty() || !matches!(classify_object(&flat), SchemaForm::Object) {
        return lower_schema(schema, site, cx);
    }
    let target = schema.as_object().and_then(|it| it.reference.as_ref());
    let target = target.map(|it| cx.document.target(it));
    let known = target.as_ref().and_then(|it| cx.forms.get(it.pointer));
    if let Some(known) = known {
        return Type::Named(*known);
    }
    let named = target.as_ref().and_then(|it| Some((it.name?, it.pointer)));
    let site = match named {
        Some((name, pointer)) => site.component(&format!("{name} form"), pointer),
        None => site.clone(),
    };
    let id = cx.declare(&site, flat.span, docs::of_schema(&flat));
    cx.files = files;
    object::fill_object(id, &flat, &site, cx);
    if let Some((_, pointer)) = named {
        cx.forms.insert(pointer.to_owned(), id);
    }
    Type::Named(id)
}

/// The type of a member that is a file, or several.
pub fn file_type(schema: &Schema, document: &Valid<Document>) -> Type {
    let flat = schema.as_object().and_then(|it| flatten(it, document));
    match flat.as_ref().map(classify_object) {
        Some(SchemaForm::List(_)) => Type::List(Box::new(Type::File)),
        _ => Type::File,
    }
}

fn is_files(schema: &Schema, encoding: Option<&Encoding>, document: &Valid<Document>) -> bool {
    let Some(flat) = schema.as_object().and_then(|it| flatten(it, document)) else {
        return false;
    };
    match classify_object(&flat) {
        SchemaForm::List(Some(items)) => {
            let flat = items.as_object().and_then(|it| flatten(it, document));
            flat.is_some_and(|it| is_file(&it, encoding))
        }
        _ => is_file(&flat, encoding),
    }
}

fn is_file(it: &SchemaObject, encoding: Option<&Encoding>) -> bool {
    let may_be = matches!(
        classify_object(it),
        SchemaForm::String | SchemaForm::Anything
    );
    let says = encoding.and_then(media).or(it.content_media_type.clone());
    // OAS 3.1, "Considerations for `multipart` Content": bytes have a media type and no encoding.
    let is_bytes = it.content_encoding.is_none() && says.is_some_and(|it| !is_text(&it));
    may_be && (has_binary_format(it) || is_bytes)
}

fn is_text(media: &str) -> bool {
    media.starts_with("text/") || media.contains("json") || media.contains("xml")
}

fn has_binary_format(it: &SchemaObject) -> bool {
    it.format.as_ref().is_some_and(|it| it.value == "binary")
}

/// OAS 3.0, Data Types: `format: binary` is any sequence of octets, under whatever media type.
pub fn is_binary(schema: &Schema, document: &Valid<Document>) -> bool {
    let flat = schema.as_object().and_then(|it| flatten(it, document));
    flat.is_some_and(|it| {
        has_binary_format(&it)
            && it
                .types
                .iter()
                .all(|it| matches!(it, model::Type::String | model::Type::Null))
            && it.properties.is_empty()
    })
}
