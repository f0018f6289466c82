//! What is said of an alternative that could name it.

use crate::ir;
use crate::lower::alternatives::{named_values, reference_of};
use crate::lower::classify::{SchemaForm, classify_object};
use crate::lower::flatten::flatten;
use crate::lower::schema::scalar;
use crate::lower::{Cx, names};
use indexmap::IndexSet;
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
    let words = (0..all.len()).map(|at| {
        let text = given(at, all, flat[at].as_ref(), tag, cx).or_else(|| own_members(at, &flat));
        let text = text.unwrap_or_else(|| kind(flat[at].as_ref(), cx));
        names::split(&text)
    });
    words.collect()
}

/// The name of the component, the title, or the value that tells it from others.
///
/// What is put together from several parts is not the component that one of them is: there its own title goes first.
fn given(
    at: usize,
    all: &[Schema],
    flat: Option<&SchemaObject>,
    tag: Option<&str>,
    cx: &Cx<'_>,
) -> Option<String> {
    let title = |it: &SchemaObject| it.title.clone().filter(|it| is_short(it));
    let own = all[at].as_object().filter(|it| it.all_of.len() > 1);
    if let Some(title) = own.and_then(title) {
        return Some(title);
    }
    if let Some(name) = own_component(at, all, cx) {
        return Some(name.to_owned());
    }
    let flat = flat?;
    if let Some(title) = title(flat) {
        return Some(title);
    }
    tag.into_iter()
        .chain(flat.properties.keys().map(String::as_str))
        .find_map(|member| only(named_values(flat, member, cx.document)))
}

/// The component that an alternative is, or the first one that it has as a part and no other alternative has.
fn own_component<'d>(at: usize, all: &[Schema], cx: &Cx<'d>) -> Option<&'d str> {
    let named = |it: &Schema| -> Vec<&'d str> {
        let parts = it.as_object().into_iter().flat_map(|it| &it.all_of);
        let own = it.as_object().and_then(|it| it.reference.as_ref());
        let parts = parts.filter_map(|it| it.as_object()?.reference.as_ref());
        let names = own.into_iter().chain(parts);
        names.filter_map(|it| cx.document.target(it).name).collect()
    };
    let own = named(&all[at]);
    let others = all.iter().enumerate().filter(|(other, _)| *other != at);
    let others: Vec<&str> = others.flat_map(|(_, it)| named(it)).collect();
    let is_own = |it: &&&str| !others.contains(it);
    own.iter().find(is_own).or(own.first()).copied()
}

fn is_short(title: &str) -> bool {
    !title.trim().is_empty() && title.split_whitespace().count() <= 5
}

fn only(values: Vec<String>) -> Option<String> {
    <[String; 1]>::try_from(values).ok().map(|[one]| one)
}

/// The fewest members that no other alternative has together, where there are several objects; required ones go first.
/// One whose members another has as well is named by those that it has.
fn own_members(at: usize, all: &[Option<SchemaObject>]) -> Option<String> {
    let it = all[at].as_ref().filter(|it| !it.properties.is_empty())?;
    let others = all.iter().enumerate().filter(|(other, _)| *other != at);
    let others: Vec<&SchemaObject> = others.filter_map(|(_, it)| it.as_ref()).collect();
    if !others.iter().any(|it| !it.properties.is_empty()) {
        return None;
    }
    let required = it.required.iter().map(|it| &it.value);
    let members: IndexSet<&String> = required.chain(it.properties.keys()).collect();
    let members: Vec<&str> = members.into_iter().map(String::as_str).collect();
    let is_own = |some: &[&str]| {
        let mut others = others.iter();
        !others.any(|it| some.iter().all(|name| it.properties.contains_key(*name)))
    };
    if let Some(one) = members.iter().find(|it| is_own(&[**it])) {
        return Some(format!("with {one}"));
    }
    // Those that all have tell nothing.
    let is_shared = |name: &&str| others.iter().all(|it| it.properties.contains_key(*name));
    let telling = members.into_iter().filter(|it| !is_shared(it));
    let telling: Vec<&str> = telling.take(MOST_MEMBERS).collect();
    let mut pairs = pairs(&telling).take_while(|_| all.len() <= MOST_PAIRED);
    let two = pairs.find(|it| is_own(it)).map(|it| it.to_vec());
    let few = two.unwrap_or_else(|| telling.iter().copied().take(2).collect());
    (!few.is_empty()).then(|| format!("with {}", few.join(" and ")))
}

/// How many members of an alternative are paired to name it.
const MOST_MEMBERS: usize = 12;
/// Among how many alternatives pairs are looked for.
const MOST_PAIRED: usize = 1_000;

fn pairs<'m>(members: &[&'m str]) -> impl Iterator<Item = [&'m str; 2]> {
    let firsts = members.iter().enumerate();
    firsts.flat_map(move |(at, first)| members[at + 1..].iter().map(|second| [*first, *second]))
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
