//! Names for the branches of compositions, by what tells them apart and by what they are branches of.

use super::{Candidate, Claim, Cx, apart, join, never_a_number};
use crate::node::{Member, Node, Object};
use crate::recover::found::{ClassIndex, Use};
use crate::recover::schema::fixed_value;
use crate::recover::words::{common_suffix, singular, split};
use std::collections::{HashMap, HashSet};

/// More owners than these say nothing new.
const MANY: usize = 8;

/// What the branches of unions have, each union looked at once.
#[derive(Default)]
pub(super) struct Unions<'a>(HashMap<(ClassIndex, &'static str), Branches<'a>>);

/// The branches of one union.
#[derive(Default)]
struct Branches<'a> {
    count: usize,
    with_properties: usize,
    properties: HashMap<&'a str, Kinds<'a>>,
}

/// What one property is in how many branches.
#[derive(Default)]
struct Kinds<'a> {
    branches: usize,
    by_kind: HashMap<&'a str, usize>,
}

impl<'a> Branches<'a> {
    fn of(union: &'a Node, keyword: &str) -> Self {
        let mut found = Branches::default();
        let branches = union.get(keyword).and_then(Node::as_array);
        for branch in branches.into_iter().flatten() {
            let own = properties(branch);
            found.count += 1;
            found.with_properties += usize::from(!own.is_empty());
            let mut seen = HashSet::new();
            for it in own.iter().filter(|it| seen.insert(&*it.key.text)) {
                let kinds = found.properties.entry(&it.key.text).or_default();
                kinds.branches += 1;
                if let Some(kind) = kind(&it.value) {
                    *kinds.by_kind.entry(kind).or_default() += 1;
                }
            }
        }
        found
    }
}

pub(super) fn candidates<'a>(
    cx: &Cx<'_, 'a>,
    class: ClassIndex,
    unions: &mut Unions<'a>,
) -> Vec<Candidate> {
    let node = cx.found.classes[class.0].node;
    let form = cx.found.classes[class.0].form;
    let own = properties(node);
    let mut names: Vec<(Vec<String>, String)> = Vec::new();
    let mut parts: Vec<Vec<String>> = Vec::new();
    let branches = cx.uses(class).iter().filter_map(|it| match it {
        Use::Branch(owner, keyword) => Some((*owner, *keyword)),
        _ => None,
    });
    for (owner_class, keyword) in branches.take(MANY) {
        let whole = cx.noun(owner_class);
        if whole.is_empty() {
            continue;
        }
        if keyword == "allOf" {
            parts.push(whole);
            continue;
        }
        let declared = discriminator(cx.found.classes[owner_class.0].node);
        let mut owner = singular(&whole);
        without_role(&mut owner);
        let mut add = |reason: &str, (shown, words): Shown| {
            // `FusionQuery` where it is free, before `FusionPointsCollectionQuery`.
            let short = (owner.len() > 2).then(|| owner.len() - 1);
            for from in short.into_iter().chain([0]) {
                let said = |it: &&String| words.iter().any(|word| is_edition(word, it));
                let rest = owner[from..].iter().filter(|it| !said(it));
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
        let whole_node = cx.found.classes[owner_class.0].node;
        let union = unions.0.entry((owner_class, keyword));
        let union = union.or_insert_with(|| Branches::of(whole_node, keyword));
        if let Some(it) = by_kind(&own, union) {
            add("values of", it);
        }
        let apart = telling_apart(&own, union);
        let telling = if apart.is_empty() { &own } else { &apart };
        for it in by_properties(node, telling) {
            add("property", it);
        }
        let words = [owner.clone(), vec!["variant".into()]].concat();
        names.push((words, "branch".into()));
    }
    names.extend(of_parts(&parts, node, &own));
    let candidates = names.into_iter().map(|(words, evidence)| Candidate {
        rank: 0,
        words: never_a_number(words, form),
        evidence,
        claim: Claim::First,
    });
    candidates.collect()
}

/// Whether a word is another one, or an edition of it: `ipv4` of `ip`.
fn is_edition(word: &str, of: &str) -> bool {
    let Some(rest) = word.strip_prefix(of) else {
        return false;
    };
    let number = rest.strip_prefix('v').unwrap_or(rest);
    rest.is_empty() || (!number.is_empty() && number.bytes().all(|it| it.is_ascii_digit()))
}

/// The branches of a branch are called by what that is a branch of.
pub(super) fn without_role(words: &mut Vec<String>) {
    let is_role = |it: &String| matches!(&**it, "variant" | "base" | "part");
    // `ResponseBaseWithId` is a response still.
    if let Some(at) = words
        .windows(2)
        .position(|it| is_role(&it[0]) && matches!(&*it[1], "with" | "without"))
    {
        words.truncate(at + 1);
    }
    while words.len() > 1 && words.last().is_some_and(is_role) {
        words.pop();
        // `OtherQueryVariant` is one of the variants of a query.
        if words.len() > 1 && apart::OTHERS.contains(&&*words[0]) {
            words.remove(0);
        }
    }
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
    // `urn:ietf:params:oauth:grant-type:token-exchange` is a token exchange.
    let is_uri = value.starts_with("urn:") || value.contains("://");
    let value = value
        .rsplit([':', '/'])
        .next()
        .filter(|_| is_uri)
        .unwrap_or(value);
    let words = split(value);
    let starts_well = words
        .first()?
        .starts_with(|it: char| it.is_ascii_alphabetic());
    starts_well.then(|| ((*name).to_owned(), words))
}

/// What the values of a property are, where they are something else in the other branches: `ipv4` and `ipv6`.
fn by_kind(own: &[&Member], union: &Branches<'_>) -> Option<Shown> {
    own.iter().find_map(|it| {
        let kinds = union.properties.get(&*it.key.text)?;
        let kind = kind(&it.value)?;
        let is_everywhere = kinds.branches == union.count && union.count > 1;
        let is_alone = is_everywhere && kinds.by_kind.get(kind) == Some(&1);
        is_alone.then(|| (it.key.text.to_string(), split(kind)))
    })
}

fn kind(schema: &Node) -> Option<&str> {
    let of = |key| schema.get(key).and_then(Node::as_str);
    of("format").or_else(|| of("type"))
}

/// The properties that some other branch lacks and whose names are more than a letter.
fn telling_apart<'n>(own: &[&'n Member], union: &Branches<'_>) -> Vec<&'n Member> {
    let is_everywhere = |name: &str| {
        let found = union.properties.get(name).map_or(0, |it| it.branches);
        found == union.with_properties
    };
    let telling = own.iter();
    let telling = telling.filter(|it| it.key.text.len() > 1 && !is_everywhere(&it.key.text));
    telling.copied().collect()
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

/// What is put together with others into several: what of several kinds have in common by its first property, and
/// otherwise the base of what it is put into.
fn of_parts(owners: &[Vec<String>], node: &Node, own: &[&Member]) -> Vec<(Vec<String>, String)> {
    let slices: Vec<&[String]> = owners.iter().map(Vec::as_slice).collect();
    let common = common_suffix(&slices);
    let Some(owner) = owners
        .first()
        .filter(|_| common.is_empty())
        .map(Vec::as_slice)
    else {
        let base = (!common.is_empty()).then(|| join(common, &["base".to_owned()]));
        return base
            .into_iter()
            .map(|it| (it, "part of several".to_owned()))
            .collect();
    };
    let shown = by_properties(node, own)
        .into_iter()
        .take(1)
        .map(|(name, mut words)| {
            if words.len() > 1 && matches!(&*words[0], "is" | "has") {
                words.remove(0);
            }
            words.push("part".to_owned());
            (words, format!("property {name} of a part of several"))
        });
    let base = (
        join(owner, &["base".to_owned()]),
        "part of several".to_owned(),
    );
    shown.chain([base]).collect()
}
