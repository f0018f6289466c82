//! Operation ids that two operations claim, given to one of them or told apart.
//!
//! In: the parts, with paths that are equal when they are the same. Out: the same parts, in which the operation that does
//! not keep the id has another or none. Links of its part still lead to it.

use super::names::{self, Kind, Name};
use super::policies::{Choice, NameChoice, Policies};
use super::{METHODS, pointer, qualify};
use crate::codes;
use crate::node::{Key, Node, Object, Value};
use crate::recover::words;
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics, SourceMap, Span};
use std::collections::{HashMap, HashSet};

/// `paths`, the path, the method: the same in every part that describes the operation.
type Operation = [Box<str>; 3];

/// Who claims an id.
struct Claim {
    operation: Operation,
    part: usize,
    span: Span,
}

/// What an operation is called from now on.
type New = Option<String>;

pub(super) fn settle(
    parts: &mut [Node],
    policies: &Policies,
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) {
    // `unique` says what clashes.
    if policies.operation_ids == NameChoice::Error {
        return;
    }
    let claims = claims(parts, policies);
    let mut taken: HashSet<String> = parts.iter().flat_map(ids).collect();
    let mut new: HashMap<(Operation, String), New> = HashMap::new();
    for (id, mut claims) in claims.into_iter().filter(|(_, it)| it.len() > 1) {
        let keeper = match policies.operation_ids {
            NameChoice::Last => claims.pop(),
            _ => Some(claims.remove(0)),
        };
        let Some(keeper) = keeper else { continue };
        for claim in claims {
            let name = match policies.operation_ids {
                NameChoice::Rename => match free_id(&id, &claim, parts, sources, &taken) {
                    Some(name) => Some(name),
                    // Both keep it, and `unique` says that they clash.
                    None => continue,
                },
                _ => None,
            };
            taken.extend(name.clone());
            diagnostics.push(told(&id, &keeper, &claim, name.as_deref()));
            new.insert((claim.operation, id.clone()), name);
        }
    }
    if !new.is_empty() {
        for part in parts {
            apply(part, &new);
        }
    }
}

/// The operations that claim each id, once for each operation however many parts describe it.
fn claims(parts: &[Node], policies: &Policies) -> IndexMap<String, Vec<Claim>> {
    let mut owners: IndexMap<Operation, (String, Claim)> = IndexMap::new();
    for (part, node) in parts.iter().enumerate() {
        for (operation, it) in operations(node) {
            let id = it
                .get("operationId")
                .and_then(|id| Some((id.as_str()?, id.span)));
            let Some((id, span)) = id else { continue };
            let is_known = owners.contains_key(&operation);
            if is_known && policies.operations != Choice::Last {
                continue;
            }
            let claim = Claim {
                operation: operation.clone(),
                part,
                span,
            };
            owners.insert(operation, (id.to_owned(), claim));
        }
    }
    let mut claims: IndexMap<String, Vec<Claim>> = IndexMap::new();
    for (id, claim) in owners.into_values() {
        claims.entry(id).or_default().push(claim);
    }
    claims
}

fn operations(part: &Node) -> impl Iterator<Item = (Operation, &Node)> {
    ["paths", "webhooks"].into_iter().flat_map(move |kind| {
        let items = part.get(kind).and_then(Node::as_object);
        items
            .into_iter()
            .flat_map(Object::iter)
            .flat_map(move |item| {
                let members = item.value.as_object().into_iter().flat_map(Object::iter);
                members
                    .filter(|it| METHODS.contains(&&*it.key.text))
                    .map(move |it| {
                        let path = item.key.text.clone();
                        ([kind.into(), path, it.key.text.clone()], &it.value)
                    })
            })
    })
}

fn ids(part: &Node) -> impl Iterator<Item = String> {
    let ids = operations(part).filter_map(|(_, it)| it.get("operationId")?.as_str());
    ids.map(str::to_owned)
}

/// By its tag, by what its path ends in, by its whole path, by its source.
fn free_id(
    id: &str,
    claim: &Claim,
    parts: &[Node],
    sources: &SourceMap,
    taken: &HashSet<String>,
) -> Option<String> {
    let [kind, path, method] = &claim.operation;
    let part = &parts[claim.part];
    let operation = part.get(kind)?.get(path)?.get(method)?;
    let tag = operation.get("tags").and_then(Node::as_array);
    let tag = tag.and_then(|it| it.first()?.as_str()).unwrap_or_default();
    let fixed: Vec<Vec<String>> = path
        .split('/')
        .filter(|it| !it.contains('{'))
        .map(words::split)
        .collect();
    let last = fixed.iter().rev().find(|it| !it.is_empty());
    let mut candidates = vec![
        words::split(tag),
        last.cloned().unwrap_or_default(),
        fixed.concat(),
    ];
    candidates.extend(qualify::sources_words(part, sources));
    candidates
        .iter()
        .filter(|it| !it.is_empty() && !qualify::says(id, it))
        .map(|it| qualify::after(id, it))
        .find(|it| !qualify::ends_in_number(it) && !taken.contains(it))
}

fn told(id: &str, keeper: &Claim, other: &Claim, new: Option<&str>) -> Diagnostic {
    let message = format!("operation id `{id}` is used twice");
    let help = match new {
        Some(new) => format!("this operation is called `{new}`"),
        None => "this operation has none in the merged document".to_owned(),
    };
    Diagnostic::info(&codes::OPERATION_ID_TWICE, message)
        .labelled(other.span, "used here")
        .also(keeper.span, "kept here")
        .help(help)
}

fn apply(part: &mut Node, new: &HashMap<(Operation, String), New>) {
    let links = links(part, new);
    for kind in ["paths", "webhooks"] {
        let items = part.as_object_mut().and_then(|it| it.get_mut(kind));
        let items = items.and_then(Node::as_object_mut).into_iter();
        for item in items.flat_map(|it| it.members.iter_mut()) {
            let path = item.key.text.clone();
            let members = item.value.as_object_mut().into_iter();
            for member in members.flat_map(|it| it.members.iter_mut()) {
                let operation = [kind.into(), path.clone(), member.key.text.clone()];
                if let Some(it) = member.value.as_object_mut() {
                    call(it, operation, new);
                }
            }
        }
    }
    if !links.is_empty() {
        names::each(part, Kind::Fixed, &mut |name| {
            if let Name::Link(link) = name {
                lead(link, &links);
            }
        });
    }
}

fn call(it: &mut Object, operation: Operation, new: &HashMap<(Operation, String), New>) {
    let Some(Value::String(id)) = it.get_mut("operationId").map(|it| &mut it.value) else {
        return;
    };
    match new.get(&(operation, id.to_string())) {
        Some(Some(name)) => *id = name.as_str().into(),
        Some(None) => {
            it.remove("operationId");
        }
        None => {}
    }
}

/// How a link of a part has to name an operation of the part from now on.
enum Lead {
    ById(String),
    ByReference(Box<str>),
}

/// By the id that a link has now. Where two operations of the part have it, a link means the one that keeps it.
fn links(part: &Node, new: &HashMap<(Operation, String), New>) -> HashMap<String, Lead> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for id in ids(part) {
        *times.entry(id).or_default() += 1;
    }
    let mut leads = HashMap::new();
    for (operation, it) in operations(part) {
        let Some(id) = it.get("operationId").and_then(Node::as_str) else {
            continue;
        };
        let id = id.to_owned();
        if times.get(&id) != Some(&1) {
            continue;
        }
        let reference = pointer::reference(&operation);
        if let Some(name) = new.get(&(operation, id.clone())) {
            let lead = match name {
                Some(name) => Lead::ById(name.clone()),
                None => Lead::ByReference(reference),
            };
            leads.insert(id, lead);
        }
    }
    leads
}

fn lead(link: &mut Object, links: &HashMap<String, Lead>) {
    let mut members = link.members.iter_mut();
    let Some(member) = members.find(|it| &*it.key.text == "operationId") else {
        return;
    };
    match member.value.as_str().and_then(|it| links.get(it)) {
        Some(Lead::ById(id)) => member.value = Node::string(id, member.value.span),
        Some(Lead::ByReference(to)) => {
            member.key = Key::new("operationRef", member.key.span);
            member.value = Node::string(to, member.value.span);
        }
        None => {}
    }
}
