//! What is said of an alternative that could name it.

use crate::ir;
use crate::lower::alternatives::{named_values, reference_of};
use crate::lower::classify::{SchemaForm, classify_object, is_string_enum};
use crate::lower::flatten::flatten;
use crate::lower::schema::scalar;
use crate::lower::{Cx, names};
use indexmap::{IndexMap, IndexSet};
use oasmith_spec::model::{Schema, SchemaObject};
use std::collections::HashMap;

/// The words of each alternative, in lower case, at least one.
pub fn words(it: &SchemaObject, all: &[Schema], cx: &Cx<'_>) -> Vec<Vec<String>> {
    let flat: Vec<Option<SchemaObject>> = all
        .iter()
        .map(|it| flatten(it.as_object()?, cx.document))
        .collect();
    let flat: Vec<Option<&SchemaObject>> = flat.iter().map(Option::as_ref).collect();
    let tag = it
        .discriminator
        .as_ref()
        .map(|it| it.property_name.as_str());
    let parts: Vec<Vec<&str>> = all.iter().map(|it| components(it, cx)).collect();
    let users = counted(parts.iter().flatten().copied());
    let (objects, holders) = members(&flat);
    let texts = (0..all.len()).map(|at| {
        let is_own = |it: &&&str| users[**it] == 1;
        let component = parts[at].iter().find(is_own).or(parts[at].first());
        let text = given(&all[at], component.copied(), flat[at], tag, cx);
        let text = text.or_else(|| own_members(at, &flat, objects, &holders));
        text.unwrap_or_else(|| kind(flat[at], cx))
    });
    let mut texts: Vec<String> = texts.collect();
    tell_apart(&mut texts, &flat, cx);
    texts.iter().map(|it| names::split(it)).collect()
}

/// Adds to what several are called the members that each of them has and the others have not, or what kind of value each
/// of them is.
fn tell_apart(texts: &mut [String], flat: &[Option<&SchemaObject>], cx: &Cx<'_>) {
    let mut same: IndexMap<Vec<String>, Vec<usize>> = IndexMap::new();
    for (at, text) in texts.iter().enumerate() {
        same.entry(names::split(text)).or_default().push(at);
    }
    for group in same.into_values().filter(|it| it.len() > 1) {
        let own: Vec<Option<&SchemaObject>> = group.iter().map(|at| flat[*at]).collect();
        let (objects, holders) = members(&own);
        let kinds: Vec<String> = own.iter().map(|it| kind(*it, cx)).collect();
        let is_only = |it: &String| kinds.iter().filter(|other| *other == it).count() == 1;
        for (among, at) in group.into_iter().enumerate() {
            let text = &mut texts[at];
            if objects == 0 && is_only(&kinds[among]) {
                *text = match names_a_type(text) {
                    true => kinds[among].clone(),
                    false => format!("{text} {}", kinds[among]),
                };
            } else if let Some(more) = own_members(among, &own, objects, &holders) {
                *text = match (text.starts_with("with "), more.strip_prefix("with ")) {
                    (true, Some(more)) => format!("{text} and {more}"),
                    _ => format!("{text} {more}"),
                };
            }
        }
    }
}

/// Whether a title says no more than a type does, and that of several.
fn names_a_type(text: &str) -> bool {
    let types = [
        "array", "boolean", "integer", "list", "number", "object", "string",
    ];
    types.iter().any(|it| text.eq_ignore_ascii_case(it))
}

/// How many alternatives have members, and how many have each.
fn members<'s>(flat: &[Option<&'s SchemaObject>]) -> (usize, HashMap<&'s str, usize>) {
    let members = flat.iter().flatten().flat_map(|it| it.properties.keys());
    let holders = counted(members.map(String::as_str));
    let objects = flat.iter().flatten().filter(|it| !it.properties.is_empty());
    (objects.count(), holders)
}

/// The component that a schema is, and those that it has as parts.
fn components<'d>(it: &Schema, cx: &Cx<'d>) -> Vec<&'d str> {
    let Some(it) = it.as_object() else {
        return Vec::new();
    };
    let parts = it.all_of.iter().filter_map(Schema::as_object);
    let references = std::iter::once(it)
        .chain(parts)
        .filter_map(|it| it.reference.as_ref());
    references
        .filter_map(|it| cx.document.target(it).name)
        .collect()
}

fn counted<'a>(all: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    all.for_each(|it| *counts.entry(it).or_insert(0) += 1);
    counts
}

/// The title, the component that it is or that only it has as a part, or the value that tells it from others.
///
/// What is put together from several parts is not the component that one of them is: there its own title goes first.
fn given(
    it: &Schema,
    component: Option<&str>,
    flat: Option<&SchemaObject>,
    tag: Option<&str>,
    cx: &Cx<'_>,
) -> Option<String> {
    let title = |it: &SchemaObject| it.title.clone().filter(|it| is_short(it));
    let own = it.as_object().filter(|it| it.all_of.len() > 1);
    let own = own.and_then(title).or(component.map(str::to_owned));
    if own.is_some() {
        return own;
    }
    let flat = flat?;
    if let Some(title) = title(flat) {
        return Some(title);
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

/// The fewest members that no other alternative has together, where there are several objects; required ones go first.
/// One whose members another has as well is named by those that it has.
fn own_members(
    at: usize,
    all: &[Option<&SchemaObject>],
    objects: usize,
    holders: &HashMap<&str, usize>,
) -> Option<String> {
    let it = all[at].filter(|_| objects > 1)?;
    let required = it.required.iter().map(|it| it.value.as_str());
    let members = required.chain(it.properties.keys().map(String::as_str));
    let members: IndexSet<&str> = members.collect();
    if let Some(one) = members.iter().find(|it| holders.get(**it) == Some(&1)) {
        return Some(format!("with {one}"));
    }
    // Those that all have tell nothing.
    let tells = |it: &&str| holders.get(*it).is_some_and(|it| *it < objects);
    let telling = members.into_iter().filter(tells);
    let telling: Vec<&str> = telling.take(MOST_MEMBERS).collect();
    let is_own = |two: &[&str; 2]| {
        let mut others = all.iter().enumerate().filter(|(other, _)| *other != at);
        !others.any(|(_, it)| {
            it.as_ref()
                .is_some_and(|it| two.iter().all(|name| it.properties.contains_key(*name)))
        })
    };
    let mut pairs = pairs(&telling).take_while(|_| all.len() <= MOST_PAIRED);
    let few = match pairs.find(is_own) {
        Some(two) => two.to_vec(),
        None => telling.iter().copied().take(2).collect(),
    };
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
        SchemaForm::Union if is_named_one_by_one(it) => "value",
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

fn is_named_one_by_one(it: &SchemaObject) -> bool {
    let mut values = it.one_of.iter().filter_map(Schema::as_object);
    !it.one_of.is_empty() && values.all(is_string_enum)
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
