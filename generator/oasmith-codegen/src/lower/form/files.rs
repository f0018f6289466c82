//! Members of multipart forms that are files.
//!
//! A member that may be a file or something else is a file: a text or JSON can be sent as one, and no file as a text.

use super::media;
use crate::codes;
use crate::ir::Type;
use crate::lower::classify::{SchemaForm, classify_object, is_null, members_without_names};
use crate::lower::flatten::flatten;
use crate::lower::schema::lower_schema;
use crate::lower::site::Site;
use crate::lower::{Cx, docs, object};
use indexmap::IndexMap;
use oasmith_source::Diagnostic;
use oasmith_spec::media_type::is_text;
use oasmith_spec::model::{self, Encoding, MediaType, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};

/// How deep alternatives may stand in alternatives.
const DEEPEST: usize = 8;

/// Whether a part of a multipart form is a file.
pub fn takes_files(it: &MediaType, document: &Valid<Document>) -> bool {
    let schema = it.schema.as_ref().and_then(|it| it.as_object());
    schema
        .and_then(|it| flatten(it, document))
        .is_some_and(|flat| !files(&flat, it, document).is_empty())
}

/// What is a file, or several, by the names of the members.
fn files(
    flat: &SchemaObject,
    media: &MediaType,
    document: &Valid<Document>,
) -> IndexMap<String, Files> {
    let files = flat.properties.iter().filter_map(|(name, it)| {
        let files = files_of(&it.schema, media.encoding.get(name), document, 0)?;
        Some((name.clone(), files))
    });
    files.collect()
}

/// A form with files is a type of its own, since JSON holds none; any other is what it would be as JSON.
pub(super) fn lower_parts(
    schema: &Schema,
    media: &MediaType,
    site: &Site,
    cx: &mut Cx<'_>,
) -> Type {
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    let Some(flat) = flat else {
        return lower_schema(schema, site, cx);
    };
    tell_unnamed(&flat, cx);
    let files = files(&flat, media, cx.document);
    if files.is_empty() || !matches!(classify_object(&flat), SchemaForm::Object) {
        tell_texts(&flat, media, cx);
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
    tell_others(&flat, &files, cx);
    let id = cx.declare(&site, flat.span, docs::of_schema(&flat));
    cx.files = files;
    object::fill_object(id, &flat, &site, cx);
    if let Some((_, pointer)) = named {
        cx.forms.insert(pointer.to_owned(), id);
    }
    Type::Named(id)
}

/// Says what may be something else than the file that it is generated as.
fn tell_others(form: &SchemaObject, files: &IndexMap<String, Files>, cx: &mut Cx<'_>) {
    for (name, _) in files.iter().filter(|(_, it)| it.may_be_other) {
        let message =
            format!("`{name}` may be something else in a form, and is generated as a file");
        let at = form.properties[name].schema.span();
        cx.diagnostics
            .push(Diagnostic::warning(&codes::FORM_MEMBER, message).at(at));
    }
}

/// Says that files whose members have no names are generated as texts.
fn tell_unnamed(form: &SchemaObject, cx: &mut Cx<'_>) {
    let Some(others) = members_without_names(form) else {
        return;
    };
    if files_of(&others, None, cx.document, 0).is_some() {
        let message = "files whose members have no names are generated as texts";
        let told = Diagnostic::warning(&codes::FORM_MEMBER, message).at(others.span());
        cx.diagnostics.push(told);
        cx.degrade(message);
    }
}

/// Says which file is generated as text, since its form is one of several.
fn tell_texts(form: &SchemaObject, media: &MediaType, cx: &mut Cx<'_>) {
    let alternatives = form.one_of.iter().chain(&form.any_of);
    let mut alternatives = alternatives.filter_map(|it| flatten(it.as_object()?, cx.document));
    let found = alternatives.find_map(|it| {
        let (name, _) = files(&it, media, cx.document).pop()?;
        let at = it.properties[&name].schema.span();
        Some((name, at))
    });
    let Some((name, at)) = found else {
        return;
    };
    let message = format!("the file `{name}` is in one of several forms, and is generated as text");
    cx.diagnostics
        .push(Diagnostic::warning(&codes::FORM_MEMBER, message).at(at));
}

/// What a member that holds files is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files {
    is_list: bool,
    may_be_other: bool,
}

impl Files {
    pub fn ty(self) -> Type {
        match self.is_list {
            true => Type::List(Box::new(Type::File)),
            false => Type::File,
        }
    }
}

fn files_of(
    schema: &Schema,
    encoding: Option<&Encoding>,
    document: &Valid<Document>,
    depth: usize,
) -> Option<Files> {
    let flat = flatten(schema.as_object()?, document)?;
    let inside = |it: &Schema| files_of(it, encoding, document, depth + 1);
    match classify_object(&flat) {
        _ if depth > DEEPEST => None,
        SchemaForm::List(Some(items)) => {
            let flat = flatten(items.as_object()?, document)?;
            is_file(&flat, encoding).then_some(Files {
                is_list: true,
                may_be_other: false,
            })
        }
        SchemaForm::OneAlternative(only) => inside(only),
        SchemaForm::Union => {
            let alternatives = flat.one_of.iter().chain(&flat.any_of);
            let all = alternatives.filter(|it| !is_null(it)).map(inside);
            either(&all.collect::<Vec<_>>())
        }
        _ => is_file(&flat, encoding).then(Files::default),
    }
}

/// What alternatives are together: one file is a list of one.
fn either(all: &[Option<Files>]) -> Option<Files> {
    let files = || all.iter().flatten();
    files().next()?;
    Some(Files {
        is_list: files().any(|it| it.is_list),
        may_be_other: files().any(|it| it.may_be_other) || all.iter().any(Option::is_none),
    })
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

/// `contentEncoding: binary` is none that JSON Schema knows (RFC 2045, 6.2: nothing is encoded), and means the same.
fn has_binary_format(it: &SchemaObject) -> bool {
    it.format.as_ref().is_some_and(|it| it.value == "binary")
        || it.content_encoding.as_deref() == Some("binary")
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
