//! Names for what operations take and answer, by the operations' ids and paths.

mod failures;
mod noun;
mod shared;

use super::{Candidate, Claim, Cx, pascal};
use crate::node::{Node, Object};
use crate::plural;
use crate::recover::found::{ClassIndex, Use};
use crate::recover::schema;
use crate::recover::verbs::{Action, Verb};
use crate::recover::words::{self, says_something, singular};
use noun::{agreed, agreed_element, telling};
use std::collections::HashSet;

// Ranks, strongest first: entities claim a noun before `{id}` answers and lists do.
const BY_KEY: u8 = 1;
const SINGLETON_SHORT: u8 = 2;
const SINGLETON: u8 = 3;
const LISTED: u8 = 4;
const DETERMINED: u8 = 5;
const DETERMINED_LONG: u8 = 6;
const BY_PATH: u8 = 7;
const BY_PROPERTY: u8 = 8;
const LIST: u8 = 9;
const ANSWERED: u8 = 10;
const ROLE: u8 = 11;

/// How the operations use a class.
#[derive(Default)]
struct Roles<'c> {
    reads: Vec<&'c Action>,
    answers: Vec<&'c Action>,
    requests: Vec<&'c Action>,
    listed: Vec<&'c Action>,
    failures: Vec<(&'c Action, &'c str)>,
}

pub(super) fn candidates(cx: &Cx<'_, '_>) -> Vec<(ClassIndex, Candidate)> {
    let mut all = Vec::new();
    for class in cx.open() {
        let mut found = Vec::new();
        of_class(cx, class, &mut found);
        all.extend(found.into_iter().map(|it| (class, it)));
    }
    all
}

/// Names for what is listed or created beside the thing itself, which has the noun by now.
pub(super) fn beside_entities(cx: &Cx<'_, '_>) -> Vec<(ClassIndex, Vec<Candidate>)> {
    let listed = cx.open().filter_map(|class| {
        let roles = roles(cx, class);
        let noun = agreed_element(&roles.listed)?;
        let entity = cx.owners.get(&pascal(&noun)).copied();
        let is_part = entity.is_some_and(|it| has_all_properties(cx, it, class));
        let role = if is_part { "summary" } else { "entry" };
        let more = entity.and_then(|it| one_more_thing(cx, class, it));
        let longer = more.map(|it| [&*noun, &["with".into()], &words::split(it)].concat());
        let names = longer.into_iter().chain([with(&noun, role)]);
        let evidence = format!("what {} answers", ids(&roles.listed));
        let candidates = names.map(|it| candidate(ROLE, it, evidence.clone()));
        Some((class, candidates.collect()))
    });
    listed.collect()
}

/// What an envelope calls it that it holds: `kubernetes_cluster`, where another thing is a `Cluster`.
fn by_property(property: &str, found: &mut Vec<Candidate>) {
    let words = words::split(property);
    if says_something(&words) {
        let evidence = format!("property {property} of what is answered");
        found.push(candidate(BY_PROPERTY, words, evidence));
    }
}

/// What is left to call a schema by: the operations that use it, and how.
pub(super) fn of_operation(cx: &Cx<'_, '_>, class: ClassIndex) -> Vec<Candidate> {
    let mut found = Vec::new();
    if cx
        .uses(class)
        .iter()
        .all(|it| matches!(it, Use::Failure(..)))
    {
        failures::shared(cx, class, &mut found);
    }
    let used = cx.uses(class).iter().filter_map(|it| {
        let (operation, role) = match *it {
            Use::Request(it) => (it, cx.actions[it].sends),
            Use::Answer(it) => (it, role_of_answer(cx, class)),
            Use::Failure(it, _) => (it, "error"),
            Use::Listed(it) => (it, "item"),
            Use::Parameter(it, _) => (it, "parameter"),
            Use::Loose(it) => (it, "part"),
            Use::Property(..) | Use::Element(..) | Use::Branch(..) | Use::Component(_) => {
                return None;
            }
        };
        Some((operation, role))
    });
    let (mut operations, roles): (Vec<usize>, Vec<&str>) = used.unzip();
    operations.dedup();
    let actions: Vec<&Action> = operations.iter().map(|it| &cx.actions[*it]).collect();
    let (Some(first), Some(role)) = (actions.first(), roles.first()) else {
        return found;
    };
    let is_shared = actions.iter().any(|it| it.words != first.words);
    let role = match roles.iter().all(|it| it == role) {
        true => role,
        // What goes in and comes out is neither a request nor a response.
        false => "data",
    };
    let evidence = format!("{role} of {}", ids(&actions));
    if role == "error" && !is_shared {
        let words = failures::body_of(first);
        found.push(candidate(ROLE, words, evidence));
        return found;
    }
    let node = cx.found.classes[class.0].node;
    of_all(&actions, node, role, &evidence, &mut found);
    if is_shared {
        // Of what has nothing in common, only what it is for is true.
        found.push(candidate(ROLE, vec![role.to_owned()], evidence));
    }
    found
}

fn of_class(cx: &Cx<'_, '_>, class: ClassIndex, found: &mut Vec<Candidate>) {
    let roles = roles(cx, class);
    let node = cx.found.classes[class.0].node;
    if cx.found.classes[class.0].list.is_some() && !roles.reads.is_empty() {
        return list(&roles, node, found);
    }
    if is_listed(&roles, node) {
        return list(&roles, node, found);
    }
    if cx.found.classes[class.0].is_envelope {
        return envelope(&roles, node, found);
    }
    let (determined, plain): (Vec<&Action>, Vec<&Action>) =
        roles.reads.iter().partition(|it| it.determiner.is_some());
    if !plain.is_empty() {
        entity(&telling(&plain, &roles.answers), found);
    } else if !determined.is_empty() {
        the_current_one(&determined, found);
    }
    if !roles.listed.is_empty() {
        let evidence = format!("element of {}", ids(&roles.listed));
        match agreed_element(&roles.listed) {
            Some(noun) => found.push(candidate(LISTED, noun, evidence)),
            None => of_all(&roles.listed, node, "item", &evidence, found),
        }
    }
    match cx.found.classes[class.0].enveloped {
        Some(property) if roles.listed.is_empty() => by_property(property, found),
        _ => {}
    }
    if roles.reads.is_empty() && roles.listed.is_empty() {
        if !roles.answers.is_empty() {
            answered(&roles, node, role_of_answer(cx, class), found);
        } else if !roles.requests.is_empty() {
            if cx.is_part(class) {
                made(&roles.requests, found);
            }
            requested(&roles.requests, node, found);
        } else if !roles.failures.is_empty() {
            failures::declared(&roles.failures, found);
        }
    } else if !roles.reads.is_empty() {
        found.extend(agreed(&roles.reads).and_then(|noun| in_group(&roles.reads, &noun)));
        if let ([read], [_, ..]) = (&*roles.reads, &*roles.requests) {
            written(read, found);
        }
        let all = telling(&roles.reads, &roles.answers);
        let evidence = format!("answer of {}", ids(&all));
        of_all(&all, node, role_of_answer(cx, class), &evidence, found);
    }
}

/// What all operations that use a schema in one role have in common.
fn of_all(
    actions: &[&Action],
    node: &Node,
    role: &str,
    evidence: &str,
    found: &mut Vec<Candidate>,
) {
    let names = shared::in_role_of(actions, node, role).into_iter();
    found.extend(names.map(|it| candidate(ROLE, it, evidence.to_owned())));
}

/// Whose thing it is, where the noun alone is another schema: what the ids say before their verbs, or else the tag.
fn in_group(reads: &[&Action], noun: &[String]) -> Option<Candidate> {
    let (read, others) = reads.split_first()?;
    let of_tag = || (&read.tag, "tag");
    let (group, source) = match read.group.is_empty() {
        true => of_tag(),
        false => (&read.group, "group"),
    };
    let same = |it: &&Action| match source {
        "tag" => it.group.is_empty() && it.tag == *group,
        _ => it.group == *group,
    };
    if !others.iter().all(same) {
        return None;
    }
    let known = |it: &String| noun.contains(&plural::singular(it));
    let tells = !group.is_empty() && group.len() <= LONGEST_GROUP && !group.iter().any(known);
    let evidence = format!("{source} and noun of {}", ids(reads));
    let words = [&singular(group), noun].concat();
    (tells && says_something(group)).then(|| candidate(ROLE, words, evidence))
}

/// Tags of more words are sentences.
const LONGEST_GROUP: usize = 2;

/// What is answered as a whole is a response, and what stands in an envelope the result; what several operations answer
/// and other things hold is neither.
fn role_of_answer(cx: &Cx<'_, '_>, class: ClassIndex) -> &'static str {
    let answers = cx.uses(class).iter();
    let answers = answers.filter(|it| matches!(it, Use::Answer(_))).count();
    match cx.found.classes[class.0].enveloped {
        Some(_) => "result",
        None if cx.is_part(class) && answers > 1 => "data",
        None => "response",
    }
}

/// Whether what operations answer that say they list is no single thing, though no list of objects was found in it.
fn is_listed(roles: &Roles<'_>, node: &Node) -> bool {
    let says_so = |it: &&Action| {
        it.words.first().is_some_and(|it| it == "list") && singular(&it.noun) != it.noun
    };
    let properties = node.get("properties").and_then(Node::as_object);
    let mut properties = properties.into_iter().flat_map(Object::iter);
    !roles.reads.is_empty()
        && roles.reads.iter().all(says_so)
        && properties.any(|it| it.value.get("items").is_some())
}

fn roles<'c>(cx: &'c Cx<'_, '_>, class: ClassIndex) -> Roles<'c> {
    let mut roles = Roles::default();
    for use_ in cx.uses(class) {
        match *use_ {
            Use::Request(it) => roles.requests.push(&cx.actions[it]),
            Use::Answer(it) => match cx.actions[it].verb {
                Verb::Read => roles.reads.push(&cx.actions[it]),
                _ => roles.answers.push(&cx.actions[it]),
            },
            Use::Failure(it, status) => roles.failures.push((&cx.actions[it], status)),
            Use::Listed(it) => roles.listed.push(&cx.actions[it]),
            _ => {}
        }
    }
    roles
}

/// What an operation retrieves.
fn entity(reads: &[&Action], found: &mut Vec<Candidate>) {
    let Some(noun) = agreed(reads) else {
        return by_path(reads, found);
    };
    let evidence = format!("noun of {}", ids(reads));
    if reads.iter().any(|it| it.by_key) {
        found.push(candidate(BY_KEY, noun.clone(), evidence.clone()));
    }
    // `/tenant/password_policy` of `tenant password policy`: the shorter name, if nothing else wants it.
    let path_noun = path_noun_of_all(reads);
    if path_noun.len() >= 2 && path_noun.len() < noun.len() && noun.ends_with(&path_noun) {
        let evidence = format!("path of {}", ids(reads));
        found.push(Candidate {
            claim: Claim::Only,
            ..candidate(SINGLETON_SHORT, path_noun, evidence)
        });
    }
    found.push(candidate(SINGLETON, noun, evidence));
    by_path(reads, found);
}

/// What `retrieveCurrentDealer` answers: the dealer, unless another schema is that.
fn the_current_one(reads: &[&Action], found: &mut Vec<Candidate>) {
    let determiner = reads.iter().find_map(|it| it.determiner.clone());
    let Some(noun) = agreed(reads) else {
        return by_path(reads, found);
    };
    let evidence = format!("noun of {}", ids(reads));
    found.push(candidate(DETERMINED, noun.clone(), evidence.clone()));
    if let Some(determiner) = determiner {
        let words = [vec![determiner], noun].concat();
        found.push(candidate(DETERMINED_LONG, words, evidence));
    }
    by_path(reads, found);
}

/// What all paths are about.
fn path_noun_of_all(reads: &[&Action]) -> Vec<String> {
    let nouns: Vec<Vec<String>> = reads.iter().map(|it| singular(&it.path_noun)).collect();
    let nouns: Vec<&[String]> = nouns.iter().map(Vec::as_slice).collect();
    shared::common(&nouns)
}

fn by_path(reads: &[&Action], found: &mut Vec<Candidate>) {
    let Some(first) = reads.first() else { return };
    let mut noun = path_noun_of_all(reads);
    // `getForUser` of `/indexes/{id}/settings`.
    if first.noun.is_empty() && !says_something(&noun) && reads.len() == 1 {
        noun = [singular(&first.path_owner), noun].concat();
    }
    let evidence = format!("path of {}", ids(reads));
    // What `listHostTags` of `/tags/hosts` answers is no host.
    let lists = first.words.first().is_some_and(|it| it == "list") && noun != first.path_noun;
    if says_something(&noun) && !lists {
        found.push(candidate(BY_PATH, noun.clone(), evidence.clone()));
        if let Some(determiner) = &first.determiner {
            let words = [vec![determiner.clone()], noun].concat();
            found.push(candidate(BY_PATH, words, evidence));
        }
    }
}

/// What is read and written is no answer: the `settings` of `/zones/{id}/settings` are those of a zone.
fn written(read: &Action, found: &mut Vec<Candidate>) {
    let noun = singular(&read.path_noun);
    let says_no_more = singular(&read.noun) == noun && !says_something(&noun);
    if says_no_more && !read.path_owner.is_empty() {
        let words = [singular(&read.path_owner), noun].concat();
        let evidence = format!("path of {}", ids(&[read]));
        found.push(candidate(BY_PATH, words, evidence));
    }
}

fn list(roles: &Roles<'_>, node: &Node, found: &mut Vec<Candidate>) {
    let evidence = format!("list of {}", ids(&roles.reads));
    if let Some(noun) = agreed_element(&roles.reads) {
        found.push(candidate(LIST, with(&noun, "list"), evidence.clone()));
    }
    if roles.reads.len() > 1 {
        of_all(&roles.reads, node, "response", &evidence, found);
    }
}

/// What is around the thing that operations answer, which has the noun.
fn envelope(roles: &Roles<'_>, node: &Node, found: &mut Vec<Candidate>) {
    let all = [&*roles.reads, &*roles.answers].concat();
    let evidence = format!("envelope of {}", ids(&all));
    // What comes back from `searchPets` alone is a `SearchPetsResponse`.
    let is_plain = |it: &&Action| {
        let verb = it.words.first().map(String::as_str);
        matches!(verb, Some("get" | "show" | "retrieve" | "fetch" | "read"))
    };
    let is_thing = all.len() > 1 || roles.reads.iter().all(is_plain);
    if let Some(noun) = agreed(&all).filter(|_| is_thing && !roles.reads.is_empty()) {
        found.push(candidate(LIST, with(&noun, "response"), evidence.clone()));
    }
    of_all(&all, node, "response", &evidence, found);
}

/// What comes back from an operation that does something.
fn answered(roles: &Roles<'_>, node: &Node, role: &str, found: &mut Vec<Candidate>) {
    let answers = &roles.answers;
    let evidence = format!("answer of {}", ids(answers));
    let size = node
        .get("properties")
        .and_then(Node::as_object)
        .map_or(0, Object::len);
    if let Some(noun) = agreed(answers) {
        // What is answered when several are changed, or when one is gone, is none of them.
        let is_one = |it: &&Action| match it.verb {
            Verb::Other => singular(&it.noun) == it.noun,
            verb => verb != Verb::Destroy,
        };
        if size > 1 && answers.iter().any(is_one) {
            found.push(candidate(ANSWERED, noun.clone(), evidence.clone()));
        }
        if answers.iter().all(|it| it.verb == Verb::Create) {
            let words = [vec!["created".to_owned()], noun].concat();
            found.push(candidate(ROLE, words, evidence.clone()));
        }
    } else {
        of_identity(node, evidence.clone(), found);
    }
    of_all(answers, node, role, &evidence, found);
}

/// What tells of a thing by its identity first is about that: `{ taskUid, status }` is `TaskInfo`.
fn of_identity(node: &Node, evidence: String, found: &mut Vec<Candidate>) {
    let properties = node.get("properties").and_then(Node::as_object);
    let first = properties.and_then(|it| it.iter().next());
    let Some(mut words) = first.map(|it| words::split(&it.key.text)) else {
        return;
    };
    let identity = words.pop();
    let is_identity = |it: &str| matches!(it, "id" | "uid" | "uuid" | "key");
    if identity.is_some_and(|it| is_identity(&it)) && says_something(&words) {
        found.push(candidate(ANSWERED, with(&words, "info"), evidence));
    }
}

/// What only goes in.
fn requested(requests: &[&Action], node: &Node, found: &mut Vec<Candidate>) {
    let role = requests.first().map_or("request", |it| it.sends);
    let evidence = format!("{role} of {}", ids(requests));
    of_all(requests, node, role, &evidence, found);
    if let [first] = requests {
        // Two operations with one id are told apart by their paths.
        let words = [singular(&first.path_owner), first.path_noun.clone()].concat();
        if words.len() > first.path_noun.len() {
            found.push(candidate(ROLE, with(&words, role), evidence));
        }
    }
}

/// What is made of what goes in, where that stands in other things as well: it is no request there.
fn made(requests: &[&Action], found: &mut Vec<Candidate>) {
    let evidence = format!("noun of {}", ids(requests));
    let is_one = |it: &&Action| it.verb == Verb::Create && singular(&it.noun) == it.noun;
    let noun = agreed(requests).filter(|_| requests.iter().all(is_one));
    found.extend(noun.map(|it| candidate(ANSWERED, it, evidence)));
}

fn has_all_properties(cx: &Cx<'_, '_>, owner: ClassIndex, part: ClassIndex) -> bool {
    let (Some(owner), Some(part)) = (properties(cx, owner), properties(cx, part)) else {
        return false;
    };
    let names: HashSet<&str> = owner.iter().map(|it| &*it.key.text).collect();
    part.iter().all(|it| names.contains(&*it.key.text))
}

/// The thing that a schema has besides all that another one has, where that is all.
fn one_more_thing<'a>(cx: &Cx<'_, 'a>, class: ClassIndex, than: ClassIndex) -> Option<&'a str> {
    let (own, than_it) = (properties(cx, class)?, properties(cx, than)?);
    let known: HashSet<&str> = than_it.iter().map(|it| &*it.key.text).collect();
    let mut more = own.iter().filter(|it| !known.contains(&*it.key.text));
    let one = more.next()?;
    let is_all = own.len() == known.len() + 1 && more.next().is_none();
    let is_thing = one.value.as_object().is_some_and(schema::is_object_like);
    (is_all && is_thing).then_some(&*one.key.text)
}

fn properties<'a>(cx: &Cx<'_, 'a>, class: ClassIndex) -> Option<&'a Object> {
    let node: &'a Node = cx.found.classes[class.0].node;
    node.get("properties").and_then(Node::as_object)
}

fn candidate(rank: u8, words: Vec<String>, evidence: String) -> Candidate {
    Candidate {
        rank,
        words,
        evidence,
        claim: Claim::First,
    }
}

/// `embeddings` that says nothing of what is done answers an `EmbeddingResponse`, and `list pets` a `ListPetsResponse`.
fn in_role(action: &Action, role: &str) -> Vec<String> {
    match &*action.words {
        [_] => with(&singular(&action.words), role),
        words => with(words, role),
    }
}

fn with(words: &[String], role: &str) -> Vec<String> {
    let mut words = words.to_vec();
    words.push(role.to_owned());
    words
}

/// The operations, as a reason shows them: the first, and how many more.
fn ids(actions: &[&Action]) -> String {
    let first = actions.first().map_or("", |it| &it.shown);
    match actions.len() {
        0 | 1 => first.to_owned(),
        2 => format!("{first} and another"),
        more => format!("{first} and {} others", more - 1),
    }
}
