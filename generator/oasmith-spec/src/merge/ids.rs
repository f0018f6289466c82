//! Operation ids that two operations claim, given to one of them or told apart.
//!
//! In: the parts, with paths that are equal when they are the same. Out: the same parts, in which the operation that does
//! not keep the id has another or none. Links of its part still lead to it.

use super::names::{self, Kind, Name};
use super::operations::{self, Stands};
use super::pointer;
use super::policies::{Choice, NameChoice, Policies};
use super::qualify::{self, Called};
use crate::codes;
use crate::node::{Key, Node, Object, Value};
use crate::recover::words;
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics, SourceMap, Span};
use std::collections::{HashMap, HashSet};

/// The steps to an operation: the same in every part that describes it.
type Operation = Vec<Box<str>>;

/// Who claims an id.
struct Claim {
    operation: Operation,
    /// Its path, or the component that it is in.
    place: Box<str>,
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
    let called = qualify::Called::of(parts, sources);
    for (id, mut claims) in claims.into_iter().filter(|(_, it)| it.len() > 1) {
        let keeper = match policies.operation_ids {
            NameChoice::Last => claims.pop(),
            _ => Some(claims.remove(0)),
        };
        let Some(keeper) = keeper else { continue };
        for claim in claims {
            let name = match policies.operation_ids {
                NameChoice::Rename => match free_id(&id, &claim, parts, &called, &taken) {
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

/// The operations that claim each id, once for each operation however many parts describe it. What is called back is
/// described with the operation that it is in.
fn claims(parts: &[Node], policies: &Policies) -> IndexMap<String, Vec<Claim>> {
    let mut owners: IndexMap<Operation, (usize, Vec<(String, Claim)>)> = IndexMap::new();
    for (part, node) in parts.iter().enumerate() {
        let mut outer = Operation::new();
        for found in operations::all(node) {
            let operation = owned(&found.steps);
            if found.stands != Stands::Inside {
                outer.clone_from(&operation);
            }
            let (owner, claims) = owners.entry(outer.clone()).or_insert((part, Vec::new()));
            if *owner != part && policies.operations == Choice::Last {
                (*owner, *claims) = (part, Vec::new());
            }
            if let Some((id, at)) = found.id().filter(|_| *owner == part) {
                let span = at.span;
                let claim = Claim {
                    operation,
                    place: found.place().into(),
                    part,
                    span,
                };
                claims.push((id.to_owned(), claim));
            }
        }
    }
    let mut claims: IndexMap<String, Vec<Claim>> = IndexMap::new();
    for (id, claim) in owners.into_values().flat_map(|(_, it)| it) {
        claims.entry(id).or_default().push(claim);
    }
    claims
}

fn owned(steps: &[&str]) -> Operation {
    steps.iter().map(|it| (*it).into()).collect()
}

fn ids(part: &Node) -> impl Iterator<Item = String> {
    let operations = operations::all(part).into_iter();
    operations.filter_map(|it| Some(it.id()?.0.to_owned()))
}

/// By its tag, by what its path ends in, by its whole path, by its source.
fn free_id(
    id: &str,
    claim: &Claim,
    parts: &[Node],
    called: &Called,
    taken: &HashSet<String>,
) -> Option<String> {
    let part = &parts[claim.part];
    let mut steps = claim.operation.iter();
    let operation = steps.try_fold(part, |node, step| node.get(step))?;
    let path = &claim.place;
    let tag = operation.get("tags").and_then(Node::as_array);
    let tag = tag.and_then(|it| it.first()?.as_str()).unwrap_or_default();
    let fixed: Vec<Vec<String>> = path
        .split('/')
        .filter(|it| !it.contains('{'))
        .map(words::split)
        .collect();
    let last = fixed.iter().rev().find(|it| !it.is_empty());
    // `getThing` of `/v3/things` is told apart by `v3` alone.
    let said = words::split(id);
    let is_said = |it: &String| {
        said.contains(it) || said.ends_with(&words::singular(std::slice::from_ref(it)))
    };
    let fresh = |words: &[String]| -> Vec<String> {
        words.iter().filter(|it| !is_said(it)).cloned().collect()
    };
    let last = fresh(last.map_or(&[], Vec::as_slice));
    let whole = fresh(&fixed.concat());
    let own = [words::split(tag), last, whole];
    let names = |words: &mut dyn Iterator<Item = &Vec<String>>| -> Vec<String> {
        let fresh = words.filter(|it| !it.is_empty() && !qualify::says(id, it));
        let names = fresh.map(|it| qualify::after(id, it));
        names.filter(|it| !taken.contains(it)).collect()
    };
    let source = called.words(claim.part);
    let first = names(&mut own.iter().chain(&source.apart));
    // A number looks like a count, but says something where nothing else does; that of a version of the API always does.
    let is_version = |name: &str| {
        source
            .apart
            .iter()
            .any(|it| is_version(it) && qualify::after(id, it) == name)
    };
    let mut plain = first
        .iter()
        .filter(|it| !qualify::ends_in_number(it) || is_version(it));
    let plain = plain.next().or(first.first());
    plain
        .cloned()
        .or_else(|| names(&mut source.others.iter()).into_iter().next())
}

fn is_version(words: &[String]) -> bool {
    let number = words.last().and_then(|it| it.strip_prefix('v'));
    number.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()))
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
    let all = operations::all(part).into_iter();
    let operations: Vec<Operation> = all.map(|it| owned(&it.steps)).collect();
    for operation in operations {
        if let Some(it) = operations::at_mut(part, &operation) {
            call(it, operation, new);
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
    for found in operations::all(part) {
        let Some((id, _)) = found.id() else {
            continue;
        };
        let operation = owned(&found.steps);
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
