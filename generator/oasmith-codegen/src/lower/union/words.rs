//! What is said of an alternative that could name it.

use crate::ir;
use crate::lower::alternatives::{named_values, reference_of};
use crate::lower::classify::{SchemaForm, classify_object};
use crate::lower::flatten::flatten;
use crate::lower::schema::scalar;
use crate::lower::{Cx, names};
use oasmith_spec::model::{Schema, SchemaObject};

/// The words of each alternative, in lower case, at least one.
pub fn words(it: &SchemaObject, all: &[Schema], cx: &Cx<'_>) -> Vec<Vec<String>> {
    let flat: Vec<Option<SchemaObject>> = all
        .iter()
        .map(|it| flatten(it.as_object()?, cx.document))
        .collect();
    let tag = it
        .discriminator
        .as_ref()
        .map(|it| it.property_name.as_str());
    let words = all.iter().enumerate().map(|(at, it)| {
        let text = given(it, flat[at].as_ref(), tag, cx).or_else(|| own_member(at, &flat));
        let text = text.unwrap_or_else(|| kind(flat[at].as_ref(), cx));
        names::split(&text)
    });
    words.collect()
}

/// The name of the component, the title, or the value that tells it from others.
fn given(
    it: &Schema,
    flat: Option<&SchemaObject>,
    tag: Option<&str>,
    cx: &Cx<'_>,
) -> Option<String> {
    let reference = it.as_object().and_then(reference_of);
    if let Some(name) = reference.and_then(|it| cx.document.target(it).name) {
        return Some(name.to_owned());
    }
    let flat = flat?;
    if let Some(title) = flat.title.as_ref().filter(|it| is_short(it)) {
        return Some(title.clone());
    }
    tag.into_iter()
        .chain(flat.properties.keys().map(String::as_str))
        .find_map(|member| only(named_values(flat, member, cx.document)))
}

fn is_short(title: &str) -> bool {
    !title.trim().is_empty() && title.split_whitespace().count() <= 5
}

fn only(values: Vec<String>) -> Option<String> {
    <[String; 1]>::try_from(values).ok().map(|[one]| one)
}

/// The first member that no other alternative has, where there are several objects; one that is required goes first.
fn own_member(at: usize, all: &[Option<SchemaObject>]) -> Option<String> {
    let it = all[at].as_ref().filter(|it| !it.properties.is_empty())?;
    let others = || all.iter().enumerate().filter(|(other, _)| *other != at);
    let others = || others().filter_map(|(_, it)| it.as_ref());
    let is_own = |name: &&String| !others().any(|it| it.properties.contains_key(*name));
    if !others().any(|it| !it.properties.is_empty()) {
        return None;
    }
    let required = it.required.iter().map(|it| &it.value);
    let mut members = required.chain(it.properties.keys());
    members.find(is_own).map(|it| format!("with {it}"))
}

/// What kind of value it is.
fn kind(it: Option<&SchemaObject>, cx: &Cx<'_>) -> String {
    let Some(it) = it else {
        return "other".to_owned();
    };
    let word = match classify_object(it) {
        SchemaForm::StringEnum => "value",
        SchemaForm::String => match scalar(it, cx.options) {
            Some(ir::Type::DateTime) => "date time",
            Some(ir::Type::Date) => "date",
            Some(ir::Type::Uuid) => "uuid",
            Some(ir::Type::Base64) => "bytes",
            _ => "text",
        },
        SchemaForm::Boolean => "boolean",
        SchemaForm::Integer | SchemaForm::IntegerEnum => "integer",
        SchemaForm::Number => "number",
        SchemaForm::List(Some(item)) => return format!("{} list", item_kind(item, cx)),
        SchemaForm::List(None) | SchemaForm::Tuple => "list",
        SchemaForm::Map => "map",
        SchemaForm::Object => "object",
        _ => "other",
    };
    word.to_owned()
}

fn item_kind(item: &Schema, cx: &Cx<'_>) -> String {
    let Some(it) = item.as_object() else {
        return String::new();
    };
    if let Some(name) = reference_of(it).and_then(|it| cx.document.target(it).name) {
        return name.to_owned();
    }
    match flatten(it, cx.document) {
        // Of lists of lists one word is enough.
        Some(it) if !matches!(classify_object(&it), SchemaForm::List(_)) => kind(Some(&it), cx),
        _ => String::new(),
    }
}
