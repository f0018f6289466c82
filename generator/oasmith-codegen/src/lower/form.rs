//! Forms: what their members are, and what the document says of how they are written.

mod files;

use super::classify::{SchemaForm, classify_object, named};
use super::flatten::flatten;
use super::parameter::untyped::{self, Untyped, untyped};
use super::schema::lower_schema;
use super::site::Site;
use super::{Cx, body};
use crate::codes;
use crate::ir::{Content, Form, FormKind, FormMember, Type, TypeKind};
use crate::passes::forms;
use files::lower_parts;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::media_type::is_json;
use oasmith_spec::model::{self, Encoding, MediaType, ParameterStyle, Schema};
use oasmith_spec::node::Value;
use oasmith_spec::{Document, Node, Valid};

pub use files::{Files, is_binary, takes_files};

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
    let mut members = match kind {
        FormKind::UrlEncoded => as_json(&ty, (schema, it), cx),
        FormKind::Multipart => Vec::new(),
    };
    if kind == FormKind::UrlEncoded {
        note_texts(&ty, schema, &members, cx);
    }
    for (name, encoding) in &it.encoding {
        if kind == FormKind::Multipart {
            tell_part(name, encoding, schema, cx);
        }
        if members.iter().all(|(known, _)| known != name)
            && let Some(how) = member(name, encoding, schema, kind, cx)
        {
            members.push((name.clone(), how));
        }
    }
    if kind == FormKind::UrlEncoded {
        tell_unsaid(&ty, (schema, it), &members, cx);
    }
    let form = Form { ty, kind, members };
    tell_unseen(&form, schema.span(), cx);
    Content::Form(form)
}

/// Tells what an encoding says of a part that is not generated.
fn tell_part(name: &str, it: &Encoding, schema: &Schema, cx: &mut Cx<'_>) {
    let mut tell = |message: String| {
        let told = Diagnostic::warning(&codes::FORM_MEMBER, message).at(it.span);
        cx.diagnostics.push(told);
    };
    if it.has_headers {
        tell(format!("the headers of the part `{name}` are left out"));
    }
    if it.style.is_some() || it.explode.is_some() {
        tell(format!(
            "the part `{name}` is written by its type, and not in a style"
        ));
    }
    let media = media(it).filter(|it| !is_json(it));
    if let Some(media) = media
        && is_object(name, schema, cx.document)
    {
        let message = format!("the part `{name}` is JSON, whatever `{media}` is");
        let told = Diagnostic::warning(&codes::FORM_MEMBER, message).at(it.span);
        cx.diagnostics.push(told);
    }
}

/// Tells what is lost when it is empty: the form would be read as another alternative, or refused.
fn tell_unseen(form: &Form, place: Span, cx: &mut Cx<'_>) {
    let told = forms::unseen(form, &cx.types).into_iter().map(|name| {
        let message = format!(
            "`{name}` leaves no trace in a form when it is empty, and nothing else tells the alternative that needs it"
        );
        Diagnostic::warning(&codes::FORM_MEMBER, message).at(place)
    });
    cx.diagnostics.extend(told);
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

/// The members that JSON says and texts do not, each told: values without a type, of which texts are none.
fn as_json(
    form: &Type,
    (schema, it): (&Schema, &MediaType),
    cx: &mut Cx<'_>,
) -> Vec<(String, FormMember)> {
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    let (Type::Named(id), Some(flat)) = (form, flat) else {
        return Vec::new();
    };
    let TypeKind::Struct(form) = &cx.defined(*id).kind else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for field in &form.fields {
        let encoding = it.encoding.get(&field.wire);
        let is_deep = encoding.is_some_and(|it| it.style == Some(ParameterStyle::DeepObject));
        let in_pieces = is_deep || matches!(&field.ty, Type::List(item) if **item == Type::Raw);
        if in_pieces && untyped(&field.ty, &field.constraints, cx) == Untyped::Judged {
            let property = flat.properties.get(&field.wire).map(|it| &it.schema);
            if property.is_some_and(|it| names_texts(it, cx.document)) {
                continue;
            }
            let place = encoding.map(|it| it.span);
            let place = place.or(property.map(Schema::span));
            found.push((field.wire.clone(), place.unwrap_or(flat.span)));
        }
    }
    for (name, place) in &found {
        tell_json(
            name,
            "holds values that are no texts and have no type",
            *place,
            cx,
        );
    }
    let names = found.into_iter().map(|(name, _)| name);
    names.map(|it| (it, FormMember::Json)).collect()
}

/// Tells what is written as JSON since it is no text and no list of texts.
fn tell_unsaid(
    form: &Type,
    (schema, it): (&Schema, &MediaType),
    members: &[(String, FormMember)],
    cx: &mut Cx<'_>,
) {
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    let (Type::Named(id), Some(flat)) = (form, flat) else {
        return;
    };
    let TypeKind::Struct(form) = &cx.defined(*id).kind else {
        return;
    };
    let unsaid = form.fields.iter().filter(|it| {
        let how = members.iter().find(|(name, _)| *name == it.wire);
        forms::is_unsaid(&it.ty, how.map(|(_, how)| how), &cx.types)
    });
    let unsaid: Vec<_> = unsaid.map(|it| it.wire.clone()).collect();
    for name in unsaid {
        let property = flat.properties.get(&name).map(|it| it.schema.span());
        let said = it.encoding.get(&name).map(|it| it.span);
        let place = said.or(property).unwrap_or(flat.span);
        tell_json(
            &name,
            "may hold objects or lists, for which there are no words",
            place,
            cx,
        );
    }
}

/// Whether all values that are named are lists of texts, which a form says as they are.
fn names_texts(it: &Schema, document: &Valid<Document>) -> bool {
    let Some(flat) = it.as_object().and_then(|it| flatten(it, document)) else {
        return false;
    };
    let mut named = named(&flat).peekable();
    let is_of_texts = |it: &Node| match &it.value {
        Value::Array(items) => items.iter().all(|it| it.as_str().is_some()),
        _ => false,
    };
    named.peek().is_some() && named.all(is_of_texts)
}

fn tell_json(name: &str, what: &str, place: Span, cx: &mut Cx<'_>) {
    let message = format!("`{name}` {what} in a form, and is generated as JSON");
    let told = Diagnostic::warning(&codes::FORM_MEMBER, message).at(place);
    cx.diagnostics.push(told);
}

/// Notes which members have no type: nothing in such a form tells a number from a text.
fn note_texts(ty: &Type, schema: &Schema, as_json: &[(String, FormMember)], cx: &mut Cx<'_>) {
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
    let is_json = |wire: &str| as_json.iter().any(|(known, _)| known == wire);
    let fields = def.fields.iter();
    let untyped = fields.filter(|it| is_untyped(&it.ty) && !is_json(&it.wire));
    let schemas = untyped.filter_map(|it| flat.properties.get(&it.wire));
    let spans: Vec<_> = schemas.map(|it| it.schema.span()).collect();
    cx.form_texts.extend(spans);
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
    schema: &Schema,
    kind: FormKind,
    cx: &mut Cx<'_>,
) -> Option<FormMember> {
    let is_exploded = it.explode == Some(true);
    match (it.style, kind) {
        (_, FormKind::Multipart) => media(it).map(FormMember::Part),
        (Some(ParameterStyle::DeepObject), _) => Some(FormMember::Deep),
        (Some(ParameterStyle::SpaceDelimited), _) if !is_exploded => Some(FormMember::Space),
        (Some(ParameterStyle::PipeDelimited), _) if !is_exploded => Some(FormMember::Pipe),
        (Some(ParameterStyle::Form), _) if is_object(name, schema, cx.document) => {
            tell_json(name, "is an object", it.span, cx);
            None
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
