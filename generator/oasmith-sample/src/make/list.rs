//! An array: how many items, and what holds for each.

use super::make;
use crate::Reason;
use crate::cx::Cx;
use crate::value::Value;
use oasmith_spec::model::{Schema, SchemaObject};

/// The longest list.
const LONGEST: usize = 1_000;

/// How often another item is tried where one is there already.
const ATTEMPTS: usize = 24;

pub fn list<'a>(
    all: &[&'a SchemaObject],
    depth: usize,
    is_deep: bool,
    cx: &mut Cx<'a>,
) -> Result<Value, Reason> {
    let is_unique = all.iter().any(|it| it.unique_items);
    let mut contained: Vec<&Schema> = Vec::new();
    for it in all {
        let count = it.min_contains.unwrap_or(1).min(LONGEST as u64);
        let schemas = it
            .contains
            .iter()
            .flat_map(|it| (0..count).map(move |_| it));
        contained.extend(schemas);
    }
    let (least, count) = count(all, contained.len(), is_deep, cx)?;
    let mut items: Vec<Value> = Vec::new();
    for at in 0..count {
        let mut schemas = schemas_at(at, all);
        schemas.extend(contained.get(at));
        if schemas.is_empty() {
            schemas.extend(all.iter().filter_map(|it| it.unevaluated_items.as_ref()));
        }
        match item(&schemas, is_unique, &items, depth, cx) {
            Ok(item) => items.push(item),
            Err(_) if at >= least && at >= contained.len() => break,
            Err(why) => return Err(why.within(&at.to_string())),
        }
    }
    Ok(Value::Array(items))
}

/// The least number of items, and the number of them.
fn count(
    all: &[&SchemaObject],
    contained: usize,
    is_deep: bool,
    cx: &mut Cx<'_>,
) -> Result<(usize, usize), Reason> {
    let least = all.iter().filter_map(|it| it.min_items).max().unwrap_or(0);
    let most = all.iter().filter_map(|it| it.max_items).min();
    let least = usize::try_from(least).unwrap_or(usize::MAX).max(contained);
    let most = most.map_or(usize::MAX, |it| usize::try_from(it).unwrap_or(usize::MAX));
    if least > most {
        return Err(Reason::new("no list is as long and as short as asked for"));
    }
    if least > LONGEST {
        return Err(Reason::new(format!("lists of {least} items are too long")));
    }
    let places = all.iter().map(|it| it.prefix_items.len()).max();
    let usual = least.max(places.unwrap_or(0)).min(least + 10);
    let longest = most.min(usual + 3);
    let count = match (is_deep, cx.is_usual()) {
        (true, _) => least,
        (false, true) => usual.max(1).min(most),
        (false, false) => cx.choice.between(least, longest),
    };
    Ok((least, count))
}

fn schemas_at<'a>(at: usize, all: &[&'a SchemaObject]) -> Vec<&'a Schema> {
    let each = all.iter();
    each.filter_map(|it| it.prefix_items.get(at).or(it.items.as_ref()))
        .collect()
}

/// An item that is not there yet, where that is asked for.
fn item<'a>(
    schemas: &[&'a Schema],
    is_unique: bool,
    items: &[Value],
    depth: usize,
    cx: &mut Cx<'a>,
) -> Result<Value, Reason> {
    for _ in 0..ATTEMPTS {
        let item = make(schemas, depth + 1, cx)?;
        if !is_unique || !items.contains(&item) {
            return Ok(item);
        }
    }
    Err(Reason::new(
        "no further item was found that differs from the others",
    ))
}
