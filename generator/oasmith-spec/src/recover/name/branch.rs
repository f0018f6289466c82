//! Names for the branches of compositions, by what tells them apart and by what they are branches of.

use super::{Candidate, Claim, Cx, join, never_a_number};
use crate::node::{Member, Node, Object};
use crate::recover::find::{ClassIndex, Use};
use crate::recover::schema::fixed_value;
use crate::recover::words::{common_suffix, singular, split};

/// More owners than these say nothing new.
const MANY: usize = 8;

pub(super) fn candidates(cx: &Cx<'_, '_>, class: ClassIndex) -> Vec<Candidate> {
    let node = cx.found.classes[class.0].node;
    let form = cx.found.classes[class.0].form;
    let own = properties(node);
    let mut names: Vec<(Vec<String>, String)> = Vec::new();
    let mut parts: Vec<Vec<String>> = Vec::new();
    let branches = cx.uses(class).iter().filter_map(|it| match it {
        Use::Branch(owner, keyword) => Some((*owner, *keyword)),
        _ => None,
    });
    for (owner, keyword) in branches.take(MANY) {
        let whole = cx.noun(owner);
        if whole.is_empty() {
            continue;
        }
        if keyword == "allOf" {
            parts.push(whole);
            continue;
        }
        let declared = discriminator(cx.found.classes[owner.0].node);
        let owner = without_role(singular(&whole));
        let mut add = |reason: &str, (shown, words): Shown| {
            // `FusionQuery` where it is free, before `FusionPointsCollectionQuery`.
            let short = (owner.len() > 2).then(|| owner.len() - 1);
            for from in short.into_iter().chain([0]) {
                let rest = owner[from..].iter().filter(|it| !words.contains(it));
                let all = words.iter().chain(rest).cloned().collect();
                names.push((all, format!("{reason} {shown} of a branch")));
            }
        };
        if let Some(it) = constant(&own, declared) {
            add("value of", it);
        }
        if keyword == "value" {
            let words = [owner.clone(), vec!["value".into()]].concat();
            names.push((words, "value in a map".into()));
            continue;
        }
        for it in by_properties(node, &own) {
            add("property", it);
        }
        let words = [owner.clone(), vec!["variant".into()]].concat();
        names.push((words, "branch".into()));
    }
    if let Some(words) = of_parts(&parts) {
        names.push((words, "part of several".into()));
    }
    let candidates = names.into_iter().map(|(words, evidence)| Candidate {
        rank: 0,
        words: never_a_number(words, form),
        evidence,
        claim: Claim::First,
    });
    candidates.collect()
}

/// The branches of a branch are called by what that is a branch of.
fn without_role(mut words: Vec<String>) -> Vec<String> {
    while words.len() > 1 && words.last().is_some_and(|it| it == "variant") {
        words.pop();
    }
    words
}

/// The names that a discriminator's mapping has for the branches, when an exporter has left it as it was.
pub(super) fn mapped(cx: &Cx<'_, '_>) -> Vec<(ClassIndex, Candidate)> {
    let named = cx.open().filter_map(|class| {
        let words = cx.uses(class).iter().find_map(|it| match it {
            Use::Branch(owner, "oneOf" | "anyOf") => in_mapping(cx, class, *owner),
            _ => None,
        })?;
        let candidate = Candidate {
            rank: 0,
            words,
            evidence: "discriminator mapping".into(),
            claim: Claim::Only,
        };
        Some((class, candidate))
    });
    named.collect()
}

fn in_mapping(cx: &Cx<'_, '_>, class: ClassIndex, owner: ClassIndex) -> Option<Vec<String>> {
    let node = |class: ClassIndex| cx.found.classes[class.0].node;
    let mapping = node(owner).get("discriminator")?.get("mapping")?;
    let declared = discriminator(node(owner))?;
    let own = properties(node(class));
    let property = own.iter().find(|it| &*it.key.text == declared)?;
    let target = mapping.get(fixed_value(&property.value)?)?.as_str()?;
    Some(split(target.rsplit('/').next()?))
}

/// The property that tells the branches of a union apart (OAS 3.1, Discriminator Object).
fn discriminator(union: &Node) -> Option<&str> {
    union.get("discriminator")?.get("propertyName")?.as_str()
}

type Shown = (String, Vec<String>);

/// The value that a property of the branch always has.
fn constant(properties: &[&Member], declared: Option<&str>) -> Option<Shown> {
    let fixed = properties.iter().filter_map(|it| {
        let value = fixed_value(&it.value)?;
        Some((&*it.key.text, value))
    });
    let fixed: Vec<(&str, &str)> = fixed.collect();
    let usual = ["type", "kind", "event", "op", "action", "object", "name"];
    let preferred = declared.into_iter().chain(usual);
    let chosen = preferred
        .filter_map(|name| fixed.iter().find(|it| it.0 == name))
        .next()
        .or(match fixed.as_slice() {
            [one] => Some(one),
            _ => None,
        });
    let (name, value) = chosen?;
    let words = split(value);
    let starts_well = words
        .first()?
        .starts_with(|it: char| it.is_ascii_alphabetic());
    starts_well.then(|| ((*name).to_owned(), words))
}

/// `{ is_empty: ... }`: the only property, or the only one that is required; failing those, each of them.
fn by_properties(node: &Node, properties: &[&Member]) -> Vec<Shown> {
    let required = node.get("required").and_then(Node::as_array);
    let names: Vec<&str> = match (properties, required) {
        ([one], _) => vec![&*one.key.text],
        (_, Some([one])) => one.as_str().into_iter().collect(),
        _ => Vec::new(),
    };
    let all = properties.iter().map(|it| &*it.key.text);
    let shown = names.into_iter().chain(all.take(MANY));
    let shown = shown.map(|it| (it.to_owned(), split(it)));
    shown.filter(|it| !it.1.is_empty()).collect()
}

/// The properties of a schema, those of the schemas that it is put together from included.
fn properties(node: &Node) -> Vec<&Member> {
    let mut found = Vec::new();
    collect(node, NESTED, &mut found);
    found
}

/// As deeply as compositions are looked into for what they are put together from.
const NESTED: usize = 4;

fn collect<'n>(node: &'n Node, depth: usize, found: &mut Vec<&'n Member>) {
    let own = node.get("properties").and_then(Node::as_object);
    found.extend(own.into_iter().flat_map(Object::iter));
    if let (Some(parts), true) = (node.get("allOf").and_then(Node::as_array), depth > 0) {
        parts.iter().for_each(|it| collect(it, depth - 1, found));
    }
}

/// What is put together with others into several: the base of what these have in common.
fn of_parts(owners: &[Vec<String>]) -> Option<Vec<String>> {
    let slices: Vec<&[String]> = owners.iter().map(Vec::as_slice).collect();
    let common = common_suffix(&slices);
    let owner = match common {
        [] => owners.first()?,
        common => &common.to_vec(),
    };
    Some(join(owner, &["base".to_owned()]))
}
