//! Paths of different parts that differ only in the names of their parameters, made equal.
//!
//! In: the parts. Out: the same parts, in which such a path has the names that the first part gave: in its template, its
//! parameters, the runtime expressions that read them, and the links that fill them. Two such paths in one part are
//! left alone: an author's document is not rewritten for what its author did, and `unique` warns of it.

mod follow;

use super::names::{self, Kind, Name};
use super::pointer;
use crate::codes;
use crate::node::{Key, Node, Object, Value};
use crate::parts;
use follow::{Budget, Renaming};
use oasmith_source::{Diagnostic, Diagnostics, Span};
use std::collections::{HashMap, HashSet};

/// A path of a part that is to be called as another part calls it.
struct Alias {
    /// Where it stands among the paths of its part.
    at: usize,
    own: Box<str>,
    first: Key,
    /// From its own names of parameters to the first part's.
    parameters: HashMap<String, String>,
}

pub(super) fn unify(parts: &mut [Node], diagnostics: &mut Diagnostics) {
    let mut known: HashMap<String, Vec<Key>> = HashMap::new();
    // Sixty pages that call a parameter the same are told once.
    let mut told: HashSet<Box<str>> = HashSet::new();
    let budget = Budget::new();
    // By path without names: the operations that have an id.
    let mut named: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for at in 0..parts.len() {
        let mut ids = HashMap::new();
        let mut renamed = Vec::new();
        for alias in aliases(&parts[at], &known) {
            // Two ids for one method are two operations, and one path cannot hold both.
            if is_another(&parts[at], &alias, &named) {
                continue;
            }
            let Some((its, span)) = rename(parts, at, &alias, &budget) else {
                continue;
            };
            ids.extend(its.into_iter().map(|id| (id, renamed.len())));
            if told.insert(alias.own.clone()) {
                diagnostics.push(same_path(&alias, span));
            }
            renamed.push(alias);
        }
        follow_names(&mut parts[at], &renamed, &ids);
        for (path, method, id) in named_operations(&parts[at]) {
            let ids = named.entry(without_names(path)).or_default();
            ids.push((method.to_owned(), id.to_owned()));
        }
        for path in paths(&parts[at]) {
            let same = known.entry(without_names(&path.text)).or_default();
            if same.iter().all(|it| it.text != path.text) {
                same.push(path.clone());
            }
        }
    }
}

/// `/pets/{id}` is `/pets/{}`.
pub(crate) fn without_names(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut inside = false;
    for letter in path.chars() {
        match letter {
            '{' => inside = true,
            '}' => {
                inside = false;
                out.push_str("{}");
            }
            _ if inside => {}
            _ => out.push(letter),
        }
    }
    out
}

fn paths(part: &Node) -> impl Iterator<Item = &Key> {
    let paths = part.get("paths").and_then(Node::as_object);
    let members = paths.into_iter().flat_map(Object::iter);
    members
        .map(|it| &it.key)
        .filter(|it| it.text.contains('{') && !it.text.starts_with("x-"))
}

fn aliases(part: &Node, known: &HashMap<String, Vec<Key>>) -> Vec<Alias> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for path in paths(part) {
        *times.entry(without_names(&path.text)).or_default() += 1;
    }
    let members = part.get("paths").and_then(Node::as_object);
    let members = members.into_iter().flat_map(Object::iter).enumerate();
    let alias = |(at, key): (usize, &Key)| {
        let bare = without_names(&key.text);
        let same = known.get(&bare).filter(|_| times.get(&bare) == Some(&1))?;
        let first = same.first()?;
        if same.iter().any(|it| it.text == key.text) {
            return None;
        }
        let (own, other) = (parameters(&key.text)?, parameters(&first.text)?);
        let pairs = own.into_iter().zip(other);
        Some(Alias {
            at,
            own: key.text.clone(),
            first: first.clone(),
            parameters: pairs.filter(|(own, other)| own != other).collect(),
        })
    };
    members
        .map(|(at, it)| (at, &it.key))
        .filter_map(alias)
        .collect()
}

/// Path, method and id of the operations that have one.
fn named_operations(part: &Node) -> impl Iterator<Item = (&str, &str, &str)> {
    let items = part.get("paths").and_then(Node::as_object);
    let items = items.into_iter().flat_map(Object::iter);
    items.flat_map(|item| {
        let members = item.value.as_object().into_iter().flat_map(Object::iter);
        members.flat_map(parts::operations).filter_map(|it| {
            let id = it.value.get("operationId")?.as_str()?;
            Some((&*item.key.text, &*it.key.text, id))
        })
    })
}

/// Whether a path has an operation that another source has under another id.
fn is_another(part: &Node, alias: &Alias, named: &HashMap<String, Vec<(String, String)>>) -> bool {
    let known = named.get(&without_names(&alias.own));
    let known = known.map(Vec::as_slice).unwrap_or_default();
    let own = named_operations(part).filter(|it| *it.0 == *alias.own);
    own.into_iter()
        .any(|(_, method, id)| known.iter().any(|it| it.0 == method && it.1 != id))
}

/// The names in a template, unless one stands there twice.
fn parameters(path: &str) -> Option<Vec<String>> {
    let pieces = path.split('{').skip(1);
    let names: Vec<String> = pieces
        .map(|it| it.split_once('}').map(|(name, _)| name.to_owned()))
        .collect::<Option<_>>()?;
    let distinct: HashSet<&String> = names.iter().collect();
    (distinct.len() == names.len()).then_some(names)
}

/// Renames one path and what its operations say; gives their ids, and where the path stands.
///
/// A path for which too much would have to be written out stays as it is.
fn rename(
    parts: &mut [Node],
    at: usize,
    alias: &Alias,
    budget: &Budget,
) -> Option<(Vec<String>, Span)> {
    let (item, span) = take(&mut parts[at], alias)?;
    let mut renamed = item.clone();
    let renaming = Renaming {
        budget,
        parts,
        own: at,
        names: &alias.parameters,
    };
    renaming.item(&mut renamed);
    let ids = operation_ids(&renamed);
    let member = member(&mut parts[at], alias.at)?;
    if budget.is_spent() {
        member.value = item;
        return None;
    }
    member.key.text = alias.first.text.clone();
    member.value = renamed;
    Some((ids, span))
}

fn same_path(alias: &Alias, span: Span) -> Diagnostic {
    let (first, own) = (&alias.first.text, &alias.own);
    let message = format!("`{own}` is the same path as `{first}`");
    Diagnostic::info(&codes::PATHS_UNIFIED, message)
        .labelled(span, "its parameters are renamed")
        .also(alias.first.span, "to these names")
}

/// Lets the links and references of a part lead to the renamed paths. `ids` has the operations of each.
fn follow_names(part: &mut Node, aliases: &[Alias], ids: &HashMap<String, usize>) {
    if aliases.is_empty() {
        return;
    }
    let by_path: HashMap<&str, &Alias> = aliases.iter().map(|it| (&*it.own, it)).collect();
    names::each(part, Kind::Fixed, &mut |name| match name {
        Name::Link(link) => {
            let text = |name: &str| link.get(name).and_then(Node::as_str);
            let by_id = text("operationId").and_then(|it| ids.get(it));
            let by_id = by_id.and_then(|it| aliases.get(*it));
            let by_reference = || Some(into_path(text("operationRef")?, &by_path)?.1);
            if let Some(alias) = by_id.or_else(by_reference) {
                fill_by_new_names(link, alias);
            }
        }
        Name::Reference(text) => {
            if let Some((mut steps, alias)) = into_path(text, &by_path) {
                steps[1] = alias.first.text.to_string();
                *text = pointer::reference(&steps);
            }
        }
        _ => {}
    });
}

fn member(part: &mut Node, at: usize) -> Option<&mut crate::node::Member> {
    let paths = part.as_object_mut()?.get_mut("paths")?.as_object_mut()?;
    paths.members.get_mut(at)
}

/// Takes the path item out, so that the rest of the part can be looked at while it changes.
fn take(part: &mut Node, alias: &Alias) -> Option<(Node, Span)> {
    let member = member(part, alias.at)?;
    let left = Node::new(Value::Null, member.value.span);
    Some((std::mem::replace(&mut member.value, left), member.key.span))
}

fn operation_ids(item: &Node) -> Vec<String> {
    let members = item.as_object().into_iter().flat_map(Object::iter);
    let operations = members.flat_map(parts::operations);
    let ids = operations.filter_map(|it| it.value.get("operationId")?.as_str());
    ids.map(str::to_owned).collect()
}

/// The steps of a reference into a renamed path.
fn into_path<'a>(
    text: &str,
    by_path: &HashMap<&str, &'a Alias>,
) -> Option<(Vec<String>, &'a Alias)> {
    let steps = pointer::steps(text)?;
    match steps.as_slice() {
        [paths, path, ..] if paths == "paths" => {
            let alias = by_path.get(&**path)?;
            Some((steps, *alias))
        }
        _ => None,
    }
}

/// A link's parameters are those of the operation that it leads to, by name: `id`, or `path.id`.
fn fill_by_new_names(link: &mut Object, alias: &Alias) {
    let Some(parameters) = link.get_mut("parameters").and_then(Node::as_object_mut) else {
        return;
    };
    for parameter in parameters.members.iter_mut() {
        let key = &parameter.key.text;
        let new = match key.strip_prefix("path.") {
            Some(name) => alias.parameters.get(name).map(|it| format!("path.{it}")),
            None => alias.parameters.get(&**key).cloned(),
        };
        if let Some(new) = new {
            parameter.key.text = new.into();
        }
    }
}
